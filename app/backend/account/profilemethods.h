// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "protocol/accountapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class PhotoReader;
class Routes;
struct HttpRequest;
struct HttpResponse;

/// The person's name and picture: `passport.profile.update`, `passport.photo.put`, `.delete`, and `GET /photo/<name>`.
/// I/O thread.
class ProfileMethods {
public:
    ProfileMethods(const AccountParts &parts, PhotoReader &reader)
        : m_(parts)
        , m_reader(reader)
    {
    }

    void addTo(MethodTable &methods);
    void addTo(Routes &routes);

    boost::asio::awaitable<Result<ProfileChange>> update(const UpdateProfile &request, const Call &call);
    boost::asio::awaitable<Result<ProfileChange>> putPhoto(const PutPhoto &request, const Call &call);
    boost::asio::awaitable<Result<ProfileChange>> deletePhoto(const DeletePhoto &request, const Call &call);
    /// The picture of that address, for whoever knows it.
    boost::asio::awaitable<HttpResponse> photo(const HttpRequest &request);

private:
    [[nodiscard]] Result<ProfileChange> changeNames(Db &db, const UpdateProfile &request, const Call &call) const;
    struct PhotoChange {
        QByteArray jpeg; ///< Empty: the present one goes.
        bool inPortals = false;
        std::optional<qint64> revision; ///< The change is meant for this one alone.
    };
    [[nodiscard]] Result<ProfileChange> changePhoto(Db &db, const PhotoChange &photo, const Call &call) const;
    [[nodiscard]] ProfileChange changed(Db &db, UserId user, std::vector<PortalOutcome> portals) const;
    [[nodiscard]] Result<ProfileChange> told(Result<ProfileChange> change, const Call &call) const;

    const AccountParts m_;
    PhotoReader &m_reader;
};

} // namespace passport
