// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/templates.h"
#include "backend/http/message.h"
#include "backend/rest/authenticator.h"
#include "backend/rest/method.h"
#include "protocol/result.h"

#include <QJsonObject>
#include <boost/asio/awaitable.hpp>
#include <optional>

namespace passport {

class Cookies;
class DpopCheck;
class Sessions;
class Store;

/// Whoever has a page open: his cookie session (made if he had none), signed in or not, and his language.
struct Visitor {
    Caller caller; ///< `sid` is never empty.
    PageLanguage language = PageLanguage::English;
    ExtraHeaders headers; ///< Set-Cookie of a fresh session.
    std::optional<QString> name; ///< Masked, of the signed-in person.
    QString initials;
};

/// A form that a page has sent, its CSRF token and origin checked (SR-42).
struct SentForm {
    QJsonObject fields; ///< Without `sessid`.
    [[nodiscard]] QString field(QLatin1StringView name) const { return fields.value(name).toString(); }
    [[nodiscard]] QString what() const { return field(QLatin1StringView("do")); }
};

/// What all pages share: visitors, forms, the frame around a page and the headers that go with it. I/O thread.
class WebPages {
public:
    struct Parts {
        Store &store;
        Sessions &sessions;
        DpopCheck &dpop;
        const Cookies &cookies;
    };

    explicit WebPages(const Parts &parts);

    /// What a GET is answered that another site's page has led to: the same page once more, this time from a page of
    /// ours. A browser keeps the Strict cookie back until then; answered at once, somebody who follows a link in his
    /// mail would get a new cookie in place of the one that he is signed in with.
    [[nodiscard]] static std::optional<HttpResponse> lookedAtAgain(const HttpRequest &request);
    /// Of a GET: looks, changes nothing.
    boost::asio::awaitable<Visitor> visitorOf(const HttpRequest &request);
    /// Of a POST. Errors: invalid_csrf, not_allowed (another site asks), invalid_request.
    boost::asio::awaitable<Result<SentForm>> formOf(const HttpRequest &request, Visitor &visitor);

    /// The page around `main`, a template of its own.
    [[nodiscard]] HttpResponse page(
        const Visitor &visitor, const QString &title, const QString &main, PageValues values,
        const QString &script = QStringLiteral("page.js")) const;
    /// 303: what a form did leads elsewhere.
    [[nodiscard]] static HttpResponse seeOther(const QByteArray &path, const ExtraHeaders &headers);

    [[nodiscard]] QString text(const QString &key, const Visitor &visitor) const
    {
        return m_templates.text(key, visitor.language);
    }
    [[nodiscard]] const Templates &templates() const { return m_templates; }
    [[nodiscard]] QString csrfOf(const Visitor &visitor) const;

private:
    const Parts m_;
    Authenticator m_authenticator;
    const Templates m_templates{QStringLiteral("web")};
};

/// "1:40"
[[nodiscard]] QString pageTime(std::chrono::seconds left);

/// The headers of a page of ours: nothing inline, nothing framed, no referrer, not kept (SR-42).
[[nodiscard]] ExtraHeaders pageHeaders();

} // namespace passport
