// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/passwordwords.h"

#include "protocol/errorcodes.h"
#include "protocol/securityapi.h"
#include "ui/errortext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

struct PasswordWords {
    Q_DECLARE_TR_FUNCTIONS(PasswordWords)
};

struct Row {
    QLatin1StringView reason;
    const char *sentence;
};

constexpr std::array table{
    Row{passwordreason::tooShort, QT_TRANSLATE_NOOP("PasswordWords", "Too short: use at least 8 characters.")},
    Row{passwordreason::tooLong, QT_TRANSLATE_NOOP("PasswordWords", "Too long: use at most 128 characters.")},
    Row{passwordreason::common, QT_TRANSLATE_NOOP("PasswordWords", "Many people use it.")},
    Row{passwordreason::context, QT_TRANSLATE_NOOP("PasswordWords", "It is made of your name, e-mail or portal.")},
    Row{passwordreason::keyboard, QT_TRANSLATE_NOOP("PasswordWords", "Neighbouring keys are guessed first.")},
    Row{passwordreason::repeated, QT_TRANSLATE_NOOP("PasswordWords", "Repeating something makes it no stronger.")},
    Row{passwordreason::sequence, QT_TRANSLATE_NOOP("PasswordWords", "A row like abcd or 4321 is guessed first.")},
    Row{passwordreason::date, QT_TRANSLATE_NOOP("PasswordWords", "Dates are easy to guess.")},
    Row{passwordreason::guessable, QT_TRANSLATE_NOOP("PasswordWords", "Easy to guess: add another word.")},
    Row{passwordreason::same, QT_TRANSLATE_NOOP("PasswordWords", "It is the present one.")},
};

} // namespace

QString strengthWord(int score)
{
    switch (score) {
    case 0:
        return PasswordWords::tr("Very weak");
    case 1:
        return PasswordWords::tr("Weak");
    case 2:
        return PasswordWords::tr("Fair");
    case 3:
        return PasswordWords::tr("Strong");
    default:
        return PasswordWords::tr("Very strong");
    }
}

QStringList passwordReasons(const QStringList &reasons)
{
    QStringList sentences;
    for (const Row &row : table) {
        if (reasons.contains(row.reason))
            sentences << PasswordWords::tr(row.sentence);
    }
    return sentences;
}

QStringList refusalReasons(const Error &error)
{
    QStringList reasons;
    for (const auto &reason : error.details.value("reasons"_L1).toArray())
        reasons << reason.toString();
    return passwordReasons(reasons);
}

QString passwordErrorText(const Error &error)
{
    return error.code == code::wrongCredentials ? PasswordWords::tr("The current password is not right.")
                                                : errorText(error);
}

} // namespace passport
