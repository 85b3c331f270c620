// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"

#include "backend/foundation.h"
#include "protocol/base64url.h"
#include "protocol/signinapi.h"
#include "support/backendfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const Device phone{u"Anna's phone"_s, u"Android 15"_s, u"Bitrix24"_s};
const Device computer{u"WS-042"_s, u"Debian 12"_s, u"Passport"_s};

} // namespace

bool setSetting(BackendFixture &backend, const QString &name, const QString &value)
{
    const auto set = [&](Db &db) {
        OutsideChanges::mark(db);
        return ServerSettings::set(db, name, value);
    };
    return backend.foundation().store->writeNow(set).has_value();
}

int ticketsIn(BackendFixture &backend, QrState state)
{
    return backend.foundation().store->writeNow([state](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM qr_ticket WHERE state = ?"_L1, {wordOf(state)});
        return rows.next() ? rows.smallInteger(0) : -1;
    });
}

int waitingTickets(BackendFixture &backend)
{
    return ticketsIn(backend, QrState::Waiting);
}

bool signIn(ApiClient &api, const QString &login, const QString &password, const QString &totp)
{
    const auto key = std::make_shared<const DeviceKey>(DeviceKey::generate());
    const SignInByPassword request{
        .login = login,
        .password = password,
        .remember = false,
        .device = phone,
        .key = QString::fromLatin1(toBase64Url(key->publicKey()))};
    Result<SessionTokens> tokens = ask(api, request);
    const auto step = tokens ? std::nullopt : SecondStep::fromError(tokens.error());
    if (step)
        tokens = ask(api, SubmitSignInCode{step->signInId, u"totp"_s, totp});
    if (tokens)
        api.setCredentials({*tokens, key, false});
    return tokens.has_value();
}

PhoneInHand::PhoneInHand(const QUrl &server, const QString &login, const QString &password, const QString &totp)
    : m_wire(server)
    , m_signedIn(passport::signIn(m_wire.api, login, password, totp))
{
}

Result<QrApproval> PhoneInHand::scan(const QString &link)
{
    ScanQr request;
    request.link = link;
    Result<QrApproval> approval = ask(m_wire.api, request);
    if (approval)
        m_approval = approval->approvalId;
    return approval;
}

Result<QrApproval> PhoneInHand::enter(const QString &typedCode)
{
    ScanQr request;
    request.typedCode = typedCode;
    Result<QrApproval> approval = ask(m_wire.api, request);
    if (approval)
        m_approval = approval->approvalId;
    return approval;
}

Result<QrApprovalState> PhoneInHand::approve()
{
    return ask(m_wire.api, ApproveQr{m_approval});
}

Result<Done> PhoneInHand::decline()
{
    return ask(m_wire.api, DeclineQr{m_approval});
}

Result<QrApprovalState> PhoneInHand::state()
{
    return ask(m_wire.api, GetQrApproval{m_approval});
}

QrLogin::Timing briskTiming()
{
    QrLogin::Timing timing;
    timing.rotation.transaction.push.waitFactor = 0.1;
    timing.rotation.transaction.pollWaiting = 1s;
    timing.rotation.transaction.pollScanned = 500ms;
    return timing;
}

Desk::Desk(const QUrl &server, const QrLogin::Timing &timing)
    : Wire(server)
    , login(api, network, reachability, computer, timing)
{
}

bool Desk::isReady() const
{
    const auto *waiting = std::get_if<qrlogin::Waiting>(&login.state());
    return waiting && waiting->line.isLive() && !waiting->refreshing;
}

QrScene::QrScene(const QrLogin::Timing &timing)
    : desk(backend.url(), timing)
    , phone(backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s)
{
    desk.login.start();
}

} // namespace passport
