// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace passport {

/// A person as another window may know him before he has signed in: masked ("А. И…а") and two initials (api.md 5).
struct MaskedPerson {
    QString name;
    QString initials;

    static Result<MaskedPerson> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const MaskedPerson &) const = default;
};

/// A person as he sees himself.
struct Person {
    QString name;
    std::optional<QString> avatarUrl;

    static Result<Person> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Person &) const = default;
};

/// What the person may edit about himself; `revision` grows with every change (optimistic locking).
struct Profile {
    QString firstName;
    QString lastName;
    std::optional<QString> photoUrl;
    qint64 revision = 0;

    [[nodiscard]] QString fullName() const;
    static Result<Profile> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Profile &) const = default;
};

/// What a program says of itself; always shown as such. 64 characters a part, without control and bidirectional ones.
struct Device {
    QString name;
    QString os;
    QString app;

    static Result<Device> fromJson(const QJsonObject &json); ///< Cleans and cuts each part (SR-9).
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Device &) const = default;
};

/// `text` without control, format and bidirectional characters, at most `characters` long (whole code points). Of the
/// invisible ones the joiners stay where they make another sign of those beside them: in a word of an alphabet that
/// joins its letters, after a virama, and between the parts of an emoji.
[[nodiscard]] QString cleaned(const QString &text, qsizetype characters = 64);

} // namespace passport
