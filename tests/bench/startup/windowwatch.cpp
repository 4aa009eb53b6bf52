// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// bench_windowwatch QUIET TIMEOUT PROGRAM [ARGUMENTS]: starts a program on the X server of DISPLAY and tells,
// as a line of JSON, when its window was mapped and when it was last painted before QUIET milliseconds
// without a paint, counted from the start of the process, and how much memory it had then. Ends the program.

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/damage.h>
#include <xcb/xcb.h>

namespace {

struct Free
{
    void operator()(void *memory) const { std::free(memory); }
};
template <class T>
using Reply = std::unique_ptr<T, Free>;

double now()
{
    timespec time {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// A line such as "VmRSS:  1234 kB" of a file under /proc, in MB.
double megabytes(pid_t process, const char *file, const std::string &key)
{
    std::ifstream lines("/proc/" + std::to_string(process) + '/' + file);
    for (std::string line; std::getline(lines, line);) {
        if (line.compare(0, key.size(), key) == 0)
            return std::atof(line.c_str() + key.size()) / 1024;
    }
    return 0;
}

class Watch
{
public:
    bool connect()
    {
        m_connection = xcb_connect(nullptr, nullptr);
        if (xcb_connection_has_error(m_connection) != 0)
            return false;
        const auto *damage = xcb_get_extension_data(m_connection, &xcb_damage_id);
        if (damage == nullptr || damage->present == 0)
            return false;
        m_damageEvent = damage->first_event + XCB_DAMAGE_NOTIFY;
        Reply<xcb_damage_query_version_reply_t>(xcb_damage_query_version_reply(
            m_connection, xcb_damage_query_version(m_connection, 1, 1), nullptr));
        const std::array<std::uint32_t, 1> mask {XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY};
        const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
        xcb_change_window_attributes(m_connection, root, XCB_CW_EVENT_MASK, mask.data());
        // an answer proves that the server has seen all of the above
        return Reply<xcb_get_input_focus_reply_t>(
                   xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr))
            != nullptr;
    }

    /// Until the window is quiet; false when the program ended or took too long.
    bool waitFor(pid_t process, double start, double quiet, double timeout)
    {
        pollfd connection {xcb_get_file_descriptor(m_connection), POLLIN, 0};
        for (;;) {
            while (const Reply<xcb_generic_event_t> event {xcb_poll_for_event(m_connection)})
                take(*event, now() - start);
            const double elapsed = now() - start;
            if (lastPaint > 0 && elapsed - lastPaint > quiet)
                return true;
            if (elapsed > timeout || waitpid(process, nullptr, WNOHANG) == process)
                return false;
            poll(&connection, 1, 5);
        }
    }

    double mapped = 0;
    double lastPaint = 0;

private:
    void take(const xcb_generic_event_t &event, double elapsed)
    {
        const int type = event.response_type & 0x7f;
        if (type == XCB_MAP_NOTIFY) {
            xcb_map_notify_event_t map {};
            std::memcpy(&map, &event, sizeof map);
            const Reply<xcb_get_geometry_reply_t> size(
                xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, map.window), nullptr));
            if (!size || size->width < 200 || size->height < 120)
                return; // a tool tip, a helper window
            mapped = mapped > 0 ? mapped : elapsed;
            xcb_damage_create(m_connection, xcb_generate_id(m_connection), map.window,
                XCB_DAMAGE_REPORT_LEVEL_RAW_RECTANGLES);
            xcb_flush(m_connection);
        } else if (type == m_damageEvent) {
            lastPaint = elapsed;
        }
    }

    xcb_connection_t *m_connection = nullptr;
    int m_damageEvent = 0;
};

void end(pid_t process)
{
    kill(process, SIGTERM);
    for (int tries = 0; tries < 100; ++tries) {
        if (waitpid(process, nullptr, WNOHANG) != 0)
            return;
        usleep(20'000);
    }
    kill(process, SIGKILL);
    waitpid(process, nullptr, 0);
}

} // namespace

int main(int argc, char **argv)
{
    Watch watch;
    if (argc < 4 || !watch.connect()) {
        std::fputs("usage: bench_windowwatch QUIET TIMEOUT PROGRAM [ARGUMENTS], on an X server with DAMAGE\n",
            stderr);
        return 2;
    }
    const double start = now();
    const pid_t process = fork();
    if (process == 0) {
        std::freopen("/dev/null", "w", stdout);
        execvp(argv[3], argv + 3);
        _exit(127);
    }
    if (!watch.waitFor(process, start, std::atof(argv[1]), std::atof(argv[2]))) {
        std::fputs("no quiet window\n", stderr);
        end(process);
        return 1;
    }
    std::printf("{\"map\": %.1f, \"quiet\": %.1f, \"rss\": %.1f, \"pss\": %.1f}\n", watch.mapped,
        watch.lastPaint, megabytes(process, "status", "VmRSS:"), megabytes(process, "smaps_rollup", "Pss:"));
    end(process);
    return 0;
}
