// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalmodel.h"
#include "journeys/backendprocess.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/portals/portalspage.h"
#include "ui/portals/portalview.h"

namespace passport {

/// The page of portals over the real backend: what the tests of the list and of its dialogs begin with.
class PortalScene : public StrictTest {
    Q_OBJECT

protected Q_SLOTS:
    void cleanup();

protected:
    /// "anna", "vera" or "gleb"; returns when the list, the profile and the channel are there.
    void signIn(const char *login, int morePortals = 0);

    template <typename T> T *find(const char *name) const { return m_page->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] const BackendProcess &backend() const { return *m_backend; }
    [[nodiscard]] PassportClient &client() const { return m_person->client(); }
    [[nodiscard]] PortalsPage &page() const { return *m_page; }
    [[nodiscard]] PortalView *list() const { return find<PortalView>("portalList"); }
    [[nodiscard]] PortalModel &model() const { return client().portalModel(); }
    [[nodiscard]] QModelIndex row(const QString &title) const;
    [[nodiscard]] PortalId idOf(const QString &title) const { return model().portalAt(row(title).row()); }
    /// Where the row is, once the list has been laid out; empty if it never is.
    [[nodiscard]] QRect place(const QString &title) const;

private:
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<PortalsPage> m_page;
};

} // namespace passport
