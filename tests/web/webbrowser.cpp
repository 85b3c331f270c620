// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "web/webbrowser.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int patience = 30000; // ms; a browser on a busy machine

/// Where the browser listens, of what it says on stderr.
QUrl addressIn(const QByteArray &said)
{
    static const QRegularExpression line(u"DevTools listening on (ws://\\S+)"_s);
    return QUrl(line.match(QString::fromUtf8(said)).captured(1));
}

} // namespace

WebBrowser::WebBrowser(const Look &look)
    : m_profile(QDir::homePath() + u"/browser"_s)
{
    // The browser's own children may write for a moment longer than it lives; the test's home goes away as a whole.
    m_profile.setAutoRemove(false);
    m_process.start(
        QStringLiteral(PASSPORT_CHROMIUM),
        {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-quic"_s, u"--no-first-run"_s,
         u"--disable-background-networking"_s, u"--disable-component-update"_s, u"--disable-sync"_s,
         u"--no-proxy-server"_s, u"--hide-scrollbars"_s, u"--remote-debugging-port=0"_s,
         u"--user-data-dir="_s + m_profile.path(), u"about:blank"_s});
    QByteArray said;
    const bool listens = QTest::qWaitFor(
        [&] {
            said += m_process.readAllStandardError();
            return !addressIn(said).isEmpty();
        },
        patience);
    if (!listens)
        qFatal("the browser does not start: %s", said.constData());
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, [this](const QString &text) { received(text); });
    m_socket.open(addressIn(said));
    if (!QTest::qWaitFor([this] { return m_socket.isValid(); }, patience))
        qFatal("the browser does not answer");
    const QString target = command(u"Target.createTarget"_s, {{"url"_L1, u"about:blank"_s}})["targetId"_L1].toString();
    m_session = command(u"Target.attachToTarget"_s, {{"targetId"_L1, target}, {"flatten"_L1, true}})["sessionId"_L1]
                    .toString();
    for (const QString &domain : {u"Page.enable"_s, u"Runtime.enable"_s, u"Log.enable"_s, u"Network.enable"_s})
        command(domain);
    command(
        u"Emulation.setDeviceMetricsOverride"_s,
        {{"width"_L1, look.width}, {"height"_L1, look.height}, {"deviceScaleFactor"_L1, 1}, {"mobile"_L1, false}});
    const QJsonObject scheme{{"name"_L1, u"prefers-color-scheme"_s}, {"value"_L1, look.dark ? u"dark"_s : u"light"_s}};
    command(u"Emulation.setEmulatedMedia"_s, {{"features"_L1, QJsonArray{scheme}}});
    command(u"Network.setExtraHTTPHeaders"_s, {{"headers"_L1, QJsonObject{{"Accept-Language"_L1, look.language}}}});
}

WebBrowser::~WebBrowser()
{
    m_socket.abort();
    m_process.kill();
    m_process.waitForFinished();
}

QJsonObject WebBrowser::command(const QString &method, const QJsonObject &params)
{
    const int id = ++m_lastId;
    QJsonObject message{{"id"_L1, id}, {"method"_L1, method}, {"params"_L1, params}};
    if (!m_session.isEmpty())
        message.insert("sessionId"_L1, m_session);
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    if (!QTest::qWaitFor([&] { return m_answers.contains(id); }, patience))
        qFatal("the browser does not answer %s", qPrintable(method));
    const QJsonObject answer = m_answers.take(id);
    // A question that met the page on its way to another has no answer, and is asked again.
    const QString error = answer["error"_L1]["message"_L1].toString();
    if (!error.isEmpty() && !error.startsWith("Inspected target navigated"_L1))
        m_complaints.append(method + u": "_s + error);
    return answer["result"_L1].toObject();
}

void WebBrowser::received(const QString &text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (message.contains("id"_L1))
        m_answers.insert(message["id"_L1].toInt(), message);
    const QString event = message["method"_L1].toString();
    const QJsonValue params = message["params"_L1];
    if (event == "Page.frameNavigated"_L1) {
        m_loaded = false;
        m_documents.insert(params["frame"_L1]["loaderId"_L1].toString());
    } else if (event == "Page.loadEventFired"_L1)
        m_loaded = true;
    else if (event == "Runtime.exceptionThrown"_L1)
        m_complaints.append(params["exceptionDetails"_L1]["text"_L1].toString());
    else if (event == "Log.entryAdded"_L1 && params["entry"_L1]["level"_L1].toString() == "error"_L1)
        m_complaints.append(params["entry"_L1]["text"_L1].toString());
}

void WebBrowser::open(const QUrl &url)
{
    const QJsonObject begun = command(u"Page.navigate"_s, {{"url"_L1, url.toString(QUrl::FullyEncoded)}});
    const QString document = begun["loaderId"_L1].toString(); // the page before may still say that it is loaded
    if (!QTest::qWaitFor([&] { return m_loaded && m_documents.contains(document); }, patience))
        qFatal("the page does not load");
}

QJsonValue WebBrowser::evaluate(const QString &expression)
{
    return command(
        u"Runtime.evaluate"_s,
        {{"expression"_L1, expression},
         {"awaitPromise"_L1, true},
         {"returnByValue"_L1, true}})["result"_L1]["value"_L1];
}

QString WebBrowser::text()
{
    return evaluate(u"document.body ? document.body.innerText : ''"_s).toString();
}

QUrl WebBrowser::address()
{
    return QUrl(evaluate(u"location.href"_s).toString());
}

void WebBrowser::fill(const QString &id, const QString &value)
{
    evaluate(u"document.getElementById('%1').value = '%2'"_s.arg(id, value));
}

void WebBrowser::press(const QString &selector)
{
    evaluate(u"document.querySelector('%1').click()"_s.arg(selector));
}

QByteArray WebBrowser::picture()
{
    return QByteArray::fromBase64(command(u"Page.captureScreenshot"_s)["data"_L1].toString().toLatin1());
}

void WebBrowser::keep(const QString &name)
{
    const QString folder = QStringLiteral(PASSPORT_PICTURES);
    QDir().mkpath(folder);
    QFile file(folder + u'/' + name + u".png"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(picture());
}

} // namespace passport
