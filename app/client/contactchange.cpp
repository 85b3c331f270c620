// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/contactchange.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/stepupgate.h"
#include "protocol/errorcodes.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array stateNames{"Entering", "Sending", "CodeNeeded", "Bound"};
static_assert(stateNames.size() == std::variant_size_v<ContactChange::State>);

contacts::SentCode sentBy(const CodeSent &answer)
{
    return {
        .confirmation = answer.confirmationId,
        .resendAt = QDeadlineTimer(answer.resendAfter),
        .delayed = answer.delayed};
}

Error invalid(const QJsonObject &details)
{
    return Error::ofCode(code::invalidRequest, u"value"_s, details);
}

} // namespace

ContactChange::ContactChange(ApiClient &api, StepUpGate &gate, Contacts &contacts, Wish wish, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
    , m_contacts(contacts)
    , m_wish(std::move(wish))
{
    connect(&m_contacts, &Contacts::stateChanged, this, &ContactChange::follow);
    if (const auto sent = m_contacts.codeSentTo(m_wish.value))
        needCode(m_wish.value, *sent);
}

ContactChange::~ContactChange() = default;

void ContactChange::send(const QString &value, const QString &password, bool updatePortals)
{
    if (!std::holds_alternative<contactchange::Entering>(m_state))
        return;
    const auto normalised = normalisedContact(m_wish.kind, value);
    if (!normalised)
        return setState(contactchange::Entering{invalid({{"key"_L1, "value"_L1}})});
    if (m_contacts.isBound(m_wish.kind, *normalised))
        return setState(
            contactchange::Entering{invalid({{"key"_L1, "value"_L1}, {"reason"_L1, AddContact::boundAlready}})});
    AddContact request;
    request.kind = m_wish.kind;
    request.value = *normalised;
    request.password = password;
    request.updatePortals = updatePortals;
    request.replaces = m_wish.replaces;
    // A dialog that is closed meanwhile takes nothing back: the code is on its way, and the list leads to its boxes.
    const auto answered
        = [&list = m_contacts, self = QPointer(this), to = *normalised](const Result<CodeSent> &answer) {
              if (self)
                  return self->sent(to, answer);
              if (answer)
                  list.keepCode(to, sentBy(*answer));
              list.refresh();
          };
    m_gate.send(request, &m_contacts, answered);
    setState(contactchange::Sending{});
}

void ContactChange::sent(const QString &value, const Result<CodeSent> &answer)
{
    if (!answer)
        return refused(value, answer.error());
    const contacts::SentCode sent = sentBy(*answer);
    m_contacts.keepCode(value, sent);
    needCode(value, sent);
    m_contacts.refresh(); // it is among them, as one that waits
}

void ContactChange::refused(const QString &value, const Error &error)
{
    if (error.code == code::ticketGone)
        m_contacts.forgetCode(value);
    if (error.code != code::tooMany || !error.retryAfter)
        return setState(contactchange::Entering{unlessGivenUp(error)});
    const QDeadlineTimer until(*error.retryAfter);
    auto waiting = m_contacts.codeSentTo(value);
    if (!waiting)
        return setState(contactchange::Entering{error, value, until});
    waiting->resendAt = until;
    m_contacts.keepCode(value, *waiting);
    needCode(value, *waiting);
}

QDeadlineTimer ContactChange::heldUntil(const QString &value) const
{
    const auto *entering = std::get_if<contactchange::Entering>(&m_state);
    const bool same
        = entering && !entering->heldValue.isEmpty() && entering->heldValue == normalisedContact(m_wish.kind, value);
    return same ? entering->heldUntil : QDeadlineTimer();
}

void ContactChange::needCode(const QString &value, const contacts::SentCode &sent)
{
    setState(contactchange::CodeNeeded{
        .value = value,
        .confirmation = sent.confirmation,
        .resendAt = sent.resendAt,
        .delayed = sent.delayed,
        .listed = m_contacts.isWaiting(m_wish.kind, value)});
}

void ContactChange::check(const contactchange::CodeNeeded &needed)
{
    contactchange::CodeNeeded checking = needed;
    checking.error.reset();
    checking.checking = true;
    setState(checking);
}

void ContactChange::confirm(const QString &code)
{
    const auto *needed = std::get_if<contactchange::CodeNeeded>(&m_state);
    if (!needed || needed->checking)
        return;
    const ConfirmContact request{needed->confirmation, code};
    m_request = m_api.send(request, this, &ContactChange::confirmed);
    check(*needed);
}

void ContactChange::confirmed(const Result<ContactBound> &answer)
{
    m_request = nullptr;
    const auto *needed = std::get_if<contactchange::CodeNeeded>(&m_state);
    if (!needed)
        return; // the link was opened at the same moment
    if (answer) {
        m_contacts.forgetCode(needed->value);
        setState(contactchange::Bound{answer->contact.value, answer->portals});
        m_contacts.refresh();
    } else if (answer.error().code == code::ticketGone || answer.error().triesLeft() == 0) {
        m_contacts.forgetCode(needed->value);
        m_contacts.refresh(); // it waits no longer
        setState(contactchange::Entering{answer.error()});
    } else {
        contactchange::CodeNeeded still = *needed;
        still.error = answer.error();
        still.checking = false;
        setState(still);
    }
}

void ContactChange::resend()
{
    const auto *needed = std::get_if<contactchange::CodeNeeded>(&m_state);
    if (!needed || needed->checking || !needed->resendAt.hasExpired())
        return;
    const ResendContactCode request{needed->confirmation};
    m_request = m_api.send(request, this, [this, value = needed->value](const Result<CodeSent> &answer) {
        m_request = nullptr;
        const auto *still = std::get_if<contactchange::CodeNeeded>(&m_state);
        if (!still)
            return;
        if (answer || answer.error().code == code::ticketGone)
            return sent(value, answer);
        contactchange::CodeNeeded later = *still;
        later.resendAt = QDeadlineTimer(answer.error().retryAfter.value_or(std::chrono::seconds(0)));
        later.error = answer.error();
        later.checking = false;
        setState(later);
    });
    check(*needed);
}

void ContactChange::follow()
{
    const auto *needed = std::get_if<contactchange::CodeNeeded>(&m_state);
    if (!needed || !std::holds_alternative<contacts::Ready>(m_contacts.state()))
        return;
    if (m_contacts.isBound(m_wish.kind, needed->value)) {
        m_contacts.forgetCode(needed->value);
        setState(contactchange::Bound{needed->value, {}});
    } else if (m_contacts.isWaiting(m_wish.kind, needed->value)) {
        contactchange::CodeNeeded listed = *needed;
        if (!std::exchange(listed.listed, true))
            setState(listed);
    } else if (needed->listed && !needed->checking) { // else the answer tells
        m_contacts.forgetCode(needed->value);
        setState(contactchange::Entering{Error::ofCode(code::ticketGone)});
    }
}

void ContactChange::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "ContactChange: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
