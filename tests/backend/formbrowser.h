// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/restcaller.h"

#include <QRegularExpression>

namespace passport {

/// A browser without scripts: keeps its cookie and sends the forms it was shown.
class FormBrowser {
public:
    explicit FormBrowser(quint16 port)
        : m_caller(port)
    {
    }

    RestAnswer get(const QByteArray &path) { return keep(m_caller.get(path, headers())); }

    /// Presses the button `what` of the page it has; `more` as name=value&….
    RestAnswer press(const QByteArray &path, const QByteArray &what, const QByteArray &more = {})
    {
        QByteArray form = "do=" + what + "&sessid=" + hidden(QStringLiteral("sessid"));
        for (const QString &name :
             {QStringLiteral("approvalId"), QStringLiteral("ticketId"), QStringLiteral("typedCode"),
              QStringLiteral("previousId"), QStringLiteral("renewals")}) {
            if (const QByteArray value = hidden(name); !value.isEmpty())
                form += '&' + name.toLatin1() + '=' + value;
        }
        return keep(m_caller.post(path, more.isEmpty() ? form : form + '&' + more, headers()));
    }

    void signIn(const QByteArray &path, const QString &who)
    {
        get(path);
        const QByteArray name = who.toLatin1();
        press(path, "signin", "login=" + name + "%40example.test&password=" + name + "-demo-Passport");
        get(path);
    }

    [[nodiscard]] QByteArray hidden(const QString &name) const
    {
        const QRegularExpression field(QStringLiteral("name=\"%1\" value=\"([^\"]*)\"").arg(name));
        return field.match(QString::fromUtf8(page)).captured(1).toLatin1();
    }

    QByteArray page;
    QByteArray cookie;
    QByteArray language = "ru-RU,ru;q=0.9,en;q=0.8";

private:
    [[nodiscard]] RestCaller::Headers headers() const
    {
        RestCaller::Headers all{
            {"Accept-Language", language}, {"User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/128.0"}};
        if (!cookie.isEmpty())
            all.emplace_back("Cookie", cookie);
        return all;
    }
    RestAnswer keep(RestAnswer answer)
    {
        if (const QByteArray set = answer.header("Set-Cookie"); !set.isEmpty())
            cookie = set.split(';').first();
        page = answer.body;
        return answer;
    }

    RestCaller m_caller;
};

} // namespace passport
