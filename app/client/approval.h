// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/approvalstate.h"
#include "client/pendingrequest.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>

namespace passport {

class ApiClient;
class PushConnection;

/// This device confirms the QR sign-in of another one (api.md 5): scan, look, approve or decline.
///
/// | From          | Event                                                | To                     |
/// |---------------|------------------------------------------------------|------------------------|
/// | any           | scanLink(), enterCode()                              | Scanning               |
/// | Scanning      | taken                                                | Asking                 |
/// | Scanning      | refused                                              | Failed                 |
/// | Asking        | the number was typed there                           | Asking{canApprove}     |
/// | Asking        | approve()                                            | Approving              |
/// | Approving     | taken                                                | Approved               |
/// | Approving     | number pending, no network                           | Asking{error}          |
/// | Asking        | decline()                                            | Declining → Declined   |
/// | Asking        | declined there (number wrong three times)            | Declined               |
/// | Asking …      | cancelled there, time over                           | Gone                   |
/// | Approved      | undo(), as long as undoUntil lasts                   | Undoing → Undone       |
/// | any           | reset()                                              | Idle                   |
///
/// Nothing is approved by scanning alone (SR-8).
class Approval : public QObject {
    Q_OBJECT
public:
    using State = approval::State;

    /// Tests shorten the defaults.
    struct Timing {
        std::chrono::milliseconds poll = std::chrono::seconds(3); ///< Read also without a ring: the person waits.
        std::chrono::milliseconds undoPoll = std::chrono::seconds(2); ///< Until the claim is known.
    };

    /// `push` is the channel of the signed-in Passport.
    Approval(ApiClient &api, PushConnection &push, Timing timing, QObject *parent = nullptr);
    Approval(ApiClient &api, PushConnection &push, QObject *parent = nullptr)
        : Approval(api, push, Timing(), parent)
    {
    }

    [[nodiscard]] const State &state() const { return m_state; }

    /// What a QR code said. Anything but a link of our server ends in Failed{bad_link} without asking the server.
    void scanLink(const QString &text);
    /// The eight letters below a code, in whatever form a person types them.
    void enterCode(const QString &text);
    /// Ignored unless Asking{canApprove}.
    void approve();
    /// Ignored unless Asking.
    void decline();
    /// "That was not me": ends the session that came out. Ignored unless Approved.
    void undo();
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void scan(const ScanQr &request);
    void scanned(const Result<QrApproval> &answer);
    void approved(const Result<QrApprovalState> &answer);
    void declined(const Result<Done> &answer);
    void refused(const approval::Asking &asking, const Error &error);
    void undone(const Result<Done> &answer);
    void readState();
    void stateRead(const Result<QrApprovalState> &answer);
    void follow(const QrApprovalState &now);
    void fail(const Error &error);
    void takeBack();
    void setState(State state);
    [[nodiscard]] const QrApproval *current() const; ///< Null when nothing is being decided.

    ApiClient &m_api;
    Timing m_timing;
    State m_state;
    QTimer m_poll;
    QPointer<PendingRequest> m_call;
};

} // namespace passport
