// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"
#include "ui/qrlogin/qrcard.h"

#include <QStringList>
#include <QWidget>
#include <chrono>

class QPushButton;

namespace passport {

class CountdownRing;
class IconLabel;
class Label;
class LinkButton;
class MessageStrip;
class NumberedList;
class RememberChoice;

/// The code to point a phone at, and everything around it (mockups 04 and 06): steps, typed code, countdown, line.
/// Shows Idle, Opening, Waiting and Paused.
class QrCodePage : public QWidget {
    Q_OBJECT

public:
    explicit QrCodePage(QWidget *parent = nullptr);

    void render(const qrlogin::State &state);
    /// The countdowns alone; once a second.
    void renderTime();
    /// The path on the phone, as the server knows it; empty = ours.
    void setSteps(const QStringList &steps);
    void setRemember(bool remember);
    /// "Remember me" is the administrator's decision: seen, not changed.
    void setRememberLocked(bool locked);
    void setBrowserOffered(bool offered);
    /// Local clock minus the server's; shown from two minutes on.
    void setClockSkew(std::chrono::seconds skew);
    /// Nothing but the card, as large as the window allows.
    void setEnlarged(bool enlarged);
    /// A code that a phone could read is on the screen.
    [[nodiscard]] bool showsCode() const;

Q_SIGNALS:
    void retryAsked();
    void showCodeAsked();
    void proxyAsked();
    void cancelAsked();
    void enlargeAsked();
    void rememberChanged(bool remember);
    void passwordAsked();
    void browserAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class CoverGesture { None, Retry, ShowCode, Proxy, Cancel, Details };

    void make();
    void layOut();
    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *codeRow();
    [[nodiscard]] QWidget *statusRow();
    [[nodiscard]] QWidget *foot();
    void connectGestures();
    void renderWords();
    void renderCard();
    void renderHint();
    void renderOpening(const qrlogin::Opening &state);
    void renderWaiting(const qrlogin::Waiting &state);
    void renderPaused(const qrlogin::Paused &state);
    void cover(const qrlogin::Outage &outage);
    void renderTypedCode();
    void renderLine();
    void renderStrip();
    void perform(CoverGesture gesture);
    void stripPressed();
    void sayTime(std::chrono::seconds left);
    [[nodiscard]] const qrlogin::Waiting *waiting() const { return std::get_if<qrlogin::Waiting>(&m_state); }
    [[nodiscard]] const qrlogin::Outage *outage() const;

    qrlogin::State m_state;
    QStringList m_serverSteps;
    std::chrono::seconds m_clockSkew{};
    std::chrono::seconds m_saidTime{}; ///< The last countdown that was spoken.
    CoverGesture m_first = CoverGesture::None;
    CoverGesture m_second = CoverGesture::None;
    QWidget *m_head;
    NumberedList *m_steps;
    Label *m_orCamera;
    QrCard *m_card;
    QWidget *m_codeRow;
    Label *m_codeLabel;
    Label *m_typedCode;
    QPushButton *m_copy;
    QWidget *m_statusRow;
    CountdownRing *m_ring;
    Label *m_countdown;
    IconLabel *m_lineIcon;
    Label *m_line;
    MessageStrip *m_strip;
    QWidget *m_foot;
    RememberChoice *m_remember;
    Label *m_otherWays;
    LinkButton *m_password;
    Label *m_dot;
    LinkButton *m_browser;
    Label *m_warning;
};

} // namespace passport
