#!/usr/bin/env python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""The cheap rules of CONTRIBUTING.md over all tracked files: SPDX lines, sizes, blanks, forbidden words."""
import pathlib
import re
import subprocess
import sys

SPDX = "SPDX-License-Identifier: Apache-2.0"
COMMENTED = {".h", ".cpp", ".c", ".py", ".cmake", ".sh"}
FORBIDDEN = [(re.compile(r"\b(SIGNAL|SLOT)\("), "connect by pointer to member"),
             (re.compile(r"\bQEventLoop\b|\bprocessEvents\("), "no nested event loop"),
             (re.compile(r"ignoreSslErrors"), "TLS is always verified"),
             (re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"), "finish it or write an issue")]


def tracked(root):
    names = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout.split(b"\0")
    return [name.decode() for name in names if name]


def text_of(path):
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def complaints(name, text):
    suffix = pathlib.PurePath(name).suffix
    lines = text.splitlines()
    if (suffix in COMMENTED or name.endswith("CMakeLists.txt")) and SPDX not in "\n".join(lines[:4]):
        yield "no SPDX lines"
    if suffix in {".h", ".cpp"}:
        if len(lines) > 500:
            yield f"{len(lines)} lines, 500 is the ceiling"
        if name.startswith(("app/", "ui/", "models/", "services/")):
            for number, line in enumerate(lines, 1):
                for pattern, why in FORBIDDEN:
                    if pattern.search(line):
                        yield f"line {number}: {why}"
    if suffix not in {".svg", ".ts", ".md"} and name != "LICENSE":
        for number, line in enumerate(lines, 1):
            if line != line.rstrip():
                yield f"line {number}: trailing blanks"
            if "\t" in line and suffix in COMMENTED - {".sh"} and not name.startswith("resources/lab/"):
                yield f"line {number}: a tab"
    if text and not text.endswith("\n"):
        yield "no newline at the end"


def defined_twice(headers):
    """Two types of one name in one program are undefined behaviour that no linker reports."""
    where = {}
    for name, text in headers:
        for line in text.splitlines():
            found = re.match(r"(?:class|struct) (\w+)(?: final)?(?: :.*)?$", line)
            if found:
                where.setdefault(found[1], []).append(name)
    return [f"{names[1]}: {type_} is defined in {names[0]} too"
            for type_, names in where.items() if len(names) > 1]


def main():
    root = pathlib.Path(sys.argv[1])
    found = []
    headers = []
    for name in tracked(root):
        text = text_of(root / name)
        if text is not None:
            found += [f"{name}: {what}" for what in complaints(name, text)]
            if name.endswith(".h") and name.startswith(("app/", "ui/", "models/", "services/")):
                headers.append((name, text))
    found += defined_twice(headers)
    print("\n".join(found) if found else "the house is in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
