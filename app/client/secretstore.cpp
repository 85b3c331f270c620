// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/secretstore.h"

#include "client/devicekey.h"

#include <QTimer>

namespace passport {
namespace {

/// Answers like a keyring does: after the caller has gone on.
template <typename Answer>
void later(QObject *context, std::function<void(const Answer &)> handler, const Answer &answer)
{
    QTimer::singleShot(0, context, [handler = std::move(handler), answer] { handler(answer); });
}

} // namespace

MemoryStore::~MemoryStore()
{
    for (QByteArray &secret : m_secrets)
        wipe(secret);
}

void MemoryStore::probe(QObject *context, std::function<void(const Result<Done> &)> handler)
{
    later<Result<Done>>(context, std::move(handler), Done{});
}

void MemoryStore::read(const QString &name, QObject *context, std::function<void(const Found &)> handler)
{
    const auto it = m_secrets.constFind(name);
    const bool found = it != m_secrets.constEnd();
    later<Found>(context, std::move(handler), found ? std::optional(*it) : std::nullopt);
}

void MemoryStore::write(
    const QString &name, const QByteArray &secret, QObject *context, std::function<void(const Result<Done> &)> handler)
{
    wipe(m_secrets[name]); // what it replaces
    m_secrets.insert(name, QByteArray(secret.constData(), secret.size())); // the caller wipes his
    later<Result<Done>>(context, std::move(handler), Done{});
}

void MemoryStore::remove(const QString &name, QObject *context, std::function<void(const Result<Done> &)> handler)
{
    QByteArray gone = m_secrets.take(name);
    wipe(gone);
    later<Result<Done>>(context, std::move(handler), Done{});
}

} // namespace passport
