// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/errorcodes.h"

#include <stdexcept>

namespace passport {

/// What a part of the server could not do. Never an expected outcome, so it is thrown, up to whoever answers the
/// request: what() is for the log, answer() for the other side (SR-47).
class ServerFailure : public std::runtime_error {
public:
    explicit ServerFailure(const QString &what, Error answer = Error::ofCode(code::internal))
        : std::runtime_error(what.toStdString())
        , m_answer(std::move(answer))
    {
    }

    [[nodiscard]] const Error &answer() const { return m_answer; }
    /// It passes, concerns everybody, and whoever noticed has said so once: no line for each request.
    [[nodiscard]] bool passes() const { return m_answer.kind == Error::Kind::Busy; }

private:
    Error m_answer;
};

} // namespace passport
