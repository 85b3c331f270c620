// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/qrscene.h"
#include "journeys/demophone.h"
#include "journeys/desktop.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

const QByteArray list = "passport.portals.list";

/// The sign-in window is there and somebody can sign in with it.
bool canBeginAgain()
{
    const auto *password = Desktop::part<QPushButton>("signInWindow"_L1, "signIn"_L1);
    const auto *qr = Desktop::part<QPushButton>("signInWindow"_L1, "qrSignIn"_L1);
    return password && password->isEnabled() && qr && qr->isEnabled();
}

} // namespace

/// Let in by the server, and signed out before the first list of portals came: the windows of the beginning work again.
class BeginAgainJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void signedOutOfAListThatCannotBeRead();
    void endedBeforeTheFirstList();
    void undoneOnThePhoneBeforeTheFirstList();
};

void BeginAgainJourneys::signedOutOfAListThatCannotBeRead()
{
    BackendFixture backend;
    backend.faults().add({.kind = Faults::Kind::Fail, .path = list, .times = Faults::always});
    Desktop desktop(backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(std::holds_alternative<session::LoadingFailed>(desktop.app().client().session().state()));
    Desktop::click("mainWindow"_L1, "stateSecond"_L1);
    QTRY_VERIFY(canBeginAgain());
    backend.faults().clear();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
}

void BeginAgainJourneys::endedBeforeTheFirstList()
{
    BackendFixture backend;
    backend.faults().add({.kind = Faults::Kind::Delay, .path = list, .times = Faults::always, .delay = 10min});
    Desktop desktop(backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    auto &client = desktop.app().client();
    QTRY_VERIFY(std::holds_alternative<session::Loading>(client.session().state()));
    Wire elsewhere(backend.url());
    elsewhere.api.setCredentials(*client.api().credentials());
    QVERIFY(ask(elsewhere.api, SignOut{}));
    client.session().verify();
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(client.session().state()));
    QVERIFY(canBeginAgain());
    QVERIFY(Desktop::part("signInWindow"_L1, "signInNotice"_L1)); // says why
}

void BeginAgainJourneys::undoneOnThePhoneBeforeTheFirstList()
{
    BackendFixture backend;
    DemoPhone phone(backend.url());
    QTRY_VERIFY(phone.isSignedIn());
    backend.faults().add({.kind = Faults::Kind::Delay, .path = list, .times = Faults::always, .delay = 10min});
    Desktop desktop(backend.url());
    Options qrAtOnce;
    qrAtOnce.qr = true;
    desktop.start(qrAtOnce);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    phone.approval().scanLink(Desktop::codeOnScreen());
    QTRY_VERIFY(!phone.number().isEmpty());
    auto &client = desktop.app().client();
    QTRY_VERIFY(std::holds_alternative<qrlogin::Scanned>(client.qrLogin().state()));
    client.qrLogin().submitNumber(phone.number());
    QTRY_VERIFY(phone.canApprove());
    phone.approval().approve();
    QTRY_VERIFY(phone.isIn<approval::Approved>());
    QTRY_VERIFY(std::holds_alternative<session::Loading>(client.session().state()));
    phone.approval().undo();
    QTRY_VERIFY(phone.isIn<approval::Undone>());
    client.session().verify();
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(client.session().state()));
    QVERIFY(!Desktop::window("qrLoginWindow"_L1));
    QVERIFY(canBeginAgain());
    Desktop::click("signInWindow"_L1, "qrSignIn"_L1);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
}

} // namespace passport

QTEST_MAIN(passport::BeginAgainJourneys)
#include "beginagainjourneys.moc"
