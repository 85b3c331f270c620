// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/memberorder.h"

#include "backend/http/message.h"
#include "backend/rest/parameters.h"

#include <boost/json/src.hpp>

namespace passport {
namespace {

/// Of a body that has been read as JSON before, depth and all.
QStringList orderOfJson(const QByteArray &body, QStringView name)
{
    boost::system::error_code ec;
    const auto size = static_cast<std::size_t>(body.size());
    const boost::json::value read = boost::json::parse(boost::json::string_view(body.constData(), size), ec);
    const boost::json::object *whole = read.if_object();
    const boost::json::value *member = ec || !whole ? nullptr : whole->if_contains(name.toUtf8().toStdString());
    const boost::json::object *object = member ? member->if_object() : nullptr;
    QStringList names;
    if (!object)
        return names;
    for (const auto &pair : *object)
        names.append(QString::fromUtf8(pair.key().data(), static_cast<qsizetype>(pair.key().size())));
    return names;
}

QStringList orderOfForm(const QByteArray &form, QStringView name)
{
    QStringList names;
    for (const HttpHeader &pair : parseForm(form).value_or(std::vector<HttpHeader>())) {
        const QStringList path = formPathOf(QString::fromUtf8(pair.name));
        if (path.size() < 2 || path.first() != name)
            continue;
        const QString &member = path.at(1);
        const QString numbered = member.isEmpty() ? QString::number(names.size()) : member;
        if (!names.contains(numbered))
            names.append(numbered);
    }
    return names;
}

} // namespace

QStringList memberOrder(const HttpRequest &request, QStringView name)
{
    if (hasJsonBody(request))
        return orderOfJson(request.body, name);
    const bool inQuery = request.method == "GET" || request.method == "HEAD";
    return orderOfForm(inQuery ? request.query : request.body.trimmed(), name);
}

} // namespace passport
