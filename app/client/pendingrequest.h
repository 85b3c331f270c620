// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace passport {

/// A request on its way. ApiClient owns it and deletes it after the answer: whoever keeps it holds it in a QPointer.
class PendingRequest : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Takes the request back: the handler is not called any more. The server may have acted on it already.
    virtual void abort() = 0;

Q_SIGNALS:
    void uploadProgress(qint64 sentBytes, qint64 totalBytes);
};

} // namespace passport
