// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/statusroutes.h"

#include "backend/account/hasher.h"
#include "backend/mail/postman.h"
#include "backend/push/hub.h"
#include "backend/store/store.h"

#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct Way {
    const char *name;
    Means means;
};
constexpr std::array ways{Way{"mail", Means::Mail}, Way{"sms", Means::Sms}};

/// One metric in OpenMetrics text; a counter's sample is called `<name>_total`.
QByteArray metric(const QByteArray &name, const char *type, const char *help, qint64 value)
{
    const QByteArray whole = "passport_" + name;
    const QByteArray sample = qstrcmp(type, "counter") == 0 ? whole + "_total" : whole;
    return "# TYPE " + whole + ' ' + type + "\n# HELP " + whole + ' ' + help + '\n' + sample + ' '
        + QByteArray::number(value) + '\n';
}

} // namespace

void StatusRoutes::addTo(Routes &routes)
{
    routes.add("GET", "/health/live", [](const HttpRequest &) -> boost::asio::awaitable<HttpResponse> {
        co_return HttpResponse::text(200, "alive\n");
    });
    routes.add("GET", "/health/ready", [this](const HttpRequest &request) { return ready(request); });
    routes.add("GET", "/metrics", [this](const HttpRequest &) -> boost::asio::awaitable<HttpResponse> {
        HttpResponse response = HttpResponse::text(200, metrics());
        response.contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        co_return response;
    });
}

boost::asio::awaitable<HttpResponse> StatusRoutes::ready(const HttpRequest &)
{
    if (m_.transport.stopping)
        co_return HttpResponse::text(503, "stopping\n");
    bool answered = false;
    try {
        const auto asking = [](Db &db) { return db.select(Sql("SELECT 1"_L1)).next(); };
        answered = co_await m_.store.read(asking);
    } catch (const std::exception &) {
        answered = false; // the cause is in the log of whoever needed it
    }
    co_return answered ? HttpResponse::text(200, "ready\n" + postState()) : HttpResponse::text(503, "no database\n");
}

QByteArray StatusRoutes::postState() const
{
    QByteArray text;
    for (const auto &[name, means] : ways) {
        const PostLane::Health &health = m_.postman.health(means);
        if (health.problem)
            text += QByteArray(name) + ": " + QByteArray::number(health.waiting) + " waiting, "
                + health.problem->toUtf8().replace('\n', ' ') + '\n';
    }
    return text;
}

QByteArray StatusRoutes::postMetrics() const
{
    struct Series {
        const char *name;
        const char *type;
        const char *help;
        qint64 (*value)(const PostLane::Health &);
    };
    static constexpr std::array series{
        Series{
            "letters_waiting", "gauge", "Mails and messages in the queue.",
            [](const auto &h) -> qint64 { return h.waiting; }},
        Series{
            "letters_stuck", "gauge", "1 while their server takes none.",
            [](const auto &h) -> qint64 { return h.problem ? 1 : 0; }},
        Series{"letters_delivered", "counter", "Taken by their server.", [](const auto &h) { return h.delivered; }},
        Series{"letters_refused", "counter", "Refused for good.", [](const auto &h) { return h.refused; }},
        Series{"letters_failures", "counter", "Deliveries in vain, to be tried again.", [](const auto &h) {
                   return h.failures;
               }}};
    QByteArray text;
    for (const Series &one : series) {
        const QByteArray name = QByteArray("passport_") + one.name;
        text += "# TYPE " + name + ' ' + one.type + "\n# HELP " + name + ' ' + one.help + '\n';
        for (const auto &[way, means] : ways)
            text += name + (qstrcmp(one.type, "counter") == 0 ? "_total{by=\"" : "{by=\"") + way + "\"} "
                + QByteArray::number(one.value(m_.postman.health(means))) + '\n';
    }
    return text;
}

QByteArray StatusRoutes::metrics() const
{
    const Transport &transport = m_.transport;
    QByteArray text
        = "# TYPE passport_http_answers counter\n# HELP passport_http_answers Answers by class of status.\n";
    for (std::size_t i = 1; i < transport.answersByClass.size(); ++i) {
        text += "passport_http_answers_total{class=\"" + QByteArray::number(static_cast<int>(i)) + "xx\"} "
            + QByteArray::number(transport.answersByClass.at(i)) + '\n';
    }
    const auto number = [](auto value) { return static_cast<qint64>(value); };
    text += metric("connections_accepted", "counter", "Connections taken.", number(transport.acceptedConnections));
    text += metric("connections_refused", "counter", "Connections over a limit.", number(transport.refusedConnections));
    text += metric("websockets_open", "gauge", "Open websockets.", number(transport.openWebSockets));
    text += metric("push_listeners", "gauge", "Sockets and long polls that listen.", number(m_.hub.subscriberCount()));
    text += metric("push_published", "counter", "Messages published.", number(m_.hub.publishedCount()));
    text += metric("push_delivered", "counter", "Messages handed to sockets.", number(m_.hub.deliveredCount()));
    text += metric("push_history_bytes", "gauge", "Messages kept for replay.", number(m_.hub.historyBytes()));
    text += metric("password_hashes", "counter", "Argon2id computed.", m_.hasher.hashesMade());
    return text + postMetrics() + "# EOF\n";
}

} // namespace passport
