// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/contacts.h"
#include "backend/accountfixture.h"
#include "backend/http/faults.h"
#include "client/account.h"
#include "client/contactchange.h"
#include "protocol/errorcodes.h"
#include "support/signedin.h"
#include "support/stateof.h"
#include "support/stricttest.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString fresh = u"anna@new.test"_s;
const QString phone = u"+79990000007"_s;

} // namespace

/// Phone numbers and e-mail addresses bound and removed by a signed-in program, against the real server and its outbox.
class ContactsClientTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<AccountFixture>();
    }
    void cleanup()
    {
        m_change.reset();
        m_person.reset();
        m_backend.reset();
    }

    void emailByItsCodeBecomesALogin()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(u" Anna@NEW.test "_s, password(), false);
        QVERIFY(as<contactchange::Sending>(m_change->state()));
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QCOMPARE(as<contactchange::CodeNeeded>(m_change->state())->value, fresh);
        m_change->confirm(m_backend->lastCode(fresh));
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
        QTRY_VERIFY(find(fresh) && find(fresh)->confirmed);
        SignedIn other(m_backend->url());
        other.client().signIn().signIn(fresh, password(), false);
        QTRY_VERIFY(other.client().portals().list());
    }

    void aChangeReplacesTheOldOne()
    {
        const QString old = u"+79000000001"_s;
        begin("anna"_L1, Contact::Kind::Phone, old);
        m_change->send(u"8 (999) 000-00-07"_s, password(), true);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QVERIFY(find(old)); // until the new one is confirmed
        m_change->confirm(m_backend->lastCode(phone));
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
        QCOMPARE(as<contactchange::Bound>(m_change->state())->portals.size(), std::size_t(2));
        QTRY_VERIFY(find(phone) && !find(old));
    }

    void whoClosesWhileItIsSentEntersTheCodeLater()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QVERIFY(as<contactchange::Sending>(m_change->state()));
        m_change.reset();
        QTRY_VERIFY(find(fresh));
        m_change = m_person->client().account().confirmContact(*find(fresh));
        QVERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        m_change->confirm(m_backend->lastCode(fresh));
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
    }

    void threeWrongCodesEndIt() // SR-38
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        const QString right = m_backend->lastCode(fresh);
        const QString wrong = wrongFor(right);
        for (int left = 2; left > 0; --left) {
            m_change->confirm(wrong);
            QTRY_VERIFY(codeError());
            QCOMPARE(codeError()->code, code::wrongCode);
            QCOMPARE(codeError()->triesLeft(), left);
        }
        m_change->confirm(wrong);
        QTRY_VERIFY(as<contactchange::Entering>(m_change->state()));
        QVERIFY(as<contactchange::Entering>(m_change->state())->error);
        QVERIFY(!find(fresh) || !find(fresh)->confirmed);
        m_backend->clock().advance(60s);
        m_change->send(fresh, password(), false); // begun again, it is another code
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
    }

    void aCodeThatCannotLeaveSaysSo() // the mail server is down
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_backend->foundation().post.setHeldUp(Means::Mail, true);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QVERIFY(as<contactchange::CodeNeeded>(m_change->state())->delayed);
        m_change->confirm(m_backend->lastCode(fresh)); // it has come at last
        QVERIFY(as<contactchange::CodeNeeded>(m_change->state())->delayed);
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
    }

    void aCodeIsNotSentTwiceWithinAMinute() // wire.md 4.5
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        const auto *needed = as<contactchange::CodeNeeded>(m_change->state());
        QVERIFY(needed->resendAt.remainingTime() <= 60'000 && !needed->resendAt.hasExpired());
        m_change->resend();
        QVERIFY(!needed->checking); // nothing was asked
        m_change->confirm(m_backend->lastCode(fresh)); // so this one still counts
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
    }

    void askedForAgainTooSoonItLeadsToTheCodeThatWaits() // SR-38
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        m_change = m_person->client().account().changeContact(Contact::Kind::Email, {}); // another dialog
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QVERIFY(!as<contactchange::CodeNeeded>(m_change->state())->resendAt.hasExpired());
        m_change->confirm(m_backend->lastCode(fresh));
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
        QCOMPARE(m_backend->audited(u"contact.ask"_s), 1);
    }

    void askedForAgainTooSoonItCounts() // SR-38: the code of before is spent
    {
        m_backend->clock().stop();
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        const QString wrong = m_backend->lastCode(fresh) == u"111111"_s ? u"222222"_s : u"111111"_s;
        for (int left = 2; left >= 0; --left) {
            m_change->confirm(wrong);
            QTRY_VERIFY(
                (codeError() && codeError()->triesLeft() == left) || as<contactchange::Entering>(m_change->state()));
        }
        QVERIFY(m_change->heldUntil(fresh).hasExpired());
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(sendError() && sendError()->code == code::tooMany);
        QVERIFY(!m_change->heldUntil(u" Anna@NEW.test"_s).hasExpired());
        QVERIFY(m_change->heldUntil(fresh).remainingTime() <= 60'000);
        QVERIFY(m_change->heldUntil(u"anna@other.test"_s).hasExpired());
        m_change->send(u"anna@other.test"_s, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
    }

    // SR-33: a stranger's address looks like a free one, and no code leads anywhere.
    void anAddressOfSomebodyElseSaysNothing()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(u"vera@example.test"_s, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QTRY_COMPARE(m_backend->lettersTo(u"vera@example.test"_s).size(), 1);
        m_change->confirm(u"000000"_s);
        QTRY_VERIFY(codeError());
        QCOMPARE(codeError()->code, code::wrongCode);
    }

    void aWrongPasswordAndNoAddressAreSaid()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(u"not an address"_s, password(), false);
        QVERIFY(sendError()); // at once: nobody was asked
        QCOMPARE(sendError()->code, code::invalidRequest);
        m_change->send(fresh, u"not this one"_s, false);
        QTRY_VERIFY(sendError() && sendError()->code == code::wrongCredentials);
    }

    // The page that the mail leads to has the button; the dialog hears of it by push.
    void theMailedLinkMovesTheDialogOn()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QTRY_COMPARE(m_backend->lettersTo(fresh).size(), 1);
        const QByteArray link = linkIn(m_backend->lettersTo(fresh).first());
        const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
        const RestAnswer pressed
            = RestCaller(m_backend->port())
                  .post("/mail/contact/", form, {{"Content-Type", "application/x-www-form-urlencoded"}});
        QCOMPARE(pressed.status, 200);
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
        QVERIFY(find(fresh) && find(fresh)->confirmed);
    }

    // "This is not me", on the page that the mail leads to.
    void aRefusalAtTheAddressEndsTheDialog()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        QTRY_VERIFY(find(fresh)); // as one that waits
        QTRY_COMPARE(m_backend->lettersTo(fresh).size(), 1);
        const QByteArray link = linkIn(m_backend->lettersTo(fresh).first());
        const QByteArray form = "do=refuse&token=" + link.mid(link.indexOf('=') + 1);
        const RestAnswer pressed
            = RestCaller(m_backend->port())
                  .post("/mail/contact/", form, {{"Content-Type", "application/x-www-form-urlencoded"}});
        QCOMPARE(pressed.status, 200);
        QTRY_VERIFY(sendError() && sendError()->code == code::ticketGone);
        QVERIFY(!find(fresh) && !contacts().codeSentTo(fresh));
    }

    // Another program of the person gives it up.
    void whatIsGivenUpElsewhereEndsTheDialog()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(find(fresh));
        QVERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        const auto other = m_backend->signedIn(u"anna"_s);
        const QJsonObject which{{"id"_L1, find(fresh)->id.toString()}};
        QCOMPARE(other->call("passport.contacts.remove", which).status, 200);
        QTRY_VERIFY(sendError() && sendError()->code == code::ticketGone);
    }

    void removingAsksForAProof() // SR-40
    {
        begin("anna"_L1, Contact::Kind::Email);
        contacts().remove(find(u"+79000000001"_s)->id);
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        gate().cancel();
        QVERIFY(!as<contacts::Ready>(contacts().state())->error);
        contacts().remove(find(u"+79000000001"_s)->id);
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        gate().provePassword(password());
        QTRY_VERIFY(!find(u"+79000000001"_s));
    }

    void theLastWayInStays() // PR-8
    {
        begin("gleb"_L1, Contact::Kind::Email);
        contacts().remove(find(u"gleb@example.test"_s)->id);
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        gate().provePassword(u"gleb-demo-Passport"_s);
        QTRY_VERIFY(as<contacts::Ready>(contacts().state())->error);
        QCOMPARE(as<contacts::Ready>(contacts().state())->error->code, code::lastMethod);
        QVERIFY(find(u"gleb@example.test"_s));
    }

    // The network is gone between the code and the answer: bound once, and heard of after all.
    void aLostAnswerIsHeardAfterAll()
    {
        begin("anna"_L1, Contact::Kind::Email);
        m_change->send(fresh, password(), false);
        QTRY_VERIFY(as<contactchange::CodeNeeded>(m_change->state()));
        const QString typed = m_backend->lastCode(fresh);
        m_backend->faults().mutePush(true); // the list would tell, too
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.contacts.confirm", .times = Faults::always});
        m_change->confirm(typed);
        QTRY_VERIFY(codeError());
        QCOMPARE(codeError()->kind, Error::Kind::Offline);
        m_backend->faults().clear();
        m_change->confirm(typed); // another call would be refused: the code is used up
        QTRY_VERIFY(as<contactchange::Bound>(m_change->state()));
        QCOMPARE(m_backend->audited(u"contact.bind"_s), 1);
    }

