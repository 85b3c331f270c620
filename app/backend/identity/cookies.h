// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <optional>

namespace passport {

struct HttpRequest;

/// The cookie session of pages and AJAX: `PASSPORT_SID`, and the CSRF token that belongs to it (api.md 2).
/// A sid that nobody signed in with is not stored anywhere; its CSRF token follows from it alone.
class Cookies {
public:
    explicit Cookies(QByteArray csrfKey)
        : m_csrfKey(std::move(csrfKey))
    {
    }

    /// The sid that the request carries, if it has the form of one.
    [[nodiscard]] static std::optional<QByteArray> sidOf(const HttpRequest &request);
    [[nodiscard]] static QByteArray newSid();

    /// b64u HMAC-SHA256(secret, sid): to be shown to the page of that sid only.
    [[nodiscard]] QByteArray csrfOf(const QByteArray &sid) const;
    [[nodiscard]] bool isRight(const QByteArray &sid, const QByteArray &csrf) const;

    /// Value of Set-Cookie: HttpOnly, SameSite=Strict, `Secure` when the request was. Kept over the browser's end only
    /// if `remember`.
    [[nodiscard]] static QByteArray setCookie(const QByteArray &sid, const HttpRequest &request, bool remember);
    [[nodiscard]] static QByteArray clearCookie(const HttpRequest &request);

    /// A browser says that another site started this request: never for a changing call (SR-42).
    [[nodiscard]] static bool isCrossSite(const HttpRequest &request);

private:
    QByteArray m_csrfKey;
};

} // namespace passport
