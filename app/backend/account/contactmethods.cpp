// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/contactmethods.h"

#include "backend/account/contactbook.h"
#include "backend/account/mask.h"
#include "backend/account/ownerproof.h"
#include "backend/account/portalpersons.h"
#include "backend/account/users.h"
#include "backend/core/moments.h"
#include "backend/core/serverurls.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/identity/stepups.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using Purpose = Confirmations::Purpose;

constexpr int mostContacts = 10;
constexpr int mostPerPerson = 10; // codes asked for in an hour, however many addresses
constexpr int mostPerAddress = 5; // in an hour, whoever asks: nobody is flooded through us

Error limitReached()
{
    return Error::ofCode(code::limitReached, {}, {{"limit"_L1, mostContacts}});
}

QString personKey(const Call &call)
{
    return u"contacts/%1"_s.arg(call.caller.user);
}

QString addressKey(const QString &value)
{
    return u"contact-to/"_s + value;
}

/// Whether another code may be asked for now; counts nothing.
Result<Done> mayBeAsked(RateLimit &limit, const Call &call, const QString &value)
{
    const auto wait
        = std::max(limit.wait(personKey(call), mostPerPerson, 1h), limit.wait(addressKey(value), mostPerAddress, 1h));
    if (!wait)
        return Done{};
    Error busy = Error::ofCode(code::tooMany);
    busy.retryAfter = wait;
    return busy;
}

} // namespace

QJsonObject ContactMethods::dataOf(const Confirmations::Asked &asked) const
{
    return {{"kind"_L1, wordOf(asked.kind)}, {"value"_L1, m_.audit.mark(asked.value)}};
}

void ContactMethods::addTo(MethodTable &methods)
{
    methods.add<ListContacts>([this](const ListContacts &request, const Call &call) { return list(request, call); });
    methods.add<AddContact>([this](const AddContact &request, const Call &call) { return add(request, call); });
    methods.add<ConfirmContact>(
        [this](const ConfirmContact &request, const Call &call) { return confirm(request, call); });
    methods.add<ResendContactCode>(
        [this](const ResendContactCode &request, const Call &call) { return resend(request, call); });
    methods.add<RemoveContact>(
        [this](const RemoveContact &request, const Call &call) { return remove(request, call); });
}

boost::asio::awaitable<Result<ContactList>> ContactMethods::list(const ListContacts &, const Call &call)
{
    const UserId user = call.caller.user;
    const auto job = [&](Db &db) {
        ContactList list{.items = contactsOf(db, user), .cursor = {}, .total = 0};
        for (const Confirmations::Row &row : m_confirmations.waitingOf(db, user))
            list.items.push_back(
                {.id = contactIdOf(user, row.asked.value),
                 .kind = row.asked.kind,
                 .value = row.asked.value,
                 .confirmed = false,
                 .login = false});
        list.total = static_cast<int>(list.items.size());
        return list;
    };
    co_return co_await m_.store.read(job);
}

/// Counts, whatever comes of it then: known and unknown addresses alike (SR-33).
Result<Done> ContactMethods::mayAsk(const Call &call, const QString &value) const
{
    const Result<Done> may = mayBeAsked(m_.rateLimit, call, value);
    if (may) {
        (void)m_.rateLimit.use(personKey(call), mostPerPerson, 1h);
        (void)m_.rateLimit.use(addressKey(value), mostPerAddress, 1h);
    }
    return may;
}

Result<Done> ContactMethods::check(Db &db, const AddContact &request, const QString &value, UserId user) const
{
    if (ownerOf(db, value) == user)
        return Error::ofCode(
            code::invalidRequest, u"value"_s, {{"key"_L1, u"value"_s}, {"reason"_L1, AddContact::boundAlready}});
    if (request.replaces) {
        const auto old = contactOf(db, user, *request.replaces);
        if (!old || old->kind != request.kind)
            return Error::ofCode(code::notFound, u"nothing to replace"_s);
    } else if (contactsOf(db, user).size() >= mostContacts) {
        return limitReached();
    }
    return Done{};
}

