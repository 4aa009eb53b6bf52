#!/usr/bin/env bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
# display.sh COMMAND...: runs it in a real X server with a window manager, a session bus of its own and accessibility on.
set -euo pipefail
for need in xvfb-run dbus-run-session openbox xdotool xprop; do
    if ! command -v "$need" >/dev/null; then
        echo "display.sh: $need is not installed" >&2
        [ -z "${CI:-}" ] || exit 1
        exit 77
    fi
done
private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
export HOME=$private/home XDG_RUNTIME_DIR=$private/run XDG_CONFIG_HOME=$private/config XDG_DATA_HOME=$private/data
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset QT_QPA_PLATFORM http_proxy https_proxy all_proxy WAYLAND_DISPLAY
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 NO_AT_BRIDGE=0 GTK_A11Y=none
xvfb-run -a -s "-screen 0 1600x1000x24 -nolisten tcp" dbus-run-session -- bash -c '
    openbox --sm-disable & manager=$!
    for _ in $(seq 100); do
        xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
        sleep 0.05
    done
    status=0
    "$@" || status=$?
    kill $manager 2>/dev/null
    exit $status' display "$@"
