// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/outboxfolder.h"

#include "backend/mail/mimemail.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace passport {

Delivery OutboxFolder::deliver(const QueuedLetter &queued)
{
    const Letter &letter = queued.letter;
    const bool isSms = isPhoneNumber(letter.to);
    if (!isSms && !isMailAddress(letter.to))
        return {Delivery::Outcome::Refused, u"no address"_s};
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(queued.queuedAt.time_since_epoch().count(), Qt::UTC);
    const LetterText text = m_texts.of(letter);
    const MimeMail mail{
        .from = m_from, .to = letter.to, .id = QByteArray::number(queued.id) + "@outbox", .date = date, .text = text};
    const QByteArray content = isSms ? "To: " + letter.to.toLatin1() + "\n\n" + text.text.toUtf8() + '\n'
                                     : mail.toBytes(MimeMail::Encoding::Readable);
    const QString name = u"%1-%2.%3"_s.arg(date.toString(u"yyyyMMdd-hhmmss"_s))
                             .arg(queued.id, 6, 10, QChar(u'0'))
                             .arg(isSms ? u"txt"_s : u"eml"_s);
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(QDir(m_folder).filePath(name));
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.flush() && file.commit(); // flush() alone sees a full disk
    return saved ? Delivery{} : Delivery{Delivery::Outcome::Down, u"cannot write the outbox: "_s + file.errorString()};
}

} // namespace passport
