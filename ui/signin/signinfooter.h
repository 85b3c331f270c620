// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/networkaccess.h"

#include <QFrame>
#include <QStringList>
#include <QUrl>

class QToolButton;

namespace passport {

/// Server, proxy and language, already on the first screen: whoever is behind a proxy must be able to say so before
/// signing in.
class SignInFooter : public QFrame {
    Q_OBJECT

public:
    explicit SignInFooter(QWidget *parent = nullptr);

    void setServer(const QUrl &server);
    /// The administrator of this computer has chosen the server: seen, not changed.
    void setServerLocked(bool locked);
    void setProxy(const ProxyChoice &proxy);
    /// Codes of languages, each shown by its own name, and the one in use.
    void setLanguages(const QStringList &languages, const QString &current);

public Q_SLOTS:
    void askForServer();
    void askForProxy();

Q_SIGNALS:
    void serverChosen(const QUrl &server);
    void proxyChosen(const passport::ProxyChoice &proxy);
    void languageChosen(const QString &language);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void renderWords();
    void renderServer();
    void fillServerMenu();
    void fillProxyMenu();
    void fillLanguageMenu();

    QUrl m_server;
    bool m_serverLocked = false;
    ProxyChoice m_proxyChoice;
    QStringList m_languages;
    QString m_current;
    QToolButton *m_serverButton;
    QToolButton *m_proxyButton;
    QToolButton *m_languageButton;
};

} // namespace passport
