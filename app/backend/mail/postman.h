// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/postlane.h"
#include "protocol/result.h"

#include <QUrl>
#include <boost/asio/io_context.hpp>

namespace passport {

/// Where mails and messages are given away (`--smtp`, `--sms-url`, …).
struct PostOptions {
    QUrl smtp
        = {}; ///< smtps://, smtp:// (STARTTLS) or smtp+plain:// (loopback), with user and password; empty: the outbox.
    QUrl sms = {}; ///< https:// or, on loopback, http://; empty: the outbox.
    QString authorities = {}; ///< PEM file to trust instead of the system's; may be empty.
    QString from = {}; ///< Address of the sender; empty: no-reply@ our own host.

    /// Error::detail is one sentence that says what to do: a letter never leaves this machine in the clear.
    [[nodiscard]] Result<Done> check() const;
};

/// Delivers what lies in the post office, as long as the server runs: mails and messages beside each other.
class Postman {
public:
    /// `folder`: of the outbox; `host`: of this server, as clients dial it.
    Postman(const PostLane::Parts &parts, const PostOptions &options, const QString &folder, const QString &host);

    void begin(boost::asio::io_context &io);
    [[nodiscard]] const PostLane::Health &health(Means means) const;
    void finish(); ///< On the I/O thread: no new deliveries.
    [[nodiscard]] bool isBusy() const { return m_mail.isBusy() || m_sms.isBusy(); }
    void stop(); ///< After the I/O thread has ended.

private:
    PostLane m_mail;
    PostLane m_sms;
};

} // namespace passport
