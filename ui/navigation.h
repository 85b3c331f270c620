// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QStandardItemModel>

namespace passport {

/// The pages of the main window, in the order of the navigation.
enum class Page { Portals, Profile, Security, Settings };

/// The list of pages in the sidebar; the current one has an accent mark.
class Navigation : public QListView {
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    void setPage(Page page);
    [[nodiscard]] Page page() const;
    /// The badge beside the portals; 0 shows none.
    void setUnread(int unread);
    /// Icons alone, names in tool tips.
    void setCompact(bool compact);

Q_SIGNALS:
    void pageChosen(passport::Page page);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void retranslate();

    QStandardItemModel m_pages;
    int m_unread = 0;
    bool m_compact = false;
};

} // namespace passport
