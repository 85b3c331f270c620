// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/smtpcarrier.h"

#include "backend/mail/mimemail.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString plainScheme = u"smtp+plain"_s;

QUrl dialled(QUrl server)
{
    if (server.scheme() == plainScheme)
        server.setScheme(u"smtp"_s);
    return server;
}

} // namespace

SmtpCarrier::SmtpCarrier(const QUrl &server, const QString &authorities, QString from)
    : m_call(dialled(server), authorities)
    , m_from(std::move(from))
{
    m_call.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    m_call.set(CURLOPT_PROXY, "");
    m_call.set(CURLOPT_USE_SSL, server.scheme() == plainScheme ? long(CURLUSESSL_NONE) : long(CURLUSESSL_ALL));
    m_call.set(CURLOPT_UPLOAD, 1L);
}

QByteArray SmtpCarrier::mailOf(const QueuedLetter &queued) const
{
    const auto queuedAt = queued.queuedAt.time_since_epoch().count();
    const MimeMail mail{
        .from = m_from,
        .to = queued.letter.to,
        .id = QByteArray::number(queued.id) + '.' + QByteArray::number(qint64(queuedAt)) + '@'
            + m_from.section(u'@', 1).toLatin1(),
        .date = QDateTime::fromMSecsSinceEpoch(queuedAt, Qt::UTC),
        .text = m_texts.of(queued.letter)};
    return mail.toBytes(MimeMail::Encoding::Base64);
}

Delivery SmtpCarrier::deliver(const QueuedLetter &queued)
{
    if (!isMailAddress(queued.letter.to))
        return {Delivery::Outcome::Refused, u"no address"_s};
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, ('<' + queued.letter.to.toLatin1() + '>').constData()), &curl_slist_free_all);
    m_call.set(CURLOPT_MAIL_FROM, ('<' + m_from.toLatin1() + '>').constData());
    m_call.set(CURLOPT_MAIL_RCPT, recipients.get());
    const CurlCall::Outcome outcome = m_call.run(mailOf(queued));
    m_call.set(CURLOPT_MAIL_RCPT, static_cast<curl_slist *>(nullptr)); // it dies with this function
    if (outcome.sent)
        return {};
    // What is said of the recipient or of the text is about this letter alone; all else would meet the next one too.
    if (outcome.lastCommand.startsWith("RCPT ") && outcome.status >= 400)
        return {outcome.status >= 500 ? Delivery::Outcome::Refused : Delivery::Outcome::Later, outcome.reason};
    if (outcome.lastCommand.startsWith("DATA") && outcome.status >= 400)
        return {Delivery::Outcome::Later, outcome.reason};
    return {Delivery::Outcome::Down, outcome.reason};
}

} // namespace passport
