// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/hasher.h"

#include "backend/core/crypto.h"
#include "protocol/errorcodes.h"

#include <new>
#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype derivedBytes = 32;

/// 19: SQL and sockets always go first (measured: echo p99 0.016 ms instead of 3.0 ms beside two hashing threads; at 10
/// and 5 a message to one websocket took more than the 2 ms it may, see BENCHMARKS.md).
void yieldToOthers(int)
{
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 19);
}

int threadsOf(const Hasher::Options &options)
{
    return options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// A hash of the right form and cost whose password nobody knows: salt and result are random.
QByteArray nobodys(const HashCost &cost)
{
    const auto plain = QByteArray::OmitTrailingEquals;
    return "$argon2id$v=19$m=" + QByteArray::number(qulonglong(cost.memoryBytes / 1024))
        + ",t=" + QByteArray::number(cost.passes) + ",p=1$"
        + crypto::randomBytes(crypto_pwhash_SALTBYTES).toBase64(plain) + '$' + crypto::randomBytes(32).toBase64(plain);
}

/// Wiped when the last thread that needs it is done with it.
struct Secret {
    QByteArray bytes;
    ~Secret() { crypto::wipe(bytes); }
};

std::shared_ptr<const Secret> secretOf(QByteArray &&bytes)
{
    auto secret = std::make_shared<Secret>();
    secret->bytes = std::move(bytes);
    return secret;
}

unsigned long long sizeOf(const QByteArray &bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

QByteArray hashed(const QByteArray &password, const HashCost &cost)
{
    QByteArray text(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(
            text.data(), password.constData(), sizeOf(password), cost.passes, cost.memoryBytes,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc(); // its only failure
    return text.left(static_cast<qsizetype>(qstrlen(text.constData())));
}

QByteArray derivedFrom(const QByteArray &secret, const QByteArray &salt, const HashCost &cost)
{
    QByteArray key(derivedBytes, '\0');
    if (crypto_pwhash(
            reinterpret_cast<unsigned char *>(key.data()), sizeOf(key), secret.constData(), sizeOf(secret),
            reinterpret_cast<const unsigned char *>(salt.constData()), cost.passes, cost.memoryBytes,
            crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc(); // its only failure
    return key;
}

} // namespace

Hasher::Hasher(const Options &options)
    : m_cost(options.cost)
    , m_nobody(nobodys(options.cost))
    , m_workers(
          {.quiet = {.threads = threadsOf(options), .maxQueued = options.maxQueued, .started = yieldToOthers},
           .prompt = {.threads = 1, .maxQueued = options.maxQueued},
           .patience = options.patience})
{
}

boost::asio::awaitable<Result<bool>>
Hasher::verify(QByteArray stored, QByteArray password, HedgedWorkers::Wanted isWanted)
{
    const QByteArray against = stored.isEmpty() ? m_nobody : stored;
    std::function<bool()> work = [against, secret = secretOf(std::move(password))] {
        return crypto_pwhash_str_verify(against.constData(), secret->bytes.constData(), sizeOf(secret->bytes)) == 0;
    };
    auto done = m_workers.run(std::move(work), std::move(isWanted));
    const std::optional<bool> right = co_await std::move(done);
    if (!right)
        co_return Error::ofCode(code::overloaded);
    ++m_made;
    co_return *right && !stored.isEmpty();
}

boost::asio::awaitable<Result<QByteArray>> Hasher::hash(QByteArray password)
{
    std::function<QByteArray()> work
        = [cost = m_cost, secret = secretOf(std::move(password))] { return hashed(secret->bytes, cost); };
    auto done = m_workers.run(std::move(work));
    const std::optional<QByteArray> made = co_await std::move(done);
    if (!made)
        co_return Error::ofCode(code::overloaded);
    ++m_made;
    co_return *made;
}

HashCost Hasher::codeCost() const
{
    constexpr HashCost least{.memoryBytes = 19UL * 1024 * 1024, .passes = 2}; // SR-34
    return m_cost.memoryBytes < least.memoryBytes ? m_cost : least;
}

QByteArray Hasher::freshSalt()
{
    return crypto::randomBytes(crypto_pwhash_SALTBYTES);
}

boost::asio::awaitable<Result<std::vector<QByteArray>>>
Hasher::derive(std::vector<QByteArray> secrets, QByteArray salt, HashCost cost)
{
    std::vector<std::shared_ptr<const Secret>> kept;
    for (QByteArray &secret : secrets)
        kept.push_back(secretOf(std::move(secret)));
    std::function<std::vector<QByteArray>()> work = [kept, salt, cost] {
        std::vector<QByteArray> keys;
        for (const auto &secret : kept)
            keys.push_back(derivedFrom(secret->bytes, salt, cost));
        return keys;
    };
    auto done = m_workers.run(std::move(work));
    std::optional<std::vector<QByteArray>> derived = co_await std::move(done);
    if (!derived)
        co_return Error::ofCode(code::overloaded);
    m_made += static_cast<qint64>(derived->size());
    co_return std::move(*derived);
}

QByteArray Hasher::hashNow(const QByteArray &password) const
{
    ++m_made;
    return hashed(password, m_cost);
}

bool Hasher::isOutdated(const QByteArray &stored) const
{
    return crypto_pwhash_str_needs_rehash(stored.constData(), m_cost.passes, m_cost.memoryBytes) != 0;
}

} // namespace passport
