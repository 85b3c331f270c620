// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/pictures.h"

#include <QFile>
#include <cstdio>
#include <random>
#include <string>

using namespace passport;

namespace {

constexpr QSize size(8160, 6120); // 49.9 megapixels
constexpr qint64 mostBytes = 10 * 1024 * 1024;

/// Shades and noise: with more of it than a photograph has, so that a file becomes as large as it may be.
QImage noisy(int noise)
{
    std::mt19937 random(1); // the same picture in every run
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int grain = noise > 0 ? static_cast<int>(random() % static_cast<unsigned>(noise)) : 0;
            line[x] = qRgb(x * 200 / size.width() + grain, y * 200 / size.height() + grain, 100);
        }
    }
    return image;
}

bool save(const std::string &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path));
    std::printf("%.1f\n", static_cast<double>(bytes.size()) / 1024 / 1024);
    return bytes.size() <= mostBytes && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// bench-photos FOLDER: writes pictures of 49.9 megapixels and at most 10 MiB, the largest that are taken:
/// baseline.jpg, progressive.jpg, picture.png. Prints the size of each in MiB.
int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fputs("usage: bench-photos FOLDER\n", stderr);
        return 2;
    }
    const std::string folder = argv[1];
    const QImage grainy = noisy(24);
    int quality = 10; // the best that fits
    for (int step = 64; step > 0; step /= 2) {
        if (quality + step <= 100 && pictures::file(grainy, "jpeg", false, quality + step).size() <= mostBytes)
            quality += step;
    }
    const bool saved = save(folder + "/baseline.jpg", pictures::file(grainy, "jpeg", false, quality))
        && save(folder + "/progressive.jpg", pictures::file(grainy, "jpeg", true, quality))
        && save(folder + "/picture.png", pictures::file(noisy(0), "png", false, -1));
    return saved ? 0 : 1;
}
