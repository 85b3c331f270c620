// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/templates.h"

#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <chrono>

namespace passport {

/// Something told to a person outside of the programs, by mail or SMS. Its words are in resources/backend/mail.
struct Letter {
    QString kind; ///< See namespace letter.
    QString to; ///< An e-mail address, or a phone as + and digits: by which means it goes.
    PageLanguage language = PageLanguage::English; ///< Of its reader (mail/readerlanguage.h).
    PageValues values = {}; ///< What the text of this kind names.
    /// Afterwards it is worth nothing any more and is dropped instead of delivered: a code's life.
    std::chrono::seconds goodFor = std::chrono::hours(72);
};

/// Every kind of letter. Its texts are "<kind>.subject" and "<kind>.text" for a mail, "<kind>.sms" for a message;
/// behind it the values it names. A paragraph that is only the code or only the link is shown large.
namespace letter {
inline constexpr QLatin1StringView contactCode("contact.code"); ///< code, link (of a mail), person, time (SR-38)
inline constexpr QLatin1StringView contactTaken("contact.taken"); ///< – ; to whom it belongs (SR-33)
inline constexpr QLatin1StringView contactAdded("contact.added"); ///< value; to the other contacts (SR-40)
inline constexpr QLatin1StringView contactRemoved("contact.removed"); ///< value; to the old and the other contacts
inline constexpr QLatin1StringView passwordChanged("password.changed"); ///< –
inline constexpr QLatin1StringView secondStepOn("secondstep.on"); ///< –
inline constexpr QLatin1StringView secondStepOff("secondstep.off"); ///< –
inline constexpr QLatin1StringView recoveryCodesMade("recoverycodes.made"); ///< –
inline constexpr QLatin1StringView signInCode("signin.code"); ///< code; by SMS alone (SR-38)
inline constexpr QLatin1StringView recoveryCode("recovery.code"); ///< code, link (of a mail)
inline constexpr QLatin1StringView signUpCode("signup.code"); ///< code, link (of a mail)
inline constexpr QLatin1StringView signUpTaken("signup.taken"); ///< – ; to whom it belongs (SR-33)
inline constexpr QLatin1StringView passportDeleted("passport.deleted"); ///< –
inline constexpr QLatin1StringView
    portalRenamed("portal.renamed"); ///< title, link, oldUrl; to its other administrators
inline constexpr QLatin1StringView portalIdle("portal.idle"); ///< title, day; to its members (features PO-18)
inline constexpr QLatin1StringView portalEnded("portal.ended"); ///< title, day; to those who were its members
} // namespace letter

/// Whether such letters exist only where somebody has the login that a stranger named (SR-33). What becomes of one must
/// not show in what is told to anybody.
[[nodiscard]] bool isSecret(const Letter &letter);

/// Whether a mail server can be given this: local@domain in ASCII, without anything that ends a line or an address.
[[nodiscard]] bool isMailAddress(QStringView text);
/// + and 7 to 15 digits (E.164).
[[nodiscard]] bool isPhoneNumber(QStringView text);

/// What a letter says, in its language.
struct LetterText {
    QString subject; ///< Of a mail; one line.
    QString text;
    QString html; ///< Of a mail.
};

/// The words of letters.
class LetterTexts {
public:
    [[nodiscard]] LetterText of(const Letter &letter) const;

private:
    [[nodiscard]] QString htmlOf(const Letter &letter, const LetterText &text, const PageValues &values) const;

    const Templates m_templates{QStringLiteral("mail")};
};

} // namespace passport
