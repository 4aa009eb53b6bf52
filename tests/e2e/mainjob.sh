#!/usr/bin/env bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
#
# mainjob.sh BUILD_DIR OUT_DIR: the main job without a display, with the built likeness-cli and the real sandbox:
# render a picture, upload it to Active Directory and the folder, read both back, compare, restore. What was rendered
# and read back stays in OUT_DIR. Without Samba: the folder only, and it says so.
set -euo pipefail
build=$(realpath "$1")
out=$(realpath -m "$2")
cli=$build/bin/likeness-cli
place=$(mktemp -d)
mkdir -p "$out"

stop() {
    [ -z "${sandbox:-}" ] || { kill -INT "$sandbox" 2>/dev/null && wait "$sandbox" || true; }
    rm -rf "$place"
}
trap stop EXIT
say() { printf '%s\n' "$*" >&2; }
field() { python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for key in sys.argv[2:]: value = (value or {}).get(key)
print("" if value is None else value)' "$place/sandbox.json" "$@"; }

"$cli" sandbox > "$place/sandbox.json" 2> "$place/sandbox.log" &
sandbox=$!
for _ in $(seq 1500); do
    [ ! -s "$place/sandbox.json" ] || break
    kill -0 "$sandbox" 2>/dev/null || { cat "$place/sandbox.log" >&2; exit 1; }
    sleep 0.1
done
[ -s "$place/sandbox.json" ] || { say "The sandbox did not start."; exit 1; }

stores=(--store folder)
names=(folder)
if [ -n "$(field activeDirectory ldaps)" ]; then
    stores+=(--store ad)
    names+=(ad)
else
    say "Samba is not installed: the folder only."
fi
field activeDirectory accounts helpdesk password > "$place/password"
in_sandbox() { # COMMAND ARGS...
    "$cli" "$@" --organisation "$(field organisationFile)" --ledger "$place/ledger.sqlite" --password-stdin < "$place/password"
}
picture=$(field pictures)/ada-reyes-phone.jpg

say "Rendering"
"$cli" render "$picture" --crop 700,500,1200 --out "$out/rendered"
say "Before"
in_sandbox show ada.reyes --out "$out/before"
say "Uploading"
in_sandbox upload ada.reyes "$picture" --crop 700,500,1200 "${stores[@]}" --yes
say "After"
in_sandbox show ada.reyes --out "$out/after"
cmp "$out/after/folder.jpg" "$out/rendered/648.jpg"
[ "${#names[@]}" = 1 ] || cmp "$out/after/ad.jpg" "$out/rendered/96.jpg"
say "Restoring"
in_sandbox restore ada.reyes
in_sandbox show ada.reyes --out "$out/restored"
for name in "${names[@]}"; do
    cmp "$out/before/$name.jpg" "$out/restored/$name.jpg"
done
in_sandbox history ada.reyes
say "The photo was written to the stores ${names[*]}, read back as it was rendered, and taken back."
