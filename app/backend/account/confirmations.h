// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/contactsapi.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace passport {

class Db;
class Secrets;

/// Codes of six digits that go to a phone or an e-mail address (SR-38): 10 minutes, 3 tries, only the newest lives,
/// another one not before 60 s, good for the request that asked for it alone. In transactions; throws StoreError.
class Confirmations {
public:
    static constexpr std::chrono::seconds life{600};
    static constexpr std::chrono::seconds resendAfter{60};
    static constexpr int tries = 3;

    Confirmations(const Clock &clock, const Secrets &secrets);

    enum class Purpose { Contact, Recovery, Sms };

    /// What a code is asked for.
    struct Asked {
        Purpose purpose = Purpose::Contact;
        std::optional<UserId> user = std::nullopt; ///< None: nobody has that login.
        Contact::Kind kind = Contact::Kind::Email;
        QString value = {}; ///< Normalised; where it goes.
        QString about = {}; ///< Contact: the id of the one to be replaced; sms: what names the sign-in.
        bool inPortals = false;
        /// No code is ever right: the address is somebody else's or nobody's, and the answer may not tell (SR-33).
        bool inVain = false;
    };
    /// A code that was just made; it is nowhere else.
    struct Fresh {
        CodeSent sent;
        QString code;
        QString linkSecret; ///< Of an e-mail's link.
    };
    /// The code before it (same purpose, same person and kind or same address) is void from now on.
    [[nodiscard]] Fresh begin(Db &db, const Asked &asked) const;

    /// One that was asked for.
    struct Row {
        QByteArray hash;
        Asked asked;
        int triesLeft = 0;
        qint64 sentAt = 0;
        qint64 expiresAt = 0;
        QString ended; ///< "", "done", "replaced", "revoked", "dropped", "refused"
    };
    /// Whether another code may go to that address now, whatever became of those before: not before 60 s, at most
    /// `mostAnHour`. Error: too_many (retryAfter).
    [[nodiscard]] Result<Done> maySend(Db &db, Purpose purpose, const QString &value, int mostAnHour) const;
    /// Whether that person may have a code sent to that new contact now: not before 60 s since the last one, whatever
    /// became of it. Nobody else's asking counts, which nobody is told of (SR-33). Error: too_many (retryAfter).
    [[nodiscard]] Result<Done> mayBegin(Db &db, UserId user, const QString &value) const;
    /// The same of one request's next code.
    [[nodiscard]] Result<Done> mayRenew(const Row &row) const;
    /// Those that live alone. With `user` it must be his.
    [[nodiscard]] std::optional<Row>
    find(Db &db, Purpose purpose, const ConfirmationId &id, std::optional<UserId> user = std::nullopt) const;
    /// The living one about that sign-in.
    [[nodiscard]] std::optional<Row> findAbout(Db &db, Purpose purpose, const QString &about) const;
    /// By the secret of a link, whatever became of it.
    [[nodiscard]] std::optional<Row> findByLink(Db &db, const QString &secret) const;
    /// A person's new contacts that wait.
    [[nodiscard]] std::vector<Row> waitingOf(Db &db, UserId user) const;
    [[nodiscard]] bool lives(const Row &row) const;

    /// Error wrong_code {triesLeft}; the third one ends it. A right code leaves it to end().
    [[nodiscard]] Result<Done> check(Db &db, const Row &row, const QString &code) const;
    void end(Db &db, const Row &row) const; ///< Used.
    static void revoke(Db &db, const Row &row); ///< Used, and good for nothing.
    /// Given up before its time. It still counts for when the next one may go there.
    static void drop(Db &db, const Row &row);
    /// Ended by whoever it was sent to: it was not he who asked. It still counts like one that was dropped.
    static void refuse(Db &db, const Row &row);
    /// What was asked for with a password that holds no more. Says whether a new contact was among it.
    static bool revokeAll(Db &db, UserId user);
    /// Codes that went to an address which is nobody's login any more: they prove nothing now.
    static void revokeAt(Db &db, const QString &value);
    /// Another code for the same request. `inVain` as of Asked, judged anew. Error: too_many before its time.
    [[nodiscard]] Result<Fresh> renew(Db &db, const Row &row, const ConfirmationId &id, bool inVain) const;

private:
    [[nodiscard]] QByteArray markOf(const QByteArray &hash, const QString &code) const;
    void replaceOlder(Db &db, const Asked &asked) const;

    const Clock &m_clock;
    const QByteArray m_key;
};

} // namespace passport
