// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/photoupload.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/photo.h"
#include "client/session.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <array>
#include <utility>

namespace passport {
namespace {

constexpr std::array stateNames{"NoUpload", "Preparing", "Cropping", "Uploading", "Removing", "Failed"};
static_assert(stateNames.size() == std::variant_size_v<PhotoUpload::State>);

/// Does the work in another thread and hands its result over in this one, unless `owner` is gone by then. Not by
/// QFuture::then(): in Qt 6.4 it loses, now and then, a result that is there at once.
template <typename Work, typename Take> void inBackground(QObject *owner, Work work, Take take)
{
    auto *watcher = new QFutureWatcher<std::invoke_result_t<Work>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, take] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace

PhotoUpload::PhotoUpload(ApiClient &api, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, [this] {
        if (!std::holds_alternative<session::SignedOut>(m_session.state()))
            return;
        m_done.reset(); // it was another's
        cancel();
    });
}

void PhotoUpload::look()
{
    m_seen = m_done;
    const auto &profile = m_session.profile();
    if (profile && (!m_seen || profile->revision >= m_seen->revision))
        m_seen = Seen{profile->revision, profile->photoUrl};
}

void PhotoUpload::choose(const QString &path)
{
    read([path] { return photo::read(path); });
}

void PhotoUpload::take(const QImage &picture)
{
    read([picture] { return photo::reduced(picture); });
}

void PhotoUpload::takeFile(const QByteArray &bytes)
{
    read([bytes] { return photo::read(bytes); });
}

void PhotoUpload::read(std::function<Result<QImage>()> work)
{
    giveUp();
    look();
    inBackground(this, std::move(work), [this, job = m_job](const Result<QImage> &picture) {
        if (job != m_job)
            return; // cancelled, or another one was chosen
        if (picture)
            setState(photoupload::Cropping{*picture});
        else
            setState(photoupload::Failed{picture.error(), false});
    });
    setState(photoupload::Preparing{});
}

void PhotoUpload::upload(const QImage &square, bool updatePortals)
{
    if (!std::holds_alternative<photoupload::Cropping>(m_state))
        return;
    inBackground(
        this, [square] { return photo::encoded(square); },
        [this, updatePortals, job = ++m_job](const QByteArray &jpeg) {
            if (job == m_job)
                send({.contentType = PutPhoto::types.front(), .body = jpeg, .updatePortals = updatePortals});
        });
    setState(photoupload::Uploading{});
}

void PhotoUpload::send(PutPhoto photo)
{
    photo.revision = m_seen ? std::optional(m_seen->revision) : std::nullopt;
    m_again = [this, photo] { send(photo); };
    m_request = m_api.send(photo, this, &PhotoUpload::answered);
    connect(m_request, &PendingRequest::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0)
            setState(photoupload::Uploading{sent, total});
    });
    setState(photoupload::Uploading{0, photo.body.size()});
}

void PhotoUpload::remove(bool updatePortals)
{
    giveUp();
    look();
    sendRemoval({.updatePortals = updatePortals});
}

void PhotoUpload::sendRemoval(DeletePhoto removal)
{
    removal.revision = m_seen ? std::optional(m_seen->revision) : std::nullopt;
    m_again = [this, removal] { sendRemoval(removal); };
    m_request = m_api.send(removal, this, &PhotoUpload::answered);
    setState(photoupload::Removing{});
}

void PhotoUpload::retry()
{
    const auto *failed = std::get_if<photoupload::Failed>(&m_state);
    if (!failed || !failed->canRetry)
        return;
    const auto again = m_again; // it replaces itself
    again();
}

void PhotoUpload::answered(const Result<ProfileChange> &change)
{
    m_request = nullptr;
    if (!change)
        return failed(change.error());
    m_again = {};
    m_done = Seen{change->revision, change->photoUrl};
    setState(photoupload::NoUpload{});
    Q_EMIT finished(*change);
}

void PhotoUpload::failed(const Error &error)
{
    const auto conflict = ProfileConflict::fromError(error);
    if (!conflict || !m_seen)
        return setState(photoupload::Failed{error, true});
    const Profile &theirs = conflict->theirs;
    const Seen before = std::exchange(m_seen, Seen{theirs.revision, theirs.photoUrl}).value();
    if (theirs.photoUrl == before.photoUrl && theirs.revision > before.revision) {
        const auto again = m_again; // it replaces itself
        return again();
    }
    m_session.readProfile(); // shows the other photo
    setState(photoupload::Failed{error, true});
}

void PhotoUpload::giveUp()
{
    ++m_job;
    if (m_request)
        m_request->abort();
    m_request = nullptr;
    m_again = {};
}

void PhotoUpload::cancel()
{
    giveUp();
    if (!std::holds_alternative<photoupload::NoUpload>(m_state))
        setState(photoupload::NoUpload{});
}

void PhotoUpload::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "PhotoUpload: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
