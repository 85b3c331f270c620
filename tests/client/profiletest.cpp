// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/account.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/signedin.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using profile::Field;
using profile::Ready;

ProfileEditor &editorOf(SignedIn &person)
{
    return person.client().account().profile();
}

const Ready *ready(SignedIn &person)
{
    return std::get_if<Ready>(&editorOf(person).state());
}

QString firstName(SignedIn &person)
{
    const auto *state = ready(person);
    return state ? state->saved.firstName : QString();
}

void save(SignedIn &person, const QString &name, bool updatePortals = false)
{
    editorOf(person).edit(Field::FirstName);
    editorOf(person).type(name);
    editorOf(person).save(updatePortals);
}

} // namespace

/// Names and photo of the person, edited by one program and seen by another, against the real server.
class ProfileTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<BackendFixture>();
        m_here = std::make_unique<SignedIn>(m_backend->url());
        m_there = std::make_unique<SignedIn>(m_backend->url());
        for (SignedIn *person : {m_here.get(), m_there.get()}) {
            person->signIn("anna"_L1);
            QTRY_VERIFY(ready(*person));
            QTRY_VERIFY(person->client().push().isOnline());
        }
    }
    void cleanup()
    {
        m_here.reset();
        m_there.reset();
        m_backend.reset();
    }

    void aSavedNameIsSeenElsewhere()
    {
        const qint64 before = ready(*m_here)->saved.revision;
        save(*m_here, u"Аннушка"_s);
        QVERIFY(std::holds_alternative<profile::Saving>(editorOf(*m_here).state()));
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->justSaved);
        QCOMPARE(firstName(*m_here), u"Аннушка"_s);
        QVERIFY(ready(*m_here)->saved.revision > before);
        QVERIFY(!ready(*m_here)->edit);
        QTRY_COMPARE(firstName(*m_there), u"Аннушка"_s); // by push
    }

    void portalsAreUpdatedOnRequest()
    {
        save(*m_here, u"Аннушка"_s, true);
        QTRY_VERIFY(ready(*m_here) && !ready(*m_here)->portals.empty());
        for (const PortalOutcome &portal : ready(*m_here)->portals)
            QVERIFY(!portal.title.isEmpty());
    }

    void revertGivesTheOldValueBack()
    {
        const QString before = firstName(*m_here);
        editorOf(*m_here).edit(Field::FirstName);
        editorOf(*m_here).type(u"Кто-то"_s);
        editorOf(*m_here).revert();
        QVERIFY(!ready(*m_here)->edit);
        QCOMPARE(firstName(*m_here), before);
    }

    // Two programs edit the same field; the later one does not know yet.
    void theLaterOfTwoIsToldBothValues()
    {
        m_backend->faults().mutePush(true);
        save(*m_there, u"Анюта"_s);
        QTRY_COMPARE(firstName(*m_there), u"Анюта"_s);
        save(*m_here, u"Аннушка"_s);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->edit && ready(*m_here)->edit->theirs);
        QCOMPARE(*ready(*m_here)->edit->theirs, u"Анюта"_s);
        QCOMPARE(ready(*m_here)->edit->text, u"Аннушка"_s);
        editorOf(*m_here).save(false); // neither value was chosen: nothing happens
        QVERIFY(ready(*m_here));
        editorOf(*m_here).keepMine(false);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->justSaved);
        QCOMPARE(firstName(*m_here), u"Аннушка"_s);
    }

    void aChangeThatArrivesWhileTypingIsShownBeside()
    {
        editorOf(*m_here).edit(Field::FirstName);
        editorOf(*m_here).type(u"Аннушка"_s);
        save(*m_there, u"Анюта"_s);
        QTRY_VERIFY(ready(*m_here)->edit->theirs);
        QCOMPARE(*ready(*m_here)->edit->theirs, u"Анюта"_s);
        editorOf(*m_here).revert();
        QCOMPARE(firstName(*m_here), u"Анюта"_s);
    }

    // Nothing was saved before here that the wish could be remembered from.
    void theValueThatIsKeptGoesToThePortalsAsAsked()
    {
        editorOf(*m_here).edit(Field::FirstName);
        editorOf(*m_here).type(u"Аннушка"_s);
        save(*m_there, u"Анюта"_s);
        QTRY_VERIFY(ready(*m_here)->edit->theirs);
        editorOf(*m_here).keepMine(true);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->justSaved);
        QVERIFY(!ready(*m_here)->portals.empty());
    }

    void anotherFieldDoesNotGetInTheWay()
    {
        m_backend->faults().mutePush(true);
        editorOf(*m_there).edit(Field::LastName);
        editorOf(*m_there).type(u"Смирнова"_s);
        editorOf(*m_there).save(false);
        QTRY_VERIFY(ready(*m_there) && ready(*m_there)->justSaved);
        save(*m_here, u"Аннушка"_s);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->justSaved);
        QCOMPARE(firstName(*m_here), u"Аннушка"_s);
        QCOMPARE(ready(*m_here)->saved.lastName, u"Смирнова"_s);
    }

    // The network is gone between "save" and the answer: done once.
    void aLostAnswerIsHeardAfterAll()
    {
        const qint64 before = ready(*m_here)->saved.revision;
        m_backend->faults().mutePush(true);
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.profile.update", .times = Faults::always});
        save(*m_here, u"Аннушка"_s);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->error);
        QCOMPARE(ready(*m_here)->error->kind, Error::Kind::Offline);
        QCOMPARE(ready(*m_here)->edit->text, u"Аннушка"_s); // nothing typed is lost
        m_backend->faults().clear();
        editorOf(*m_here).save(false);
        QTRY_VERIFY(ready(*m_here) && ready(*m_here)->justSaved);
        QCOMPARE(firstName(*m_here), u"Аннушка"_s);
        QCOMPARE(ready(*m_here)->saved.revision, before + 1);
    }

    // The answer is lost before its first byte: Qt sends the call again, with a proof that is used up by then.
    void aCallThatArrivedTwiceIsDoneOnce() // SR-28
    {
        const qint64 before = ready(*m_here)->saved.revision;
        m_backend->faults().mutePush(true);
        m_backend->faults().add({.kind = Faults::Kind::DropAfter, .path = "passport.profile.update"});
        save(*m_here, u"Аннушка"_s);
        QTRY_VERIFY(ready(*m_here) && (ready(*m_here)->justSaved || ready(*m_here)->error));
        QVERIFY(!ready(*m_here)->error);
        QCOMPARE(ready(*m_here)->saved.revision, before + 1);
    }

    void aPhotoIsCutSentAndSeenElsewhere()
    {
        auto &upload = m_here->client().account().photoUpload();
        QSignalSpy finished(&upload, &PhotoUpload::finished);
        QTemporaryDir folder;
        QImage picture(1200, 900, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        QVERIFY(picture.save(folder.filePath(u"me.png"_s)));
        upload.choose(folder.filePath(u"me.png"_s));
        QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload.state()));
        upload.upload(picture.copy(0, 0, 900, 900), false);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(std::holds_alternative<photoupload::NoUpload>(upload.state()));
        for (SignedIn *person : {m_here.get(), m_there.get()})
            QTRY_COMPARE(person->client().account().photo().image().size(), QSize(512, 512));
        upload.remove(false);
        QTRY_COMPARE(finished.count(), 2);
        for (SignedIn *person : {m_here.get(), m_there.get()})
            QTRY_VERIFY(person->client().account().photo().image().isNull());
    }

    void aPhotoThatDidNotArriveIsSentAgain()
    {
        auto &upload = m_here->client().account().photoUpload();
        QSignalSpy finished(&upload, &PhotoUpload::finished);
        QImage picture(300, 300, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        upload.take(picture);
        QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload.state()));
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.photo.put", .times = Faults::always});
        upload.upload(picture, false);
        QTRY_VERIFY(std::holds_alternative<photoupload::Failed>(upload.state()));
        QVERIFY(std::get<photoupload::Failed>(upload.state()).canRetry);
        m_backend->faults().clear();
        upload.retry();
        QTRY_COMPARE(finished.count(), 1);
    }

    // Another program changes the name meanwhile: that is no concern of the photo.
    void aPhotoBesideANewNameIsSent()
    {
        auto &upload = m_here->client().account().photoUpload();
        QSignalSpy finished(&upload, &PhotoUpload::finished);
        QImage picture(300, 300, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        upload.take(picture);
        QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload.state()));
        save(*m_there, u"Аннушка"_s);
        QTRY_VERIFY(ready(*m_there) && ready(*m_there)->justSaved);
        upload.upload(picture, false);
        QTRY_COMPARE(finished.count(), 1);
        QTRY_COMPARE(firstName(*m_here), u"Аннушка"_s);
    }

    // Another program changes the photo meanwhile: the later one is told, and may go over it.
    void aPhotoOverAnotherOneIsAskedAbout()
    {
        auto &upload = m_here->client().account().photoUpload();
        auto &other = m_there->client().account().photoUpload();
        QSignalSpy finished(&upload, &PhotoUpload::finished);
        QImage picture(300, 300, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        for (PhotoUpload *each : {&upload, &other}) {
            each->take(picture);
            QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(each->state()));
        }
        other.upload(picture.copy(0, 0, 200, 200), false);
        QTRY_VERIFY(std::holds_alternative<photoupload::NoUpload>(other.state()));
        upload.upload(picture, false);
        QTRY_VERIFY(std::holds_alternative<photoupload::Failed>(upload.state()));
        QVERIFY(isConflict(std::get<photoupload::Failed>(upload.state())));
        QTRY_COMPARE(m_here->client().account().photo().image().size(), QSize(200, 200)); // the other one is shown
        upload.retry();
        QTRY_COMPARE(finished.count(), 1);
        upload.remove(false); // at once: of what he himself has just sent he knows
        QTRY_COMPARE(finished.count(), 2);
        for (SignedIn *person : {m_here.get(), m_there.get()})
            QTRY_VERIFY(person->client().account().photo().image().isNull());
    }

    void whatIsNoPictureIsSaidAtOnce()
    {
        auto &upload = m_here->client().account().photoUpload();
        QTemporaryDir folder;
        QFile text(folder.filePath(u"me.jpg"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        upload.choose(text.fileName());
        QTRY_VERIFY(std::holds_alternative<photoupload::Failed>(upload.state()));
        QCOMPARE(std::get<photoupload::Failed>(upload.state()).error.code, code::unsupportedMedia);
        upload.cancel();
        QVERIFY(std::holds_alternative<photoupload::NoUpload>(upload.state()));
    }

private:
    std::unique_ptr<BackendFixture> m_backend;
    std::unique_ptr<SignedIn> m_here;
    std::unique_ptr<SignedIn> m_there;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ProfileTest)
#include "profiletest.moc"
