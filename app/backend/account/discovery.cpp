// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/discovery.h"

#include "backend/core/serverurls.h"
#include "backend/portals/portalstore.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"
#include "protocol/portalsapi.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace passport {

Discovery::Discovery(Store &store, const Clock &clock, const ServerSettings &settings, const ServerUrls &urls)
    : m_store(store)
    , m_clock(clock)
    , m_settings(settings)
    , m_urls(urls)
{
    QFile file(u":/passport/phonesteps.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const Result<QJsonObject> steps = parseJsonObject(opened ? file.readAll() : QByteArray("{}"));
    JsonReader in(*steps);
    m_phoneStepsRu = in.strings("ru"_L1);
    m_phoneStepsEn = in.strings("en"_L1);
}

boost::asio::awaitable<Result<Capabilities>> Discovery::capabilities(const GetCapabilities &request, const Call &)
{
    PortalId portal;
    if (request.portal) {
        const auto job = [&](Db &db) { return portalCalled(db, *request.portal, m_urls.domain()); };
        const std::optional<PortalRow> row = co_await m_store.read(job);
        if (!row)
            co_return Error::ofCode(code::notFound);
        portal = row->id;
    }
    const bool allowed = m_settings.isOn(setting::qrAllowed, portal);
    Capabilities told;
    told.methods = m_methods->names();
    told.qrAllowed = allowed;
    told.qrRefusal = allowed ? Capabilities::QrRefusal::None : Capabilities::QrRefusal::Disabled;
    told.qrHardened = m_settings.isOn(setting::qrHardened);
    told.qrBasic = m_settings.isOn(setting::qrBasic, portal);
    told.phoneStepsRu = m_phoneStepsRu;
    told.phoneStepsEn = m_phoneStepsEn;
    told.limits = {{"listPage"_L1, ListPortals::maxLimit}};
    told.serverTime = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC);
    co_return told;
}

void Discovery::addTo(MethodTable &methods)
{
    m_methods = &methods;
    methods.add<GetCapabilities>(
        [this](const GetCapabilities &request, const Call &call) { return capabilities(request, call); });
    methods.addPlain(
        "server.time"_L1, Auth::None,
        [this](const QJsonObject &, const Call &) -> boost::asio::awaitable<Result<QJsonValue>> {
            const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC);
            co_return QJsonValue(now.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+00:00"_s); // an offset, never "Z"
        });
}

} // namespace passport
