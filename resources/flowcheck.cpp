// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/flowbook.h"

#include <QFile>
#include <cstdio>

/// Run by the build: flows.json ships only if every record of it can be read.
int main(int argc, char **argv)
{
    QFile file(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "usage: flowcheck flows.json\n");
        return 2;
    }
    const likeness::Result<likeness::FlowBook> book = likeness::FlowBook::parse(file.readAll());
    if (book)
        return 0;
    std::fprintf(stderr, "%s: %s\n", argv[1], qPrintable(book.error().detail));
    return 1;
}
