// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/reachability.h"

#include <QNetworkInformation>
#include <QTimer>

namespace passport {

Reachability::Reachability(QObject *parent)
    : QObject(parent)
{
    // After the first window: asking NetworkManager takes some milliseconds that nobody should wait for.
    QTimer::singleShot(0, this, [this] {
        if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
            return;
        connect(
            QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online)
                    Q_EMIT becameReachable();
            });
    });
}

} // namespace passport
