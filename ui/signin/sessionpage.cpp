// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/sessionpage.h"

#include "client/session.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace passport {

SessionPage::SessionPage(QWidget *parent)
    : StatePage(parent)
{
    setObjectName(u"sessionPage"_s);
    connect(this, &StatePage::firstPressed, this, [this] { perform(m_words.first); });
    connect(this, &StatePage::secondPressed, this, [this] { perform(m_words.second); });
}

void SessionPage::follow(Session &session)
{
    connect(&session, &Session::stateChanged, this, [this, &session] { render(session.state()); });
    connect(this, &SessionPage::retryAsked, &session, &Session::retry);
    connect(this, &SessionPage::withoutKeychainAsked, &session, &Session::withoutKeychain);
    connect(this, &SessionPage::signOutAsked, &session, &Session::signOut);
    render(session.state());
}

void SessionPage::render(const session::State &state)
{
    m_state = state;
    if (const auto words = stateWords(state)) {
        m_words = *words;
        setContent(words->content);
    }
}

void SessionPage::perform(Gesture gesture)
{
    if (gesture == Gesture::Retry)
        Q_EMIT retryAsked();
    else if (gesture == Gesture::WithoutKeychain)
        Q_EMIT withoutKeychainAsked();
    else if (gesture == Gesture::SignOut)
        Q_EMIT signOutAsked();
}

void SessionPage::changeEvent(QEvent *event)
{
    StatePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render(m_state);
}

} // namespace passport
