// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"
#include "client/networkaccess.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "protocol/capabilitiesapi.h"
#include "support/authproxy.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;

namespace passport {

/// A proxy that wants a name and a password is named, whoever met it: a person may have several.
class ProxyTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void callNamesIt()
    {
        ApiClient api(m_network, m_server);
        std::optional<Result<Capabilities>> answer;
        api.send(GetCapabilities{}, this, [&answer](const Result<Capabilities> &got) { answer = got; });
        QTRY_VERIFY(answer);
        isNamedBy(answer->error());
    }

    void socketNamesIt()
    {
        Reachability reachability;
        PushConnection push(m_network, reachability, {.plan = BackoffPlan::Watched, .waitFactor = 1000});
        PullConfig config;
        config.websocketSecure = u"wss://passport.example.test/subws/"_s;
        push.start(config, m_server);
        QTRY_VERIFY(std::holds_alternative<push::Waiting>(push.state()));
        isNamedBy(std::get<push::Waiting>(push.state()).why);
    }

private:
    static void isNamedBy(const Error &error)
    {
        QCOMPARE(error.kind, Error::Kind::ProxyAuth);
        QCOMPARE(error.details.value("host"_L1).toString(), u"passport.example.test"_s);
        QCOMPARE(error.details.value("proxy"_L1).toString(), u"127.0.0.1"_s);
    }

    const QUrl m_server{u"https://passport.example.test"_s};
    AuthProxy m_proxy{0, "anna", "right"};
    NetworkAccess m_network{
        {.mode = ProxyChoice::Mode::Manual,
         .host = u"127.0.0.1"_s,
         .port = m_proxy.serverPort(),
         .user = u"anna"_s,
         .password = u"wrong"_s}};
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ProxyTest)
#include "proxytest.moc"
