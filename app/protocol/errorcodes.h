// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QAnyStringView>
#include <QLatin1StringView>
#include <optional>
#include <span>

/// The words of the wire for what went wrong: our own (api.md 1) and those of the public system (wire.md 1.6, 3.5).
namespace passport::code {

using namespace Qt::StringLiterals;

inline constexpr auto invalidRequest = "invalid_request"_L1; ///< details {key, reason}
inline constexpr auto badLink = "bad_link"_L1;
inline constexpr auto noAuthFound = "NO_AUTH_FOUND"_L1;
inline constexpr auto expiredToken = "expired_token"_L1; ///< The only one that starts a refresh.
inline constexpr auto invalidToken = "invalid_token"_L1; ///< Signed out.
inline constexpr auto useDpopNonce = "use_dpop_nonce"_L1; ///< Repeat once with the new nonce (RFC 9449 8).
inline constexpr auto invalidProof = "invalid_proof"_L1;
inline constexpr auto wrongCredentials = "wrong_credentials"_L1;
inline constexpr auto otpRequired = "otp_required"_L1; ///< details {signInId, methods[]}
inline constexpr auto stepUpRequired = "stepup_required"_L1; ///< details {methods[]}; see StepUp
inline constexpr auto notAllowed = "not_allowed"_L1;
inline constexpr auto qrDisabled = "qr_disabled"_L1;
inline constexpr auto basicRefused = "basic_refused"_L1;
inline constexpr auto wrongPortal = "wrong_portal"_L1; ///< details {needed}
inline constexpr auto supportOnly = "support_only"_L1;
inline constexpr auto invalidCsrf = "invalid_csrf"_L1; ///< details {csrf}; repeat once with it.
inline constexpr auto notFound = "not_found"_L1;
inline constexpr auto ticketGone = "ticket_gone"_L1; ///< One answer for never existed, expired, used, cancelled, taken.
inline constexpr auto methodNotFound = "ERROR_METHOD_NOT_FOUND"_L1;
inline constexpr auto replayed = "replayed"_L1;
inline constexpr auto used = "used"_L1;
inline constexpr auto notScanned = "not_scanned"_L1;
inline constexpr auto numberPending = "number_pending"_L1;
inline constexpr auto conflict = "conflict"_L1; ///< details {revision}, of a profile also {profile}
inline constexpr auto limitReached = "limit_reached"_L1; ///< details {limit}
inline constexpr auto portalsBound
    = "portals_bound"_L1; ///< details {portals[]}: what keeps a Passport from being deleted.
inline constexpr auto lastMethod = "last_method"_L1; ///< The last way to sign in stays.
inline constexpr auto tooLarge = "too_large"_L1;
inline constexpr auto unsupportedMedia = "unsupported_media"_L1;
inline constexpr auto numberMismatch = "number_mismatch"_L1; ///< details {triesLeft}
inline constexpr auto wrongCode = "wrong_code"_L1; ///< details {triesLeft}
inline constexpr auto weakPassword = "weak_password"_L1; ///< details {reasons[]}
inline constexpr auto invalidAddress = "invalid_address"_L1; ///< Of a portal: malformed. details {reason}
inline constexpr auto addressTaken = "address_taken"_L1; ///< Of a portal: somebody has it, or nobody may.
inline constexpr auto tooMany = "too_many"_L1;
inline constexpr auto pushUnavailable = "push_unavailable"_L1;
inline constexpr auto overloaded = "overloaded"_L1;
inline constexpr auto internal = "internal"_L1;
inline constexpr auto invalidGrant = "invalid_grant"_L1; ///< Of /oauth/token/: the refresh token is dead.
inline constexpr auto wrongAuthType = "WRONG_AUTH_TYPE"_L1;
inline constexpr auto batchLengthExceeded = "ERROR_BATCH_LENGTH_EXCEEDED"_L1;
inline constexpr auto batchMethodNotAllowed = "ERROR_BATCH_METHOD_NOT_ALLOWED"_L1;

} // namespace passport::code

namespace passport {

/// One row for each code: what HTTP status carries it and what it asks the client to do.
struct ErrorCode {
    QLatin1StringView code;
    int httpStatus;
    Error::Kind kind;
};

/// The whole table; tests walk it.
[[nodiscard]] std::span<const ErrorCode> errorCodes();

[[nodiscard]] std::optional<Error::Kind> kindOfCode(QAnyStringView code);
/// 400 for a code that is not in the table.
[[nodiscard]] int httpStatusOfCode(QAnyStringView code);

} // namespace passport
