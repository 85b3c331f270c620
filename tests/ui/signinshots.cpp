// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/errorcodes.h"
#include "shots.h"
#include "support/examplestates.h"
#include "ui/qrlogin/qrcodepage.h"
#include "ui/qrlogin/qrloginwindow.h"
#include "ui/signin/secondsteppage.h"
#include "ui/signin/serverswitchdialog.h"
#include "ui/signin/sessionpage.h"
#include "ui/signin/signinpage.h"
#include "ui/signin/signinwindow.h"
#include "ui/widgets/personline.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

std::unique_ptr<SignInWindow> signInWindow()
{
    auto window = std::make_unique<SignInWindow>();
    window->setServer(QUrl(u"https://passport.example.test"_s));
    window->footer().setLanguages({u"en"_s, u"ru"_s}, QLocale().name().left(2));
    return window;
}

std::unique_ptr<SignInWindow> signInWindowIn(const signin::State &state)
{
    auto window = signInWindow();
    window->page().setLogin(u"anna@example.test"_s);
    // Some states are told apart by what came before them: an answer clears the password.
    window->render(signin::Checking{});
    window->render(state);
    return window;
}

} // namespace

std::vector<Shot> signInShots()
{
    std::vector<Shot> shots;
    shots.push_back({u"01_sign_in_first"_s, [] { return signInWindow(); }});
    shots.push_back({u"01_sign_in_no_server"_s, [] {
                         auto window = signInWindow();
                         window->setServer({});
                         return window;
                     }});
    shots.push_back({u"01_sign_in_signed_out"_s, [] {
                         auto window = signInWindow();
                         window->renderEnd({.reason = session::EndReason::Expired, .error = {}});
                         return window;
                     }});
    shots.push_back({u"01_sign_in_policy"_s, [] {
                         auto window = signInWindow();
                         window->page().setRememberLocked(true);
                         window->page().setQrAllowed(false);
                         window->footer().setServerLocked(true);
                         return window;
                     }});
    using Consequence = ServerSwitchDialog::Consequence;
    for (const auto &[name, consequence] : std::initializer_list<std::pair<QString, Consequence>>{
             {u"idle"_s, Consequence::None},
             {u"kept"_s, Consequence::Kept},
             {u"ends"_s, Consequence::Ends},
             {u"forbidden"_s, Consequence::Forbidden}}) {
        shots.push_back({u"01_server_switch_"_s + name, [consequence] {
                             return std::make_unique<ServerSwitchDialog>(
                                 QUrl(u"https://passport.example.test"_s), QUrl(u"https://auth2.bitrix24.net"_s),
                                 consequence, nullptr);
                         }});
    }
    shots.push_back(
        {u"02_second_step_known"_s, [] {
             auto window = signInWindowIn(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s, u"recovery"_s}, {}, {}, {}});
             window->findChild<SecondStepPage *>()->setPerson(
                 {.name = u"Анна Иванова"_s, .initials = u"АИ"_s, .account = u"anna@example.test"_s, .photo = {}});
             return window;
         }});
    for (const auto &[name, left] : {std::pair{u"sms"_s, 47s}, {u"sms_again"_s, 0s}}) {
        shots.push_back(
            {u"02_second_step_"_s + name, [left] {
                 signin::CodeNeeded state{SignInId(u"1"_s), {u"totp"_s, u"sms"_s, u"recovery"_s}, {}, {}, {}};
                 auto window = signInWindowIn(state);
                 window->findChild<QPushButton *>(u"useSms"_s)->click();
                 state.sms = {.asking = false, .sent = true, .resendAt = QDeadlineTimer(left)};
                 window->render(state);
                 return window;
             }});
    }
    shots.push_back({u"02_second_step_sms_refused"_s, [] {
                         signin::CodeNeeded state{SignInId(u"1"_s), {u"totp"_s, u"sms"_s}, {}, {}, {}};
                         auto window = signInWindowIn(state);
                         window->findChild<QPushButton *>(u"useSms"_s)->click();
                         state.sms.resendAt = QDeadlineTimer(47s);
                         state.error = Error::ofCode(code::tooMany);
                         window->render(state);
                         return window;
                     }});
    for (const auto &example : examples::signInStates())
        shots.push_back({u"02_"_s + example.name, [state = example.state] { return signInWindowIn(state); }});
    for (const auto &example : examples::sessionStates()) {
        shots.push_back({u"03_session_"_s + example.name, [state = example.state] {
                             auto page = std::make_unique<SessionPage>();
                             page->render(state);
                             page->resize(420, 608);
                             return page;
                         }});
    }
    return shots;
}

std::vector<Shot> qrLoginShots()
{
    std::vector<Shot> shots;
    for (const auto &example : examples::qrLoginStates()) {
        shots.push_back({u"04_qr_"_s + example.name, [state = example.state] {
                             auto window = std::make_unique<QrLoginWindow>();
                             window->render(state);
                             return window;
                         }});
    }
    shots.push_back({u"04_qr_remember_locked"_s, [] {
                         auto window = std::make_unique<QrLoginWindow>();
                         window->codePage().setRememberLocked(true);
                         window->render(examples::qrLoginStates().front().state);
                         return window;
                     }});
    shots.push_back({u"04_qr_clock"_s, [] {
                         auto window = std::make_unique<QrLoginWindow>();
                         window->codePage().setClockSkew(std::chrono::minutes(12));
                         window->render(qrlogin::Opening{});
                         return window;
                     }});
    return shots;
}

} // namespace passport
