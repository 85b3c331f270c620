// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/httpdouble.h"
#include "journeys/desktop.h"
#include "protocol/capabilitiesapi.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// A server whose clock is an hour behind ours, as far as it goes before a code is shown.
HttpDouble::Reply anHourBehind(const HttpDouble::Request &request)
{
    if (!request.line.contains("passport.capabilities"))
        return {}; // silence: the window goes on preparing
    Capabilities can;
    can.qrAllowed = true;
    can.qrHardened = true;
    can.serverTime = QDateTime::currentDateTimeUtc().addSecs(-3600);
    const QString date = QLocale::c().toString(can.serverTime, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    const QByteArray body = QJsonDocument(QJsonObject{{"result"_L1, can.toJson()}}).toJson();
    return HttpDouble::json(200, body, "Date: " + date.toLatin1() + "\r\n");
}

} // namespace

/// A computer with a wrong clock: told about, and nothing else (SR-3).
class ClockJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void windowSaysThatTheClockIsOff();
};

void ClockJourneys::windowSaysThatTheClockIsOff()
{
    HttpDouble server(anHourBehind);
    Desktop desktop(server.url());
    Options options;
    options.qr = true;
    desktop.start(options);
    QTRY_VERIFY((Desktop::part("qrLoginWindow"_L1, "qrStrip"_L1)));
    QStringList words;
    for (const QLabel *label : Desktop::part("qrLoginWindow"_L1, "qrStrip"_L1)->findChildren<QLabel *>())
        words << label->text();
    QVERIFY2(words.join(u' ').contains(u"This computer's clock is off by "_s), qPrintable(words.join(u' ')));
}

} // namespace passport

QTEST_MAIN(passport::ClockJourneys)
#include "clockjourneys.moc"
