// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>
#include <optional>

namespace passport {

/// A server's address as people write it: a host, host:port, or the address of any page of the server, of which only
/// the origin is kept. Without a scheme it is https, or http of this computer itself; plain http to anywhere else is
/// refused (SR-22), and so is an address with a name or a password in it. None if it is no such address.
[[nodiscard]] std::optional<QUrl> serverFromText(const QString &text);

} // namespace passport
