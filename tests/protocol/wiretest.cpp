// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Holds every endpoint, in both directions, against a literal file of wire/: what is read is written back equal, and
// each key that the file calls required is named when it is missing or of a wrong type.

#include "protocol/accountapi.h"
#include "protocol/capabilitiesapi.h"
#include "protocol/contactsapi.h"
#include "protocol/invitationsapi.h"
#include "protocol/json.h"
#include "protocol/portalchangesapi.h"
#include "protocol/portalsapi.h"
#include "protocol/pullapi.h"
#include "protocol/qrapprovalapi.h"
#include "protocol/qrbasicapi.h"
#include "protocol/qrloginapi.h"
#include "protocol/recoveryapi.h"
#include "protocol/securityapi.h"
#include "protocol/signinapi.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using RoundTrip = std::function<Result<QJsonObject>(const QJsonObject &)>;

struct Both {
    RoundTrip request;
    RoundTrip response;
};

template <typename T> RoundTrip roundTrip()
{
    return [](const QJsonObject &json) -> Result<QJsonObject> {
        const Result<T> value = T::fromJson(json);
        return value ? Result<QJsonObject>(value->toJson()) : Result<QJsonObject>(value.error());
    };
}

template <Endpoint... E> QMap<QString, Both> table()
{
    QMap<QString, Both> rows;
    (rows.insert(E::method, {roundTrip<E>(), roundTrip<typename E::Response>()}), ...);
    return rows;
}

QMap<QString, Both> endpoints()
{
    return table<
        GetCapabilities, SignInByPassword, SubmitSignInCode, SignOut, IssueTokens, GetProfile, GetPullConfig,
        ListPortals, SwitchPortal, OpenPortalLink, GetCounters, OpenQrLogin, GetQrStatus, SendQrNumber, ClaimQrLogin,
        CancelQrLogin, ScanQr, GetQrApproval, ApproveQr, DeclineQr, UndoQr, PushQrToken, AuthenticateQr, SubmitOtp,
        UpdateProfile, PutPhoto, DeletePhoto, ListContacts, AddContact, ConfirmContact, ResendContactCode,
        RemoveContact, GetSecurity, CheckPassword, ChangePassword, SetUpOtp, EnableOtp, DisableOtp, CreateRecoveryCodes,
        StepUp, DeletePassport, SendSignInSms, StartRecovery, FinishRecovery, CreatePortal, CheckPortalAddress,
        RenamePortal, LeavePortal, ListInvitations, AcceptInvitation, DeclineInvitation>();
}

QJsonObject wireFile(const QString &method)
{
    QFile file(QStringLiteral(WIRE_FOLDER "/") + method + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// `json` with `value` in place of what stands at the dotted path; undefined removes it.
QJsonObject replaced(QJsonObject json, const QStringList &path, const QJsonValue &value)
{
    const QString &key = path.first();
    const QJsonValue inner
        = path.size() == 1 ? value : QJsonValue(replaced(json.value(key).toObject(), path.mid(1), value));
    if (inner.isUndefined())
        json.remove(key);
    else
        json.insert(key, inner);
    return json;
}

} // namespace

class WireTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everyEndpointHasItsFile()
    {
        QStringList files = QDir(QStringLiteral(WIRE_FOLDER)).entryList({u"*.json"_s});
        for (QString &name : files)
            name.chop(5);
        files.sort();
        QCOMPARE(files, QStringList(endpoints().keys()));
    }

    void readsWhatItWrites_data() { rows(); }
    void readsWhatItWrites()
    {
        QFETCH(QString, method);
        const Both both = endpoints().value(method);
        const QJsonObject file = wireFile(method);
        for (const auto &[part, trip] : {std::pair{u"request"_s, both.request}, {u"response"_s, both.response}}) {
            const QJsonObject json = file.value(part).toObject();
            const Result<QJsonObject> back = trip(json);
            QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
            QCOMPARE(QJsonDocument(*back).toJson(), QJsonDocument(json).toJson());
        }
    }

    void namesAMissingOrWrongKey_data() { rows(); }
    void namesAMissingOrWrongKey()
    {
        QFETCH(QString, method);
        const Both both = endpoints().value(method);
        const QJsonObject file = wireFile(method);
        checkRequired(file.value("request"_L1).toObject(), file.value("requestRequires"_L1).toArray(), both.request);
        checkRequired(file.value("response"_L1).toObject(), file.value("responseRequires"_L1).toArray(), both.response);
    }

private:
    static void rows()
    {
        QTest::addColumn<QString>("method");
        for (const QString &method : endpoints().keys())
            QTest::newRow(qPrintable(method)) << method;
    }

    static void checkRequired(const QJsonObject &json, const QJsonArray &required, const RoundTrip &trip)
    {
        for (const QJsonValue &key : required) {
            const QString path = key.toString();
            for (const QJsonValue &wrong : {QJsonValue(QJsonValue::Undefined), QJsonValue(QJsonArray{QJsonArray()})}) {
                const Result<QJsonObject> read = trip(replaced(json, path.split(u'.'), wrong));
                QVERIFY2(!read, qPrintable(path + u" was not missed"_s));
                QCOMPARE(read.error().kind, Error::Kind::Malformed);
                QVERIFY2(
                    read.error().detail.startsWith(path + u": expected"_s),
                    qPrintable(path + u" -> "_s + read.error().detail));
            }
        }
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::WireTest)
#include "wiretest.moc"
