// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QImage>
#include <QMenu>
#include <QToolButton>

namespace passport {

/// Who is signed in, at the top of the sidebar; its menu ends the sign-in, or the Passport.
class AccountButton : public QToolButton {
    Q_OBJECT
public:
    explicit AccountButton(QWidget *parent = nullptr);

    struct Person {
        QString name; ///< Empty while it is not known, like the next two.
        QString initials;
        QString login;
        QString server; ///< Where the Passport lives; stands for an unknown login.
        QImage photo; ///< Null: the initials stand for it.
    };
    void setPerson(const Person &person);
    /// Only the picture, where there is no room.
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void signOutRequested();
    void deletionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Person m_person;
    QMenu m_menu;
    QAction *m_signOut;
    QAction *m_delete;
    bool m_compact = false;
};

} // namespace passport
