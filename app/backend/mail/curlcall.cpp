// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/curlcall.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cstring>

namespace passport {
namespace {

constexpr long connectSeconds = 10;
constexpr long wholeSeconds = 30; // a server that greylists slowly is heard out; a dead one costs no more than this
constexpr qsizetype longestCommand = 16; // enough to know it by, too short for a password or a code

std::size_t dropped(const char *, std::size_t size, std::size_t count, void *)
{
    return size * count; // what a gateway answers is of no use to us
}

} // namespace

CurlCall::CurlCall(const QUrl &server, const QString &authorities)
    : m_handle(curl_easy_init(), &curl_easy_cleanup)
{
    if (!m_handle)
        qFatal("libcurl cannot be started");
    QUrl address = server;
    address.setUserInfo({});
    set(CURLOPT_URL, address.toEncoded().constData());
    if (!server.userName().isEmpty()) {
        set(CURLOPT_USERNAME, server.userName(QUrl::FullyDecoded).toUtf8().constData());
        set(CURLOPT_PASSWORD, server.password(QUrl::FullyDecoded).toUtf8().constData());
    }
    if (!authorities.isEmpty())
        set(CURLOPT_CAINFO, QFile::encodeName(authorities).constData());
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connectSeconds);
    set(CURLOPT_TIMEOUT, wholeSeconds);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &CurlCall::progress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_READFUNCTION, &CurlCall::read);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_WRITEFUNCTION, &dropped);
    set(CURLOPT_VERBOSE, 1L); // for overheard() alone
    set(CURLOPT_DEBUGFUNCTION, &CurlCall::overheard);
    set(CURLOPT_DEBUGDATA, this);
}

CurlCall::Outcome CurlCall::run(const QByteArray &content)
{
    m_content = content;
    m_sent = 0;
    m_lastCommand.clear();
    std::array<char, CURL_ERROR_SIZE> words{};
    set(CURLOPT_ERRORBUFFER, words.data());
    const CURLcode code = curl_easy_perform(m_handle.get());
    curl_easy_setopt(m_handle.get(), CURLOPT_ERRORBUFFER, nullptr);
    Outcome outcome{
        .sent = code == CURLE_OK,
        .denied = code == CURLE_LOGIN_DENIED,
        .lastCommand = m_lastCommand,
        .reason = QString::fromUtf8(words[0] != '\0' ? words.data() : curl_easy_strerror(code))};
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &outcome.status);
    m_content.clear();
    return outcome;
}

int CurlCall::progress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<CurlCall *>(self)->m_stopping ? 1 : 0;
}

std::size_t CurlCall::read(char *to, std::size_t size, std::size_t count, void *self)
{
    auto *call = static_cast<CurlCall *>(self);
    const qsizetype part = std::min(static_cast<qsizetype>(size * count), call->m_content.size() - call->m_sent);
    std::memcpy(to, call->m_content.constData() + call->m_sent, static_cast<std::size_t>(part));
    call->m_sent += part;
    return static_cast<std::size_t>(part);
}

int CurlCall::overheard(CURL *, curl_infotype type, char *data, std::size_t size, void *self)
{
    const QByteArray command(data, std::min(static_cast<qsizetype>(size), longestCommand));
    if (type == CURLINFO_HEADER_OUT && !command.startsWith("QUIT")) // which follows a refusal
        static_cast<CurlCall *>(self)->m_lastCommand = command;
    return 0;
}

} // namespace passport
