// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/credentials.h"
#include "client/secretstore.h"
#include "client/secrettext.h"
#include "client/ticketkey.h"
#include "protocol/base64url.h"
#include "support/stricttest.h"

#include <QRandomGenerator>
#include <algorithm>
#include <array>
#include <charconv>
#include <fcntl.h>
#include <sodium.h>
#include <span>
#include <string_view>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Looks for a secret in the memory of this program, in what was freed, too. It knows the secret with every character
/// turned on by a step, and so turns on what it reads: it finds neither itself nor what it has read before. The stack
/// is passed over: what registers held is put there by the dynamic linker, too, until the next calls write over it.
class Canary {
public:
    explicit Canary(QByteArrayView secret)
    {
        for (const char c : secret)
            m_turned.append(turned(c));
    }
    /// The same letters as a QString has them.
    static Canary ofText(QByteArrayView letters)
    {
        Canary canary{QByteArrayView()};
        for (const char c : letters)
            canary.m_turned.append(turned(c)).append(turned('\0'));
        return canary;
    }

    /// Allocates nothing: what was freed is to stay as it is.
    [[nodiscard]] bool isLeft() const
    {
        static std::array<char, 1 << 20> maps;
        std::string_view lines = contentOf("/proc/self/maps", maps);
        const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        bool found = false;
        while (!lines.empty() && !found) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            found = isIn(memory, lines.substr(0, end));
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
        ::close(memory);
        return found;
    }

private:
    static char turned(char c) { return static_cast<char>(static_cast<unsigned char>(c) + 53U); }

    static std::string_view contentOf(const char *file, std::span<char> room)
    {
        const int opened = ::open(file, O_RDONLY | O_CLOEXEC);
        std::size_t size = 0;
        for (ssize_t more = 1; more > 0 && size < room.size();
             size += static_cast<std::size_t>(std::max<ssize_t>(0, more)))
            more = ::read(opened, room.data() + size, room.size() - size);
        ::close(opened);
        return {room.data(), size};
    }

    /// One line of maps: "from-to rw-p …".
    [[nodiscard]] bool isIn(int memory, std::string_view line) const
    {
        constexpr quint64 largest = quint64(1) << 30; // beyond: the shadows of a sanitizer
        quint64 from = 0;
        quint64 to = 0;
        const auto dash = std::from_chars(line.data(), line.data() + line.size(), from, 16).ptr;
        const auto mode = std::from_chars(dash + 1, line.data() + line.size(), to, 16).ptr;
        if (mode[1] != 'r' || mode[2] != 'w' || line.ends_with("[stack]") || to - from > largest)
            return false;
        static std::array<char, 1 << 20> seen;
        const auto overlap = static_cast<std::size_t>(m_turned.size()); // the secret may lie across two parts
        const std::string_view sought(m_turned.constData(), overlap);
        for (quint64 at = from; at < to; at += seen.size() - overlap) {
            const ssize_t size
                = ::pread(memory, seen.data(), std::min<quint64>(to - at, seen.size()), static_cast<off_t>(at));
            if (size <= 0)
                return false;
            std::transform(seen.begin(), seen.begin() + size, seen.begin(), turned);
            if (std::string_view(seen.data(), static_cast<std::size_t>(size)).find(sought) != std::string_view::npos)
                return true;
        }
        return false;
    }

    QByteArray m_turned;
};

/// As a token is: of [0-9A-Za-z].
QByteArray freshLetters()
{
    constexpr QByteArrayView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    QByteArray letters(32, '\0');
    for (char &letter : letters)
        letter = alphabet.at(QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size())));
    return letters;
}

} // namespace

/// Secrets leave nothing in memory when they are done with (SR-31).
class SecretsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }
    void canaryIsFoundWhereItIs();
    void textGoesWithItsOwner();
    void textCanBeReplaced();
    void proofTextIsTheOnlyCopy();
    void tokenOfATicketIsWiped();
    void keyLeavesNoCopyOnItsWayToTheKeychain();
    void storeWipesWhatItForgets();
};

void SecretsTest::canaryIsFoundWhereItIs()
{
    QByteArray letters = freshLetters();
    const Canary canary(letters);
    QVERIFY(canary.isLeft());
    wipe(letters);
    QVERIFY(!canary.isLeft());
    letters = freshLetters();
    const Canary wide = Canary::ofText(letters);
    QVERIFY(!wide.isLeft());
    QString text = QString::fromLatin1(letters);
    QVERIFY(wide.isLeft());
    wipe(text);
    QVERIFY(!wide.isLeft());
}

