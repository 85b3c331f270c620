// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <atomic>
#include <curl/curl.h>
#include <memory>

namespace passport {

/// One libcurl handle, which keeps its connection between calls. Certificates are always verified; nothing is
/// redirected. Of one thread, stop() apart.
class CurlCall {
public:
    /// `authorities`: a PEM file to trust instead of the system's; may be empty.
    CurlCall(const QUrl &server, const QString &authorities);

    struct Outcome {
        bool sent = false; ///< The protocol came to its end; what it said is in `status`.
        bool denied = false; ///< The server did not take our name and password.
        long status = 0; ///< Of HTTP, or the last reply of SMTP; 0: none came.
        QByteArray lastCommand; ///< Of SMTP: what was said last, good-byes apart.
        QString reason; ///< Of what went wrong, in libcurl's words.
    };
    /// Sends `content`. Waits at most half a minute.
    Outcome run(const QByteArray &content);

    void stop() { m_stopping = true; }

    template <typename T> void set(CURLoption option, T value) { curl_easy_setopt(m_handle.get(), option, value); }

private:
    static int progress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static std::size_t read(char *to, std::size_t size, std::size_t count, void *self);
    static int overheard(CURL *, curl_infotype type, char *data, std::size_t size, void *self);

    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_handle;
    std::atomic<bool> m_stopping = false;
    QByteArray m_content;
    qsizetype m_sent = 0;
    QByteArray m_lastCommand;
};

} // namespace passport
