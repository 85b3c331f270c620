// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace passport {

Q_LOGGING_CATEGORY(apiLog, "passport.api", QtInfoMsg)
Q_LOGGING_CATEGORY(pushLog, "passport.push", QtInfoMsg)
Q_LOGGING_CATEGORY(qrLog, "passport.qr", QtInfoMsg)
Q_LOGGING_CATEGORY(sessionLog, "passport.session", QtInfoMsg)
Q_LOGGING_CATEGORY(keychainLog, "passport.keychain", QtInfoMsg)

namespace {

constexpr qint64 largestFile = 5 * 1024 * 1024; // some weeks of a quiet program
constexpr auto ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Where the lines go. A message handler is a plain function, so this one has to be reachable from everywhere.
QFile &logFile()
{
    static QFile file;
    return file;
}

QtMessageHandler &formerHandler()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString clean = redacted(message);
    if (logFile().isOpen()) {
        const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
        logFile().write((now + u' ' + qFormatLogMessage(type, context, clean) + u'\n').toUtf8());
        logFile().flush();
    }
    if (formerHandler())
        formerHandler()(type, context, clean);
}

} // namespace

QString redacted(const QString &text)
{
    // 24 characters: shorter than any token, key or channel of ours, longer than any word.
    static const QRegularExpression secret(u"[A-Za-z0-9_~+-]{20,}([A-Za-z0-9_~+-]{4})"_s);
    static const QRegularExpression right(
        u"((?:token|CHANNEL_ID|auth|access_token|refresh_token|password|sessid)(?:=|\":\\s*\"))[^&\\s\"]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression link(u"/a/[A-Za-z0-9]+/[A-Za-z0-9]+/[A-Za-z0-9]+"_s);
    QString clean = text;
    clean.replace(link, u"/a/…"_s);
    clean.replace(right, u"\\1…"_s);
    clean.replace(secret, u"…\\1"_s);
    return clean;
}

bool installLogging(const QString &file)
{
    if (!file.isEmpty()) {
        const auto fresh = QFileInfo(file).size() > largestFile ? QIODevice::Truncate : QIODevice::Append;
        logFile().setFileName(file);
        if (!logFile().open(QIODevice::WriteOnly | fresh, ownersOnly))
            return false;
    }
    formerHandler() = qInstallMessageHandler(handle);
    return true;
}

} // namespace passport
