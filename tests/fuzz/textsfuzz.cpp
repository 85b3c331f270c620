// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// Links of QR codes, typed codes, proofs, base64url, what a device says of itself.

#include "protocol/base64url.h"
#include "protocol/dpop.h"
#include "protocol/person.h"
#include "protocol/qrlink.h"

using namespace passport;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    const QUrl origin(u"https://passport.example.test"_s);
    if (const auto link = QrLink::parse(text, origin); link && !QrLink::parse(link->toString(), origin))
        __builtin_trap();
    if (const auto code = parseTypedCode(text); code && code->size() != typedCodeLength)
        __builtin_trap();
    (void)parseDpopProof(bytes);
    if (const auto decoded = fromBase64Url(bytes); decoded && toBase64Url(*decoded) != bytes)
        __builtin_trap();
    if (const QString clean = cleaned(text); cleaned(clean) != clean)
        __builtin_trap();
    return 0;
}
