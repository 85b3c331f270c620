// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/passwordfield.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QKeyEvent>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace passport {

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(new QToolButton(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    setTextMargins(0, 0, measure::margin, 0);
    m_eye->setObjectName(u"passwordEye"_s);
    m_eye->setFocusPolicy(Qt::TabFocus);
    m_eye->setCheckable(true);
    m_eye->setCursor(Qt::ArrowCursor);
    m_eye->setIconSize({measure::icon, measure::icon});
    connect(m_eye, &QToolButton::toggled, this, &PasswordField::showPassword);
    showPassword(false);
}

void PasswordField::showPassword(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(lineIcon(shown ? "eye-off"_L1 : "eye"_L1));
    const QString words = shown ? tr("Hide the password") : tr("Show the password");
    m_eye->setToolTip(words);
    m_eye->setAccessibleName(words);
}

void PasswordField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showPassword(m_eye->isChecked());
}

void PasswordField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    setCapsLock(false); // it may be switched off elsewhere; the next letter tells
}

void PasswordField::keyPressEvent(QKeyEvent *event)
{
    if (m_eye->hasFocus())
        return event->ignore(); // what the button has no use for is the dialog's, not typed into the password
    const QString typed = event->text();
    if (event->key() == Qt::Key_CapsLock)
        setCapsLock(!m_capsLock);
    else if (typed.size() == 1 && typed.at(0).toUpper() != typed.at(0).toLower())
        setCapsLock(typed.at(0).isUpper() != event->modifiers().testFlag(Qt::ShiftModifier));
    QLineEdit::keyPressEvent(event);
}

void PasswordField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    constexpr int side = measure::compact;
    const QRect place(width() - side - measure::half, (height() - side) / 2, side, side);
    m_eye->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void PasswordField::setCapsLock(bool on)
{
    if (m_capsLock == on)
        return;
    m_capsLock = on;
    Q_EMIT capsLockChanged(on);
}

} // namespace passport
