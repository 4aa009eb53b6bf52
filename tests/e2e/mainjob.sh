#!/usr/bin/env bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
#
# mainjob.sh BUILD_DIR OUT_DIR: the main job without a display, with the built likeness-cli and the real sandbox:
# render a picture, upload it to Exchange, Microsoft 365, SharePoint, the folder and Active Directory, read all back,
# compare, restore. What was rendered and read back stays in OUT_DIR. Without Samba: no directory, and it says so.
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
for key in sys.argv[2:]: value = value[int(key)] if isinstance(value, list) else (value or {}).get(key)
print("" if value is None else value)' "$place/sandbox.json" "$@"; }

"$cli" sandbox > "$place/sandbox.json" 2> "$place/sandbox.log" &
sandbox=$!
for _ in $(seq 1500); do
    [ ! -s "$place/sandbox.json" ] || break
    kill -0 "$sandbox" 2>/dev/null || { cat "$place/sandbox.log" >&2; exit 1; }
    sleep 0.1
done
[ -s "$place/sandbox.json" ] || { say "The sandbox did not start."; exit 1; }

# exact: stores that keep the bytes they are given; the others make their own files of them
exact=(folder)
made=(exchange m365 sharepoint)
if [ -n "$(field activeDirectory ldaps)" ]; then
    exact+=(ad)
else
    say "Samba is not installed: no directory."
fi
stores=()
for name in "${exact[@]}" "${made[@]}"; do stores+=(--store "$name"); done
run=0
in_sandbox() { # COMMAND ARGS...: each run has a sign-in to Microsoft 365 of its own
    { field password; field refreshTokens "$run"; } |
        "$cli" "$@" --organisation "$(field organisationFile)" --ledger "$place/ledger.sqlite" --password-stdin
    run=$((run + 1))
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
[ ! -e "$out/after/ad.jpg" ] || cmp "$out/after/ad.jpg" "$out/rendered/96.jpg"
for name in "${made[@]}"; do
    ! cmp -s "$out/before/$name.jpg" "$out/after/$name.jpg" || { say "$name still shows the photo from before."; exit 1; }
done
say "Restoring"
in_sandbox restore ada.reyes
in_sandbox show ada.reyes --out "$out/restored"
for name in "${exact[@]}"; do
    cmp "$out/before/$name.jpg" "$out/restored/$name.jpg"
done
in_sandbox history ada.reyes
say "The photo was written to the stores ${exact[*]} ${made[*]}, read back, and taken back."
