// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/photoupload.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/photo.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <array>

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

PhotoUpload::PhotoUpload(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
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

void PhotoUpload::send(const PutPhoto &photo)
{
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
    sendRemoval({.updatePortals = updatePortals});
}

void PhotoUpload::sendRemoval(const DeletePhoto &removal)
{
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
        return setState(photoupload::Failed{change.error(), true});
    m_again = {};
    setState(photoupload::NoUpload{});
    Q_EMIT finished(*change);
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
