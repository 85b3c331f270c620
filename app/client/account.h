// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/contacts.h"
#include "client/deletion.h"
#include "client/passwordchange.h"
#include "client/personphoto.h"
#include "client/photoupload.h"
#include "client/profileeditor.h"
#include "client/twostep.h"

#include <memory>

namespace passport {

class ApiClient;
class ContactChange;
class NetworkAccess;
class Session;
class StepUpGate;

/// The account of the person signed in: the machines behind the pages about him, made once and joined to each other.
class Account : public QObject {
    Q_OBJECT
public:
    Account(ApiClient &api, StepUpGate &gate, NetworkAccess &network, Session &session, QObject *parent = nullptr);
    ~Account() override;

    /// Something of it may have changed elsewhere: what is shown is read again.
    void ring();

    [[nodiscard]] ProfileEditor &profile() { return m_profile; }
    [[nodiscard]] PhotoUpload &photoUpload() { return m_photoUpload; }
    [[nodiscard]] PersonPhoto &photo() { return m_photo; }
    [[nodiscard]] Contacts &contacts() { return m_contacts; }
    [[nodiscard]] PasswordChange &password() { return m_password; }
    [[nodiscard]] TwoStep &twoStep() { return m_twoStep; }
    [[nodiscard]] AccountDeletion &deletion() { return m_deletion; }
    /// The way of all calls that may want a proof.
    [[nodiscard]] StepUpGate &gate() { return m_gate; }
    /// A machine of its own for each dialog.
    [[nodiscard]] std::unique_ptr<ContactChange>
    changeContact(Contact::Kind kind, const std::optional<ContactId> &replaces);
    /// For somebody who enters the code of a contact that waits for it, or has another one sent there.
    [[nodiscard]] std::unique_ptr<ContactChange> confirmContact(const Contact &waiting);

private:
    ApiClient &m_api;
    StepUpGate &m_gate;
    ProfileEditor m_profile;
    PhotoUpload m_photoUpload;
    PersonPhoto m_photo;
    Contacts m_contacts;
    PasswordChange m_password;
    TwoStep m_twoStep;
    AccountDeletion m_deletion;
};

} // namespace passport
