// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/fittingdialog.h"

#include <functional>

namespace passport {

/// What somebody who asks for help has before him.
enum class HelpTopic { SignIn, SecondStep, QrCode, Portals, Profile, Security, Settings };

/// Says in a few sentences what can be done in the page that is shown, and which keys work there (ux.md, F1).
class HelpDialog : public FittingDialog {
    Q_OBJECT
public:
    HelpDialog(HelpTopic topic, QWidget *parent);

private:
    /// A key as it is written on keyboards, and what it does here.
    struct Key {
        QString name;
        QString use;
    };

    [[nodiscard]] static QString sentences(HelpTopic topic);
    [[nodiscard]] static QList<Key> keys(HelpTopic topic);
    [[nodiscard]] static QList<Key> keysOfTheMainWindow();
};

/// F1 in `window` opens the help about what `topic` says then.
void offerHelp(QWidget &window, const std::function<HelpTopic()> &topic);

} // namespace passport
