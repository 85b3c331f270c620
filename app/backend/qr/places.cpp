// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/places.h"

#include <QFile>
#include <maxminddb.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QString englishName(MMDB_entry_s entry, const char *what)
{
    MMDB_entry_data_s data{};
    const int status = MMDB_get_value(&entry, &data, what, "names", "en", nullptr);
    if (status != MMDB_SUCCESS || !data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return {};
    return QString::fromUtf8(data.utf8_string, static_cast<qsizetype>(data.data_size));
}

} // namespace

Places::Places() = default;
Places::~Places() = default;
Places::Places(Places &&) noexcept = default;
Places &Places::operator=(Places &&) noexcept = default;

void Places::Close::operator()(MMDB_s *database) const
{
    MMDB_close(database);
    delete database;
}

Result<Places> Places::open(const QString &file)
{
    auto raw = std::make_unique<MMDB_s>();
    const int status = MMDB_open(QFile::encodeName(file).constData(), MMDB_MODE_MMAP, raw.get());
    if (status != MMDB_SUCCESS)
        return Error::malformed(
            u"cannot read the place database %1: %2"_s.arg(file, QString::fromUtf8(MMDB_strerror(status))));
    Places places;
    places.m_database.reset(raw.release());
    return places;
}

std::optional<Place> Places::find(const QString &address) const
{
    if (!m_database)
        return std::nullopt;
    int addressError = 0;
    int databaseError = 0;
    MMDB_lookup_result_s found
        = MMDB_lookup_string(m_database.get(), address.toLatin1().constData(), &addressError, &databaseError);
    if (addressError != 0 || databaseError != MMDB_SUCCESS || !found.found_entry)
        return std::nullopt;
    Place place{.city = englishName(found.entry, "city"), .country = englishName(found.entry, "country")};
    return place.country.isEmpty() ? std::nullopt : std::optional(place);
}

} // namespace passport
