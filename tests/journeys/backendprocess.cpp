// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"

#include "support/keptport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace passport {

BackendProcess::BackendProcess(int demoPortals, const QUrl &publicUrl, const QStringList &more)
{
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(keptPort()));
    m_arguments = {u"--data"_s, m_data.filePath(u"data"_s), u"--demo"_s, u"--listen"_s, m_url.authority()};
    if (demoPortals > 0)
        m_arguments += {u"--demo-portals"_s, QString::number(demoPortals)};
    if (!publicUrl.isEmpty())
        m_arguments += {u"--public-url"_s, publicUrl.toString(), u"--audience"_s, m_url.toString()};
    m_arguments += more;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A test that is ended from outside must not leave a server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    start();
}

BackendProcess::~BackendProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

void BackendProcess::start()
{
    m_output.clear();
    m_process.start(QStringLiteral(PASSPORT_BACKEND), m_arguments);
}

bool BackendProcess::isReady()
{
    m_output += m_process.readAllStandardOutput();
    return QJsonDocument::fromJson(m_output.trimmed()).object().value("event"_L1).toString() == "ready"_L1;
}

bool BackendProcess::setSetting(const QString &name, const QString &value) const
{
    return administer({u"setting"_s, u"set"_s, name, value});
}

bool BackendProcess::administer(const QStringList &words) const
{
    return QProcess::execute(
               QStringLiteral(PASSPORT_BACKEND), words + QStringList{u"--data"_s, m_data.filePath(u"data"_s)})
        == 0;
}

} // namespace passport
