// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/desktop.h"

#include "qr/qrreader.h"
#include "support/stricttest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace passport {

Desktop::Desktop(const QUrl &server, SecretStore *secrets)
    : m_server(server)
    , m_store(m_folder.filePath(u"default.ini"_s), QSettings::IniFormat)
    , m_secrets(secrets ? secrets : &m_memory)
{
    QApplication::setQuitOnLastWindowClosed(false);
}

Desktop::~Desktop() = default;

void Desktop::start(const Options &options, const PassportClient::Timing &waits)
{
    PassportApp::Timing timing;
    timing.client = waits;
    m_app = std::make_unique<PassportApp>(m_store, *m_secrets, m_policy, timing);
    auto wanted = options;
    wanted.server = m_server;
    m_app->start(wanted);
}

QByteArray Desktop::settingsFile()
{
    m_store.sync();
    QFile file(m_store.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QWidget *Desktop::window(QLatin1StringView name)
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

void Desktop::click(QLatin1StringView windowName, QLatin1StringView name)
{
    QTRY_VERIFY2((part<QAbstractButton>(windowName, name)), name.data());
    QTest::mouseClick(part<QAbstractButton>(windowName, name), Qt::LeftButton);
}

void Desktop::type(QLatin1StringView windowName, QLatin1StringView name, const QString &text)
{
    QTRY_VERIFY2((part<QLineEdit>(windowName, name)), name.data());
    auto *field = part<QLineEdit>(windowName, name);
    field->clear();
    QTest::keyClicks(field, text);
}

void Desktop::signIn(const QString &login, const QString &password, bool remember)
{
    QTRY_VERIFY(window("signInWindow"_L1));
    part<QCheckBox>("signInWindow"_L1, "remember"_L1)->setChecked(remember);
    type("signInWindow"_L1, "login"_L1, login);
    type("signInWindow"_L1, "password"_L1, password);
    click("signInWindow"_L1, "signIn"_L1);
}

QString Desktop::codeOnScreen()
{
    auto *shown = window("qrLoginWindow"_L1);
    const auto read = shown ? readQr(shown->grab().toImage()) : Result<QString>(QString());
    return read ? *read : QString();
}

bool Desktop::showsPortals()
{
    const auto *list = part<QAbstractItemView>("mainWindow"_L1, "portalList"_L1);
    return list && list->model()->rowCount() > 0;
}

} // namespace passport
