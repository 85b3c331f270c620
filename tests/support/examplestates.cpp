// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/examplestates.h"

#include "client/clientcodes.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport::examples {

namespace {

constexpr auto host = "passport.example.test"_L1;

Error offline()
{
    return {
        .kind = Error::Kind::Offline, .code = code::connectionRefused, .detail = {}, .details = {{"host"_L1, host}}};
}

Error insecure()
{
    return {
        .kind = Error::Kind::Insecure,
        .code = code::tlsRefused,
        .detail = {},
        .details = {{"host"_L1, host}, {"reason"_L1, u"unknown_issuer"_s}, {"issuer"_L1, u"Example Proxy CA"_s}}};
}

Error proxyAuth()
{
    return {
        .kind = Error::Kind::ProxyAuth,
        .code = {},
        .detail = {},
        .details = {{"host"_L1, host}, {"proxy"_L1, u"proxy.example.test"_s}}};
}

/// A captive portal's page, for one.
Error stranger()
{
    return {.kind = Error::Kind::Malformed, .code = code::notAPassportServer, .detail = {}, .details = {}};
}

Error keyring(QLatin1StringView word)
{
    return {.kind = Error::Kind::KeychainUnavailable, .code = word, .detail = {}, .details = {}};
}

Error wrongCode()
{
    return Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, 3}});
}

qrlogin::Outage outage(const Error &why, std::chrono::seconds next)
{
    return {.host = host, .nextTry = QDeadlineTimer(next), .why = why};
}

qrlogin::Waiting waiting()
{
    return {
        .ticket = ticket(), .previous = {}, .expires = QDeadlineTimer(105s), .level = QrLevel::Hardened, .line = {}};
}

qrlogin::Scan scan()
{
    return {
        .ticket = ticket(),
        .expires = QDeadlineTimer(252s),
        .person = {.name = u"А. И…а"_s, .initials = u"АИ"_s},
        .phone = u"Pixel 8, Android 16"_s,
        .level = QrLevel::Hardened,
        .line = {}};
}

SecondStep secondStep()
{
    return {.signInId = SignInId(u"1"_s), .methods = {u"totp"_s, u"recovery"_s}};
}

template <typename Change> qrlogin::State changed(qrlogin::Waiting state, Change change)
{
    change(state);
    return state;
}

std::vector<Example<qrlogin::State>> statesWithTheCode()
{
    using namespace qrlogin;
    return {
        {u"idle"_s, Idle{}},
        {u"preparing"_s, Opening{}},
        {u"preparing_slow"_s, Opening{.slow = true, .outage = {}}},
        {u"preparing_offline"_s, Opening{.slow = true, .outage = outage(offline(), 8s)}},
        {u"ready"_s, waiting()},
        {u"refreshing"_s,
         changed(
             waiting(),
             [](Waiting &s) {
                 s.refreshing = true;
                 s.expires = QDeadlineTimer(9s);
             })},
        {u"paused"_s, Paused{}},
        {u"paused_hidden"_s, Paused{Paused::Reason::Hidden}},
        {u"reconnecting"_s, changed(waiting(), [](Waiting &s) { s.line.outage = outage(offline(), 8s); })},
        {u"reconnecting_now"_s, changed(waiting(), [](Waiting &s) { s.line.outage = outage(offline(), 0s); })},
        {u"reconnecting_tls"_s, changed(waiting(), [](Waiting &s) { s.line.outage = outage(insecure(), 30s); })},
        {u"reconnecting_proxy"_s, changed(waiting(), [](Waiting &s) { s.line.outage = outage(proxyAuth(), 30s); })},
        {u"reconnecting_stranger"_s, changed(waiting(), [](Waiting &s) { s.line.outage = outage(stranger(), 8s); })},
        {u"fallback"_s, changed(waiting(), [](Waiting &s) { s.line.limited = true; })},
        {u"wrong_portal"_s, changed(waiting(), [](Waiting &s) { s.wrongPortal = true; })},
        {u"basic"_s, changed(waiting(), [](Waiting &s) { s.level = QrLevel::Basic; })},
        {u"phone_signed_out"_s, changed(waiting(), [](Waiting &s) { s.lonely = true; })},
    };
}

std::vector<Example<qrlogin::State>> statesAfterTheScan()
{
    using namespace qrlogin;
    Scan cutOff = scan();
    cutOff.line.outage = outage(offline(), 4s);
    return {
        {u"scanned"_s, Scanned{.scan = scan(), .triesLeft = 3, .mismatch = false, .replaces = {}}},
        {u"scanned_reconnecting"_s, Scanned{.scan = cutOff, .triesLeft = 3, .mismatch = false, .replaces = {}}},
        {u"scanned_replaces"_s,
         Scanned{.scan = scan(), .triesLeft = 3, .mismatch = false, .replaces = u"Борис Петров"_s}},
        {u"number_mismatch"_s, Scanned{.scan = scan(), .triesLeft = 2, .mismatch = true, .replaces = {}}},
        {u"sending_number"_s, SendingNumber{.scan = scan(), .triesLeft = 3}},
        {u"awaiting_approval"_s, AwaitingApproval{.scan = scan()}},
        {u"signing_in"_s, Claiming{}},
        {u"signing_in_basic"_s, Claiming{.line = {}, .level = QrLevel::Basic}},
        {u"need_otp"_s, CodeNeeded{.step = secondStep(), .error = {}, .busyUntil = {}, .key = {}}},
        {u"need_otp_wrong"_s, CodeNeeded{.step = secondStep(), .error = wrongCode(), .busyUntil = {}, .key = {}}},
        {u"need_otp_checking"_s, CheckingCode{.step = secondStep(), .key = {}}},
    };
}