boost::asio::awaitable<Result<CodeSent>> ContactMethods::add(const AddContact &request, const Call &call)
{
    const std::optional<QString> value = normalisedContact(request.kind, request.value);
    if (!value)
        co_return Error::malformed(u"value: expected %1"_s.arg(
            request.kind == Contact::Kind::Phone ? u"a phone number"_s : u"an e-mail address"_s));
    const UserId user = call.caller.user;
    const auto looking = [&](Db &db) { return m_confirmations.mayBegin(db, user, *value); };
    const Result<Done> early = co_await m_.store.read(looking); // first: too early costs nothing
    if (!early)
        co_return early.error();
    if (const Result<Done> may = mayBeAsked(m_.rateLimit, call, *value); !may)
        co_return may.error(); // before anything is hashed
    auto weighing = m_.owner.weigh(user, request.password);
    const Result<OwnerProof::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    // Only the owner uses them up: neither his typing errors nor whoever holds his session keep an address from him.
    if (verdict->right) {
        if (const Result<Done> may = mayAsk(call, *value); !may)
            co_return may.error();
    }
    const auto job = [&](Db &db) -> Result<CodeSent> {
        if (const Result<UserRow> owner = m_.owner.settle(db, *verdict, call); !owner)
            return owner.error();
        const Result<Done> proven = m_.stepUps.require(db, user, call.caller.session, StepUps::Need::Password); // SR-18
        if (!proven)
            return proven.error();
        m_.stepUps.record(db, call.caller.session, StepUps::Proof::Password);
        if (const Result<Done> possible = check(db, request, *value, user); !possible)
            return possible.error();
        if (const Result<Done> still = m_confirmations.mayBegin(db, user, *value); !still) // a twin was first
            return still.error();
        return asked(
            db,
            {.purpose = Purpose::Contact,
             .user = user,
             .kind = request.kind,
             .value = *value,
             .about = request.replaces ? request.replaces->toString() : QString(),
             .inPortals = request.updatePortals},
            call);
    };
    auto writing = writeOnce(m_.store, call, job);
    co_return co_await std::move(writing);
}

CodeSent ContactMethods::asked(Db &db, Confirmations::Asked asked, const Call &call) const
{
    asked.inVain = ownerOf(db, asked.value).has_value();
    Confirmations::Fresh fresh = m_confirmations.begin(db, asked);
    fresh.sent.delayed = m_.post.isHeldUp(asked.value);
    send(db, asked, fresh, call.http);
    QJsonObject data = dataOf(asked);
    data.insert("taken"_L1, asked.inVain);
    m_.audit.record(db, auditEntry(audit::contactAsked, call, data));
    return fresh.sent;
}

/// One letter either way: the code, or word to whom the address belongs (SR-33). It says no more of who asks than a
/// window does that nobody has signed in to yet: whoever reads it may be a stranger to him.
void ContactMethods::send(
    Db &db, const Confirmations::Asked &asked, const Confirmations::Fresh &fresh, const HttpRequest &http) const
{
    const UserId reader = ownerOf(db, asked.value).value_or(asked.user.value_or(0));
    Letter letter{
        .kind = asked.inVain ? letter::contactTaken : letter::contactCode,
        .to = asked.value,
        .language = languageOfReader(db, reader, languageOf(http.header("accept-language"))),
        .values = {},
        .goodFor = Confirmations::life};
    if (asked.inVain) {
        letter.goodFor = std::chrono::hours(72);
    } else {
        const auto person = userById(db, asked.user.value_or(0));
        letter.values.insert(u"code"_s, fresh.code);
        letter.values.insert(u"person"_s, person ? masked(person->firstName, person->lastName).name : QString());
        letter.values.insert(u"time"_s, momentText(m_.clock.now(), letter.language));
        if (asked.kind == Contact::Kind::Email)
            letter.values.insert(u"link"_s, m_.urls.base() + u"/mail/contact/?token="_s + fresh.linkSecret);
    }
    m_.post.post(db, letter);
}

boost::asio::awaitable<Result<ContactBound>> ContactMethods::confirm(const ConfirmContact &request, const Call &call)
{
    const auto job = [&](Db &db) -> Result<ContactBound> {
        const auto row = m_confirmations.find(db, Purpose::Contact, request.confirmationId, call.caller.user);
        if (!row)
            return Error::ofCode(code::ticketGone);
        const Result<Done> right = m_confirmations.check(db, *row, request.code);
        if (!right) {
            m_.audit.record(db, auditEntry(audit::contactFailed, call, dataOf(row->asked)));
            return right.error();
        }
        QJsonObject data = dataOf(row->asked);
        data.insert("by"_L1, u"code"_s);
        return bind(db, *row, auditEntry(audit::contactBound, call, data), call.http);
    };
    auto writing = writeOnce(m_.store, call, job);
    Result<ContactBound> bound = co_await std::move(writing);
    if (bound) {
        auto ringing = ring(call.caller.user);
        co_await std::move(ringing);
    }
    co_return bound;
}

