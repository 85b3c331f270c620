// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "phone/phone.h"

#include "client/thisdevice.h"
#include "phone/phonewords.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"
#include "protocol/qrbasicapi.h"
#include "protocol/qrlink.h"
#include "protocol/signinapi.h"
#include "qr/qrreader.h"

#include <QFile>
#include <QTimer>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto signOutLimit = 3s; // the work is done; the session ends by itself otherwise

void print(const QByteArray &line)
{
    std::fputs(line.constData(), stdout);
    std::fflush(stdout); // somebody waits for it at the other end of a pipe
}

} // namespace

Phone::Phone(PhoneOptions options, QString password)
    : m_options(std::move(options))
    , m_password(std::move(password))
    , m_api(m_network, m_options.server)
    , m_signIn(m_api, thisDevice())
    , m_push(m_network, m_reachability, {})
    , m_approval(m_api, m_push)
{
    connect(&m_signIn, &SignIn::stateChanged, this, &Phone::signInChanged);
    connect(&m_approval, &Approval::stateChanged, this, &Phone::approvalChanged);
    connect(&m_push, &PushConnection::configNeeded, this, &Phone::fetchPullConfig);
}

void Phone::start()
{
    const Result<QString> code = readCode(); // before anybody signs in for nothing
    if (!code)
        return fail(code.error());
    m_code = *code;
    m_signIn.signIn(m_options.login, m_password, false);
    m_password.fill(u'\0');
}

Result<QString> Phone::readCode() const
{
    if (!m_options.image)
        return m_options.link ? *m_options.link : *m_options.code;
    QFile file(*m_options.image);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .kind = Error::Kind::Refused, .code = code::unsupportedMedia, .detail = file.errorString(), .details = {}};
    return readQr(file);
}

void Phone::signInChanged()
{
    const SignIn::State state = m_signIn.state();
    if (const auto *editing = std::get_if<signin::Editing>(&state))
        return editing->error ? fail(*editing->error) : void();
    if (const auto *finished = std::get_if<signin::Finished>(&state))
        return signedIn(finished->credentials);
    const auto *needed = std::get_if<signin::CodeNeeded>(&state);
    if (!needed)
        return;
    if (needed->error)
        return fail(*needed->error);
    if (!m_options.totp)
        return fail(Error::ofCode(code::otpRequired));
    m_signIn.submitCode(u"totp"_s, *m_options.totp);
}

void Phone::signedIn(const Credentials &credentials)
{
    m_api.setCredentials(credentials);
    m_api.send(GetProfile{}, this, [this](const Result<Profile> &profile) {
        if (!profile)
            return fail(profile.error());
        print(signedInLine(profile->fullName()));
        takeCode();
    });
}

void Phone::takeCode()
{
    if (m_options.basic)
        return pushToken();
    if (m_options.action == PhoneOptions::Action::Approve)
        m_push.prepare(m_api.server()); // to hear that the number was typed
    if (m_options.code)
        m_approval.enterCode(m_code);
    else
        m_approval.scanLink(m_code);
}

/// The public wire: a scan is an approval, and nobody says who asks (wire.md 1.8).
void Phone::pushToken()
{
    const Result<QrLink> link = QrLink::parse(m_code, m_options.server);
    if (!link)
        return fail(link.error());
    const PushQrToken request{link->siteId, link->uniqueId, link->channelTag, {}};
    m_api.send(request, this, [this](const Result<Done> &answer) {
        if (!answer)
            return fail(answer.error());
        print(eventLine("approved"_L1));
        done();
    });
}

void Phone::fetchPullConfig()
{
    m_api.send(GetPullConfig{}, this, [this](const Result<PullConfig> &config) {
        if (config)
            m_push.renew(*config);
        else // the approval is read now and then without a doorbell, too
            m_push.renewFailed(config.error());
    });
}

void Phone::approvalChanged()
{
    const Approval::State state = m_approval.state();
    if (const auto *failed = std::get_if<approval::Failed>(&state))
        return fail(failed->error);
    if (const auto *asking = std::get_if<approval::Asking>(&state))
        return asked(*asking);
    if (std::holds_alternative<approval::Approved>(state)) {
        print(eventLine("approved"_L1));
        return done();
    }
    if (std::holds_alternative<approval::Gone>(state))
        return fail(u"The sign-in was cancelled there, or its time is over."_s);
    if (!std::holds_alternative<approval::Declined>(state))
        return;
    print(eventLine("declined"_L1));
    if (m_options.action == PhoneOptions::Action::Decline)
        return done();
    fail(u"The sign-in was declined: the number was wrong three times."_s);
}

void Phone::asked(const approval::Asking &asking)
{
    if (asking.error)
        return fail(*asking.error);
    if (!std::exchange(m_told, true))
        print(scannedLine(asking.approval));
    switch (m_options.action) {
    case PhoneOptions::Action::Inspect:
        return done();
    case PhoneOptions::Action::Decline:
        return m_approval.decline();
    case PhoneOptions::Action::Approve:
        if (asking.canApprove)
            m_approval.approve();
    }
}

void Phone::fail(const Error &error)
{
    fail(phoneSentence(error, m_options.server.host()));
}

void Phone::fail(const QString &sentence)
{
    if (m_over)
        return;
    std::fputs(qUtf8Printable(sentence + u'\n'), stderr);
    signOut(1);
}

void Phone::done()
{
    signOut(0);
}

/// The phone's own session was for this one code.
void Phone::signOut(int exitCode)
{
    if (std::exchange(m_over, true))
        return;
    m_approval.reset();
    m_push.stop();
    if (!m_api.credentials())
        return QTimer::singleShot(0, this, [this, exitCode] { Q_EMIT finished(exitCode); });
    m_api.send(SignOut{}, this, [this, exitCode](const auto &) { Q_EMIT finished(exitCode); });
    QTimer::singleShot(signOutLimit, this, [this, exitCode] { Q_EMIT finished(exitCode); });
}

} // namespace passport
