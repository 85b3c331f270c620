// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/confirmpage.h"

#include "backend/core/serverurls.h"
#include "backend/http/routes.h"
#include "backend/qr/qrapproving.h"
#include "backend/web/confirmview.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto pattern = "/a/{}/{}/{}/";

bool isWellFormed(const QByteArray &path)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"/a/[0-9A-Za-z]{1,8}/[0-9A-Za-z]{16}/[0-9A-Za-z]{32}/"_s));
    return form.match(QString::fromUtf8(path)).hasMatch();
}

HttpResponse notFound()
{
    return HttpResponse::text(404, "Not found");
}

} // namespace

struct ConfirmPage::Seen {
    const HttpRequest &request;
    Visitor &visitor;
    QString path;
    [[nodiscard]] Call call() const { return {.caller = visitor.caller, .http = request, .headers = visitor.headers}; }
};

void ConfirmPage::addTo(Routes &routes)
{
    routes.add("GET", pattern, [this](const HttpRequest &request) { return shown(request); });
    routes.add("POST", pattern, [this](const HttpRequest &request) { return submitted(request); });
}

HttpResponse ConfirmPage::start(const Visitor &visitor, const QString &path) const
{
    if (!visitor.caller.isSignedIn())
        return m_signIn.passwordForm(visitor, place(visitor, path));
    return m_pages.page(visitor, m_pages.text(u"confirm.title"_s, visitor), u"confirm-start"_s, {{u"action"_s, path}});
}

SignInForms::Place ConfirmPage::place(const Visitor &visitor, const QString &path) const
{
    return {
        .action = path,
        .heading = m_pages.text(u"signin.first"_s, visitor),
        .text = m_pages.text(u"signin.firstText"_s, visitor)};
}

boost::asio::awaitable<HttpResponse> ConfirmPage::shown(const HttpRequest &request)
{
    if (!isWellFormed(request.path))
        co_return notFound();
    if (auto again = WebPages::lookedAtAgain(request))
        co_return std::move(*again);
    auto looking = m_pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    co_return start(visitor, QString::fromUtf8(request.path));
}

boost::asio::awaitable<HttpResponse> ConfirmPage::submitted(const HttpRequest &request)
{
    if (!isWellFormed(request.path))
        co_return notFound();
    auto looking = m_pages.visitorOf(request);
    Visitor visitor = co_await std::move(looking);
    auto reading = m_pages.formOf(request, visitor);
    const Result<SentForm> form = co_await std::move(reading);
    const Seen seen{.request = request, .visitor = visitor, .path = QString::fromUtf8(request.path)};
    if (!form && form.error().code == code::invalidCsrf) // a page from before this cookie: begin anew
        co_return start(visitor, seen.path);
    if (!form)
        co_return HttpResponse::text(httpStatusOfCode(form.error().code), "Refused");
    if (SignInForms::isTheirs(*form)) {
        auto signingIn = m_signIn.submitted(*form, request, visitor, place(visitor, seen.path));
        std::optional<HttpResponse> again = co_await std::move(signingIn);
        co_return again ? std::move(*again) : WebPages::seeOther(request.path, visitor.headers);
    }
    if (!visitor.caller.isSignedIn())
        co_return start(visitor, seen.path);
    const ApprovalId id(form->field("approvalId"_L1));
    const QString what = form->what();
    auto answering = what == "scan"_L1 ? scan(seen)
        : what == "approve"_L1         ? approve(seen, id)
        : what == "decline"_L1         ? decline(seen, id)
        : what == "undo"_L1            ? undo(seen, id)
                                       : look(seen, id);
    co_return co_await std::move(answering);
}

boost::asio::awaitable<HttpResponse> ConfirmPage::scan(const Seen &seen)
{
    const ScanQr request{.link = originOf(QUrl(m_urls.base())) + seen.path, .typedCode = std::nullopt};
    const Call call = seen.call();
    auto scanning = m_approving.scan(request, call);
    const Result<QrApproval> approval = co_await std::move(scanning);
    if (!approval)
        co_return refused(seen, approval.error());
    if (approval->state == QrState::Scanned || approval->state == QrState::NumberOk)
        co_return asked(seen, *approval);
    co_return after(
        seen, approval->approvalId,
        {.state = approval->state,
         .rev = approval->rev,
         .secondsLeft = approval->secondsLeft,
         .undoSecondsLeft = {},
         .sessionId = std::nullopt});
}

boost::asio::awaitable<HttpResponse> ConfirmPage::look(const Seen &seen, ApprovalId id)
{
    const GetQrApproval request{.approvalId = id};
    const Call call = seen.call();
    auto looking = m_approving.view(request, call);
    const Result<QrApprovalView> view = co_await std::move(looking);
    if (!view)
        co_return refused(seen, view.error());
    if (view->state.state == QrState::Scanned || view->state.state == QrState::NumberOk)
        co_return asked(seen, view->approval);
    co_return view->state.state == QrState::Declined && view->reason == QrStatus::Reason::Number
        ? ended(seen, u"declined"_s, u"declined.number"_s)
        : after(seen, id, view->state);
}