private:
    void begin(QLatin1StringView who, Contact::Kind kind, const QString &replaces = {})
    {
        m_person = std::make_unique<SignedIn>(m_backend->url());
        m_person->signIn(who);
        QTRY_VERIFY(m_person->client().push().isOnline());
        contacts().refresh();
        QTRY_VERIFY(as<contacts::Ready>(contacts().state()));
        const auto old = replaces.isEmpty() ? std::nullopt : std::optional(find(replaces)->id);
        m_change = m_person->client().account().changeContact(kind, old);
    }
    Contacts &contacts() { return m_person->client().account().contacts(); }
    StepUpGate &gate() { return m_person->client().account().gate(); }
    static QString password() { return u"anna-demo-Passport"_s; }
    const Contact *find(const QString &value)
    {
        const auto *ready = as<contacts::Ready>(contacts().state());
        if (!ready)
            return nullptr;
        const auto found = std::ranges::find(ready->items, value, &Contact::value);
        return found == ready->items.end() ? nullptr : &*found;
    }
    std::optional<Error> codeError()
    {
        const auto *needed = as<contactchange::CodeNeeded>(m_change->state());
        return needed ? needed->error : std::nullopt;
    }
    std::optional<Error> sendError()
    {
        const auto *entering = as<contactchange::Entering>(m_change->state());
        return entering ? entering->error : std::nullopt;
    }

    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<ContactChange> m_change;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ContactsClientTest)
#include "contactstest.moc"
