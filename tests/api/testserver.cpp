// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// The tests' own server for tests in other languages: hashes are cheap and the clock can be moved. Prints where it is
// as a line of JSON; each line that it reads is a number of seconds to go ahead by. Ends with its standard input.
#include "support/backendfixture.h"

#include <cstdio>
#include <iostream>
#include <string>

int main()
{
    passport::BackendFixture backend;
    std::printf(
        "{\"url\":\"%s\",\"data\":\"%s\"}\n", qUtf8Printable(backend.url().toString()),
        qUtf8Printable(backend.folder()));
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        backend.clock().advance(std::chrono::seconds(std::stol(line)));
        std::puts("moved");
        std::fflush(stdout);
    }
    return 0;
}
