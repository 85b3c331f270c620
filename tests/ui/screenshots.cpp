// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// passport-screenshots DIR [PART]: every window and state, light and dark, English and Russian, as pictures with an
// index; only those whose name contains PART.
#include "shots.h"
#include "support/stricttest.h"
#include "ui/appearance.h"
#include "ui/language.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QTest>
#include <QTextStream>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace passport;

namespace {

/// Shows the window as a person would see it, with its focus, and takes its picture.
bool take(const Shot &shot, const QString &file)
{
    const std::unique_ptr<QWidget> window = shot.make();
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowExposed(window.get(), waitLimit))
        return false;
    if (shot.then) {
        if (!QTest::qWaitForWindowActive(window.get(), waitLimit))
            return false;
        shot.then(*window);
    }
    QCoreApplication::sendPostedEvents(); // layouts that are still to be made
    return window->grab().save(file);
}

void writeIndex(const QDir &folder, const std::vector<Shot> &shots, const QStringList &variants)
{
    QFile file(folder.filePath(u"index.html"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream page(&file);
    page << "<!doctype html><meta charset=\"utf-8\"><title>Passport: every window</title>\n"
            "<style>body{font:14px sans-serif;background:#cbd2da}figure{display:inline-block;margin:8px}"
            "img{max-width:420px}</style>\n";
    for (const Shot &shot : shots) {
        page << "<h2>" << shot.name << "</h2>\n";
        for (const QString &variant : variants) {
            const QString name = shot.name + u'-' + variant + u".png"_s;
            page << "<figure><a href=\"" << name << "\"><img src=\"" << name << "\" loading=\"lazy\"></a><figcaption>"
                 << variant << "</figcaption></figure>\n";
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3 || !QDir().mkpath(arguments.at(1))) {
        QTextStream(stderr) << "usage: passport-screenshots DIR [PART]\n";
        return 2;
    }
    if (QFontDatabase::hasFamily(u"Inter"_s)) {
        QFont font(u"Inter"_s);
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    const QDir folder(arguments.at(1));
    std::vector<Shot> shots = signInShots();
    std::ranges::move(qrLoginShots(), std::back_inserter(shots));
    std::ranges::move(menuShots(), std::back_inserter(shots));
    std::ranges::move(mainShots(), std::back_inserter(shots));
    std::ranges::move(accountShots(), std::back_inserter(shots));
    std::erase_if(shots, [&arguments](const Shot &shot) { return !shot.name.contains(arguments.value(2)); });

    QStringList variants;
    Language language;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Appearance appearance(theme);
        for (const QString &code : Language::available()) {
            language.use(code);
            variants << (theme == Theme::Dark ? u"dark-"_s : u"light-"_s) + code;
            for (const Shot &shot : shots) {
                const QString file = folder.filePath(shot.name + u'-' + variants.last() + u".png"_s);
                if (!take(shot, file)) {
                    QTextStream(stderr) << "cannot take " << file << '\n';
                    return 1;
                }
            }
        }
    }
    writeIndex(folder, shots, variants);
    return 0;
}
