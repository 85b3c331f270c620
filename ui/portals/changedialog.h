// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalwishes.h"
#include "ui/widgets/fittingdialog.h"

class QPushButton;
class QVBoxLayout;

namespace passport {

class BusyButton;
class Label;

/// A dialog about one change to a portal: what it is about, and what the server says to it. One such dialog follows the
/// machine at a time.
class ChangeDialog : public FittingDialog {
    Q_OBJECT
public:
    ChangeDialog(PortalWishes &changes, const QString &title, QWidget *parent);
    ~ChangeDialog() override;

protected:
    /// At the top, and of the window.
    void setTitle(const QString &title);
    /// Between the title and what the server says.
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    [[nodiscard]] BusyButton &primary() const { return *m_primary; }
    [[nodiscard]] QPushButton &cancel() const { return *m_cancel; }
    /// What is wanted; none while it cannot be asked for.
    [[nodiscard]] virtual std::optional<portalwish::Wish> wish() const = 0;
    /// Closes the dialog, unless there is something to see first.
    virtual void done(const portalwish::Finished &done);
    /// The server's no as this dialog says it.
    [[nodiscard]] virtual QString refusal(const Error &error) const;
    /// The primary button was pressed.
    virtual void pressed();
    /// Shows the machine's state; to be called when wish() has changed.
    virtual void render();

private:
    void layOut();
    void changesChanged();
    [[nodiscard]] QString sentence() const;

    PortalWishes &m_changes;
    Label *m_title;
    QVBoxLayout *m_body;
    Label *m_sentence;
    BusyButton *m_primary;
    QPushButton *m_cancel;
};

} // namespace passport
