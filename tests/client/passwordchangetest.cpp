// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/passwordchange.h"
#include "backend/accountfixture.h"
#include "backend/http/faults.h"
#include "client/account.h"
#include "protocol/errorcodes.h"
#include "support/signedin.h"
#include "support/stricttest.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString good = u"seven green herons"_s;

} // namespace

/// Another password and the end of a Passport, in a signed-in program and as another one of the same person sees it.
class PasswordChangeTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<AccountFixture>();
    }
    void cleanup()
    {
        m_there.reset();
        m_here.reset();
        m_backend.reset();
    }

    void isJudgedWhileItIsTyped_data() // SR-35
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reason"); // empty: good
        QTest::newRow("short") << u"aB3$x"_s << QString(passwordreason::tooShort);
        QTest::newRow("everybody's") << u"password1"_s << QString(passwordreason::common);
        QTest::newRow("her portal") << u"romashka7"_s << QString(passwordreason::context);
        QTest::newRow("her name") << u"Иванова1"_s << QString(passwordreason::context);
        QTest::newRow("good") << good << QString();
    }
    void isJudgedWhileItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, reason);
        signIn("anna"_L1);
        change().type(typed.first(3)); // what is typed over is not judged
        change().type(typed);
        QTRY_VERIFY(editing() && editing()->strength);
        const PasswordStrength strength = *editing()->strength;
        QCOMPARE(strength.score >= PasswordStrength::lowestAccepted, reason.isEmpty());
        QVERIFY(reason.isEmpty() ? strength.reasons.isEmpty() : strength.reasons.contains(reason));
        QVERIFY(!editing()->judging);
        change().type(typed + u'x'); // of that one nothing is known yet
        QVERIFY(editing()->judging && !editing()->strength);
        QTRY_VERIFY(editing()->strength && !editing()->judging);
        change().type({});
        QVERIFY(!editing()->judging && !editing()->strength);
    }

    void withoutAnAnswerNothingIsSaid()
    {
        signIn("anna"_L1);
        m_backend->faults().add(
            {.kind = Faults::Kind::DropBefore, .path = "passport.password.check", .times = Faults::always});
        change().type(good);
        QVERIFY(editing()->judging);
        QTRY_VERIFY(!editing()->judging);
        QVERIFY(!editing()->strength && !editing()->error);
    }

    void aWeakOneIsRefusedWithTheReason() // SR-35
    {
        signIn("anna"_L1);
        change().change(password("anna"_L1), u"romashka7"_s, true);
        QVERIFY(std::holds_alternative<passwordchange::Saving>(change().state()));
        QTRY_VERIFY(editing() && editing()->error);
        QCOMPARE(editing()->error->code, code::weakPassword);
        change().change(u"not this one"_s, good, true);
        QTRY_VERIFY(editing() && editing()->error && editing()->error->code == code::wrongCredentials);
    }

    void endsTheSignInsElsewhere() // PR-6, SR-43
    {
        signIn("anna"_L1);
        change().change(password("anna"_L1), good, true);
        QTRY_VERIFY(std::holds_alternative<passwordchange::Changed>(change().state()));
        QTRY_VERIFY(ended(*m_there));
        QCOMPARE(ended(*m_there)->reason, session::EndReason::Expired);
        QCOMPARE(ended(*m_there)->word, u"password_changed"_s);
        QVERIFY(!ended(*m_here)); // who changed it stays
        m_there->signIn("anna"_L1);
        QTRY_VERIFY(isRefused(*m_there));
        m_there->client().signIn().signIn(u"anna@example.test"_s, good, false);
        QTRY_VERIFY(m_there->client().portals().list());
    }

    void mayLeaveTheSignInsElsewhere()
    {
        signIn("anna"_L1);
        change().change(password("anna"_L1), good, false);
        QTRY_VERIFY(std::holds_alternative<passwordchange::Changed>(change().state()));
        QSignalSpy read(&m_there->client().session(), &Session::profileChanged);
        m_there->client().session().readProfile(); // the server would say so now
        QTRY_VERIFY(!read.isEmpty());
        QVERIFY(!ended(*m_there));
    }

    // The network is gone between "Change" and the answer: done once, and heard of after all.
    void aLostAnswerIsHeardAfterAll_data()
    {
        QTest::addColumn<Faults::Kind>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("cut") << Faults::Kind::DropMidBody << Error::Kind::Offline;
        QTest::newRow("noise") << Faults::Kind::Garble << Error::Kind::Malformed;
    }
    void aLostAnswerIsHeardAfterAll()
    {
        QFETCH(Faults::Kind, fault);
        QFETCH(Error::Kind, kind);
        signIn("anna"_L1);
        m_backend->faults().add({.kind = fault, .path = "passport.password.change", .times = Faults::always});
        change().change(password("anna"_L1), good, true);
        QTRY_VERIFY(editing() && editing()->error);
        QCOMPARE(editing()->error->kind, kind);
        m_backend->faults().clear();
        change().change(password("anna"_L1), good, true); // another call would be refused: it is the old one now
        QTRY_VERIFY(std::holds_alternative<passwordchange::Changed>(change().state()));
    }

    void aCallThatArrivedTwiceIsDoneOnce() // SR-28
    {
        signIn("anna"_L1);
        m_backend->faults().add({.kind = Faults::Kind::DropAfter, .path = "passport.password.change"});
        change().change(password("anna"_L1), good, true);
        QTRY_VERIFY(
            std::holds_alternative<passwordchange::Changed>(change().state()) || (editing() && editing()->error));
        QVERIFY(std::holds_alternative<passwordchange::Changed>(change().state()));
    }

    void portalsKeepAPassportFromBeingDeleted() // SR-44
    {
        signIn("anna"_L1);
        deletion().remove(password("anna"_L1));
        QTRY_VERIFY(std::holds_alternative<deletion::Blocked>(deletion().state()));
        QStringList titles;
        for (const BindingPortal &portal : std::get<deletion::Blocked>(deletion().state()).portals)
            titles << portal.title;
        titles.sort();
        QCOMPARE(titles, QStringList({u"Ромашка"_s, u"Склад"_s})); // an invitation binds nobody
        QVERIFY(!ended(*m_here));
    }

    void aDeletedPassportIsGoneEverywhere() // PR-16
    {
        signIn("gleb"_L1, true);
        QCOMPARE(record(), Settings::SessionRecord::Kept);
        deletion().remove(u"not this one"_s);
        QTRY_VERIFY(asking() && asking()->error);
        QCOMPARE(asking()->error->code, code::wrongCredentials);
        deletion().remove(password("gleb"_L1));
        QTRY_VERIFY(ended(*m_here));
        QCOMPARE(ended(*m_here)->reason, session::EndReason::Deleted);
        QTRY_COMPARE(record(), Settings::SessionRecord::None); // nothing of it is left in the keyring
        QTRY_VERIFY(ended(*m_there));
        QCOMPARE(ended(*m_there)->word, u"deleted"_s);
        m_here->signIn("gleb"_L1);
        QTRY_VERIFY(isRefused(*m_here));
    }

    // The network is gone between "Delete" and the answer: what is gone is not asked for again.
    void aLostAnswerToADeletionEndsSignedOut()
    {
        signIn("gleb"_L1);
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.delete", .times = Faults::always});
        deletion().remove(password("gleb"_L1));
        QTRY_VERIFY(ended(*m_here)); // the doorbell tells
        QTRY_VERIFY(ended(*m_there));
    }

    // Nor does it matter that no doorbell is heard: whoever presses again hears that it is done.
    void aDeletionAskedForAgainIsDone()
    {
        signIn("gleb"_L1, true);
        m_backend->faults().mutePush(true);
        m_backend->faults().add(
            {.kind = Faults::Kind::DropBefore, .path = "passport.pull.config", .times = Faults::always});
        m_backend->faults().add({.kind = Faults::Kind::DropMidBody, .path = "passport.delete"});
        deletion().remove(password("gleb"_L1));
        QTRY_VERIFY(asking() && asking()->error);
        QCOMPARE(asking()->error->kind, Error::Kind::Offline);
        bool deleted = false;
        connect(&deletion(), &AccountDeletion::stateChanged, this, [&] {
            deleted = deleted || std::holds_alternative<deletion::Deleted>(deletion().state());
        });
        deletion().remove(password("gleb"_L1));
        QTRY_VERIFY(ended(*m_here));
        QVERIFY(deleted);
        QTRY_COMPARE(record(), Settings::SessionRecord::None);
        QCOMPARE(m_backend->audited(u"passport.delete"_s), 1);
    }

    // The other device was not there when it happened.
    void anotherDeviceHearsWhyItIsSignedOut()
    {
        signIn("gleb"_L1);
        m_backend->faults().mutePush(true);
        deletion().remove(password("gleb"_L1));
        QTRY_VERIFY(ended(*m_here));
        m_there->client().portals().refresh();
        QTRY_VERIFY(ended(*m_there));
        QCOMPARE(ended(*m_there)->word, u"deleted"_s);
    }

