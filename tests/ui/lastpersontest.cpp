// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/lastperson.h"
#include "accountscene.h"

using namespace Qt::StringLiterals;

namespace passport {

/// Whom the second step shows, over the real backend.
class LastPersonTest : public AccountScene {
    Q_OBJECT

private Q_SLOTS:
    void isKnownByEachLogin();
    void isForgotten();
};

void LastPersonTest::isKnownByEachLogin()
{
    signIn("anna"_L1);
    QTRY_VERIFY(client().session().profile());
    LastPerson last(client().session(), client().account());
    client().session().signOut();
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(client().session().state()));
    const QUrl server = backend().url();
    for (const QString &login : {u"anna@example.test"_s, u" Anna@Example.test"_s, u"+7 900 000-00-01"_s}) {
        const ShownPerson person = last.called(login, server);
        QCOMPARE(person.name, u"Анна Иванова"_s);
        QCOMPARE(person.initials, u"АИ"_s);
        QCOMPARE(person.account, login); // as it was typed
    }
    const ShownPerson stranger = last.called(u"boris@example.test"_s, server);
    QVERIFY(stranger.name.isEmpty() && stranger.initials.isEmpty() && stranger.photo.isNull());
    QCOMPARE(stranger.account, u"boris@example.test"_s);
    QVERIFY(last.called(u"anna@example.test"_s, QUrl(u"https://other.example.test"_s)).name.isEmpty());
}

void LastPersonTest::isForgotten()
{
    signIn("anna"_L1);
    QTRY_VERIFY(client().session().profile());
    LastPerson last(client().session(), client().account());
    QVERIFY(!last.called(u"anna@example.test"_s, backend().url()).name.isEmpty());
    last.forget();
    const ShownPerson person = last.called(u"anna@example.test"_s, backend().url());
    QVERIFY(person.name.isEmpty() && person.initials.isEmpty());
    QCOMPARE(person.account, u"anna@example.test"_s);
}

} // namespace passport

QTEST_MAIN(passport::LastPersonTest)
#include "lastpersontest.moc"
