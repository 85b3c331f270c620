// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/accountapi.h"
#include "protocol/contact.h"
#include "protocol/endpoint.h"

#include <chrono>
#include <optional>
#include <vector>

namespace passport {

/// A page of contacts; nobody has more than one page.
struct ContactList {
    std::vector<Contact> items; ///< E-mail before phone, confirmed before waiting.
    std::optional<QString> cursor;
    int total = 0;

    static Result<ContactList> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const ContactList &) const = default;
};

/// Reads the person's phone numbers and e-mail addresses, those that wait for their confirmation among them.
struct ListContacts {
    using Response = ContactList;
    static constexpr QLatin1StringView method{"passport.contacts.list"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<ListContacts> fromJson(const QJsonObject &) { return ListContacts{}; }
    bool operator==(const ListContacts &) const = default;
};

/// A code is on its way (SR-38).
struct CodeSent {
    ConfirmationId confirmationId;
    std::chrono::seconds resendAfter{}; ///< Until another one may be asked for.
    std::chrono::seconds secondsLeft{}; ///< The code's life.
    bool delayed = false; ///< What takes it there can't be reached at the moment: it goes as soon as it can.

    static Result<CodeSent> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const CodeSent &) const = default;
};

/// Binds a phone number or an e-mail address. A code of six digits goes there; an e-mail also brings a link. With
/// `replaces` the old contact goes when the new one is confirmed. Somebody else's address gets the same answer; only
/// its owner is told, by mail (SR-33).
/// Errors: wrong_credentials, too_many (retryAfter: 60 s since the last code to this address; ten an hour for a person,
/// five for an address), stepup_required (SR-18), invalid_request {key: value}, also with reason already_yours,
/// not_found (nothing of that kind to replace), limit_reached {limit: 10}.
struct AddContact {
    using Response = CodeSent;
    static constexpr QLatin1StringView method{"passport.contacts.add"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;
    static constexpr QLatin1StringView boundAlready{"already_yours"}; ///< The reason: it is the caller's own.

    Contact::Kind kind = Contact::Kind::Unknown;
    QString value;
    QString password; ///< The person's current one.
    bool updatePortals = false;
    std::optional<ContactId> replaces;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<AddContact> fromJson(const QJsonObject &json);
    bool operator==(const AddContact &) const = default;
};

/// A contact that is bound now.
struct ContactBound {
    Contact contact;
    std::vector<PortalOutcome> portals; ///< Empty unless portals were to be updated.

    static Result<ContactBound> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const ContactBound &) const = default;
};

/// The six digits. From then on one can sign in with the contact.
/// Errors: wrong_code {triesLeft}, ticket_gone (too old, out of tries, replaced by a newer one, refused by the link in
/// the mail, asked for before the password was changed, done, not yours), limit_reached {limit: 10} (ten contacts by
/// now).
struct ConfirmContact {
    using Response = ContactBound;
    static constexpr QLatin1StringView method{"passport.contacts.confirm"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    ConfirmationId confirmationId;
    QString code;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ConfirmContact> fromJson(const QJsonObject &json);
    bool operator==(const ConfirmContact &) const = default;
};

/// Another code; the one before is void. Errors: ticket_gone, too_many (retryAfter: 60 s since the last one; ten an
/// hour for a person, five for an address).
struct ResendContactCode {
    using Response = CodeSent;
    static constexpr QLatin1StringView method{"passport.contacts.resend"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    ConfirmationId confirmationId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ResendContactCode> fromJson(const QJsonObject &json);
    bool operator==(const ResendContactCode &) const = default;
};

/// Unbinds a contact, or gives up one that waits. Errors: stepup_required, not_found, last_method.
struct RemoveContact {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.contacts.remove"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    ContactId id;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<RemoveContact> fromJson(const QJsonObject &json);
    bool operator==(const RemoveContact &) const = default;
};

} // namespace passport
