// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/ticketrules.h"
#include "protocol/errorcodes.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const Clock::TimePoint start{std::chrono::hours(24 * 365 * 50)};
const Approver anna{
    .approvalId = ApprovalId(u"A"_s),
    .person = 1,
    .session = SessionId(u"S"_s),
    .phone = u"Phone"_s,
    .number = u"42"_s,
    .network = QrApproval::Network::SameAddress};
const SignInToken sealedToken{.hash = "hash", .travelling = u"sealed"_s};

Ticket waiting()
{
    return {.id = TicketId(u"T"_s), .key = QByteArray(32, 'k'), .openedAt = start, .endsAt = start + qrlife::waiting};
}

Ticket scannedAt(Clock::TimePoint now)
{
    Ticket ticket = waiting();
    ticket.endsAt = now + 1s;
    (void)scanBy(ticket, anna, now);
    return ticket;
}

Ticket numberOk()
{
    Ticket ticket = scannedAt(start);
    (void)typeNumber(ticket, u"42"_s, start);
    return ticket;
}

Ticket approved()
{
    Ticket ticket = numberOk();
    (void)approveWith(ticket, sealedToken, start);
    return ticket;
}

template <typename T> QString codeOf(const Result<T> &result)
{
    return result ? u"ok"_s : result.error().code;
}

} // namespace

class TicketRulesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void aWholeSignIn();
    void livesAreThoseOfTheContract();
    void aLateCallNeverSeesItOpen();
    void onlyTheFirstPersonOwnsIt();
    void theThirdWrongNumberEndsIt();
    void nobodyApprovesBeforeTheNumber();
    void oneClaimSucceeds();
    void anEndedTicketStaysEnded_data();
    void anEndedTicketStaysEnded();
    void basicApprovalSkipsTheNumberAndSaysSo();
    void sequencesOnlyGrow();
    void wrongPortalIsNotedOnceWhileItWaits();
};

void TicketRulesTest::aWholeSignIn()
{
    Ticket ticket = waiting();
    QCOMPARE(codeOf(scanBy(ticket, anna, start)), u"ok"_s);
    QCOMPARE(ticket.state, QrState::Scanned);
    QCOMPARE(codeOf(typeNumber(ticket, u"42"_s, start)), u"ok"_s);
    QCOMPARE(ticket.state, QrState::NumberOk);
    QCOMPARE(codeOf(approveWith(ticket, sealedToken, start)), u"ok"_s);
    QCOMPARE(ticket.state, QrState::Approved);
    QCOMPARE(ticket.token, u"sealed"_s);
    const auto claimed = claimWith(ticket, u"once"_s, start);
    QVERIFY(claimed);
    QCOMPARE(*claimed, ClaimKind::First);
    QCOMPARE(ticket.state, QrState::Claimed);
    QCOMPARE(ticket.rev, 5); // one for each change
    QCOMPARE(ticket.undoLeft(start + 20s), 100s);
}

void TicketRulesTest::livesAreThoseOfTheContract() // SR-3
{
    QCOMPARE(waiting().left(start), 120s);
    QCOMPARE(waiting().left(start + 119s + 1ms), 1s);
    QCOMPARE(scannedAt(start).left(start), 300s);
    QCOMPARE(scannedAt(start + 110s).left(start + 110s), 300s);
    QCOMPARE(scannedAt(start + 400s).left(start + 400s), 200s); // never past 600 s from open
    QCOMPARE(numberOk().left(start), 300s);
    QCOMPARE(approved().left(start), 30s);
}

void TicketRulesTest::aLateCallNeverSeesItOpen()
{
    Ticket ticket = waiting();
    QVERIFY(!expireIfOver(ticket, start + 120s - 1ms));
    QCOMPARE(codeOf(scanBy(ticket, anna, start + 120s)), QString(code::ticketGone));
    QCOMPARE(ticket.state, QrState::Expired);
    Ticket late = approved();
    QCOMPARE(codeOf(claimWith(late, u"once"_s, start + 30s)), QString(code::ticketGone));
    QCOMPARE(late.state, QrState::Expired);
}

void TicketRulesTest::onlyTheFirstPersonOwnsIt()
{
    Ticket ticket = scannedAt(start);
    const Ticket before = ticket;
    Approver again = anna;
    again.number = u"77"_s;
    again.approvalId = ApprovalId(u"B"_s);
    QCOMPARE(codeOf(scanBy(ticket, again, start)), u"ok"_s);
    QCOMPARE(ticket, before); // the same answer: neither number nor approval changes
    Approver boris = anna;
    boris.person = 2;
    QCOMPARE(codeOf(scanBy(ticket, boris, start)), QString(code::ticketGone));
    QCOMPARE(ticket, before);
}

