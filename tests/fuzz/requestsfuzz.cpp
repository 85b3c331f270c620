// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// What the backend reads inside a request: forms, tokens to listen, JSON-RPC frames of a socket, proofs.

#include "backend/core/serverurls.h"
#include "backend/http/message.h"
#include "backend/identity/dpopcheck.h"
#include "backend/push/hub.h"
#include "backend/push/jwt.h"
#include "backend/push/rpc.h"
#include "backend/rest/parameters.h"
#include "protocol/json.h"

#include <QJsonDocument>

using namespace passport;
using namespace Qt::StringLiterals;

namespace {

boost::asio::awaitable<bool> nobody(const ListenRight &)
{
    co_return false;
}

struct Parts {
    Clock clock;
    ServerUrls urls;
    PullChannels channels{PullKeys{.signatureKey = "key", .serverUniqId = "id", .hostId = QByteArray(32, 'h')}};
    ListenRights rights{clock, channels, nobody};
    Hub hub{clock, channels, rights};
    DpopCheck dpop{clock, urls};
};

void form(const QByteArray &text)
{
    (void)parseForm(text);
    (void)parametersOfForm(text);
    if (const auto decoded = percentDecoded(text, Plus::IsSpace); decoded && decoded->size() > text.size())
        __builtin_trap();
}

void token(const QByteArray &text)
{
    const QByteArray key = "key";
    (void)readJwt(text, key);
    // A right signature must not lead any further than to the claims.
    const QJsonObject claims{{"any"_L1, QString::fromLatin1(text.toHex())}};
    if (readJwt(makeJwt(claims, key), key) != claims)
        __builtin_trap();
}

/// Every answer to a frame is one JSON object.
void frame(const QByteArray &text, const Hub &hub)
{
    const QByteArray answer = rpcAnswer(text, {}, hub);
    if (!QJsonDocument::fromJson(answer).isObject())
        __builtin_trap();
}

/// Nobody can hold a key whose private half was never made.
void proof(const QByteArray &text, DpopCheck &dpop)
{
    HttpRequest request;
    request.method = "POST";
    request.path = request.target = "/rest/profile";
    request.headers.push_back({"dpop", text});
    if (dpop.check(request, "token"))
        __builtin_trap();
}

} // namespace

/// The first byte chooses the reader.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static Parts parts;
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    switch (data[0] % 4) {
    case 0:
        form(text);
        break;
    case 1:
        token(text);
        break;
    case 2:
        frame(text, parts.hub);
        break;
    default:
        proof(text, parts.dpop);
    }
    return 0;
}
