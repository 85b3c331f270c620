// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/totp.h"
#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <memory>

namespace passport {

/// A backend with its demo people, and hands that sign them in. What the tests of a person's account share.
class AccountFixture : public BackendFixture {
public:
    [[nodiscard]] static QString login(const QString &who) { return who + QStringLiteral("@example.test"); }
    [[nodiscard]] static QString password(const QString &who) { return who + QStringLiteral("-demo-Passport"); }

    /// Signed in with a key, as our programs are; Boris with his one-time code.
    [[nodiscard]] std::unique_ptr<RestCaller> signedIn(const QString &who)
    {
        auto caller = std::make_unique<RestCaller>(port());
        const RestAnswer asked = caller->signIn(login(who), password(who));
        if (asked.status == 200)
            return caller;
        clock().advance(std::chrono::seconds(30)); // a step of his own: each is good once
        const QString id = asked.details().value(QLatin1StringView("signInId")).toString();
        caller->take(submitCode(*caller, id, QStringLiteral("totp"), borisCode(clock())).result());
        return caller;
    }

    static RestAnswer submitCode(RestCaller &caller, const QString &signInId, const QString &kind, const QString &code)
    {
        return caller.call(
            "passport.signin.code",
            {{QLatin1StringView("signInId"), signInId},
             {QLatin1StringView("kind"), kind},
             {QLatin1StringView("code"), code}});
    }

    /// Proves by the password that it is the owner who asks (SR-40).
    static RestAnswer stepUp(RestCaller &caller, const QString &who)
    {
        return caller.call("passport.stepup", {{QLatin1StringView("password"), password(who)}});
    }

    /// A session as a QR sign-in makes it, without the window and the phone.
    [[nodiscard]] std::unique_ptr<RestCaller> bornFromQr(UserId user)
    {
        const SessionTokens tokens = foundation().store->writeNow([&](Db &db) {
            const SessionId session = foundation().sessions.begin(db, {.user = user, .method = QStringLiteral("qr")});
            return foundation().sessions.issue(db, session);
        });
        auto caller = std::make_unique<RestCaller>(port());
        caller->take(tokens.toJson());
        return caller;
    }

    /// What lies in the outbox for that address, oldest first. Delivered beside the answer: wait for it.
    [[nodiscard]] QByteArrayList lettersTo(const QString &address) const
    {
        QByteArrayList letters;
        const QDir outbox(folder() + QStringLiteral("/outbox"));
        for (const QFileInfo &entry : outbox.entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(entry.filePath());
            const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            const QByteArray to = address.toLatin1();
            if (content.contains("To: <" + to + '>') || content.contains("To: " + to + '\n'))
                letters.append(content);
        }
        return letters;
    }

    /// The code in what came last to that address; empty if nothing comes.
    [[nodiscard]] QString lastCode(const QString &to) const;

    /// How often an event stands in the audit log.
    int audited(const QString &event)
    {
        return foundation().store->writeNow([&](Db &db) {
            Rows rows = db.select(QLatin1StringView("SELECT count(*) FROM audit WHERE event = ?"), {event});
            return rows.next() ? rows.smallInteger(0) : 0;
        });
    }
};

/// The texts of a list in an answer's details or result.
[[nodiscard]] inline QStringList texts(const QJsonValue &list)
{
    QStringList found;
    for (const QJsonValue &item : list.toArray())
        found.append(item.toString());
    return found;
}

/// Parameters of passport.contacts.add.
[[nodiscard]] inline QJsonObject
adding(const QString &kind, const QString &value, const QString &password = QStringLiteral("anna-demo-Passport"))
{
    return {
        {QLatin1StringView("kind"), kind},
        {QLatin1StringView("value"), value},
        {QLatin1StringView("password"), password}};
}

/// Parameters of passport.contacts.confirm.
[[nodiscard]] inline QJsonObject confirming(const RestAnswer &added, const QString &code)
{
    const QLatin1StringView id("confirmationId");
    return {{id, added.result().value(id)}, {QLatin1StringView("code"), code}};
}

/// The six digits in a letter; empty if there are none.
[[nodiscard]] inline QString codeIn(const QByteArray &letter)
{
    static const QRegularExpression code(QStringLiteral("(?<![0-9+])[0-9]{6}(?![0-9])"));
    const qsizetype begin = std::max<qsizetype>(0, letter.indexOf("text/plain"));
    const qsizetype end = letter.indexOf("text/html");
    return code.match(QString::fromUtf8(letter.mid(begin, end < 0 ? -1 : end - begin))).captured();
}

/// The first code in these letters, other words among them; empty if there is none.
[[nodiscard]] inline QString codeAmong(const QByteArrayList &letters)
{
    for (const QByteArray &letter : letters) {
        if (const QString code = codeIn(letter); !code.isEmpty())
            return code;
    }
    return {};
}

/// Six digits that are not the code.
[[nodiscard]] inline QString wrongFor(const QString &code)
{
    const QString wrong = QStringLiteral("111111");
    return code == wrong ? QStringLiteral("222222") : wrong;
}

/// Path and query of the link in a letter.
[[nodiscard]] inline QByteArray linkIn(const QByteArray &letter)
{
    static const QRegularExpression link(QStringLiteral("/mail/contact/\\?token=[\\w-]{43}"));
    return link.match(QString::fromUtf8(letter)).captured().toLatin1();
}

inline QString AccountFixture::lastCode(const QString &to) const
{
    const auto came = [&] { return !lettersTo(to).isEmpty(); };
    return QTest::qWaitFor(came, waitLimit) ? codeIn(lettersTo(to).last()) : QString();
}

} // namespace passport
