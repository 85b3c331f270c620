// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/method.h"

#include "backend/http/message.h"

#include <algorithm>

namespace passport {

void MethodTable::addPlain(QLatin1StringView name, Auth auth, PlainHandler handler, QLatin1StringView guestCode)
{
    insert(name, {auth, Repeats::Remembered, true, guestCode, std::move(handler)});
}

QByteArray MethodTable::contentTypeOf(const Call &call)
{
    return call.http.header("content-type");
}

QByteArray MethodTable::bodyOf(const Call &call)
{
    return call.http.body;
}

void MethodTable::insert(QLatin1StringView name, Method method)
{
    Q_ASSERT(!m_methods.contains(QString(name)));
    m_methods.insert(QString(name), std::move(method));
}

const MethodTable::Method *MethodTable::find(const QString &name) const
{
    const auto found = m_methods.constFind(name);
    return found == m_methods.constEnd() ? nullptr : &*found;
}

QStringList MethodTable::names() const
{
    QStringList names = m_methods.keys();
    std::ranges::sort(names);
    return names;
}

void ActionTable::add(QLatin1StringView name, Action action)
{
    Q_ASSERT(!m_actions.contains(QString(name)));
    m_actions.insert(QString(name), std::move(action));
}

const ActionTable::Action *ActionTable::find(const QString &name) const
{
    const auto found = m_actions.constFind(name);
    return found == m_actions.constEnd() ? nullptr : &*found;
}

} // namespace passport
