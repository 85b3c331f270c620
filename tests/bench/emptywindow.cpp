// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

/// The baseline of the desktop program: the least that a Qt program with a window and a tray icon can be. It has the
/// size of the sign-in window; with --field a text field has the focus, with --hidden only the icon is shown.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const auto arguments = QApplication::arguments();

    QPixmap picture(22, 22);
    picture.fill(Qt::blue);
    QMenu menu;
    menu.addAction(QStringLiteral("Quit"), &app, &QApplication::quit);
    QSystemTrayIcon icon{QIcon(picture)};
    icon.setContextMenu(&menu);
    icon.show();

    QWidget window;
    window.resize(420, 608);
    if (arguments.contains(QStringLiteral("--field"))) {
        auto *layout = new QVBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        layout->addWidget(field);
        field->setFocus();
    }
    if (!arguments.contains(QStringLiteral("--hidden")))
        window.show();
    return QApplication::exec();
}
