// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/profileeditor.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/session.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

using profile::Edit;
using profile::Field;
using profile::valueOf;

constexpr std::array stateNames{"Loading", "Ready", "Saving"};
static_assert(stateNames.size() == std::variant_size_v<ProfileEditor::State>);

Profile withName(Profile profile, const Edit &edit)
{
    (edit.field == Field::FirstName ? profile.firstName : profile.lastName) = edit.text;
    return profile;
}

/// The edit over a profile that has changed underneath.
Edit over(const Profile &now, Edit edit)
{
    const QString &value = valueOf(now, edit.field);
    if (value != edit.before && value != edit.text)
        edit.theirs = value;
    return edit;
}

/// `fresh` in the place of what was known of the same portals.
std::vector<PortalOutcome> merged(std::vector<PortalOutcome> known, const std::vector<PortalOutcome> &fresh)
{
    for (const PortalOutcome &outcome : fresh) {
        const auto same = std::ranges::find(known, outcome.memberId, &PortalOutcome::memberId);
        if (same == known.end())
            known.push_back(outcome);
        else
            *same = outcome;
    }
    return known;
}

} // namespace

ProfileEditor::ProfileEditor(ApiClient &api, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_session(session)
{
    connect(&session, &Session::profileChanged, this, &ProfileEditor::follow);
    connect(&session, &Session::stateChanged, this, [this] {
        if (!std::holds_alternative<session::SignedOut>(m_session.state()))
            return;
        if (m_request)
            m_request->abort();
        m_next.reset();
        setState(profile::Loading{});
    });
    follow();
}

void ProfileEditor::follow()
{
    const auto &now = m_session.profile();
    if (!now || std::holds_alternative<profile::Saving>(m_state))
        return; // the answer to the save will tell, too
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready)
        return setState(profile::Ready{*now});
    if (now->revision < ready->saved.revision)
        return; // read before our own save
    profile::Ready next = *ready;
    next.saved = *now;
    if (next.edit)
        next.edit = over(*now, *next.edit);
    setState(next);
}

void ProfileEditor::edit(Field field, bool updatePortals)
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready || (ready->edit && ready->edit->theirs))
        return;
    if (!ready->edit || ready->edit->text == valueOf(ready->saved, ready->edit->field))
        return begin(field);
    if (ready->edit->field == field)
        return; // nothing typed is lost
    m_next = field;
    save(updatePortals);
}

void ProfileEditor::beginNext()
{
    if (const auto next = std::exchange(m_next, std::nullopt))
        begin(*next);
}

void ProfileEditor::begin(Field field)
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready)
        return;
    const QString &value = valueOf(ready->saved, field);
    setState(profile::Ready{.saved = ready->saved, .edit = Edit{field, value, value}, .portals = ready->portals});
}

void ProfileEditor::type(const QString &text)
{
    auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready || !ready->edit || ready->edit->text == text)
        return;
    profile::Ready next = *ready;
    next.edit->text = text;
    next.error.reset();
    setState(next);
}

void ProfileEditor::revert()
{
    if (const auto *ready = std::get_if<profile::Ready>(&m_state))
        setState(profile::Ready{.saved = ready->saved, .portals = ready->portals});
}

void ProfileEditor::save(bool updatePortals)
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready || !ready->edit || ready->edit->theirs)
        return;
    if (ready->edit->text == valueOf(ready->saved, ready->edit->field))
        return revert();
    send(Edit(*ready->edit), updatePortals);
}

void ProfileEditor::keepMine(bool updatePortals)
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready || !ready->edit || !ready->edit->theirs)
        return;
    Edit edit = *ready->edit;
    edit.before = *std::exchange(edit.theirs, std::nullopt);
    send(edit, updatePortals);
}

void ProfileEditor::send(const Edit &edit, bool updatePortals)
{
    const auto &ready = std::get<profile::Ready>(m_state);
    UpdateProfile request;
    request.updatePortals = updatePortals;
    request.revision = ready.saved.revision;
    (edit.field == Field::FirstName ? request.firstName : request.lastName) = edit.text;
    m_request = m_api.send(request, this, &ProfileEditor::answered);
    setState(profile::Saving{ready.saved, edit, updatePortals, {}});
}

void ProfileEditor::retryPortals()
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (!ready)
        return;
    UpdateProfile request;
    request.updatePortals = true;
    request.revision = ready->saved.revision;
    for (const PortalOutcome &portal : ready->portals) {
        if (!portal.ok)
            request.portals.push_back(portal.memberId);
    }
    if (request.portals.empty())
        return;
    m_request = m_api.send(request, this, &ProfileEditor::answered);
    setState(profile::Saving{ready->saved, {}, true, ready->portals});
}

void ProfileEditor::answered(const Result<ProfileChange> &answer)
{
    m_request = nullptr;
    const profile::Saving saving = std::get<profile::Saving>(m_state); // all others take the request back
    if (!answer)
        return failed(saving, answer.error());
    Profile saved = saving.edit ? withName(saving.saved, *saving.edit) : saving.saved;
    saved.revision = answer->revision;
    saved.photoUrl = answer->photoUrl;
    const auto portals = merged(saving.portals, answer->portals);
    setState(profile::Ready{.saved = saved, .portals = portals, .justSaved = true});
    beginNext();
    m_session.readProfile(); // the server may have cleaned the name
}

void ProfileEditor::failed(const profile::Saving &saving, const Error &error)
{
    const auto conflict = ProfileConflict::fromError(error);
    if (!conflict) {
        m_next.reset();
        return setState(
            profile::Ready{.saved = saving.saved, .edit = saving.edit, .error = error, .portals = saving.portals});
    }
    profile::Ready ready{.saved = conflict->theirs, .edit = saving.edit, .portals = saving.portals};
    if (ready.edit && ready.edit->text == valueOf(ready.saved, ready.edit->field)) {
        ready.edit.reset(); // both wanted the same, or it was saved before and the answer got lost
        ready.justSaved = true;
    } else if (ready.edit) {
        ready.edit = over(ready.saved, *ready.edit);
    }
    const bool again = (ready.edit && !ready.edit->theirs) || !saving.edit;
    const bool newer = ready.saved.revision > saving.saved.revision; // else the server contradicts itself: no circle
    setState(ready);
    if (again && newer && saving.edit)
        save(saving.updatePortals);
    else if (again && newer)
        retryPortals();
    else if (ready.justSaved)
        beginNext();
    else
        m_next.reset();
}

void ProfileEditor::note(const ProfileChange &change)
{
    const auto *ready = std::get_if<profile::Ready>(&m_state);
    if (ready && change.revision >= ready->saved.revision) {
        profile::Ready next = *ready;
        next.saved.revision = change.revision;
        next.saved.photoUrl = change.photoUrl;
        next.portals = change.portals;
        next.justSaved = true;
        setState(next);
    }
    m_session.readProfile();
}

void ProfileEditor::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "ProfileEditor: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
