// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace passport {

class Avatar;
class Label;

/// A person as one line of a page shows him. What is not known is empty.
struct ShownPerson {
    QString name; ///< May be masked.
    QString initials;
    QString account; ///< What he signs in with, as it was typed.
    QImage photo;
};

/// A person: picture, name, and under it what he signs in with; that alone where the name is not known.
class PersonLine : public QWidget {
    Q_OBJECT

public:
    /// The two texts are called `name` + "Name" and "Account"; the picture has `side` logical pixels.
    PersonLine(const QString &name, int side, QWidget *parent = nullptr);

    void setPerson(const ShownPerson &person);

private:
    Avatar *m_picture;
    Label *m_name;
    Label *m_account;
};

} // namespace passport
