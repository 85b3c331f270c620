// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/batch.h"

#include "backend/http/message.h"
#include "backend/rest/envelope.h"
#include "backend/rest/memberorder.h"
#include "backend/rest/parameters.h"
#include "protocol/errorcodes.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::size_t mostParts = 50;

/// The four maps of the answer. An empty one is `[]`, as on the public system.
struct Outcome {
    QJsonObject result;
    QJsonObject error;
    QJsonObject time;

    [[nodiscard]] QJsonObject toJson() const
    {
        const auto orList = [](const QJsonObject &map) { return map.isEmpty() ? QJsonValue(QJsonArray()) : map; };
        return {
            {"result"_L1, orList(result)},
            {"result_error"_L1, orList(error)},
            {"result_total"_L1, QJsonArray()},
            {"result_next"_L1, QJsonArray()},
            {"result_time"_L1, orList(time)}};
    }
};

/// What "$result[key][field]" stands for, percent-encoded; empty if there is no such answer.
QString answered(const QString &reference, const QJsonObject &results)
{
    QJsonValue value = results;
    const QString inner = reference.mid(8, reference.size() - 9); // without "$result[" and "]"
    for (const QString &part : inner.split(u"]["_s))
        value = value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(toJsonText(value));
    return value.isUndefined() || value.isNull() ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString withReferences(const QString &command, const QJsonObject &results)
{
    static const QRegularExpression reference(u"\\$result(\\[[^\\[\\]]*\\])+"_s);
    QString text;
    qsizetype copied = 0;
    for (const QRegularExpressionMatch &match : reference.globalMatch(command)) {
        text += QStringView(command).mid(copied, match.capturedStart() - copied).toString()
            + answered(match.captured(), results);
        copied = match.capturedEnd();
    }
    return text + command.mid(copied);
}

using Commands = std::vector<std::pair<QString, QString>>; // key, command

/// As they came, but each command after those whose answers it uses. A circle is left as it is: its references are
/// empty.
Commands ordered(Commands commands)
{
    Commands sorted;
    const auto waits = [&commands](const auto &candidate) {
        return std::ranges::any_of(commands, [&candidate](const auto &other) {
            return other.first != candidate.first && candidate.second.contains(u"$result["_s + other.first + u']');
        });
    };
    while (!commands.empty()) {
        auto next = std::ranges::find_if_not(commands, waits);
        if (next == commands.end())
            next = commands.begin();
        sorted.push_back(std::move(*next));
        commands.erase(next);
    }
    return sorted;
}

/// In the order of the request, which QJsonObject does not keep. A list has its numbers as keys.
Commands commandsOf(const QJsonValue &cmd, const HttpRequest &request)
{
    Commands commands;
    const QJsonArray list = cmd.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        commands.emplace_back(QString::number(i), list.at(i).toString());
    const QJsonObject map = cmd.toObject();
    const QStringList keys = map.isEmpty() ? QStringList() : memberOrder(request, u"cmd") + map.keys();
    QSet<QString> taken; // taking them out of the map would move the rest of it each time
    for (const QString &key : keys) {
        const auto member = map.constFind(key);
        if (member == map.constEnd() || taken.contains(key))
            continue;
        taken.insert(key);
        commands.emplace_back(key, member->toString());
    }
    // Beyond the limit nothing runs, so its order is of no use (and sorting a flood of commands of no good).
    const auto end = commands.begin() + static_cast<std::ptrdiff_t>(std::min(commands.size(), mostParts));
    Commands rest(std::make_move_iterator(end), std::make_move_iterator(commands.end()));
    commands.erase(end, commands.end());
    commands = ordered(std::move(commands));
    std::ranges::move(rest, std::back_inserter(commands));
    return commands;
}

bool isOn(const QJsonValue &flag)
{
    return flag.toBool() || flag.toInt() != 0 || flag.toString() == "1"_L1 || flag.toString() == "true"_L1;
}

boost::asio::awaitable<Result<QJsonValue>> part(const MethodTable &methods, QString command, const Call &call)
{
    const qsizetype mark = command.indexOf(u'?');
    const QString name = command.left(mark < 0 ? command.size() : mark);
    const MethodTable::Method *method = methods.find(name);
    if (!method)
        co_return Error::ofCode(code::methodNotFound);
    if (!method->isPublicWire || name == "batch"_L1)
        co_return Error::ofCode(code::batchMethodNotAllowed);
    const Result<QJsonObject> parameters = mark < 0 ? QJsonObject() : parametersOfForm(command.mid(mark + 1).toUtf8());
    if (!parameters)
        co_return parameters.error();
    auto handling = method->handler(*parameters, call);
    co_return co_await std::move(handling);
}

boost::asio::awaitable<Result<QJsonValue>> batch(const MethodTable &methods, QJsonObject parameters, const Call &call)
{
    const auto commands = commandsOf(parameters.value("cmd"_L1), call.http);
    if (commands.empty())
        co_return Error::malformed(u"cmd: expected commands"_s);
    Outcome outcome;
    std::size_t number = 0;
    for (const auto &[key, command] : commands) {
        Result<QJsonValue> result = Error::ofCode(code::batchLengthExceeded);
        const CallTime time;
        if (++number <= mostParts) {
            auto running = part(methods, withReferences(command, outcome.result), call);
            result = co_await std::move(running);
        }
        if (result) {
            outcome.result.insert(key, *result);
            outcome.time.insert(key, timeObject(time));
        } else {
            outcome.error.insert(key, errorObject(result.error()));
            if (isOn(parameters.value("halt"_L1)))
                break;
        }
    }
    co_return outcome.toJson();
}

} // namespace

void registerBatch(MethodTable &methods)
{
    methods.addPlain("batch"_L1, Auth::Token, [&methods](const QJsonObject &parameters, const Call &call) {
        return batch(methods, parameters, call);
    });
}

} // namespace passport
