// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalwishes.h"
#include "ui/widgets/fittingdialog.h"

#include <memory>

class QPushButton;
class QVBoxLayout;

namespace passport {

class BusyButton;
class Label;

/// A dialog about one change to a portal: what it is about, and what the server says to it. Closed while the change is
/// on its way it does not hear of it any more: what was asked for may still happen, the list tells. Deletes itself when
/// closed.
class ChangeDialog : public FittingDialog {
    Q_OBJECT
public:
    ChangeDialog(std::unique_ptr<PortalWishes> change, const QString &title, QWidget *parent);
    ~ChangeDialog() override;

    void done(int result) override;

protected:
    /// At the top, and of the window.
    void setTitle(const QString &title);
    /// Between the title and what the server says.
    [[nodiscard]] QVBoxLayout &body() const { return *m_body; }
    [[nodiscard]] BusyButton &primary() const { return *m_primary; }
    [[nodiscard]] QPushButton &cancel() const { return *m_cancel; }
    /// Of the change.
    [[nodiscard]] const PortalWishes::State &state() const { return m_change->state(); }
    /// What is wanted; none while it cannot be asked for.
    [[nodiscard]] virtual std::optional<portalwish::Wish> wish() const = 0;
    /// Closes the dialog, unless there is something to see first.
    virtual void succeeded(const portalwish::Finished &done);
    /// The server's no as this dialog says it.
    [[nodiscard]] virtual QString refusal(const Error &error) const;
    /// The primary button was pressed.
    virtual void pressed();
    /// Shows the machine's state; to be called when wish() has changed.
    virtual void render();

private:
    void layOut();
    void changeMoved();
    [[nodiscard]] QString sentence() const;

    std::unique_ptr<PortalWishes> m_change;
    Label *m_title;
    QVBoxLayout *m_body;
    Label *m_sentence;
    BusyButton *m_primary;
    QPushButton *m_cancel;
};

} // namespace passport
