// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/backend.h"
#include "backend/foundation.h"
#include "support/restcaller.h"

#include <QTemporaryDir>
#include <memory>

namespace passport {

/// A backend that gives its letters away as told.
class LetterSender {
public:
    explicit LetterSender(PostOptions post)
        : m_post(std::move(post))
    {
        restart();
    }

    void restart()
    {
        m_backend.reset();
        BackendOptions options;
        options.data = m_folder.filePath(QStringLiteral("data"));
        options.listen = {.port = 0};
        options.demo = true;
        options.hasher = {.cost = {.memoryBytes = 8192, .passes = 1}, .threads = 1};
        options.post = m_post;
        m_backend = std::make_unique<Backend>(options, clock, m_faults);
        const Result<Backend::Urls> urls = m_backend->start();
        if (!urls)
            qFatal("no backend: %s", qPrintable(urls.error().detail));
        m_adminPort = static_cast<quint16>(QUrl(urls->adminUrl).port());
    }
    void kill() { m_backend->kill(); }
    void post(const Letter &letter) { post(QList<Letter>{letter}); }
    void post(const QList<Letter> &letters) ///< All at once.
    {
        Foundation &foundation = m_backend->foundation();
        foundation.store->writeNow([&](Db &db) {
            for (const Letter &letter : letters)
                foundation.post.post(db, letter);
        });
    }
    /// What whoever asks for a code to such an address is told.
    [[nodiscard]] bool holdsUp(const QString &address) const { return m_backend->foundation().post.isHeldUp(address); }
    /// One line of /metrics: "letters_waiting{by="mail"} 1".
    [[nodiscard]] bool tells(const QByteArray &line) const
    {
        return RestCaller(m_adminPort).get("/metrics").body.contains("\npassport_" + line + '\n');
    }
    [[nodiscard]] QByteArray readiness() const { return RestCaller(m_adminPort).get("/health/ready").body; }
    [[nodiscard]] QString outbox() const { return m_folder.filePath(QStringLiteral("data/outbox")); }
    [[nodiscard]] quint16 port() const { return m_backend->port(); }

    Clock clock;

private:
    const PostOptions m_post;
    const QTemporaryDir m_folder;
    Faults m_faults;
    std::unique_ptr<Backend> m_backend;
    quint16 m_adminPort = 0;
};

} // namespace passport
