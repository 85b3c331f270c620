// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/errorcodes.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

using K = Error::Kind;

constexpr std::array table{
    ErrorCode{code::invalidRequest, 400, K::Malformed},
    ErrorCode{code::badLink, 400, K::Refused},
    ErrorCode{code::noAuthFound, 401, K::SignInNeeded},
    ErrorCode{code::expiredToken, 401, K::SignInNeeded},
    ErrorCode{code::invalidToken, 401, K::SignInNeeded},
    ErrorCode{code::useDpopNonce, 401, K::Refused},
    ErrorCode{code::invalidProof, 401, K::Refused},
    ErrorCode{code::wrongCredentials, 403, K::Refused},
    ErrorCode{code::otpRequired, 403, K::Refused},
    ErrorCode{code::stepUpRequired, 403, K::Refused},
    ErrorCode{code::notAllowed, 403, K::Refused},
    ErrorCode{code::qrDisabled, 403, K::Refused},
    ErrorCode{code::basicRefused, 403, K::Refused},
    ErrorCode{code::wrongPortal, 403, K::Refused},
    ErrorCode{code::supportOnly, 403, K::Refused},
    ErrorCode{code::invalidCsrf, 403, K::Refused},
    ErrorCode{code::wrongAuthType, 403, K::Refused},
    // Of one method of the public wire: a guest at pull.config.get.
    ErrorCode{QLatin1StringView("AUTHORIZE_ERROR"), 403, K::SignInNeeded},
    ErrorCode{code::notFound, 404, K::NotFound},
    ErrorCode{code::ticketGone, 404, K::NotFound},
    ErrorCode{code::methodNotFound, 404, K::NotFound},
    ErrorCode{code::batchMethodNotAllowed, 405, K::Malformed},
    ErrorCode{code::replayed, 409, K::Refused},
    ErrorCode{code::used, 409, K::Refused},
    ErrorCode{code::notScanned, 409, K::Refused},
    ErrorCode{code::numberPending, 409, K::Refused},
    ErrorCode{code::conflict, 409, K::Refused},
    ErrorCode{code::limitReached, 409, K::Refused},
    ErrorCode{code::portalsBound, 409, K::Refused},
    ErrorCode{code::lastMethod, 409, K::Refused},
    ErrorCode{code::tooLarge, 413, K::Refused},
    ErrorCode{code::unsupportedMedia, 415, K::Refused},
    ErrorCode{code::numberMismatch, 422, K::Refused},
    ErrorCode{code::wrongCode, 422, K::Refused},
    ErrorCode{code::weakPassword, 422, K::Refused},
    ErrorCode{code::invalidAddress, 422, K::Refused},
    ErrorCode{code::addressTaken, 422, K::Refused},
    ErrorCode{code::tooMany, 429, K::Busy},
    ErrorCode{code::pushUnavailable, 503, K::Busy},
    ErrorCode{code::overloaded, 503, K::Busy},
    ErrorCode{code::internal, 500, K::Malformed},
    ErrorCode{code::invalidGrant, 400, K::SignInNeeded},
    ErrorCode{code::batchLengthExceeded, 400, K::Malformed},
};

const ErrorCode *find(QAnyStringView code)
{
    const auto it
        = std::ranges::find_if(table, [code](const ErrorCode &row) { return QAnyStringView(row.code) == code; });
    return it == table.end() ? nullptr : &*it;
}

} // namespace

std::span<const ErrorCode> errorCodes()
{
    return table;
}

std::optional<Error::Kind> kindOfCode(QAnyStringView code)
{
    const ErrorCode *row = find(code);
    return row ? std::optional(row->kind) : std::nullopt;
}

int httpStatusOfCode(QAnyStringView code)
{
    const ErrorCode *row = find(code);
    return row ? row->httpStatus : 400;
}

} // namespace passport
