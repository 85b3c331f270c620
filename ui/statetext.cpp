// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/statetext.h"

#include "client/clientcodes.h"
#include "protocol/overloaded.h"
#include "ui/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(StateText)
};

StateWords page(QLatin1StringView icon, Tone tone, const QString &title, const QString &sentence)
{
    return {.content = {.icon = icon, .tone = tone, .title = title, .sentence = sentence, .first = {}, .second = {}}};
}

StateWords with(StateWords words, Gesture first, const QString &text)
{
    words.first = first;
    words.content.first = text;
    return words;
}

StateWords with(StateWords words, Gesture first, const QString &text, Gesture second, const QString &secondText)
{
    words = with(std::move(words), first, text);
    words.second = second;
    words.content.second = secondText;
    return words;
}

StateWords declined(const qrlogin::Declined &state)
{
    if (state.reason == QrStatus::Reason::Number)
        return with(
            page(
                "no"_L1, Tone::Error, StateText::tr("The number was wrong three times"),
                StateText::tr("This sign-in has ended on both devices.")),
            Gesture::NewCode, StateText::tr("New code"));
    return with(
        page(
            "no"_L1, Tone::Error, StateText::tr("Declined on the phone"),
            StateText::tr("If it was not you, change your password.")),
        Gesture::NewCode, StateText::tr("New code"), Gesture::ChangePassword, StateText::tr("Change the password"));
}

StateWords unavailable(const qrlogin::Unavailable &state)
{
    using Reason = qrlogin::Unavailable::Reason;
    const QString password = StateText::tr("Sign in with the password");
    const QString details = StateText::tr("Details");
    switch (state.reason) {
    case Reason::Disabled:
        return with(
            page("lock"_L1, Tone::Warning, StateText::tr("QR sign-in is turned off by your administrator"), {}),
            Gesture::Password, password);
    case Reason::NoPush:
        return with(
            page(
                "plug"_L1, Tone::Warning, StateText::tr("Push&Pull is not set up on this portal"),
                StateText::tr("Tell your administrator.")),
            Gesture::Password, password, Gesture::Details, details);
    case Reason::Modules:
        return with(
            page(
                "plug"_L1, Tone::Warning, StateText::tr("This portal is too old for QR sign-in"),
                StateText::tr("Tell your administrator: its modules need an update.")),
            Gesture::Password, password, Gesture::Details, details);
    case Reason::Policy:
        return with(
            page(
                "shield"_L1, Tone::Warning, StateText::tr("Only basic protection is offered here"),
                StateText::tr("The rules of this computer do not allow it for QR sign-in.")),
            Gesture::Password, password);
    case Reason::Default:
        return with(
            page(
                "shield"_L1, Tone::Warning, StateText::tr("Only basic protection is offered here"),
                StateText::tr("It is used for QR sign-in only where the administrator of the computer allows it.")),
            Gesture::Password, password);
    case Reason::NotOffered:
        return with(
            page("qr"_L1, Tone::Warning, StateText::tr("This server has no QR sign-in"), {}), Gesture::Password,
            password);
    }
    return {};
}

StateWords stopped(const Error &error)
{
    const ErrorWords words = errorWords(error);
    if (error.kind == Error::Kind::ProxyAuth)
        return with(
            page("proxy"_L1, Tone::Warning, words.title, words.sentence), Gesture::Proxy, StateText::tr("Enter"));
    const bool insecure = error.kind == Error::Kind::Insecure;
    const StateWords shown = page(
        insecure ? "shield"_L1 : "alert"_L1, insecure ? Tone::Error : Tone::Warning, words.title, words.sentence);
    // No "continue anyway": a connection that is not secure is not used (SR-21).
    const QString retry = StateText::tr("Try again");
    if (errorDetails(error).isEmpty())
        return with(shown, Gesture::NewCode, retry);
    return with(shown, Gesture::NewCode, retry, Gesture::Details, StateText::tr("Details"));
}

StateWords finished(const qrlogin::Finished &state)
{
    const QString name = state.person ? state.person->name : QString();
    const QString title = name.isEmpty() ? StateText::tr("Signed in") : StateText::tr("Signed in as %1").arg(name);
    const QString portal = state.portal ? StateText::tr("Portal: %1").arg(state.portal->title) : QString();
    return with(page("ok"_L1, Tone::Success, title, portal), Gesture::Done, StateText::tr("Done"));
}

StateWords keychain(const Error &error)
{
    const ErrorWords words = errorWords(error);
    const StateWords shown = page("lock"_L1, Tone::Warning, words.title, words.sentence);
    // A locked one asks for its password then.
    const QString retry = error.code == code::keyringLocked ? StateText::tr("Unlock…") : StateText::tr("Try again");
    return with(shown, Gesture::Retry, retry, Gesture::WithoutKeychain, StateText::tr("Only for this session"));
}

} // namespace

