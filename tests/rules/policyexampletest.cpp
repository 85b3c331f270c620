// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/policy.h"
#include "support/stricttest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace passport {

/// The policy file that the package shows to administrators is one, and its schema knows every key of it.
class PolicyExampleTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void exampleIsAPolicy();
    void schemaKnowsEveryKey();

private:
    static QJsonObject object(const QString &path)
    {
        QFile file(u"" PASSPORT_SOURCE_DIR "/"_s + path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    /// "qr.allowed", … of the object and of the objects in it.
    static QStringList keys(const QJsonObject &object, const QString &prefix = {})
    {
        QStringList all;
        for (auto it = object.begin(); it != object.end(); ++it)
            all += it->isObject() ? keys(it->toObject(), prefix + it.key() + u'.') : QStringList(prefix + it.key());
        return all;
    }
};

void PolicyExampleTest::exampleIsAPolicy()
{
    const auto policy = readPolicy(u"" PASSPORT_SOURCE_DIR "/packaging/policies.json"_s);
    QVERIFY(policy);
    QCOMPARE(policy->server, QUrl(u"https://passport.example.test"_s));
    QVERIFY(policy->qrAllowed);
    QVERIFY(!policy->qrBasicAllowed);
    QVERIFY(!policy->rememberDefault);
    QVERIFY(policy->rememberLocked);
}

void PolicyExampleTest::schemaKnowsEveryKey()
{
    const auto example = keys(object(u"packaging/policies.json"_s));
    QCOMPARE(example.size(), 5);
    const auto schema = keys(object(u"resources/policy.schema.json"_s));
    for (auto path : example) {
        const QString described = u"properties."_s + path.replace(u'.', u".properties."_s) + u".type"_s;
        QVERIFY2(schema.contains(described), qPrintable(described));
    }
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PolicyExampleTest)
#include "policyexampletest.moc"
