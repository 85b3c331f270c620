// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/signinforms.h"

#include "backend/account/accounts.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The first of `words` that `agent` has: names of browsers in the order in which they imitate one another.
QString firstOf(const QByteArray &agent, std::initializer_list<std::pair<const char *, const char *>> words)
{
    for (const auto &[word, name] : words) {
        if (agent.contains(word))
            return QString::fromLatin1(name);
    }
    return {};
}

} // namespace

Device browserOf(const HttpRequest &request)
{
    const QByteArray agent = request.header("user-agent");
    const QString browser = firstOf(
        agent,
        {{"YaBrowser", "Yandex"},
         {"Edg/", "Edge"},
         {"OPR/", "Opera"},
         {"Firefox", "Firefox"},
         {"Chrome", "Chrome"},
         {"Safari", "Safari"}});
    const QString os = firstOf(
        agent,
        {{"Android", "Android"},
         {"iPhone", "iOS"},
         {"iPad", "iOS"},
         {"Windows", "Windows"},
         {"Mac OS", "macOS"},
         {"Linux", "Linux"}});
    return {.name = browser.isEmpty() ? u"Browser"_s : browser, .os = os, .app = u"browser"_s};
}

HttpResponse SignInForms::passwordForm(
    const Visitor &visitor, const Place &place, const QString &login, const QString &problem) const
{
    return m_pages.page(
        visitor, place.heading, u"signin"_s,
        {{u"action"_s, place.action},
         {u"heading"_s, place.heading},
         {u"text"_s, place.text},
         {u"login"_s, login},
         {u"problem"_s, problem},
         {u"qr"_s, place.offersQr ? u"1"_s : QString()}});
}

HttpResponse SignInForms::codeForm(const Visitor &visitor, const Place &place, const QString &problem) const
{
    return m_pages.page(
        visitor, m_pages.text(u"code.title"_s, visitor), u"code"_s,
        {{u"action"_s, place.action}, {u"problem"_s, problem}});
}

bool SignInForms::isTheirs(const SentForm &form)
{
    return form.what() == "signin"_L1 || form.what() == "code"_L1;
}

boost::asio::awaitable<Result<QByteArray>>
SignInForms::tried(const SentForm &form, const HttpRequest &request, Visitor &visitor)
{
    const Call call{.caller = visitor.caller, .http = request, .headers = visitor.headers};
    if (form.what() == "code"_L1) {
        auto submitting = m_accounts.signInCookieByCode(form.field("code"_L1), call);
        co_return co_await std::move(submitting);
    }
    const SignInByPassword attempt{
        .login = form.field("login"_L1),
        .password = form.field("password"_L1),
        .remember = form.field("remember"_L1) == "1"_L1,
        .device = browserOf(request),
        .key = std::nullopt};
    auto signingIn = m_accounts.signInCookie(attempt, call);
    co_return co_await std::move(signingIn);
}

boost::asio::awaitable<std::optional<HttpResponse>>
SignInForms::submitted(const SentForm &form, const HttpRequest &request, Visitor &visitor, Place place)
{
    auto trying = tried(form, request, visitor);
    const Result<QByteArray> sid = co_await std::move(trying);
    if (sid) {
        visitor.caller.sid = *sid;
        co_return std::nullopt;
    }
    const Error &error = sid.error();
    const QString login = form.field("login"_L1);
    if (error.code == code::otpRequired)
        co_return codeForm(visitor, place);
    if (error.code == code::wrongCode && error.triesLeft().value_or(0) > 0)
        co_return codeForm(
            visitor, place, u"%1 %2"_s.arg(m_pages.text(u"code.wrong"_s, visitor)).arg(*error.triesLeft()));
    if (error.code == code::wrongCode || error.code == code::ticketGone)
        co_return passwordForm(visitor, place, login, m_pages.text(u"code.gone"_s, visitor));
    if (error.retryAfter)
        co_return passwordForm(
            visitor, place, login,
            u"%1 %2"_s.arg(m_pages.text(u"signin.wait"_s, visitor)).arg(error.retryAfter->count()));
    if (error.code == code::wrongCredentials)
        co_return passwordForm(visitor, place, login, m_pages.text(u"signin.wrong"_s, visitor));
    const QString number = QString::fromLatin1(request.requestId);
    co_return passwordForm(visitor, place, login, u"%1 %2"_s.arg(m_pages.text(u"failed.text"_s, visitor), number));
}

} // namespace passport
