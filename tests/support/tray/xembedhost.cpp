// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include <xcb/xcb.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <poll.h>
#include <string_view>
#include <unistd.h>

namespace {

constexpr std::uint16_t iconSide = 24;
constexpr std::uint32_t requestDock = 0; // the System Tray Protocol's first opcode

template <typename T> using Answer = std::unique_ptr<T, decltype(&std::free)>;

/// A tray of the old kind, that of the X server alone: it owns the screen's tray selection, takes icons into its
/// window, and clicks on the one it has.
class Host {
public:
    Host()
        : m_server(xcb_connect(nullptr, nullptr))
    {
    }
    ~Host() { xcb_disconnect(m_server); }
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    /// False: there is no X server, or another tray on it.
    bool begin()
    {
        if (xcb_connection_has_error(m_server))
            return false;
        m_screen = xcb_setup_roots_iterator(xcb_get_setup(m_server)).data;
        m_opcode = atom("_NET_SYSTEM_TRAY_OPCODE");
        m_window = xcb_generate_id(m_server);
        xcb_create_window(
            m_server, XCB_COPY_FROM_PARENT, m_window, m_screen->root, 0, 0, iconSide, iconSide, 0,
            XCB_WINDOW_CLASS_INPUT_OUTPUT, m_screen->root_visual, 0, nullptr);
        xcb_map_window(m_server, m_window);
        const auto selection = atom("_NET_SYSTEM_TRAY_S0");
        xcb_set_selection_owner(m_server, m_window, selection, XCB_CURRENT_TIME);
        const Answer<xcb_get_selection_owner_reply_t> owner(
            xcb_get_selection_owner_reply(m_server, xcb_get_selection_owner(m_server, selection), nullptr), &std::free);
        if (!owner || owner->owner != m_window)
            return false;
        message(m_screen->root, atom("MANAGER"), {XCB_CURRENT_TIME, selection, m_window, 0, 0});
        return true;
    }

    /// Until standard input ends: icons dock, and every line there that names a button of the mouse clicks with it.
    void serve()
    {
        std::array<pollfd, 2> sources{{{xcb_get_file_descriptor(m_server), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
        for (;;) {
            while (const Answer<xcb_generic_event_t> event{xcb_poll_for_event(m_server), &std::free})
                handle(*event);
            xcb_flush(m_server);
            if (poll(sources.data(), sources.size(), -1) < 0 || xcb_connection_has_error(m_server))
                return;
            if (sources[1].revents == 0)
                continue;
            char button = 0;
            if (read(STDIN_FILENO, &button, 1) != 1)
                return;
            if (button >= '1' && button <= '3')
                click(static_cast<xcb_button_t>(button - '0'));
        }
    }

private:
    xcb_atom_t atom(std::string_view name)
    {
        const auto asked = xcb_intern_atom(m_server, 0, static_cast<std::uint16_t>(name.size()), name.data());
        const Answer<xcb_intern_atom_reply_t> answer(xcb_intern_atom_reply(m_server, asked, nullptr), &std::free);
        return answer ? answer->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
    }

    void message(xcb_window_t window, xcb_atom_t type, const std::array<std::uint32_t, 5> &data)
    {
        xcb_client_message_event_t event{};
        event.response_type = XCB_CLIENT_MESSAGE;
        event.format = 32;
        event.window = window;
        event.type = type;
        std::memcpy(event.data.data32, data.data(), sizeof event.data.data32);
        send(window, XCB_EVENT_MASK_STRUCTURE_NOTIFY, event);
    }

    template <typename Event> void send(xcb_window_t window, std::uint32_t mask, const Event &event)
    {
        std::array<char, 32> wire{}; // every X event is 32 bytes long
        static_assert(sizeof event <= sizeof wire);
        std::memcpy(wire.data(), &event, sizeof event);
        xcb_send_event(m_server, 0, window, mask, wire.data());
    }

    void handle(const xcb_generic_event_t &event)
    {
        if ((event.response_type & 0x7F) != XCB_CLIENT_MESSAGE)
            return;
        xcb_client_message_event_t request{};
        std::memcpy(&request, &event, sizeof request);
        if (request.type != m_opcode || request.data.data32[1] != requestDock)
            return;
        m_icon = request.data.data32[2];
        constexpr std::array<std::uint32_t, 2> size{iconSide, iconSide};
        xcb_reparent_window(m_server, m_icon, m_window, 0, 0);
        xcb_configure_window(m_server, m_icon, XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT, size.data());
        xcb_map_window(m_server, m_icon);
        std::puts("docked");
        std::fflush(stdout);
    }

    void click(xcb_button_t button)
    {
        xcb_button_press_event_t event{};
        event.detail = button;
        event.root = m_screen->root;
        event.event = m_icon;
        event.root_x = event.root_y = event.event_x = event.event_y = iconSide / 2;
        event.same_screen = 1;
        event.response_type = XCB_BUTTON_PRESS;
        send(m_icon, XCB_EVENT_MASK_BUTTON_PRESS, event);
        event.response_type = XCB_BUTTON_RELEASE;
        send(m_icon, XCB_EVENT_MASK_BUTTON_RELEASE, event);
    }

    xcb_connection_t *m_server;
    xcb_screen_t *m_screen = nullptr;
    xcb_atom_t m_opcode = XCB_ATOM_NONE;
    xcb_window_t m_window = XCB_WINDOW_NONE;
    xcb_window_t m_icon = XCB_WINDOW_NONE;
};

} // namespace

/// passport-xembed-host: says "ready" once it is the tray and "docked" for every icon; ends with its standard input.
int main()
{
    Host host;
    if (!host.begin()) {
        std::fputs("passport-xembed-host: no X server, or another tray is on it\n", stderr);
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    host.serve();
    return 0;
}