Result<ContactBound>
ContactMethods::bind(Db &db, const Confirmations::Row &row, AuditEntry entry, const HttpRequest &http) const
{
    const UserId user = row.asked.user.value_or(0);
    const auto old = row.asked.about.isEmpty() ? std::nullopt : contactOf(db, user, ContactId(row.asked.about));
    Confirmations::revoke(db, row); // used up, whatever comes of it
    const auto person = userById(db, user);
    if (!person || person->blocked)
        return Error::ofCode(code::ticketGone);
    // Several may have been asked for while there was room for one.
    if (!old && contactsOf(db, user).size() >= mostContacts)
        return limitReached();
    const auto contact = bindContact(db, user, row.asked);
    if (!contact)
        return Error::ofCode(code::ticketGone, u"somebody else was first"_s);
    m_confirmations.end(db, row);
    tellContacts(
        db, m_.post, user, http,
        {.kind = letter::contactAdded,
         .values = {{u"value"_s, contact->value}},
         .also = old ? QStringList{old->value} : QStringList(),
         .except = contact->value});
    if (old)
        tellContacts(
            db, m_.post, user, http,
            {.kind = letter::contactRemoved, .values = {{u"value"_s, old->value}}, .also = {old->value}});
    m_.audit.record(db, entry);
    return ContactBound{
        .contact = *contact,
        .portals
        = row.asked.inPortals ? updatePortalContact(db, m_.settings, user, *contact) : std::vector<PortalOutcome>()};
}

boost::asio::awaitable<void> ContactMethods::ring(UserId user)
{
    const auto job = [user](Db &db) {
        const auto row = userById(db, user);
        return row ? row->revision : 0;
    };
    const qint64 revision = co_await m_.store.read(job);
    account::ringChanged(m_.hub, user, revision, account::contacts);
}

boost::asio::awaitable<Result<CodeSent>> ContactMethods::resend(const ResendContactCode &request, const Call &call)
{
    const auto job = [&](Db &db) -> Result<CodeSent> {
        const auto row = m_confirmations.find(db, Purpose::Contact, request.confirmationId, call.caller.user);
        if (!row)
            return Error::ofCode(code::ticketGone);
        Confirmations::Asked asked = row->asked;
        asked.inVain = ownerOf(db, asked.value).has_value();
        auto fresh = m_confirmations.renew(db, *row, request.confirmationId, asked.inVain);
        if (!fresh)
            return fresh.error();
        fresh->sent.delayed = m_.post.isHeldUp(asked.value);
        send(db, asked, *fresh, call.http);
        m_.audit.record(db, auditEntry(audit::contactAsked, call, dataOf(asked)));
        return fresh->sent;
    };
    const auto looking
        = [&](Db &db) { return m_confirmations.find(db, Purpose::Contact, request.confirmationId, call.caller.user); };
    const std::optional<Confirmations::Row> waiting = co_await m_.store.read(looking);
    if (!waiting)
        co_return Error::ofCode(code::ticketGone);
    if (const Result<Done> may = m_confirmations.mayRenew(*waiting); !may)
        co_return may.error();
    if (const Result<Done> may = mayAsk(call, waiting->asked.value); !may)
        co_return may.error();
    auto writing = writeOnce(m_.store, call, job);
    co_return co_await std::move(writing);
}

boost::asio::awaitable<Result<Done>> ContactMethods::remove(const RemoveContact &request, const Call &call)
{
    const UserId user = call.caller.user;
    const auto job = [&](Db &db) -> Result<Done> {
        for (const Confirmations::Row &row : m_confirmations.waitingOf(db, user)) {
            if (contactIdOf(user, row.asked.value) == request.id) { // nobody signs in with it yet
                Confirmations::drop(db, row);
                m_.audit.record(db, auditEntry(audit::contactRemoved, call, dataOf(row.asked)));
                return Done{};
            }
        }
        if (const Result<Done> proven = m_.stepUps.require(db, user, call.caller.session); !proven)
            return proven.error();
        const auto contact = contactOf(db, user, request.id);
        if (!contact)
            return Error::ofCode(code::notFound);
        if (contactsOf(db, user).size() == 1)
            return Error::ofCode(code::lastMethod);
        unbindContact(db, user, contact->value);
        tellContacts(
            db, m_.post, user, call.http,
            {.kind = letter::contactRemoved, .values = {{u"value"_s, contact->value}}, .also = {contact->value}});
        const Confirmations::Asked gone{.kind = contact->kind, .value = contact->value};
        m_.audit.record(db, auditEntry(audit::contactRemoved, call, dataOf(gone)));
        return Done{};
    };
    auto writing = writeOnce(m_.store, call, job);
    const Result<Done> removed = co_await std::move(writing);
    if (removed) {
        auto ringing = ring(user);
        co_await std::move(ringing);
    }
    co_return removed;
}

} // namespace passport
