// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/profilemethods.h"

#include "backend/account/photoreader.h"
#include "backend/account/portalpersons.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "backend/http/message.h"
#include "backend/http/routes.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto photoFolder = "/photo/"_L1;
constexpr auto photoSuffix = ".jpg"_L1;

/// A name as it is kept: NFC, without characters that hide or turn text, no line breaks (SR-9).
std::optional<QString> tidied(const std::optional<QString> &name)
{
    if (!name)
        return std::nullopt;
    return cleaned(name->normalized(QString::NormalizationForm_C).simplified(), name->size());
}

/// Whether anything of a name is seen: marks alone are not, nor letters that look like nothing (SR-9).
bool isSeen(const QString &name)
{
    constexpr std::array<char32_t, 5> blank{0x115f, 0x1160, 0x2800, 0x3164, 0xffa0}; // fillers of Hangul, empty Braille
    return std::ranges::any_of(name.toUcs4(), [&blank](char32_t c) {
        const bool isVisible = QChar::isLetterOrNumber(c) || QChar::isSymbol(c);
        return isVisible && std::ranges::find(blank, c) == blank.end();
    });
}

Error badName(QLatin1StringView key, QLatin1StringView reason)
{
    QJsonObject details{{"key"_L1, key}, {"reason"_L1, reason}};
    if (reason == UpdateProfile::tooLong)
        details.insert("limit"_L1, UpdateProfile::longestName);
    return Error::ofCode(code::invalidRequest, u"%1: %2"_s.arg(key, reason), details);
}

/// Of a tidied name; `needed`: it may not be empty. A name that is too long is not cut: half a name is another one.
Result<Done> checkedName(QLatin1StringView key, const std::optional<QString> &name, bool needed)
{
    if (!name)
        return Done{};
    if (name->toUcs4().size() > UpdateProfile::longestName)
        return badName(key, UpdateProfile::tooLong);
    if ((needed || !name->isEmpty()) && !isSeen(*name))
        return badName(key, UpdateProfile::empty);
    return Done{};
}

/// What a program is told that began with another revision than is there now.
std::optional<Error> conflictOf(const UserRow &now, std::optional<qint64> revision, const ServerUrls &urls)
{
    if (!revision || *revision == now.revision)
        return std::nullopt;
    return Error::ofCode(code::conflict, {}, ProfileConflict{profileOf(now, urls)}.toJson());
}

QJsonArray idsOf(const std::vector<PortalOutcome> &portals)
{
    QJsonArray ids;
    for (const PortalOutcome &portal : portals) {
        if (portal.ok)
            ids.append(portal.memberId.toJson());
    }
    return ids;
}

/// Pictures that neither the Passport nor a portal shows any more.
void dropUnshown(Db &db, UserId user)
{
    db.run(
        "DELETE FROM photo WHERE user_id = ? AND NOT EXISTS (SELECT 1 FROM user WHERE user.id = photo.user_id AND"
        " photo_url = '/photo/' || photo.name || '.jpg') AND NOT EXISTS (SELECT 1 FROM portal_person WHERE"
        " portal_person.user_id = photo.user_id AND photo_url = '/photo/' || photo.name || '.jpg')"_L1,
        {user});
}

} // namespace

void ProfileMethods::addTo(MethodTable &methods)
{
    methods.add<UpdateProfile>(
        [this](const UpdateProfile &request, const Call &call) { return update(request, call); });
    methods.addRaw<PutPhoto>([this](const PutPhoto &request, const Call &call) { return putPhoto(request, call); });
    methods.add<DeletePhoto>(
        [this](const DeletePhoto &request, const Call &call) { return deletePhoto(request, call); });
}

void ProfileMethods::addTo(Routes &routes)
{
    routes.allowUpload("/rest/" + QByteArray(PutPhoto::method.data()), PutPhoto::mostBytes);
    routes.add("GET", "/photo/{}", [this](const HttpRequest &request) { return photo(request); });
}

boost::asio::awaitable<Result<ProfileChange>> ProfileMethods::update(const UpdateProfile &request, const Call &call)
{
    UpdateProfile wanted = request;
    wanted.firstName = tidied(request.firstName);
    wanted.lastName = tidied(request.lastName);
    if (const Result<Done> first = checkedName("firstName"_L1, wanted.firstName, true); !first)
        co_return first.error();
    if (const Result<Done> last = checkedName("lastName"_L1, wanted.lastName, false); !last)
        co_return last.error();
    const auto job = [&](Db &db) { return changeNames(db, wanted, call); };
    auto writing = writeOnce(m_.store, call, job);
    Result<ProfileChange> change = co_await std::move(writing);
    co_return told(std::move(change), call);
}

