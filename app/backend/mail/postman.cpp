// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/postman.h"

#include "backend/mail/outboxfolder.h"
#include "backend/mail/smsgateway.h"
#include "backend/mail/smtpcarrier.h"

#include <QFileInfo>
#include <QHostAddress>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Error refused(const QString &sentence)
{
    return {.kind = Error::Kind::Refused, .code = {}, .detail = sentence, .details = {}};
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QString senderOf(const PostOptions &options, const QString &host)
{
    if (!options.from.isEmpty())
        return options.from;
    const QString address = u"no-reply@"_s + host;
    return QHostAddress(host).isNull() && isMailAddress(address) ? address : u"no-reply@localhost"_s;
}

std::unique_ptr<Carrier> mailCarrier(const PostOptions &options, const QString &folder, const QString &from)
{
    if (options.smtp.isEmpty())
        return std::make_unique<OutboxFolder>(folder, from);
    return std::make_unique<SmtpCarrier>(options.smtp, options.authorities, from);
}

std::unique_ptr<Carrier> smsCarrier(const PostOptions &options, const QString &folder, const QString &from)
{
    if (options.sms.isEmpty())
        return std::make_unique<OutboxFolder>(folder, from);
    return std::make_unique<SmsGateway>(options.sms, options.authorities);
}

} // namespace

Result<Done> PostOptions::check() const
{
    const QString mail = smtp.scheme();
    const bool mailKnown = mail == "smtps"_L1 || mail == "smtp"_L1 || (mail == "smtp+plain"_L1 && isLoopback(smtp));
    if (!smtp.isEmpty() && (!mailKnown || smtp.host().isEmpty()))
        return refused(
            u"--smtp must be like smtps://mail.example.com or smtp://mail.example.com:587 (STARTTLS); without "
            "TLS it is smtp+plain://127.0.0.1:25, on this machine alone."_s);
    const bool smsKnown = sms.scheme() == "https"_L1 || (sms.scheme() == "http"_L1 && isLoopback(sms));
    if (!sms.isEmpty() && (!smsKnown || sms.host().isEmpty()))
        return refused(u"--sms-url must be like https://sms.example.com/send; plain http is for this machine alone."_s);
    if (!from.isEmpty() && !isMailAddress(from))
        return refused(u"--mail-from must be an address like no-reply@example.com."_s);
    if (!authorities.isEmpty() && !QFileInfo(authorities).isReadable())
        return refused(u"The file %1 cannot be read."_s.arg(authorities));
    return Done{};
}

Postman::Postman(const PostLane::Parts &parts, const PostOptions &options, const QString &folder, const QString &host)
    : m_mail(parts, Means::Mail, mailCarrier(options, folder, senderOf(options, host)))
    , m_sms(parts, Means::Sms, smsCarrier(options, folder, senderOf(options, host)))
{
}

void Postman::begin(boost::asio::io_context &io)
{
    boost::asio::co_spawn(io, m_mail.watch(), boost::asio::detached);
    boost::asio::co_spawn(io, m_sms.watch(), boost::asio::detached);
}

const PostLane::Health &Postman::health(Means means) const
{
    return means == Means::Mail ? m_mail.health() : m_sms.health();
}

void Postman::finish()
{
    m_mail.finish();
    m_sms.finish();
}

void Postman::stop()
{
    m_mail.stop();
    m_sms.stop();
}

} // namespace passport
