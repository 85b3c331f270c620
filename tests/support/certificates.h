// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QTemporaryDir;

namespace passport {

/// In `folder`: an authority "Test" (ca.pem) and a certificate of it for `host` that ends `days` from now (made.pem,
/// its key in key.pem).
void makeCertificates(const QTemporaryDir &folder, const QString &host, int days);

} // namespace passport