std::optional<StateWords> stateWords(const qrlogin::State &state)
{
    using Words = std::optional<StateWords>;
    return std::visit(
        overloaded{
            [](const qrlogin::Claiming &s) -> Words {
                const QString outage = s.line.outage ? errorText(s.line.outage->why) : QString();
                return page("wait"_L1, Tone::Accent, StateText::tr("Signing you in…"), outage);
            },
            [](const qrlogin::Finished &s) -> Words { return finished(s); },
            [](const qrlogin::Declined &s) -> Words { return declined(s); },
            [](const qrlogin::Expired &) -> Words {
                return with(
                    page(
                        "clock"_L1, Tone::Warning, StateText::tr("The code has expired"),
                        StateText::tr("Each code lives for two minutes.")),
                    Gesture::NewCode, StateText::tr("Show a new one"));
            },
            [](const qrlogin::Used &) -> Words {
                return with(
                    page(
                        "clock"_L1, Tone::Warning, StateText::tr("This code has already been used"),
                        StateText::tr("If it was not you, change your password.")),
                    Gesture::NewCode, StateText::tr("Show a new one"), Gesture::ChangePassword,
                    StateText::tr("Change the password"));
            },
            [](const qrlogin::Unavailable &s) -> Words { return unavailable(s); },
            [](const qrlogin::TooMany &s) -> Words {
                return with(
                    page(
                        "clock"_L1, Tone::Warning, StateText::tr("Too many attempts"),
                        StateText::tr("Wait %1. Then a new code comes by itself.")
                            .arg(shownTime(secondsLeft(s.until)))),
                    Gesture::NewCode, StateText::tr("Try now"));
            },
            [](const qrlogin::Stopped &s) -> Words { return stopped(s.error); },
            // Those that show the code, the number or the second step.
            [](const qrlogin::Idle &) -> Words { return {}; },
            [](const qrlogin::Opening &) -> Words { return {}; },
            [](const qrlogin::Waiting &) -> Words { return {}; },
            [](const qrlogin::Paused &) -> Words { return {}; },
            [](const qrlogin::Scanned &) -> Words { return {}; },
            [](const qrlogin::SendingNumber &) -> Words { return {}; },
            [](const qrlogin::AwaitingApproval &) -> Words { return {}; },
            [](const qrlogin::CodeNeeded &) -> Words { return {}; },
            [](const qrlogin::CheckingCode &) -> Words { return {}; },
        },
        state);
}

QString stateDetails(const qrlogin::State &state)
{
    if (const auto *failure = std::get_if<qrlogin::Stopped>(&state))
        return errorDetails(failure->error);
    const auto *refusal = std::get_if<qrlogin::Unavailable>(&state);
    if (refusal == nullptr)
        return {};
    if (refusal->reason == qrlogin::Unavailable::Reason::NoPush)
        return StateText::tr(
            "The approval on the phone reaches this window through the portal's push server, and the "
            "portal has none. An administrator sets it up in the settings of the module “Push and Pull”.");
    QStringList lines;
    for (const MissingModule &module : refusal->missing)
        lines << StateText::tr("%1: there is %2, needed is %3").arg(module.module, module.have, module.need);
    return lines.join(u'\n');
}

std::optional<StateWords> stateWords(const session::State &state)
{
    using Words = std::optional<StateWords>;
    const auto waiting = [](const QString &title) { return page("wait"_L1, Tone::Accent, title, {}); };
    return std::visit(
        overloaded{
            [&](const session::Restoring &) -> Words { return waiting(StateText::tr("Looking for your sign-in…")); },
            [](const session::RestoreBlocked &s) -> Words { return keychain(s.error); },
            [&](const session::Saving &) -> Words { return waiting(StateText::tr("Keeping your sign-in…")); },
            [](const session::SaveBlocked &s) -> Words { return keychain(s.error); },
            [&](const session::Loading &) -> Words { return waiting(StateText::tr("Reading your portals…")); },
            [](const session::LoadingFailed &s) -> Words {
                const ErrorWords words = errorWords(s.error);
                const QString again = s.again ? u' ' + StateText::tr("We keep trying.") : QString();
                const QString sentence = (words.sentence + again).trimmed();
                return with(
                    page("offline"_L1, Tone::Warning, words.title, sentence), Gesture::Retry,
                    StateText::tr("Try again"), Gesture::SignOut, StateText::tr("Sign out"));
            },
            [&](const session::SigningOut &) -> Words { return waiting(StateText::tr("Signing you out…")); },
            [](const session::SignedOut &) -> Words { return std::nullopt; },
            [](const session::SignedIn &) -> Words { return std::nullopt; },
        },
        state);
}

QString signedOutText(const session::SignedOut &state)
{
    switch (state.reason) {
    case session::EndReason::None:
    case session::EndReason::Asked:
        return {};
    case session::EndReason::Deleted:
        return StateText::tr("The Passport was deleted.");
    case session::EndReason::Expired:
        if (state.word == "password_changed"_L1)
            return StateText::tr("You were signed out: the password was changed on another device.");
        if (state.isDeleted())
            return StateText::tr("You were signed out: this Passport was deleted.");
        return StateText::tr("You were signed out: the sign-in has run out or was ended from another device.");
    }
    return {};
}

std::chrono::seconds secondsLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::nanoseconds(deadline.remainingTimeNSecs()));
}

} // namespace passport