Result<ProfileChange> ProfileMethods::changeNames(Db &db, const UpdateProfile &request, const Call &call) const
{
    const UserId id = call.caller.user;
    const std::optional<UserRow> user = userById(db, id);
    if (!user)
        return Error::ofCode(code::invalidToken);
    if (const auto conflict = conflictOf(*user, request.revision, m_.urls))
        return *conflict;
    const QString first = request.firstName.value_or(user->firstName);
    const QString last = request.lastName.value_or(user->lastName);
    QJsonArray what;
    if (first != user->firstName)
        what.append(u"firstName"_s);
    if (last != user->lastName)
        what.append(u"lastName"_s);
    if (!what.isEmpty()) {
        keepPortalCopies(db, id);
        db.run(
            "UPDATE user SET first_name = ?, last_name = ?, revision = revision + 1 WHERE id = ?"_L1,
            {present(first), present(last), id});
    }
    ProfileChange change = changed(
        db, id,
        request.updatePortals ? updatePortals(db, m_.settings, id, request.portals) : std::vector<PortalOutcome>());
    m_.audit.record(
        db, auditEntry(audit::profileChanged, call, {{"what"_L1, what}, {"portals"_L1, idsOf(change.portals)}}));
    return change;
}

boost::asio::awaitable<Result<ProfileChange>> ProfileMethods::putPhoto(const PutPhoto &request, const Call &call)
{
    auto reading = m_reader.read(request.contentType, request.body);
    const Result<QByteArray> jpeg = co_await std::move(reading);
    if (!jpeg)
        co_return jpeg.error();
    const PhotoChange photo{.jpeg = *jpeg, .inPortals = request.updatePortals, .revision = request.revision};
    const auto job = [&](Db &db) { return changePhoto(db, photo, call); };
    auto writing = writeOnce(m_.store, call, job);
    Result<ProfileChange> change = co_await std::move(writing);
    co_return told(std::move(change), call);
}

boost::asio::awaitable<Result<ProfileChange>> ProfileMethods::deletePhoto(const DeletePhoto &request, const Call &call)
{
    const PhotoChange none{.jpeg = {}, .inPortals = request.updatePortals, .revision = request.revision};
    const auto job = [&](Db &db) { return changePhoto(db, none, call); };
    auto writing = writeOnce(m_.store, call, job);
    Result<ProfileChange> change = co_await std::move(writing);
    co_return told(std::move(change), call);
}

Result<ProfileChange> ProfileMethods::changePhoto(Db &db, const PhotoChange &photo, const Call &call) const
{
    const UserId id = call.caller.user;
    const std::optional<UserRow> user = userById(db, id);
    if (!user)
        return Error::ofCode(code::invalidToken);
    if (const auto conflict = conflictOf(*user, photo.revision, m_.urls))
        return *conflict;
    keepPortalCopies(db, id);
    QVariant path;
    if (!photo.jpeg.isEmpty()) {
        const QString name = crypto::randomId();
        db.run("INSERT INTO photo VALUES (?, ?, ?, ?)"_L1, {name, id, photo.jpeg, m_.clock.nowMs()});
        path = QString(photoFolder + name + photoSuffix);
    }
    db.run("UPDATE user SET photo_url = ?, revision = revision + 1 WHERE id = ?"_L1, {path, id});
    ProfileChange change
        = changed(db, id, photo.inPortals ? updatePortals(db, m_.settings, id) : std::vector<PortalOutcome>());
    dropUnshown(db, id);
    m_.audit.record(
        db,
        auditEntry(
            audit::photoChanged, call, {{"removed"_L1, photo.jpeg.isEmpty()}, {"portals"_L1, idsOf(change.portals)}}));
    return change;
}

ProfileChange ProfileMethods::changed(Db &db, UserId user, std::vector<PortalOutcome> portals) const
{
    const Profile now = profileOf(*userById(db, user), m_.urls);
    return {.revision = now.revision, .photoUrl = now.photoUrl, .portals = std::move(portals)};
}

/// After the commit: the person's other programs look again.
Result<ProfileChange> ProfileMethods::told(Result<ProfileChange> change, const Call &call) const
{
    if (change)
        account::ringChanged(m_.hub, call.caller.user, change->revision, account::profile);
    return change;
}

boost::asio::awaitable<HttpResponse> ProfileMethods::photo(const HttpRequest &request)
{
    const QString file = QString::fromLatin1(request.segment(1));
    const QString name = file.chopped(std::min(file.size(), photoSuffix.size()));
    const auto job = [&name](Db &db) {
        Rows rows = db.select("SELECT jpeg FROM photo WHERE name = ?"_L1, {present(name)});
        return rows.next() ? rows.bytes(0) : QByteArray();
    };
    const QByteArray jpeg = co_await m_.store.read(job);
    if (jpeg.isEmpty() || !file.endsWith(photoSuffix))
        co_return HttpResponse::text(404, "Not found");
    HttpResponse response;
    response.contentType = "image/jpeg";
    response.body = jpeg;
    // Another picture has another address. `private`: no proxy keeps it for others.
    response.headers.push_back({"Cache-Control", "private, max-age=31536000, immutable"});
    response.headers.push_back({"Content-Disposition", "inline; filename=\"photo.jpg\""});
    co_return response;
}

} // namespace passport
