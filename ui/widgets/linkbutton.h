// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace passport {

/// A link: a button that looks like words, so that it is reached and pressed by the keyboard like any other.
class LinkButton : public QPushButton {
    Q_OBJECT

public:
    explicit LinkButton(const QString &objectName, QWidget *parent = nullptr);
};

} // namespace passport
