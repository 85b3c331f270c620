// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "support/stricttest.h"

#include <QTest>

namespace passport {

/// A computer without a keyring (SR-29): told at once, and nothing is written anywhere instead.
class KeyringMissingTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everythingSaysMissing()
    {
        KeychainStore store(QStringLiteral("test"));
        const QString name = QStringLiteral("n");
        QList<QString> codes;
        const auto note
            = [&codes](const auto &answer) { codes.append(answer.has_value() ? QString() : answer.error().code); };
        store.probe(this, note);
        store.write(name, "secret-canary", this, note);
        store.read(name, this, note);
        store.remove(name, this, note);
        QVERIFY(codes.isEmpty()); // never before the call returns
        QTRY_COMPARE(codes.size(), 4);
        QCOMPARE(codes, QList<QString>(4, code::keyringMissing));
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::KeyringMissingTest)
#include "keyringmissingtest.moc"
