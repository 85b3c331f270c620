// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

void openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
}

} // namespace

void makeCertificates(const QTemporaryDir &folder, const QString &host, int days)
{
    const auto path = [&folder](const QString &name) { return folder.filePath(name); };
    const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};
    openssl(
        QStringList{
            u"req"_s, u"-x509"_s, u"-keyout"_s, path(u"ca.key"_s), u"-out"_s, path(u"ca.pem"_s), u"-subj"_s,
            u"/CN=Test"_s}
        + newKey);
    openssl(
        QStringList{
            u"req"_s, u"-new"_s, u"-keyout"_s, path(u"key.pem"_s), u"-out"_s, path(u"wish.pem"_s), u"-subj"_s,
            u"/CN=Leaf"_s, u"-addext"_s, u"subjectAltName=DNS:"_s + host}
        + newKey);
    openssl(
        {u"x509"_s, u"-req"_s, u"-in"_s, path(u"wish.pem"_s), u"-CA"_s, path(u"ca.pem"_s), u"-CAkey"_s,
         path(u"ca.key"_s), u"-out"_s, path(u"made.pem"_s), u"-copy_extensions"_s, u"copy"_s, u"-days"_s,
         QString::number(days)});
}

} // namespace passport
