#!/usr/bin/env bash
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
#
# installed.sh BUILD_DIR: what is built is installed into an empty folder, and from there the command line does the main
# job on its sandbox, with nothing of the build tree but the installed files.
set -euo pipefail
build=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cmake --install "$build" --prefix "$place" > "$place/install.log" 2>&1 || { cat "$place/install.log" >&2; exit 1; }
for program in likeness likeness-cli; do
    if ldd "$place/bin/$program" | grep -E "not found|$build"; then
        echo "installed.sh: $program needs what is not installed" >&2
        exit 1
    fi
done
"$(dirname "$0")/mainjob.sh" "$place" "$place/mainjob"
[ ! -e "$build/bin/likeness-faces.so" ] || [ -e "$place/lib/likeness/likeness-faces.so" ]
