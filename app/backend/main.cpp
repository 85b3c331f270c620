// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/program.h"

int main(int argc, char **argv)
{
    return passport::runBackend(argc, argv);
}