boost::asio::awaitable<HttpResponse> ConfirmPage::approve(const Seen &seen, ApprovalId id)
{
    const ApproveQr request{.approvalId = id};
    const Call call = seen.call();
    auto approving = m_approving.approve(request, call);
    const Result<QrApprovalState> state = co_await std::move(approving);
    if (!state && state.error().code == code::numberPending) { // pressed without scripts, too early
        auto looking = look(seen, id);
        co_return co_await std::move(looking);
    }
    co_return state ? after(seen, id, *state) : refused(seen, state.error());
}

boost::asio::awaitable<HttpResponse> ConfirmPage::decline(const Seen &seen, ApprovalId id)
{
    const DeclineQr request{.approvalId = id};
    const Call call = seen.call();
    auto declining = m_approving.decline(request, call);
    const Result<Done> declined = co_await std::move(declining);
    co_return declined ? ended(seen, u"declined"_s, u"declined.person"_s) : refused(seen, declined.error());
}

boost::asio::awaitable<HttpResponse> ConfirmPage::undo(const Seen &seen, ApprovalId id)
{
    const UndoQr request{.approvalId = id, .sessionId = std::nullopt};
    const Call call = seen.call();
    auto undoing = m_approving.undo(request, call);
    const Result<Done> undone = co_await std::move(undoing);
    co_return undone ? ended(seen, u"undone"_s, u"undone.text"_s) : refused(seen, undone.error());
}

HttpResponse ConfirmPage::asked(const Seen &seen, const QrApproval &approval) const
{
    PageValues values = approvalValues(m_pages, seen.visitor, approval, m_urls);
    values.insert(u"action"_s, seen.path);
    return m_pages.page(seen.visitor, m_pages.text(u"confirm.title"_s, seen.visitor), u"confirm-ask"_s, values);
}

HttpResponse ConfirmPage::after(const Seen &seen, ApprovalId id, const QrApprovalState &state) const
{
    const bool claimed = state.state == QrState::Claimed;
    if (state.state == QrState::Declined)
        return ended(seen, u"declined"_s, u"declined.person"_s);
    if (state.state == QrState::Disabled)
        return ended(seen, u"disabled"_s, u"disabled.text"_s);
    if (!claimed && state.state != QrState::Approved)
        return ended(seen, u"expired"_s, u"expired.text"_s);
    const bool mayUndo = claimed && state.undoSecondsLeft.count() > 0;
    const PageValues values{
        {u"action"_s, seen.path},
        {u"approvalId"_s, id.toString()},
        {u"rev"_s, u"%1.%2"_s.arg(state.rev).arg(mayUndo)},
        {u"claimed"_s, claimed ? u"1"_s : QString()},
        {u"undo"_s, mayUndo ? QString::number(state.undoSecondsLeft.count()) : QString()},
        {u"live"_s, !claimed || mayUndo ? u"1"_s : QString()},
        {u"timeLeft"_s, pageTime(state.undoSecondsLeft)}};
    const QString title = m_pages.text(claimed ? u"claimed.title"_s : u"approved.title"_s, seen.visitor);
    return m_pages.page(seen.visitor, title, u"confirm-approved"_s, values);
}

HttpResponse ConfirmPage::refused(const Seen &seen, const Error &error) const
{
    if (error.code == code::badLink)
        return ended(seen, u"badLink"_s, u"badLink.text"_s);
    if (error.code == code::wrongPortal)
        return ended(seen, u"wrongPortal"_s, u"wrongPortal.text"_s, error.details.value("needed"_L1).toString());
    if (error.code == code::tooMany && error.retryAfter)
        return ended(seen, u"tooMany"_s, u"tooMany.text"_s, QString::number(error.retryAfter->count()));
    if (error.code == code::ticketGone || error.code == code::notFound)
        return ended(seen, u"gone"_s, u"gone.text"_s);
    return ended(seen, u"failed"_s, u"failed.text"_s, QString::fromLatin1(seen.request.requestId));
}

HttpResponse ConfirmPage::ended(const Seen &seen, const QString &key, const QString &text, const QString &detail) const
{
    const QString heading = m_pages.text(key + u".title"_s, seen.visitor);
    const bool bad = key == "declined"_L1;
    return m_pages.page(
        seen.visitor, heading, u"state"_s,
        {{u"heading"_s, heading},
         {u"text"_s, m_pages.text(text, seen.visitor)},
         {u"detail"_s, detail},
         {u"bad"_s, bad ? u"1"_s : QString()},
         {u"tone"_s, bad ? u"bad"_s : u"caution"_s},
         {u"rev"_s, key}});
}

} // namespace passport
