// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/apiclient.h"
#include "client/networkaccess.h"
#include "client/qrlogin.h"
#include "client/reachability.h"
#include "protocol/qrapprovalapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QTest>
#include <memory>
#include <optional>

namespace passport {

/// Sends one call and waits for its answer; the usual wait of a test for something that must come.
template <Endpoint E> Result<typename E::Response> ask(ApiClient &api, const E &request)
{
    const auto answer = std::make_shared<std::optional<Result<typename E::Response>>>();
    api.send(request, &api, [answer](const Result<typename E::Response> &received) { answer->emplace(received); });
    static_cast<void>(QTest::qWaitFor([&] { return answer->has_value(); }, waitLimit));
    return answer->value_or(Error::malformed(QStringLiteral("no answer came")));
}

/// The code of what went wrong; empty if nothing did.
template <typename T> QString codeOf(const Result<T> &answer)
{
    return answer ? QString() : answer.error().code;
}

/// As the administrator does with `passport-backend setting set`.
[[nodiscard]] bool setSetting(BackendFixture &backend, const QString &name, const QString &value);

/// How many tickets are in that state, as the server's database has it.
[[nodiscard]] int ticketsIn(BackendFixture &backend, QrState state);
/// How many codes wait to be scanned.
[[nodiscard]] int waitingTickets(BackendFixture &backend);

/// The way of one program to a server.
struct Wire {
    explicit Wire(const QUrl &server)
        : api(network, server)
    {
    }

    NetworkAccess network;
    Reachability reachability;
    ApiClient api;
};

/// Signs in by password; `totp` where the account wants it. False if that does not work.
[[nodiscard]] bool signIn(ApiClient &api, const QString &login, const QString &password, const QString &totp = {});

/// A signed-in person with a phone in the hand; speaks to the server by single calls.
class PhoneInHand {
public:
    PhoneInHand(const QUrl &server, const QString &login, const QString &password, const QString &totp = {});

    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    [[nodiscard]] ApiClient &api() { return m_wire.api; }

    Result<QrApproval> scan(const QString &link);
    Result<QrApproval> enter(const QString &typedCode);
    Result<QrApprovalState> approve();
    Result<Done> decline();
    Result<QrApprovalState> state();

private:
    Wire m_wire;
    bool m_signedIn;
    ApprovalId m_approval;
};

/// Times as in life, only the waits between attempts are a tenth.
[[nodiscard]] QrLogin::Timing briskTiming();

/// A program that is not signed in and shows its QR window.
struct Desk : Wire {
    explicit Desk(const QUrl &server, const QrLogin::Timing &timing = briskTiming());

    template <typename S> [[nodiscard]] bool isIn() const { return std::holds_alternative<S>(login.state()); }
    template <typename S> [[nodiscard]] const S &as() const { return std::get<S>(login.state()); }
    /// A code is shown that can be scanned right now.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] QString link() const { return as<qrlogin::Waiting>().ticket.link; }

    QrLogin login;
};

/// A server, a window before it that shows a code, and a phone in Anna's hand. The code comes in a moment:
/// QTRY_VERIFY(desk.isReady()).
struct QrScene {
    explicit QrScene(const QrLogin::Timing &timing = briskTiming());

    BackendFixture backend;
    Desk desk;
    PhoneInHand phone;
};

} // namespace passport
