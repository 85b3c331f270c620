// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/signin/secondstep.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace passport {

class BusyButton;
class Card;
class CodeBoxes;
class Label;
class PageHeader;
class PersonLine;
class ResendLink;
struct ShownPerson;
class WayButton;

/// The code after the password or after the phone's approval (mockup 03): six cells, or a field for a recovery code,
/// and the other ways under it.
class SecondStepPage : public QWidget {
    Q_OBJECT

public:
    explicit SecondStepPage(QWidget *parent = nullptr);

    void render(const SecondStepView &view);
    /// Who is signing in, as far as it is known; of whom nothing is, is not shown.
    void setPerson(const ShownPerson &person);

Q_SIGNALS:
    void submitted(const QString &method, const QString &code);
    /// The person has chosen the code by SMS, or wants another one: it is to be sent.
    void smsAsked();
    void backPressed();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectGestures();
    void renderWords();
    void renderWays();
    void choose(const QString &method);
    void chooseSms();
    [[nodiscard]] QString smsWords() const;
    void submit();
    [[nodiscard]] QString code() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool mayType() const;
    void focusCode();
    void codeEdited();

    SecondStepView m_view;
    QString m_method;
    PageHeader *m_header;
    PersonLine *m_person;
    Label *m_title;
    Label *m_explanation;
    CodeBoxes *m_boxes;
    QLineEdit *m_recovery;
    Label *m_hint;
    Label *m_error;
    ResendLink *m_resend;
    BusyButton *m_continue;
    Label *m_otherWays;
    Card *m_ways;
    WayButton *m_totp;
    WayButton *m_sms;
    WayButton *m_recoveryWay;
    QTimer m_seconds; // counts `busyUntil` down
};

} // namespace passport
