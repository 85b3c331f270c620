// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/accountfixture.h"
#include "client/account.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/mainwindow.h"
#include "ui/tray/traywatch.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QPushButton>

namespace passport {

/// The cards of contacts and of security over a real backend in the test's own process: what the tests of their dialogs
/// begin with.
class AccountScene : public StrictTest {
    Q_OBJECT

protected Q_SLOTS:
    void init() override;
    void cleanup();

protected:
    /// Returns when the person is online, and his contacts and the state of his second step are known. Once more: as
    /// from another program.
    void signIn(QLatin1StringView who);
    [[nodiscard]] AccountFixture &backend() const { return *m_backend; }
    [[nodiscard]] QWidget &window() const { return *m_window; }
    /// The program's own window over his machines.
    [[nodiscard]] std::unique_ptr<MainWindow> mainWindow();
    [[nodiscard]] PassportClient &client() const { return m_person->client(); }
    /// A part of the window or of a dialog over it.
    template <typename T = QPushButton> T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    void press(const char *button) const;
    void type(const char *field, const QString &text) const;
    void prove(const QString &password) const;
    [[nodiscard]] QString said(const char *strip) const { return find<MessageStrip>(strip)->text(); }

private:
    TrayWatch m_tray;
    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<QWidget> m_window;
};

} // namespace passport
