// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace passport {

/// Tells when the computer gets a network again, so that nobody waits out a back-off for nothing. Where the system
/// cannot tell (no NetworkManager), it stays silent and the back-off alone decides.
class Reachability : public QObject {
    Q_OBJECT
public:
    explicit Reachability(QObject *parent = nullptr);

Q_SIGNALS:
    void becameReachable();
};

} // namespace passport
