// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/personphoto.h"

#include "client/apiclient.h"
#include "client/httpexchange.h"
#include "client/photo.h"
#include "client/session.h"

namespace passport {
namespace {

constexpr auto transferLimit = std::chrono::seconds(15);
constexpr qint64 mostBytes = 1024 * 1024; // four times what 512 × 512 pixels of noise come to

} // namespace

PersonPhoto::PersonPhoto(ApiClient &api, NetworkAccess &network, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_network(network)
    , m_session(session)
{
    connect(&session, &Session::profileChanged, this, &PersonPhoto::follow);
    connect(&session, &Session::stateChanged, this, &PersonPhoto::follow);
}

PersonPhoto::~PersonPhoto() = default;

void PersonPhoto::follow()
{
    const auto &profile = m_session.profile();
    const QUrl url(profile ? profile->photoUrl.value_or(QString()) : QString());
    if (url == m_url)
        return;
    m_url = url;
    m_exchange.reset();
    const QUrl server = m_api.server();
    if (url.isEmpty())
        setImage({});
    else if (url.scheme() == server.scheme() && url.authority() == server.authority()) // nobody else learns of us
        fetch();
}

void PersonPhoto::fetch()
{
    m_exchange = std::make_unique<HttpExchange>(m_network, HttpExchange::Limits{transferLimit, mostBytes});
    connect(m_exchange.get(), &HttpExchange::finished, this, [this](const HttpAnswer &answer) {
        m_exchange.release()->deleteLater(); // it is the sender
        const bool arrived = answer.error == QNetworkReply::NoError && answer.status == 200;
        const auto picture = arrived ? photo::read(answer.body) : Result<QImage>(Error{});
        if (picture)
            setImage(*picture);
        else
            m_url.clear(); // the old one stays; the next reading of the profile tries again
    });
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    m_exchange->get(request);
}

void PersonPhoto::setImage(const QImage &image)
{
    if (m_image.isNull() && image.isNull())
        return;
    m_image = image;
    Q_EMIT changed();
}

} // namespace passport
