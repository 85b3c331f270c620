// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIdentityProxyModel>

namespace passport {

/// The rows of a PortalModel in words: what a screen reader says of them and what a tool tip adds.
class PortalSpeech : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    /// "Romashka Company, pinned, 1 of 3, current, administrator, 12 unread"
    [[nodiscard]] static QString spoken(const QModelIndex &index);
    /// The address, and when it will be gone.
    [[nodiscard]] static QString description(const QModelIndex &index);
    /// "Disconnected, 2, folded"
    [[nodiscard]] static QString spokenGroup(const QModelIndex &index);
};

} // namespace passport
