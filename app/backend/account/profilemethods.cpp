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

/// A name as it is kept: NFC, without characters that hide or turn text, no line breaks, cut to its limit (SR-9).
std::optional<QString> tidied(const std::optional<QString> &name)
{
    if (!name)
        return std::nullopt;
    return cleaned(name->normalized(QString::NormalizationForm_C).simplified(), UpdateProfile::longestName);
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
    if (wanted.firstName && !isSeen(*wanted.firstName))
        co_return Error::malformed(u"firstName: expected a name"_s);
    if (wanted.lastName && !wanted.lastName->isEmpty() && !isSeen(*wanted.lastName))
        co_return Error::malformed(u"lastName: expected a name"_s);
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
    if (user->revision != request.revision)
        return Error::ofCode(code::conflict, {}, ProfileConflict{profileOf(*user, m_.urls)}.toJson());
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
    const auto job = [&](Db &db) { return changePhoto(db, *jpeg, request.updatePortals, call); };
    auto writing = writeOnce(m_.store, call, job);
    Result<ProfileChange> change = co_await std::move(writing);
    co_return told(std::move(change), call);
}

boost::asio::awaitable<Result<ProfileChange>> ProfileMethods::deletePhoto(const DeletePhoto &request, const Call &call)
{
    const auto job = [&](Db &db) { return changePhoto(db, {}, request.updatePortals, call); };
    auto writing = writeOnce(m_.store, call, job);
    Result<ProfileChange> change = co_await std::move(writing);
    co_return told(std::move(change), call);
}

Result<ProfileChange>
ProfileMethods::changePhoto(Db &db, const QByteArray &jpeg, bool inPortals, const Call &call) const
{
    const UserId id = call.caller.user;
    if (!userById(db, id))
        return Error::ofCode(code::invalidToken);
    keepPortalCopies(db, id);
    QVariant path;
    if (!jpeg.isEmpty()) {
        const QString name = crypto::randomId();
        db.run("INSERT INTO photo VALUES (?, ?, ?, ?)"_L1, {name, id, jpeg, m_.clock.nowMs()});
        path = QString(photoFolder + name + photoSuffix);
    }
    db.run("UPDATE user SET photo_url = ?, revision = revision + 1 WHERE id = ?"_L1, {path, id});
    ProfileChange change
        = changed(db, id, inPortals ? updatePortals(db, m_.settings, id) : std::vector<PortalOutcome>());
    dropUnshown(db, id);
    m_.audit.record(
        db,
        auditEntry(audit::photoChanged, call, {{"removed"_L1, jpeg.isEmpty()}, {"portals"_L1, idsOf(change.portals)}}));
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
