// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "journeys/cable.h"
#include "journeys/demophone.h"
#include "qr/qrreader.h"
#include "support/stricttest.h"
#include "ui/qrlogin/qrloginwindow.h"

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// One computer that asks to be signed in: its machines and its QR window.
struct Asker {
    explicit Asker(const QUrl &server)
        : machines(server)
    {
        window.follow(machines.client().qrLogin());
    }

    /// The window asks for a code when it is shown.
    void start() { window.show(); }

    QString code()
    {
        const auto read = readQr(window.grab().toImage());
        return read ? *read : QString();
    }
    template <typename S> bool isIn() { return std::holds_alternative<S>(machines.client().qrLogin().state()); }
    QString typedCode()
    {
        const auto *waiting = std::get_if<qrlogin::Waiting>(&machines.client().qrLogin().state());
        return waiting ? waiting->ticket.typedCode : QString();
    }
    bool isSignedIn() { return std::holds_alternative<session::SignedIn>(machines.client().session().state()); }

    SignedIn machines;
    QrLoginWindow window;
};

} // namespace

/// The server or the way to it goes away in the middle, and everybody goes on.
class OutageJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void threeSurviveAKill();
    void approvalWhileTheCableIsOut();
};

void OutageJourneys::threeSurviveAKill()
{
    BackendProcess backend;
    QTRY_VERIFY(backend.isReady());
    DemoPhone phone(backend.url());
    DemoPhone second(backend.url());
    DemoPhone third(backend.url());
    QTRY_VERIFY(phone.isSignedIn() && second.isSignedIn() && third.isSignedIn());
    Asker waiting(backend.url());
    Asker scanned(backend.url());
    Asker approved(backend.url());
    for (auto *asker : {&waiting, &scanned, &approved})
        asker->start();
    QTRY_VERIFY(!waiting.code().isEmpty() && !scanned.code().isEmpty() && !approved.code().isEmpty());
    const auto code = waiting.code();

    second.approval().scanLink(scanned.code());
    QTRY_VERIFY(scanned.isIn<qrlogin::Scanned>());
    third.approval().scanLink(approved.code());
    QTRY_VERIFY(approved.isIn<qrlogin::Scanned>());
    approved.machines.client().qrLogin().submitNumber(third.number());
    QTRY_VERIFY(third.canApprove());
    third.approval().approve();
    backend.kill(); // while the approval is on its way to the window, or just there
    QTRY_VERIFY(backend.isGone());
    backend.start();
    QTRY_VERIFY(backend.isReady());

    if (!approved.isSignedIn() && third.isIn<approval::Asking>())
        third.approval().approve(); // the answer to the first one was lost with the server
    QTRY_VERIFY(approved.isSignedIn());
    QTRY_VERIFY(scanned.isIn<qrlogin::Scanned>());
    scanned.machines.client().qrLogin().submitNumber(second.number());
    QTRY_VERIFY(second.canApprove());
    second.approval().approve();
    QTRY_VERIFY(scanned.isSignedIn());

    QTRY_COMPARE(waiting.code(), code); // the very same code, no new scan
    phone.approval().scanLink(code);
    QTRY_VERIFY(waiting.isIn<qrlogin::Scanned>());
    waiting.machines.client().qrLogin().submitNumber(phone.number());
    QTRY_VERIFY(phone.canApprove());
    phone.approval().approve();
    QTRY_VERIFY(waiting.isSignedIn());
}

void OutageJourneys::approvalWhileTheCableIsOut()
{
    Cable cable;
    BackendProcess backend(0, cable.url()); // the window's computer dials the cable, the phone the server itself
    cable.leadTo(backend.url());
    QTRY_VERIFY(backend.isReady());
    Asker asker(cable.url());
    asker.start();
    DemoPhone phone(backend.url());
    QTRY_VERIFY(phone.isSignedIn());
    QTRY_VERIFY(!asker.typedCode().isEmpty());
    phone.approval().enterCode(asker.typedCode());
    QTRY_VERIFY(asker.isIn<qrlogin::Scanned>());
    asker.machines.client().qrLogin().submitNumber(phone.number());
    QTRY_VERIFY(phone.canApprove());
    cable.pull();
    phone.approval().approve();
    QTRY_VERIFY(phone.isIn<approval::Approved>());
    QVERIFY(!asker.isSignedIn());
    cable.plugIn();
    QTRY_VERIFY(asker.isSignedIn()); // SR-23
}

} // namespace passport

QTEST_MAIN(passport::OutageJourneys)
#include "outagejourneys.moc"