void TicketRulesTest::theThirdWrongNumberEndsIt() // SR-10
{
    Ticket ticket = scannedAt(start);
    for (int left = 2; left >= 0; --left) {
        const auto typed = typeNumber(ticket, u"41"_s, start);
        QCOMPARE(codeOf(typed), QString(code::numberMismatch));
        QCOMPARE(typed.error().triesLeft(), left);
    }
    QCOMPARE(ticket.state, QrState::Declined);
    QCOMPARE(ticket.reason, QrStatus::Reason::Number);
    QCOMPARE(
        codeOf(typeNumber(ticket, u"42"_s, start)), QString(code::ticketGone)); // the fourth is dead, right or wrong
    QCOMPARE(codeOf(approveWith(ticket, sealedToken, start)), QString(code::ticketGone));
}

void TicketRulesTest::nobodyApprovesBeforeTheNumber() // SR-8, SR-10
{
    Ticket ticket = waiting();
    QCOMPARE(codeOf(typeNumber(ticket, u"42"_s, start)), QString(code::notScanned));
    QCOMPARE(codeOf(approveWith(ticket, sealedToken, start)), QString(code::numberPending));
    ticket = scannedAt(start);
    QCOMPARE(codeOf(approveWith(ticket, sealedToken, start)), QString(code::numberPending));
    QVERIFY(ticket.token.isEmpty());
    QCOMPARE(codeOf(claimWith(ticket, u"once"_s, start)), QString(code::ticketGone));
}

void TicketRulesTest::oneClaimSucceeds() // SR-4
{
    Ticket ticket = approved();
    QVERIFY(claimWith(ticket, u"once"_s, start));
    QCOMPARE(codeOf(claimWith(ticket, u"twice"_s, start)), QString(code::used));
    const auto again = claimWith(ticket, u"once"_s, start + 29s);
    QVERIFY(again);
    QCOMPARE(*again, ClaimKind::Again);
    QCOMPARE(codeOf(claimWith(ticket, u"once"_s, start + 30s)), QString(code::used));
}

void TicketRulesTest::anEndedTicketStaysEnded_data()
{
    QTest::addColumn<QrState>("state");
    QTest::newRow("cancelled") << QrState::Cancelled;
    QTest::newRow("disabled") << QrState::Disabled;
    QTest::newRow("expired") << QrState::Expired;
    QTest::newRow("declined") << QrState::Declined;
    QTest::newRow("claimed") << QrState::Claimed;
}

void TicketRulesTest::anEndedTicketStaysEnded()
{
    QFETCH(QrState, state);
    Ticket ticket = approved();
    ticket.state = state;
    ticket.claimedAt = start;
    const Ticket before = ticket;
    const QString gone = code::ticketGone;
    QCOMPARE(codeOf(scanBy(ticket, anna, start)), gone);
    QCOMPARE(codeOf(typeNumber(ticket, u"42"_s, start)), gone);
    QCOMPARE(codeOf(approveWith(ticket, sealedToken, start)), gone);
    QCOMPARE(codeOf(approveBasic(ticket, anna, sealedToken, start)), gone);
    QCOMPARE(codeOf(decline(ticket, start)), gone);
    QVERIFY(!claimWith(ticket, u"once"_s, start));
    QVERIFY(!end(ticket, QrState::Cancelled, start));
    QCOMPARE(ticket, before);
    QCOMPARE(ticket.left(start), 0s);
}

void TicketRulesTest::basicApprovalSkipsTheNumberAndSaysSo()
{
    Ticket ticket = waiting();
    QVERIFY(approveBasic(ticket, anna, sealedToken, start));
    QCOMPARE(ticket.state, QrState::Approved);
    QCOMPARE(ticket.level, QrLevel::Basic);
    QCOMPARE(ticket.left(start), 30s); // it has a key: sealed, and no longer than that
    Ticket plain = waiting();
    plain.key.clear();
    QVERIFY(approveBasic(plain, anna, sealedToken, start));
    QCOMPARE(plain.left(start), 60s);
    Ticket taken = scannedAt(start);
    Approver boris = anna;
    boris.person = 2;
    QCOMPARE(codeOf(approveBasic(taken, boris, sealedToken, start)), QString(code::ticketGone));
}

void TicketRulesTest::sequencesOnlyGrow() // SR-17
{
    Ticket ticket = waiting();
    QVERIFY(!acceptSeq(ticket, 0));
    QVERIFY(acceptSeq(ticket, 1));
    QVERIFY(!acceptSeq(ticket, 1));
    QVERIFY(acceptSeq(ticket, 7));
    QVERIFY(!acceptSeq(ticket, 6));
}

void TicketRulesTest::wrongPortalIsNotedOnceWhileItWaits()
{
    Ticket ticket = waiting();
    QVERIFY(noteWrongPortal(ticket));
    QVERIFY(!noteWrongPortal(ticket));
    QCOMPARE(ticket.state, QrState::Waiting);
    QVERIFY(scanBy(ticket, anna, start));
    QVERIFY(!ticket.wrongPortal); // the right phone came
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::TicketRulesTest)
#include "ticketrules_test.moc"
