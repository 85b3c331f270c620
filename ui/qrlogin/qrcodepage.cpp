// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/qrlogin/qrcodepage.h"

#include "protocol/qrlink.h"
#include "ui/errortext.h"
#include "ui/statetext.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/countdownring.h"
#include "ui/widgets/details.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/numberedlist.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/rememberchoice.h"

#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

constexpr auto clockTolerance = 2min; // less disturbs nobody
constexpr auto codeLife = 120s; // api.md 5: what the ring is full at

} // namespace

bool QrCodePage::showsCode() const
{
    return waiting() != nullptr && waiting()->line.isLive();
}

const qrlogin::Outage *QrCodePage::outage() const
{
    if (const auto *opening = std::get_if<qrlogin::Opening>(&m_state); opening != nullptr && opening->outage)
        return &*opening->outage;
    return waiting() != nullptr && waiting()->line.outage ? &*waiting()->line.outage : nullptr;
}

void QrCodePage::render(const qrlogin::State &state)
{
    const bool had = outage() != nullptr;
    m_state = state;
    renderCard();
    renderTypedCode();
    renderLine();
    renderStrip();
    renderTime();
    if (outage() != nullptr && !had) // once per outage, without the seconds
        announce(*m_line, outageTitle(outage()->why, outage()->host));
}

void QrCodePage::renderCard()
{
    QrView &view = m_card->view();
    m_card->setEnlargeable(showsCode());
    if (const auto *state = waiting())
        renderWaiting(*state);
    else if (const auto *paused = std::get_if<qrlogin::Paused>(&m_state))
        renderPaused(*paused);
    else if (const auto *opening = std::get_if<qrlogin::Opening>(&m_state))
        renderOpening(*opening);
    else
        renderOpening({});
    renderHint();
    view.setAccessibleName(
        showsCode() ? tr("QR code for signing in. Code to type: %1").arg(spelled(waiting()->ticket.typedCode))
                    : tr("No code is shown now"));
}

void QrCodePage::renderHint()
{
    const QString camera = tr("Or just point the camera at it.");
    const auto *state = waiting();
    const bool ofPortal = state != nullptr && state->ticket.portal;
    m_orCamera->setText(ofPortal ? camera + u' ' + tr("Portal: %1").arg(state->ticket.portal->address) : camera);
}

void QrCodePage::renderOpening(const qrlogin::Opening &state)
{
    m_card->view().setCode(std::nullopt);
    if (state.outage)
        return cover(*state.outage);
    m_card->view().setLook(state.slow ? QrView::Look::Empty : QrView::Look::Preparing);
    m_first = state.slow ? CoverGesture::Retry : CoverGesture::None;
    m_second = CoverGesture::Cancel;
    m_card->showCover(
        {.icon = state.slow ? "wait"_L1 : QLatin1StringView(),
         .tone = Tone::Secondary,
         .title = state.slow ? tr("Preparing the code…") : QString(),
         .text = state.slow ? tr("The server takes longer than usual.") : u"\n"_s + tr("Preparing the code…"),
         .first = state.slow ? tr("Try again") : QString(),
         .second = tr("Cancel")});
}

void QrCodePage::renderWaiting(const qrlogin::Waiting &state)
{
    const Result<QrCode> code = QrCode::fromText(state.ticket.link);
    m_card->view().setCode(code ? std::optional(*code) : std::nullopt);
    if (!state.line.isLive())
        return cover(*state.line.outage);
    m_card->view().setLook(QrView::Look::Code);
    m_card->showCode();
}

void QrCodePage::renderPaused(const qrlogin::Paused &state)
{
    m_card->view().setCode(std::nullopt);
    m_card->view().setLook(QrView::Look::Empty);
    const bool unattended = state.reason == qrlogin::Paused::Reason::Unattended;
    m_first = unattended ? CoverGesture::ShowCode : CoverGesture::None;
    m_second = CoverGesture::None;
    m_card->showCover(
        {.icon = "eye-off"_L1,
         .tone = Tone::Secondary,
         .title = {},
         .text = tr("The code is hidden so that nobody can photograph it."),
         .first = unattended ? tr("Show the code") : QString(),
         .second = {}});
}

void QrCodePage::cover(const qrlogin::Outage &outage)
{
    m_card->view().setLook(QrView::Look::Covered); // SR-20
    const std::chrono::seconds wait = secondsLeft(outage.nextTry);
    const QString when = wait > 0s ? tr("Trying again in %1 s").arg(wait.count()) : tr("Trying again…");
    QrCard::Cover shown{
        .icon = "offline"_L1,
        .tone = Tone::Warning,
        .title = outageTitle(outage.why, outage.host),
        .text = when,
        .first = tr("Try again now"),
        .second = tr("Set up the proxy")};
    m_first = CoverGesture::Retry;
    m_second = CoverGesture::Proxy;
    if (outage.why.kind == Error::Kind::Insecure) {
        shown.icon = "shield"_L1;
        shown.tone = Tone::Error;
        shown.second = tr("Details");
        m_second = CoverGesture::Details;
    } else if (outage.why.kind == Error::Kind::ProxyAuth) {
        shown.icon = "proxy"_L1;
        shown.first = tr("Enter");
        m_first = CoverGesture::Proxy;
        shown.second = QString();
    } else if (!hasNoAnswer(outage.why)) {
        shown.second = tr("Details");
        m_second = CoverGesture::Details;
    }
    m_card->showCover(shown);
}

