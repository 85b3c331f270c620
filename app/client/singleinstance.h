// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <functional>

class QLocalSocket;

namespace passport {

/// One program a profile (DI-2): the first start listens on a socket that only its user may open, a later one hands its
/// arguments over. What a killed program leaves behind stops nobody.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// `folder` is private to the user: the runtime directory; tests pass one of their own.
    SingleInstance(const QString &folder, const QString &profile, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True: this is the first; argumentsReceived() tells of later ones. False: handedOver() or failed() follows.
    [[nodiscard]] bool claim(const QStringList &arguments);

    /// What later starts are told when their arguments were received; one line. Nothing unless set.
    void setAnswer(std::function<QString()> answer) { m_answer = std::move(answer); }

    /// $XDG_RUNTIME_DIR/passport, made 0700.
    [[nodiscard]] static QString defaultFolder();

Q_SIGNALS:
    void argumentsReceived(const QStringList &arguments);
    /// The first program has them, and says this: exit 0.
    void handedOver(const QString &answer);
    /// The first program does not answer.
    void failed();

private:
    void accept();
    void read(QLocalSocket *socket);
    void handOver();

    QString m_path;
    QLockFile m_lock;
    QLocalServer m_server;
    QTimer m_retry;
    QStringList m_arguments;
    std::function<QString()> m_answer;
    int m_tries = 0;
};

} // namespace passport
