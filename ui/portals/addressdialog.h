// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QUrl>
#include <optional>

class QLineEdit;
class QPushButton;

namespace passport {

class Label;

/// Asks for the address of a portal that is not in the list yet; it will be opened in the browser, to be signed in to
/// there once (PO-14).
class AddressDialog : public QDialog {
    Q_OBJECT
public:
    explicit AddressDialog(QWidget *parent);

    /// "romashka.bitrix24.ru", with a scheme and a path or without. https, or http on this computer; none if it is no
    /// address.
    [[nodiscard]] static std::optional<QUrl> portalFromText(const QString &text);

Q_SIGNALS:
    void chosen(const QUrl &portal);

private:
    void layOut();
    void accepted();

    Label *m_title;
    QLineEdit *m_address;
    Label *m_hint;
    QPushButton *m_open;
    QPushButton *m_cancel;
};

} // namespace passport
