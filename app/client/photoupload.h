// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/photouploadstate.h"
#include "protocol/accountapi.h"

#include <QObject>
#include <QPointer>
#include <functional>

namespace passport {

class ApiClient;

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
/// | any                    | cancel()                           | NoUpload                                      |
///
/// Pictures are read and written in a thread of their own: a large one holds no window up.
class PhotoUpload : public QObject {
    Q_OBJECT
public:
    using State = photoupload::State;

    explicit PhotoUpload(ApiClient &api, QObject *parent = nullptr);

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
    void send(const PutPhoto &photo);
    void sendRemoval(const DeletePhoto &removal);
    void answered(const Result<ProfileChange> &change);
    void setState(State state);

    ApiClient &m_api;
    State m_state;
    QPointer<PendingRequest> m_request;
    std::function<void()> m_again; ///< What retry() does.
    int m_job = 0; ///< Of the other thread; results of earlier ones are not wanted any more.
};

} // namespace passport
