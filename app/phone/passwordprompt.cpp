// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "phone/passwordprompt.h"

#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace passport {
namespace {

/// Typed characters stay invisible as long as it lives.
class HiddenInput {
public:
    HiddenInput()
        : m_terminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_terminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenInput()
    {
        if (m_terminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenInput)

    [[nodiscard]] bool isTerminal() const { return m_terminal; }

private:
    termios m_before{};
    bool m_terminal;
};

} // namespace

QString readPassword(const char *prompt)
{
    const HiddenInput hidden;
    if (hidden.isTerminal())
        std::fputs(prompt, stderr);
    std::string line;
    std::getline(std::cin, line);
    if (hidden.isTerminal())
        std::fputs("\n", stderr);
    QString password = QString::fromStdString(line);
    std::fill(line.begin(), line.end(), '\0');
    return password;
}

} // namespace passport
