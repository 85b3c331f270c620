// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/keychainstore.h"

#include "client/clientcodes.h"
#include "client/devicekey.h"
#include "client/logging.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto service = "passport"_L1;

Error failing(const QString &detail)
{
    return {.kind = Error::Kind::KeychainUnavailable, .code = code::keyringFailing, .detail = detail, .details = {}};
}

/// Why a job did not work; an absent service is known before one starts.
Error problemOf(const QKeychain::Job *job)
{
    if (!job)
        return failing(u"no answer"_s);
    Error error = failing(job->errorString());
    const bool locked = job->error() == QKeychain::AccessDenied || job->error() == QKeychain::AccessDeniedByUser;
    if (locked)
        error.code = code::keyringLocked;
    else if (job->error() == QKeychain::NoBackendAvailable)
        error.code = code::keyringMissing;
    return error;
}

/// On KDE, QtKeychain speaks to KWallet, which prompts by itself and knows no org.freedesktop.secrets on older systems.
bool usesSecretService()
{
    return !qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1, Qt::CaseInsensitive);
}

/// What is written, until it has been read back; wiped then, unless a job that nobody waits for any more has it still.
struct Written {
    explicit Written(const QByteArray &secret)
        : bytes(secret.constData(), secret.size()) // not shared: the caller wipes his
    {
    }
    ~Written() { wipe(bytes); }
    Q_DISABLE_COPY_MOVE(Written)

    QByteArray bytes;
};

} // namespace

KeychainStore::KeychainStore(const QString &profile, Timing timing, QObject *parent)
    : SecretStore(parent)
    , m_prefix(profile + u'/')
    , m_timing(timing)
{
    // Every lock and unlock of any keyring tells; whether it helped is found out by asking again.
    connect(&m_service, &SecretService::changed, this, [this] {
        m_service.check(this, [this](const Result<Done> &done) {
            if (done)
                Q_EMIT becameAvailable();
        });
    });
}

void KeychainStore::probe(QObject *context, std::function<void(const Result<Done> &)> handler)
{
    if (usesSecretService())
        m_service.check(context, handler);
    else
        QTimer::singleShot(0, context, [handler] { handler(Done{}); });
}

void KeychainStore::whenOpen(QObject *context, std::function<void(const Error &)> problem, std::function<void()> open)
{
    probe(context, [problem = std::move(problem), open = std::move(open)](const Result<Done> &done) {
        if (done)
            return open();
        qCInfo(keychainLog) << done.error().code << done.error().detail;
        problem(done.error());
    });
}

void KeychainStore::run(QKeychain::Job *job, const QString &name, QObject *context, JobHandler handler)
{
    // Not a child of ours: libsecret calls the job back even if the store is gone, and it deletes itself then.
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // SR-29
    job->setKey(m_prefix + name);
    auto *limit = new QTimer(job);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, context, [job, handler] {
        job->disconnect(); // it may still finish some day; nobody listens then
        handler(nullptr);
    });
    connect(job, &QKeychain::Job::finished, context, [limit, handler](const QKeychain::Job *finished) {
        limit->stop();
        handler(finished);
    });
    limit->start(m_timing.job);
    job->start();
}

void KeychainStore::readEntry(const QString &name, QObject *context, std::function<void(const Found &)> handler)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    run(job, name, context, [job, handler = std::move(handler)](const QKeychain::Job *finished) {
        if (finished && finished->error() == QKeychain::NoError)
            handler(std::optional(job->binaryData()));
        else if (finished && finished->error() == QKeychain::EntryNotFound)
            handler(std::optional<QByteArray>());
        else
            handler(problemOf(finished));
    });
}

void KeychainStore::read(const QString &name, QObject *context, std::function<void(const Found &)> handler)
{
    whenOpen(context, handler, [this, name, context, handler] {
        readEntry(name, context, [this, context, handler](const Found &found) {
            if (!found || *found)
                return handler(found);
            // "Not there" is also what a keyring says that was locked a moment ago.
            whenOpen(context, handler, [handler] { handler(std::optional<QByteArray>()); });
        });
    });
}

void KeychainStore::write(
    const QString &name, const QByteArray &secret, QObject *context, std::function<void(const Result<Done> &)> handler)
{
    const auto written = std::make_shared<const Written>(secret);
    whenOpen(context, handler, [this, name, written, context, handler] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(written->bytes);
        run(job, name, context, [this, name, written, context, handler](const QKeychain::Job *finished) {
            if (!finished || finished->error() != QKeychain::NoError)
                return handler(problemOf(finished));
            readEntry(name, context, [written, handler](const Found &found) {
                if (!found)
                    handler(found.error());
                else if (*found != written->bytes)
                    handler(failing(u"what was written reads differently"_s));
                else
                    handler(Done{});
            });
        });
    });
}

void KeychainStore::remove(const QString &name, QObject *context, std::function<void(const Result<Done> &)> handler)
{
    whenOpen(context, handler, [this, name, context, handler] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        run(job, name, context, [this, name, context, handler](const QKeychain::Job *finished) {
            const bool gone = finished
                && (finished->error() == QKeychain::NoError || finished->error() == QKeychain::EntryNotFound);
            if (!gone)
                return handler(problemOf(finished));
            read(name, context, [handler](const Found &found) {
                if (!found)
                    handler(found.error());
                else if (*found)
                    handler(failing(u"the entry is still there"_s));
                else
                    handler(Done{});
            });
        });
    });
}

void KeychainStore::unlock()
{
    if (usesSecretService())
        m_service.unlock();
}

} // namespace passport
