// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// Counts up in a store and says each number once it is acknowledged, until it is killed. For store_test.
#include "backend/store/store.h"
#include "support/awaited.h"

#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace passport;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto store = Store::open({.folder = QCoreApplication::arguments().at(1)});
    if (!store)
        return 1;
    for (int number = 1;; ++number) {
        const auto job = [&number](Db &db) {
            db.run("INSERT INTO setting VALUES ('number', ?, '')"_L1, {QString::number(number)});
        };
        awaited((*store)->write(job));
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
