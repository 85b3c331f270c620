// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <QWebSocket>

namespace passport {

/// A real browser with one page, driven over its DevTools protocol. Whatever its console complains about (a script that
/// throws, something that the Content-Security-Policy forbids) is in complaints().
class WebBrowser {
public:
    struct Look {
        int width = 360;
        int height = 792;
        bool dark = false;
        QString language = QStringLiteral("ru-RU");
    };

    /// Ends the test program if the browser does not start.
    explicit WebBrowser(const Look &look);
    ~WebBrowser();
    WebBrowser(const WebBrowser &) = delete;
    WebBrowser &operator=(const WebBrowser &) = delete;

    void open(const QUrl &url); ///< Returns when the page has loaded.
    /// The value of an expression in the page; a promise is waited for.
    QJsonValue evaluate(const QString &expression);
    [[nodiscard]] QString text(); ///< What a person can read of the page.
    [[nodiscard]] QUrl address();
    /// Fills the field with that id, or presses the first button that the CSS selector finds, as a person would.
    void fill(const QString &id, const QString &value);
    void press(const QString &selector);
    QByteArray picture(); ///< PNG of what is shown.
    /// Leaves the picture where the build is, to be looked at beside the mockups.
    void keep(const QString &name);

    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    QJsonObject command(const QString &method, const QJsonObject &params = {});
    void received(const QString &text);

    QTemporaryDir m_profile;
    QProcess m_process;
    QWebSocket m_socket;
    QString m_session;
    int m_lastId = 0;
    QHash<int, QJsonObject> m_answers;
    QStringList m_complaints;
    bool m_loaded = false;
    QSet<QString> m_documents; ///< That the browser has begun to show.
};

} // namespace passport
