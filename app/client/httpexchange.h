// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <chrono>
#include <optional>

namespace passport {

class NetworkAccess;

/// All that one HTTP request brought back, good or bad.
struct HttpAnswer {
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    int status = 0; ///< 0 if the server did not come to answer.
    QByteArray contentType;
    QByteArray body;
    QString host; ///< Whom we asked.
    QString proxy; ///< Through whom; only where that one refused us.
    QString reason; ///< Qt's words about `error`, for logs.
    std::optional<QSslError> tlsError; ///< The first of them.
    bool tooLarge = false; ///< We hung up.
    QByteArray nonce; ///< DPoP-Nonce
    QByteArray date; ///< Date
    QByteArray lastMessageId; ///< Last-Message-Id, of long polling.
    std::optional<std::chrono::seconds> retryAfter; ///< Retry-After in seconds.
};

/// One HTTP request over the program's way out, with limits on time and size. Made for a single use; ends with exactly
/// one finished(), unless it is destroyed before: then the request is aborted in silence.
class HttpExchange : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds transfer; ///< Without any progress.
        qint64 answerBytes = 4 * 1024 * 1024; ///< Four times the largest list of ours (200 portals a page).
    };

    HttpExchange(NetworkAccess &network, Limits limits, QObject *parent = nullptr);
    ~HttpExchange() override;

    void post(QNetworkRequest request, const QByteArray &body);
    void get(QNetworkRequest request);

Q_SIGNALS:
    void uploadProgress(qint64 sentBytes, qint64 totalBytes);
    void finished(const passport::HttpAnswer &answer);

private:
    void prepare(QNetworkRequest &request) const;
    void follow(QNetworkReply *reply);
    void read();
    void end();

    NetworkAccess &m_network;
    Limits m_limits;
    QPointer<QNetworkReply> m_reply; ///< Ours, but it dies with the network access, too.
    HttpAnswer m_answer;
};

} // namespace passport
