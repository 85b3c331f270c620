// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/totp.h"
#include "client/account.h"
#include "support/backendfixture.h"
#include "support/pdftext.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/clipboard.h"
#include "ui/security/recoverycard.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

/// No file of this process may become larger than `bytes`, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

/// The ten recovery codes of the real server, as they leave the window: on paper, in the clipboard, in a file.
class RecoveryCodesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void tenCodesAreShownOnce();
    void copiedAndForgotten();
    void anotherCopyStays();
    void savedForTheOwnerAlone();
    void savedInTheOlderOnesPlace();
    void unwritableFolderIsSaid();
    void fullDiskKeepsTheOlderFile();
    void printed();
    void printerThatTakesNothingIsSaid();

private:
    template <typename T = QPushButton> T *find(const char *name) const
    {
        return m_card->findChild<T *>(QLatin1StringView(name));
    }
    void press(const char *button) const { QTest::mouseClick(find(button), Qt::LeftButton); }
    [[nodiscard]] TwoStep &twoStep() const { return m_person->client().account().twoStep(); }
    [[nodiscard]] QStringList codes() const { return std::get<twostep::ShowingCodes>(twoStep().state()).codes; }
    [[nodiscard]] MessageStrip *strip() const { return find<MessageStrip>("codesStrip"); }
    void saveAs(const QString &path) const;
    void printTo(const QString &path) const;
    [[nodiscard]] static QByteArray contentOf(const QString &path);

    std::unique_ptr<BackendFixture> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<RecoveryCard> m_card;
    QTemporaryDir m_folder;
};

void RecoveryCodesTest::init()
{
    StrictTest::init();
    m_backend = std::make_unique<BackendFixture>();
    m_person = std::make_unique<SignedIn>(m_backend->url());
    m_card = std::make_unique<RecoveryCard>(twoStep());
    m_person->signIn("anna"_L1);
    QTRY_VERIFY(std::holds_alternative<session::SignedIn>(m_person->client().session().state()));
    twoStep().refresh();
    QTRY_VERIFY(std::holds_alternative<twostep::Known>(twoStep().state()));
    QVERIFY(!m_card->isVisible());
    auto &gate = m_person->client().account().gate();
    twoStep().setUp();
    QTRY_VERIFY(std::holds_alternative<stepup::Needed>(gate.state()));
    gate.provePassword(u"anna-demo-Passport"_s);
    QTRY_VERIFY(std::holds_alternative<twostep::SettingUp>(twoStep().state()));
    const QString secret = std::get<twostep::SettingUp>(twoStep().state()).secret.secret;
    twoStep().enable(totp::codeAt(totp::secretFromBase32(secret), totp::stepAt(m_backend->clock().nowMs())));
    QTRY_VERIFY(std::holds_alternative<twostep::ShowingCodes>(twoStep().state()));
    m_card->show();
}

void RecoveryCodesTest::cleanup()
{
    m_card.reset();
    m_person.reset();
    m_backend.reset();
    QGuiApplication::clipboard()->clear();
}

void RecoveryCodesTest::saveAs(const QString &path) const
{
    press("saveCodes");
    auto *dialog = m_card->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // the system's question, not ours
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!m_card->findChild<QFileDialog *>());
}

void RecoveryCodesTest::printTo(const QString &path) const
{
    press("printCodes");
    auto *dialog = m_card->findChild<QPrintDialog *>();
    QVERIFY(dialog);
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    Q_EMIT static_cast<QDialog *>(dialog)->accepted(); // its own fields belong to the system's printers
    dialog->close();
}

QByteArray RecoveryCodesTest::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RecoveryCodesTest::tenCodesAreShownOnce()
{
    QCOMPARE(codes().size(), 10);
    auto *done = find("codesDone");
    QVERIFY(!done->isEnabled());
    find<QCheckBox>("codesKept")->click();
    press("codesDone");
    QVERIFY(!m_card->isVisible());
    QVERIFY(m_card->text().isEmpty());
}

void RecoveryCodesTest::copiedAndForgotten() // SR-31
{
    press("copyCodes");
    auto *clipboard = QGuiApplication::clipboard();
    QCOMPARE(clipboard->text(), codes().join(u'\n'));
    QCOMPARE(clipboard->mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    QVERIFY(strip()->text().contains(u"30 seconds"_s));
    auto *watch = qApp->findChild<QTimer *>(u"copiedSecret"_s);
    QVERIFY(watch && watch->isActive());
    QCOMPARE(watch->intervalAsDuration(), 30s);
    copySecret(codes().join(u'\n'), 1ms);
    QTRY_VERIFY(clipboard->text().isEmpty());
}

void RecoveryCodesTest::anotherCopyStays() // SR-31
{
    copySecret(u"secret"_s, 1ms);
    QGuiApplication::clipboard()->setText(u"something else"_s);
    QTRY_VERIFY(!qApp->findChild<QTimer *>(u"copiedSecret"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
}

void RecoveryCodesTest::savedForTheOwnerAlone() // SR-31
{
    const QString path = m_folder.filePath(u"codes.txt"_s);
    saveAs(path);
    QVERIFY2(strip()->text().contains(path), qPrintable(strip()->text()));
    QCOMPARE(contentOf(path), codes().join(u'\n').toUtf8() + '\n');
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
}

void RecoveryCodesTest::savedInTheOlderOnesPlace()
{
    const QString path = m_folder.filePath(u"older.txt"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write(QByteArray(5000, 'x')) == 5000);
    older.close();
    QVERIFY(older.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    saveAs(path);
    QCOMPARE(contentOf(path), codes().join(u'\n').toUtf8() + '\n');
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther))); // SR-31
}

void RecoveryCodesTest::unwritableFolderIsSaid()
{
    saveAs(u"/proc/self/passport-recovery-codes.txt"_s); // where not even root may write
    QVERIFY2(strip()->text().startsWith(u"The codes were not saved"_s), qPrintable(strip()->text()));
    saveAs(m_folder.filePath(u"elsewhere.txt"_s)); // and nothing is lost
    QVERIFY(strip()->text().startsWith(u"Saved as"_s));
}

void RecoveryCodesTest::fullDiskKeepsTheOlderFile()
{
    const QString path = m_folder.filePath(u"kept.txt"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older codes") == 11);
    older.close();
    {
        const FullDisk full(20);
        saveAs(path);
    }
    QVERIFY2(strip()->text().startsWith(u"The codes were not saved"_s), qPrintable(strip()->text()));
    QCOMPARE(contentOf(path), "older codes"_ba);
}

void RecoveryCodesTest::printed()
{
    const QString path = m_folder.filePath(u"codes.pdf"_s);
    printTo(path);
    QCOMPARE(strip()->text(), u"Sent to the printer."_s);
    const QString page = textOfPdf(contentOf(path)).simplified().remove(u' ');
    QVERIFY2(page.startsWith(u"Recoverycodes"_s), qPrintable(page));
    QVERIFY2(page.endsWith(codes().join(QString())), qPrintable(page)); // all ten, in their order
}

void RecoveryCodesTest::printerThatTakesNothingIsSaid()
{
    const ExpectWarning warning(u"QPainter::begin\\(\\): Returned false"_s);
    printTo(u"/proc/self/codes.pdf"_s);
    QCOMPARE(strip()->text(), u"The printer did not take the codes."_s);
}

} // namespace passport

QTEST_MAIN(passport::RecoveryCodesTest)
#include "recoverycodestest.moc"
