// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "portalscene.h"

#include "client/account.h"
#include "ui/security/stepupdialog.h"

namespace passport {

void PortalScene::cleanup()
{
    m_page.reset();
    m_person.reset();
    m_backend.reset();
}

void PortalScene::signIn(const char *login, int morePortals)
{
    m_backend = std::make_unique<BackendProcess>(morePortals);
    QTRY_VERIFY(m_backend->isReady());
    m_person = std::make_unique<SignedIn>(m_backend->url());
    m_page = std::make_unique<PortalsPage>(
        client().portals(), client().portalModel(), client().session(), client().account().contacts());
    askForProofs(client().account().gate(), *m_page);
    m_page->resize(800, 600);
    m_page->show();
    m_person->signIn(QLatin1StringView(login));
    QTRY_VERIFY(client().portals().list());
    QTRY_VERIFY(client().push().isOnline());
    QTRY_VERIFY(client().session().profile());
}

QModelIndex PortalScene::row(const QString &title) const
{
    const auto *model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == title)
            return model->index(row, 0);
    }
    return {};
}

QRect PortalScene::place(const QString &title) const
{
    const bool shown = QTest::qWaitFor([this, &title] { return !list()->visualRect(row(title)).isEmpty(); }, waitLimit);
    return shown ? list()->visualRect(row(title)) : QRect();
}

} // namespace passport