void SecretsTest::textGoesWithItsOwner()
{
    const QByteArray letters = freshLetters();
    const Canary canary = Canary::ofText(letters);
    {
        QString typed = QString::fromLatin1(letters);
        SecretText first{typed};
        wipe(typed);
        const SecretText second(std::move(first));
        QCOMPARE(second.text().toLatin1(), letters);
        QVERIFY(canary.isLeft());
    }
    QVERIFY(!canary.isLeft());
}

void SecretsTest::textCanBeReplaced()
{
    const QByteArray letters = freshLetters();
    const Canary canary = Canary::ofText(letters);
    QString typed = QString::fromLatin1(letters);
    SecretText text{typed};
    wipe(typed);
    QVERIFY(canary.isLeft());
    text = SecretText(u"another one");
    QVERIFY(!canary.isLeft());
    QCOMPARE(text.text(), u"another one"_s);
}

void SecretsTest::proofTextIsTheOnlyCopy()
{
    TicketKey key(u"https://passport.example.test"_s);
    key.bind(TicketId(u"1"_s), u"nonce"_s);
    QByteArray letters = freshLetters();
    const Canary narrow(letters);
    const Canary wide = Canary::ofText(letters);
    QString payload = QString::fromLatin1(letters);
    wipe(letters);
    QVERIFY(!key.prove("passport.qr.number"_L1, payload).proof.isEmpty());
    wipe(payload);
    QVERIFY(!narrow.isLeft());
    QVERIFY(!wide.isLeft());
}

void SecretsTest::tokenOfATicketIsWiped()
{
    TicketKey key(u"https://passport.example.test"_s);
    QByteArray token = freshLetters();
    const Canary wide = Canary::ofText(token);
    const QByteArray publicKey = *fromBase64Url(key.publicKey().toLatin1(), crypto_sign_PUBLICKEYBYTES);
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> curve{};
    QCOMPARE(
        crypto_sign_ed25519_pk_to_curve25519(
            curve.data(), reinterpret_cast<const unsigned char *>(publicKey.constData())),
        0);
    QByteArray box(token.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(
        reinterpret_cast<unsigned char *>(box.data()), reinterpret_cast<const unsigned char *>(token.constData()),
        static_cast<unsigned long long>(token.size()), curve.data());
    wipe(token);
    {
        std::optional<QString> opened = key.open(QString::fromLatin1(toBase64Url(box)));
        QVERIFY(opened);
        const SecretText kept(*opened);
        wipe(*opened);
        QVERIFY(wide.isLeft());
    }
    QVERIFY(!wide.isLeft());
}

void SecretsTest::keyLeavesNoCopyOnItsWayToTheKeychain()
{
    Credentials credentials;
    credentials.tokens.accessToken = u"a"_s;
    credentials.tokens.refreshToken = u"r"_s;
    credentials.tokens.tokenType = u"DPoP"_s;
    credentials.tokens.expiresIn = std::chrono::seconds(900);
    credentials.tokens.userId = 1;
    credentials.key = std::make_shared<const DeviceKey>(DeviceKey::generate());
    QByteArray secret = toSecret(credentials);
    const QByteArray name = "\"key\":\"";
    const qsizetype at = secret.indexOf(name) + name.size();
    const QByteArrayView letters = QByteArrayView(secret).sliced(at, 43);
    const Canary narrow(letters);
    const Canary wide = Canary::ofText(letters);
    const Result<Credentials> again = credentialsFromSecret(secret);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->key->publicKey(), credentials.key->publicKey());
    QVERIFY(narrow.isLeft());
    wipe(secret);
    QVERIFY(!narrow.isLeft());
    QVERIFY(!wide.isLeft());
}

void SecretsTest::storeWipesWhatItForgets()
{
    MemoryStore store;
    int answers = 0;
    const auto count = [&answers](const Result<Done> &) { ++answers; };
    QByteArray first = freshLetters();
    QByteArray second = freshLetters();
    const Canary one(first);
    const Canary two(second);
    store.write(u"x"_s, first, this, count);
    wipe(first);
    QVERIFY(one.isLeft());
    store.write(u"x"_s, second, this, count);
    wipe(second);
    QVERIFY(!one.isLeft());
    QVERIFY(two.isLeft());
    store.remove(u"x"_s, this, count);
    QVERIFY(!two.isLeft());
    QTRY_COMPARE(answers, 3);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::SecretsTest)
#include "secretstest.moc"
