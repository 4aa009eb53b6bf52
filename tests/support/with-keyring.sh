#!/bin/bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
# with-keyring.sh unlocked|locked COMMAND...: runs a command in a session of its own with a real gnome-keyring.
# Nothing of the session outlives the command.
set -euo pipefail

# the second half, inside of the session's bus
if [ "${1:-}" = --in-session ]; then
    unlock=$2
    shift 2
    # in the foreground of a child: the daemon that it would make of itself survives the bus
    gnome-keyring-daemon --foreground "$unlock" --components=secrets <<<"test-password" >/dev/null 2>&1 &
    keyring=$!
    trap 'kill "$keyring" 2>/dev/null; wait "$keyring" 2>/dev/null || true' EXIT
    for _ in $(seq 100); do
        if dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
            string:org.freedesktop.secrets | grep -q 'boolean true'; then
            break
        fi
        sleep 0.05
    done
    "$@"
    exit
fi

state=$1
shift
for tool in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed (packages dbus, gnome-keyring); the keychain is not tested" >&2
        # a build machine has everything, so there it is a failure
        [ "${CI:-}" = true ] && exit 1
        exit 77
    fi
done

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_DATA_HOME="$home/share" XDG_CONFIG_HOME="$home/config"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

session() { dbus-run-session -- "$0" --in-session "$@" 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; }
if [ "$state" = unlocked ]; then
    session --unlock "$@"
else
    # a keyring that somebody made once, and that nobody has unlocked since
    session --unlock true
    session --start "$@"
fi
