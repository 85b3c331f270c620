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
    /// "Romashka Company, 1 of 3, current, administrator, 12 unread"
    [[nodiscard]] QString spoken(const QModelIndex &index) const;
};

} // namespace passport