private:
    void signIn(QLatin1StringView who, bool remember = false)
    {
        m_here = std::make_unique<SignedIn>(m_backend->url());
        m_there = std::make_unique<SignedIn>(m_backend->url());
        for (SignedIn *person : {m_here.get(), m_there.get()}) {
            person->signIn(who, remember);
            QTRY_VERIFY(person->client().push().isOnline());
        }
    }
    static QString password(QLatin1StringView who) { return who + "-demo-Passport"_L1; }
    PasswordChange &change() { return m_here->client().account().password(); }
    AccountDeletion &deletion() { return m_here->client().account().deletion(); }
    const passwordchange::Editing *editing() { return std::get_if<passwordchange::Editing>(&change().state()); }
    const deletion::Asking *asking() { return std::get_if<deletion::Asking>(&deletion().state()); }
    Settings::SessionRecord record()
    {
        auto &client = m_here->client();
        return client.settings().sessionRecord(client.api().origin());
    }
    static bool isRefused(SignedIn &person)
    {
        const auto *editing = std::get_if<signin::Editing>(&person.client().signIn().state());
        return editing && editing->error && editing->error->code == code::wrongCredentials;
    }
    static const session::SignedOut *ended(SignedIn &person)
    {
        return std::get_if<session::SignedOut>(&person.client().session().state());
    }

    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<SignedIn> m_here;
    std::unique_ptr<SignedIn> m_there;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PasswordChangeTest)
#include "passwordchangetest.moc"