void QrCodePage::renderTypedCode()
{
    const bool usable = showsCode();
    const QString code = usable ? shownTypedCode(waiting()->ticket.typedCode) : u"••••-••••"_s;
    m_typedCode->setText(code);
    m_typedCode->setTone(usable ? Tone::Normal : Tone::Disabled);
    m_typedCode->setTextInteractionFlags(
        usable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::NoTextInteraction);
    m_typedCode->setFocusPolicy(usable ? Qt::StrongFocus : Qt::NoFocus);
    m_typedCode->setAccessibleName(usable ? tr("Code to type: %1").arg(spelled(code)) : tr("No code to type now"));
    m_copy->setEnabled(usable);
    m_copy->setAccessibleDescription(usable ? QString() : tr("There is no code now"));
}

void QrCodePage::renderLine()
{
    if (outage() != nullptr) {
        m_lineIcon->setIcon("offline"_L1, Tone::Warning);
        m_line->setTone(Tone::Warning);
        m_line->setText(hasNoAnswer(outage()->why) ? tr("No connection") : tr("Not available"));
    } else {
        m_lineIcon->setIcon("online"_L1, Tone::Success);
        m_line->setTone(Tone::Success);
        m_line->setText(tr("Online"));
    }
    const bool known = outage() != nullptr || waiting() != nullptr;
    m_line->setVisible(known);
    m_lineIcon->setVisible(known);
}

void QrCodePage::renderStrip()
{
    const auto *state = waiting();
    if (state != nullptr && state->wrongPortal) {
        const QString needed = state->ticket.portal ? state->ticket.portal->title : tr("Another one");
        m_strip->setMessage(
            Tone::Warning, tr("Your phone is signed in to a different portal. %1 is needed").arg(needed),
            tr("How to switch"));
    } else if (std::chrono::abs(m_clockSkew) >= clockTolerance) {
        m_strip->setMessage(
            Tone::Warning, tr("This computer's clock is off by %1").arg(shownDuration(std::chrono::abs(m_clockSkew))),
            tr("How to fix it"));
    } else if (state != nullptr && state->line.limited) {
        m_strip->setMessage(Tone::Accent, tr("Limited connection: checking less often"));
    } else if (state != nullptr && state->lonely) {
        m_strip->setMessage(Tone::Accent, tr("Sign in to the Bitrix24 mobile app first"), tr("Another way"));
    } else {
        m_strip->hide();
        return;
    }
    m_strip->show();
}

void QrCodePage::renderTime()
{
    if (outage() != nullptr) {
        cover(*outage());
        m_countdown->setText(tr("The code comes with the connection"));
    } else if (const auto *state = waiting(); state != nullptr && state->refreshing) {
        m_countdown->setText(tr("Getting a new code…"));
    } else if (state != nullptr) {
        const std::chrono::seconds left = secondsLeft(state->expires);
        m_countdown->setText(tr("New code in %1").arg(shownTime(left)));
        m_countdown->setAccessibleName(tr("Scan the code with your phone. New code in %1").arg(shownTime(left)));
        m_ring->setFraction(std::chrono::duration<double>(left) / codeLife);
        sayTime(left);
    } else {
        m_countdown->setText({});
    }
    m_ring->setVisible(showsCode());
    m_countdown->setTone(outage() != nullptr ? Tone::Secondary : Tone::Normal);
}

void QrCodePage::sayTime(std::chrono::seconds left)
{
    // A countdown that is spoken every second says nothing else: at the start, at 30 s and at 10 s.
    const bool start = left > m_saidTime;
    const bool due = (left <= 30s && m_saidTime > 30s) || (left <= 10s && m_saidTime > 10s);
    if (!start && !due)
        return;
    m_saidTime = left;
    announce(*m_countdown, m_countdown->accessibleName());
}

void QrCodePage::perform(CoverGesture gesture)
{
    switch (gesture) {
    case CoverGesture::None:
        return;
    case CoverGesture::Retry:
        return Q_EMIT retryAsked();
    case CoverGesture::ShowCode:
        return Q_EMIT showCodeAsked();
    case CoverGesture::Proxy:
        return Q_EMIT proxyAsked();
    case CoverGesture::Cancel:
        return Q_EMIT cancelAsked();
    case CoverGesture::Details:
        if (outage() != nullptr) {
            const ErrorWords words = errorWords(outage()->why);
            showDetails(*this, words.title, words.sentence + u'\n' + errorDetails(outage()->why));
        }
    }
}

void QrCodePage::stripPressed()
{
    if (waiting() != nullptr && waiting()->wrongPortal) {
        showDetails(
            *this, tr("How to switch the portal on the phone"),
            tr("In the app, open the menu, press the name of the portal at the top and choose the portal that is "
               "needed "
               "here. Then scan the code again."));
    } else if (std::chrono::abs(m_clockSkew) >= clockTolerance) {
        showDetails(
            *this, tr("How to set the clock"),
            tr("In the system's settings, under date and time, turn on setting the time from the network. Signing in "
               "works meanwhile: no time of this computer is used for it."));
    } else {
        Q_EMIT passwordAsked();
    }
}

void QrCodePage::setSteps(const QStringList &steps)
{
    m_serverSteps = steps;
    renderWords();
}

void QrCodePage::setRemember(bool remember)
{
    m_remember->setChecked(remember);
}

void QrCodePage::setRememberLocked(bool locked)
{
    m_remember->setLocked(locked);
}

void QrCodePage::setBrowserOffered(bool offered)
{
    m_browser->setVisible(offered);
    m_dot->setVisible(offered);
}

void QrCodePage::setClockSkew(std::chrono::seconds skew)
{
    m_clockSkew = skew;
    renderStrip();
}

void QrCodePage::setEnlarged(bool enlarged)
{
    for (QWidget *around : {m_head, m_codeRow, m_statusRow, m_foot})
        around->setVisible(!enlarged);
    if (enlarged)
        m_strip->hide();
    else
        renderStrip();
    m_card->setEnlarged(enlarged);
}

void QrCodePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    renderWords();
    render(m_state);
}

} // namespace passport
