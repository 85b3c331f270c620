// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/singleinstance.h"

#include "client/logging.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr qint64 largestMessage = 64 * 1024; // a command line
constexpr int mostTries = 40; // 2 s: the first program has its lock, but does not listen yet
constexpr auto tryAgain = 50ms;
constexpr auto answerLimit = 5s;

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &profile, QObject *parent)
    : QObject(parent)
    , m_path(folder + u'/' + profile + ".sock"_L1)
    , m_lock(folder + u'/' + profile + ".lock"_L1)
{
    m_lock.setStaleLockTime(0); // never by age: only a dead owner makes it stale
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_retry.setSingleShot(true);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
    connect(&m_retry, &QTimer::timeout, this, &SingleInstance::handOver);
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::defaultFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/passport"_L1;
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

bool SingleInstance::claim(const QStringList &arguments)
{
    // Without a folder to lock in nobody can be found out about: better two programs than none.
    if (m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError) {
        QLocalServer::removeServer(m_path); // left by a program that was killed; the lock says that none lives
        if (!m_server.listen(m_path))
            qCInfo(sessionLog) << "later starts cannot reach this one:" << m_server.errorString();
        return true;
    }
    m_arguments = arguments;
    m_tries = 0;
    m_retry.start(0ms);
    return false;
}

void SingleInstance::handOver()
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::connected, this, [this, socket] {
        socket->write(QJsonDocument(QJsonArray::fromStringList(m_arguments)).toJson(QJsonDocument::Compact) + '\n');
        QTimer::singleShot(answerLimit, socket, [this] { Q_EMIT failed(); });
    });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine())
            return;
        const QString answer = QString::fromUtf8(socket->readLine()).trimmed();
        socket->disconnect(this);
        socket->deleteLater();
        Q_EMIT handedOver(answer);
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [this, socket] {
        socket->disconnect(this);
        socket->deleteLater();
        if (++m_tries < mostTries)
            m_retry.start(tryAgain);
        else
            Q_EMIT failed();
    });
    socket->connectToServer(m_path);
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (socket->bytesAvailable() > 0)
            read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > largestMessage)
        return socket->abort();
    if (!socket->canReadLine())
        return;
    const QJsonArray list = QJsonDocument::fromJson(socket->readLine()).array();
    QStringList arguments;
    for (const QJsonValue &value : list)
        arguments.append(value.toString());
    Q_EMIT argumentsReceived(arguments); // first: what is answered may follow from them
    socket->write((m_answer ? m_answer() : QString()).toUtf8() + '\n');
    socket->disconnectFromServer();
}

} // namespace passport
