// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/errorsentences.h"

#include "protocol/errorcodes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct Row {
    QLatin1StringView code;
    QLatin1StringView sentence;
};

constexpr std::array table{
    Row{code::invalidRequest, "A parameter is missing or malformed; details name it."_L1},
    Row{code::badLink, "This is no confirmation link of this server."_L1},
    Row{code::noAuthFound, "The method needs an access token or a signed-in cookie."_L1},
    Row{code::expiredToken, "The access token has expired; refresh it."_L1},
    Row{code::invalidToken, "The access token is not, or no longer, valid; sign in again."_L1},
    Row{code::useDpopNonce, "Repeat the request once with the nonce of the DPoP-Nonce header."_L1},
    Row{code::invalidProof, "The DPoP proof is missing or does not fit the request."_L1},
    Row{code::wrongCredentials, "The login or the password is wrong."_L1},
    Row{code::otpRequired, "The sign-in goes on with a second step; details name the methods."_L1},
    Row{code::stepUpRequired, "The method needs a fresh proof of the owner; details name the ways."_L1},
    Row{code::notAllowed, "The caller may not do this."_L1},
    Row{code::qrDisabled, "QR sign-in is switched off on this server or portal."_L1},
    Row{code::basicRefused, "Only the basic QR exchange would be possible here, and it is not allowed."_L1},
    Row{code::wrongPortal, "The code belongs to a portal that the confirming account is not in."_L1},
    Row{code::supportOnly, "Only support can do this."_L1},
    Row{code::invalidCsrf, "The CSRF token is missing or old; repeat once with the one in details."_L1},
    Row{code::wrongAuthType, "This kind of token or endpoint is not the one the method takes."_L1},
    Row{"AUTHORIZE_ERROR"_L1, "The method needs a signed-in person."_L1},
    Row{code::notFound, "There is nothing of this name or number for the caller."_L1},
    Row{code::ticketGone, "The code has expired, was used, or never existed."_L1},
    Row{code::methodNotFound, "There is no such method."_L1},
    Row{code::batchMethodNotAllowed, "This method cannot be part of a batch."_L1},
    Row{code::replayed, "This proof was used before."_L1},
    Row{code::used, "The code was confirmed or used before."_L1},
    Row{code::notScanned, "The code has not been scanned yet."_L1},
    Row{code::numberPending, "The number has not been typed at the desktop yet."_L1},
    Row{code::conflict, "Somebody changed this meanwhile; read it again."_L1},
    Row{code::limitReached, "A limit of the account or the portal is reached; details name it."_L1},
    Row{code::portalsBound, "Portals are still bound to the Passport; details name them."_L1},
    Row{code::lastMethod, "The last way to sign in cannot be removed."_L1},
    Row{code::tooLarge, "The body is larger than the server takes."_L1},
    Row{code::unsupportedMedia, "The file is of no kind that the server takes."_L1},
    Row{code::numberMismatch,
        "The number is not the one on the other screen; details tell how many tries are left."_L1},
    Row{code::wrongCode, "The code is wrong; details tell how many tries are left."_L1},
    Row{code::weakPassword, "The password is too weak; details name the reasons."_L1},
    Row{code::invalidAddress, "The address of the portal is malformed; details name the reason."_L1},
    Row{code::addressTaken, "The address of the portal is taken."_L1},
    Row{code::tooMany, "Too many requests; wait and repeat."_L1},
    Row{code::pushUnavailable, "Push is out of order; wait and repeat."_L1},
    Row{code::overloaded, "The server cannot do it at the moment; wait and repeat."_L1},
    Row{code::internal, "The server failed; its log has the cause under the request id."_L1},
    Row{code::invalidGrant, "The refresh token is not, or no longer, valid; sign in again."_L1},
    Row{code::batchLengthExceeded, "A batch takes 50 commands."_L1},
    Row{"USER_ID_ACCESS_ERROR"_L1, "Events to this person are not allowed."_L1},
    Row{"MODULE_ID_ERROR"_L1, "MODULE_ID is malformed or not allowed."_L1},
    Row{"COMMAND_ERROR"_L1, "COMMAND is malformed."_L1},
    Row{"PARAMS_ERROR"_L1, "PARAMS is malformed."_L1},
    Row{"ERR_PARAMS"_L1, "A part of the code is missing."_L1},
    Row{"ERR_UNIQUE_ID"_L1, "The code belongs to another portal."_L1},
    Row{"ERR_OPTION"_L1, "QR sign-in is switched off."_L1},
    Row{"ERR_GET_TOKEN"_L1, "The one-time token could not be made."_L1},
};

} // namespace

QString sentenceOfCode(QAnyStringView code)
{
    const auto row = std::ranges::find_if(table, [code](const Row &each) { return QAnyStringView(each.code) == code; });
    return row == table.end() ? QString() : QString(row->sentence);
}

} // namespace passport