std::vector<Example<qrlogin::State>> closingStates()
{
    using namespace qrlogin;
    using Reason = Unavailable::Reason;
    return {
        {u"success"_s,
         Finished{
             .credentials = {},
             .person = Person{.name = u"Анна Иванова"_s, .avatarUrl = {}},
             .portal = PortalName{.title = u"Компания «Ромашка»"_s, .address = u"romashka"_s}}},
        {u"declined"_s, Declined{.reason = QrStatus::Reason::Person, .phone = u"Pixel 8"_s}},
        {u"declined_number"_s, Declined{.reason = QrStatus::Reason::Number, .phone = {}}},
        {u"expired"_s, Expired{}},
        {u"used"_s, Used{}},
        {u"disabled"_s, Unavailable{.reason = Reason::Disabled, .missing = {}}},
        {u"no_push"_s, Unavailable{.reason = Reason::NoPush, .missing = {}}},
        {u"modules"_s,
         Unavailable{
             .reason = Reason::Modules,
             .missing = {{.module = u"pull"_s, .have = u"22.0.0"_s, .need = u"23.400.0"_s}}}},
        {u"policy"_s, Unavailable{.reason = Reason::Policy, .missing = {}}},
        {u"policy_default"_s, Unavailable{.reason = Reason::Default, .missing = {}}},
        {u"not_offered"_s, Unavailable{.reason = Reason::NotOffered, .missing = {}}},
        {u"too_many"_s, TooMany{.until = QDeadlineTimer(270s)}},
        {u"tls"_s, Stopped{.error = insecure()}},
        {u"proxy_auth"_s, Stopped{.error = proxyAuth()}},
        {u"stopped"_s, Stopped{.error = Error::malformed(u"result.link: expected string"_s)}},
    };
}

} // namespace

QrTicket ticket()
{
    return {
        .ticketId = TicketId(u"1"_s),
        .nonce = {},
        .link = u"https://passport.example.test/a/s1/0123456789abcdef/0123456789abcdef0123456789abcdef/"_s,
        .siteId = u"s1"_s,
        .uniqueId = u"0123456789abcdef"_s,
        .channelTag = u"0123456789abcdef0123456789abcdef"_s,
        .typedCode = u"BCDFGHJK"_s,
        .secondsLeft = 120s,
        .level = QrLevel::Hardened,
        .portal = PortalName{.title = u"Компания «Ромашка»"_s, .address = u"romashka"_s},
        .pull = {}};
}

std::vector<Example<signin::State>> signInStates()
{
    using namespace signin;
    const SignInId id(u"1"_s);
    const QStringList methods{u"totp"_s, u"recovery"_s};
    const auto busy = [] { return std::optional(QDeadlineTimer(75s)); };
    Error tooMany = Error::ofCode(code::tooMany);
    tooMany.retryAfter = 75s;
    return {
        {u"sign_in"_s, Editing{}},
        {u"wrong_credentials"_s, Editing{.error = Error::ofCode(code::wrongCredentials), .busyUntil = {}}},
        {u"unreachable"_s, Editing{.error = offline(), .busyUntil = {}}},
        {u"tls"_s, Editing{.error = insecure(), .busyUntil = {}}},
        {u"too_many"_s, Editing{.error = tooMany, .busyUntil = busy()}},
        {u"checking"_s, Checking{}},
        {u"second_step"_s, CodeNeeded{id, methods, {}, {}, {}}},
        {u"second_step_wrong"_s, CodeNeeded{id, methods, wrongCode(), {}, {}}},
        {u"second_step_busy"_s, CodeNeeded{id, methods, tooMany, busy(), {}}},
        {u"second_step_checking"_s, CheckingCode{id, methods, {}}},
        {u"finished"_s, Finished{}},
    };
}

std::vector<Example<qrlogin::State>> qrLoginStates()
{
    std::vector<Example<qrlogin::State>> all;
    for (auto part : {statesWithTheCode(), statesAfterTheScan(), closingStates()})
        std::ranges::move(part, std::back_inserter(all));
    return all;
}

std::vector<Example<session::State>> sessionStates()
{
    using namespace session;
    return {
        {u"restoring"_s, Restoring{}},
        {u"keyring_locked"_s, RestoreBlocked{.error = keyring(code::keyringLocked)}},
        {u"saving"_s, Saving{}},
        {u"keyring_missing"_s, SaveBlocked{.error = keyring(code::keyringMissing), .credentials = {}}},
        {u"keyring_failing"_s, SaveBlocked{.error = keyring(code::keyringFailing), .credentials = {}}},
        {u"loading"_s, Loading{}},
        {u"loading_failed"_s, LoadingFailed{.error = offline(), .again = true}},
        {u"signing_out"_s, SigningOut{}},
    };
}

} // namespace passport::examples
