// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "ui/widgets/messagestrip.h"

#include <QTimer>

namespace passport {

class PushConnection;
class Session;

/// The one strip that says what is wrong between this computer and the server: no connection, a limited one, or a
/// sign-in that the keyring did not take. Not there while all is well.
class StatusStrip : public MessageStrip {
    Q_OBJECT
public:
    StatusStrip(PushConnection &push, Session &session, const QString &host, QWidget *parent = nullptr);

    void setHost(const QString &host);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void render();
    [[nodiscard]] bool renderConnection();
    [[nodiscard]] bool renderKeeping();

    PushConnection &m_push;
    Session &m_session;
    QString m_host;
    Error m_trouble{
        .kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}}; ///< The last one waited for.
    QTimer m_second; ///< Counts down while the strip is seen, else stands.
    bool m_keepingSeen = false; ///< The person has read that the sign-in is not kept.
};

} // namespace passport
