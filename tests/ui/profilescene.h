// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/faults.h"
#include "client/account.h"
#include "support/backendfixture.h"
#include "support/signedin.h"
#include "ui/profile/profilepage.h"

namespace passport {

/// The page of the profile over the real backend, whose faults can be switched, and a second program of the same
/// person.
class ProfileScene {
public:
    ProfileScene()
        : m_person(m_backend.url())
        , m_elsewhere(m_backend.url())
        , m_page(account(), m_person.client().portals())
    {
        m_page.resize(800, 700);
        m_page.show();
        for (SignedIn *person : {&m_person, &m_elsewhere})
            person->signIn(QLatin1StringView("anna"));
    }

    /// Both programs are signed in and listen to pushes.
    [[nodiscard]] bool isReady()
    {
        const auto ready = [](SignedIn &person) {
            return std::holds_alternative<profile::Ready>(person.client().account().profile().state())
                && person.client().push().isOnline();
        };
        return ready(m_person) && ready(m_elsewhere);
    }

    [[nodiscard]] Faults &faults() { return m_backend.faults(); }
    [[nodiscard]] Account &account() { return m_person.client().account(); }
    [[nodiscard]] Account &elsewhere() { return m_elsewhere.client().account(); }
    [[nodiscard]] ProfilePage &page() { return m_page; }
    template <typename T> [[nodiscard]] T *find(const char *name) const
    {
        return m_page.findChild<T *>(QLatin1StringView(name));
    }

private:
    BackendFixture m_backend;
    SignedIn m_person;
    SignedIn m_elsewhere;
    ProfilePage m_page;
};

} // namespace passport
