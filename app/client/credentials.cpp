// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/credentials.h"

#include "protocol/json.h"

#include <QJsonDocument>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr QByteArrayView opening("{\"key\":\"");
constexpr QByteArrayView closing("\",");
constexpr qsizetype keyLetters = 43; // of base64url without padding
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

/// What stands between opening and closing; nothing if it is no key.
std::optional<DeviceKey> keyOf(QByteArrayView letters)
{
    QByteArray seed(crypto_sign_SEEDBYTES, '\0');
    std::size_t size = 0;
    const int failed = sodium_base642bin(
        reinterpret_cast<unsigned char *>(seed.data()), crypto_sign_SEEDBYTES, letters.data(),
        static_cast<std::size_t>(letters.size()), nullptr, &size, nullptr, alphabet);
    auto key = failed == 0 && size == crypto_sign_SEEDBYTES ? DeviceKey::fromSeed(seed) : std::nullopt;
    wipe(seed);
    return key;
}

} // namespace

QByteArray toSecret(const Credentials &credentials)
{
    const QJsonObject json{{"tokens"_L1, credentials.tokens.toJson()}};
    QByteArray tokens = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray seed = credentials.key->seed();
    QByteArray letters(keyLetters + 1, '\0');
    sodium_bin2base64(
        letters.data(), static_cast<std::size_t>(letters.size()),
        reinterpret_cast<const unsigned char *>(seed.constData()), static_cast<std::size_t>(seed.size()), alphabet);
    QByteArray secret;
    secret.reserve(opening.size() + keyLetters + closing.size() + tokens.size()); // what grows leaves copies behind
    secret.append(opening).append(letters.constData(), keyLetters).append(closing);
    secret.append(QByteArrayView(tokens).sliced(1)); // without its brace
    wipe(seed);
    wipe(letters);
    wipe(tokens);
    return secret;
}

Result<Credentials> credentialsFromSecret(const QByteArray &secret)
{
    const QByteArrayView text(secret);
    const qsizetype end = opening.size() + keyLetters;
    if (!text.startsWith(opening) || text.size() < end || !text.sliced(end).startsWith(closing))
        return Error::malformed(u"key: expected first, 32 bytes of base64url"_s);
    std::optional<DeviceKey> key = keyOf(text.sliced(opening.size(), keyLetters));
    if (!key)
        return Error::malformed(u"key: expected 32 bytes of base64url"_s);
    const QByteArrayView others = text.sliced(end + closing.size());
    QByteArray rest;
    rest.reserve(others.size() + 1);
    rest.append('{').append(others);
    const Result<QJsonObject> json = parseJsonObject(rest);
    wipe(rest);
    if (!json)
        return json.error();
    JsonReader in(*json);
    const auto tokens = in.value<SessionTokens>("tokens"_L1);
    return in.finish(
        Credentials{.tokens = tokens, .key = std::make_shared<const DeviceKey>(std::move(*key)), .remember = true});
}

} // namespace passport
