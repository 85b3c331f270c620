// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/photouploadstate.h"
#include "protocol/accountapi.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>

namespace passport {

class ApiClient;
class Session;

/// A new photo of the person, from the file to the server.
///
/// | From                   | Event                              | To                                            |
/// |------------------------|------------------------------------|-----------------------------------------------|
/// | NoUpload, Failed       | choose(file), take…(picture)       | Preparing                                     |
/// | Preparing              | the picture is read                | Cropping                                      |
/// | Preparing              | no picture, or too large           | Failed                                        |
/// | Cropping               | upload(square)                     | Uploading                                     |
/// | Cropping               | choose(another file)               | Preparing                                     |
/// | NoUpload, Failed       | remove()                           | Removing                                      |
/// | Uploading, Removing    | done                               | NoUpload, and finished()                      |
/// | Uploading, Removing    | refused, no network                | Failed; retry() sends the same again          |
/// | Uploading, Removing    | another program was first          | Failed{conflict}; retry() goes over its photo |
/// | Uploading, Removing    | it was, but in the names alone     | itself, from the new revision                 |
/// | any                    | cancel()                           | NoUpload                                      |
///
/// Pictures are read and written in a thread of their own: a large one holds no window up.
class PhotoUpload : public QObject {
    Q_OBJECT
public:
    using State = photoupload::State;

    PhotoUpload(ApiClient &api, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void choose(const QString &path);
    /// A picture that another program has decoded.
    void take(const QImage &picture);
    /// The bytes of a file that another program has handed over.
    void takeFile(const QByteArray &bytes);
    /// `square` is what the person chose of the picture.
    void upload(const QImage &square, bool updatePortals);
    /// The person is to have no photo.
    void remove(bool updatePortals);
    /// Sends again what Failed{canRetry} speaks of.
    void retry();
    void cancel();

Q_SIGNALS:
    void stateChanged();
    /// The server has taken it over.
    void finished(const passport::ProfileChange &change);

private:
    void giveUp(); ///< Whatever is under way is not wanted any more.
    void read(std::function<Result<QImage>()> work);
    void look(); ///< What the person sees now is what he changes.
    void send(PutPhoto photo);
    void sendRemoval(DeletePhoto removal);
    void answered(const Result<ProfileChange> &change);
    void failed(const Error &error);
    void setState(State state);

    /// The photo that a change takes the place of, and the profile's revision with it.
    struct Seen {
        qint64 revision = 0;
        std::optional<QString> photoUrl;
    };

    ApiClient &m_api;
    Session &m_session;
    State m_state;
    std::optional<Seen> m_seen; ///< By the person when he began, or told him since.
    std::optional<Seen> m_done; ///< What our own last change came to: the session reads it later.
    QPointer<PendingRequest> m_request;
    std::function<void()> m_again; ///< What retry() does.
    int m_job = 0; ///< Of the other thread; results of earlier ones are not wanted any more.
};

} // namespace passport
