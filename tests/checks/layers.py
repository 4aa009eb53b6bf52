#!/usr/bin/env python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Holds every #include against the layer table of CONTRIBUTING.md; usage: layers.py SOURCE_DIR [--self-test]"""
import pathlib
import re
import sys

# what a file below the key may include, longest key first; a value ending in "/" is a folder, else a file
TABLE = {
    "models/": ["models/"],
    "services/stores/activedirectory/": ["models/", "services/job/", "services/directory/", "services/secrets/",
                                         "services/stores/activedirectory/", "services/stores/photostore.h",
                                         "services/stores/photobytes.h"],
    "services/stores/folder/": ["models/", "services/job/", "services/directory/", "services/imaging/",
                                "services/stores/folder/", "services/stores/photostore.h",
                                "services/stores/photobytes.h"],
    "services/": ["models/", "services/"],
    "services/session/": ["models/", "services/job/", "services/log/", "services/imaging/", "services/ledger/ledger.h",
                          "services/ledger/ledgernames.h",
                          "services/ledger/sightinghistory.h", "services/ledger/standings.h",
                          "services/ledger/scanqueue.h", "services/ledger/importruns.h",
                          "services/secrets/secretstore.h", "services/directory/directory.h",
                          "services/net/pacing.h", "services/stores/photostore.h",
                          "services/stores/seenworkload.h", "services/session/"],
    "ui/": ["models/", "ui/", "services/session/", "services/settings/", "services/job/job.h",
            "services/imaging/picture.h", "services/imaging/ladder.h", "services/imaging/previewproxy.h",
            "services/imaging/encoder.h",
            "services/ledger/ledger.h", "services/ledger/ledgerserver.h", "services/ledger/standings.h",
            "services/ledger/importruns.h",
            "services/secrets/secretstore.h", "services/directory/directory.h",
            "services/stores/photostore.h"],
    "app/": ["models/", "services/", "ui/", "app/"],
    "tests/": ["models/", "services/", "ui/", "app/", "tests/"],
}
LAYERS = ("models/", "services/", "ui/", "app/", "tests/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)
WIDGETS = re.compile(r"^Q(Widget|Application|MainWindow|Label|.*Button|.*Dialog|.*Layout|.*ItemView|ListView|TableView|"
                     r"TreeView|GraphicsView|Style|ProxyStyle)$")
UMBRELLA = {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtTest", "QtSql", "QtSvg"}
GENERATED = re.compile(r"(\.moc|^moc_.*|config\.h)$")


def allowed(path, include):
    keys = [key for key in TABLE if path.startswith(key)]
    return any(include.startswith(one) if one.endswith("/") else include == one for one in TABLE[max(keys, key=len)])


def complaints(path, text):
    for bracket, include in INCLUDE.findall(text):
        if bracket == '"':
            if GENERATED.search(include):
                continue
            if not include.startswith(LAYERS):
                yield f"{path}: \"{include}\" does not name its layer"
            elif not allowed(path, include):
                yield f"{path}: may not include \"{include}\""
        elif include.split("/")[0] in UMBRELLA and "/" not in include:
            yield f"{path}: umbrella include <{include}>"
        elif path.startswith(("models/", "services/")) and WIDGETS.match(include.split("/")[-1]):
            yield f"{path}: a widget class below ui: <{include}>"


def self_test():
    bad = [("models/a.h", '#include "services/job/job.h"'), ("models/a.h", "#include <QWidget>"),
           ("services/x/a.cpp", '#include "ui/main/b.h"'), ("ui/a.cpp", '#include "services/stores/folder/f.h"'),
           ("ui/a.cpp", "#include <QtWidgets>"), ("models/a.cpp", '#include "a.h"'),
           ("services/stores/folder/f.cpp", '#include "services/stores/activedirectory/x.h"')]
    good = [("models/a.h", '#include "models/base/error.h"'), ("ui/a.cpp", "#include <QWidget>"),
            ("ui/a.cpp", '#include "services/session/picturesession.h"'), ("tests/a.cpp", '#include "tst_a.moc"')]
    assert all(list(complaints(*case)) for case in bad), "a wrong include was not seen"
    assert not any(list(complaints(*case)) for case in good), "a right include was refused"


def main():
    root = pathlib.Path(sys.argv[1])
    self_test()
    found, files = [], 0
    for layer in LAYERS:
        for file in sorted((root / layer).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                files += 1
                found += complaints(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    print("\n".join(found) if found else f"{files} files keep the layers")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
