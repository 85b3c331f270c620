// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"

#include "backend/core/crypto.h"
#include "backend/portals/portalstore.h"
#include "backend/rest/batch.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// "its own 32 hex" (api.md 2): one for the installation, stable, telling nothing of the secret it comes from.
QString passportIdOf(const Secrets &secrets)
{
    return QString::fromLatin1(secrets.keyFor("member-id"_L1).first(16).toHex());
}

} // namespace

Result<std::unique_ptr<Foundation>> Foundation::open(const Options &options, const Clock &clock)
{
    crypto::init();
    Result<std::unique_ptr<Store>> store = Store::open(options.store);
    if (!store)
        return store.error();
    Result<Secrets> secrets = Secrets::open(options.store.folder);
    if (!secrets)
        return secrets.error();
    return std::unique_ptr<Foundation>(new Foundation(options, clock, std::move(*store), std::move(*secrets)));
}

Foundation::Foundation(
    const Options &options, const Clock &theClock, std::unique_ptr<Store> theStore, Secrets theSecrets)
    : clock(theClock)
    , store(std::move(theStore))
    , secrets(std::move(theSecrets))
    , cookies(secrets.keyFor("csrf"_L1))
    , sessions(*store, clock, audit, urls, passportIdOf(secrets), addressOfPortal)
    , hasher(options.hasher)
    , m_dispatcher(methods, m_authenticator, m_idempotency, [this](QString address) { return portalAt(address); })
{
    settings.apply(store->writeNow(ServerSettings::load));
    accounts.addTo(methods, actions);
    m_discovery.addTo(methods);
    registerBatch(methods);
    outsideChanges.add([this]() -> boost::asio::awaitable<void> {
        settings.apply(co_await store->read(ServerSettings::load));
        auto noticing = sessions.noticeOutside();
        co_await std::move(noticing);
    });
}

void Foundation::addTo(Routes &routes)
{
    m_dispatcher.addTo(routes);
    m_ajax.addTo(routes);
    m_oauth.addTo(routes);
}

void Foundation::stop()
{
    store->stop(); // first: what a hash would still lead to is not awaited, what was written is
    hasher.stop();
    photoReader.stop();
}

boost::asio::awaitable<PortalId> Foundation::portalAt(QString address)
{
    const auto job = [&address](Db &db) {
        const std::optional<PortalRow> portal = portalByAddress(db, address);
        return portal ? portal->id : PortalId();
    };
    co_return co_await store->read(job);
}

} // namespace passport
