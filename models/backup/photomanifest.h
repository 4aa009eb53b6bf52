// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

namespace likeness {

/// One photo of a backup: whose, out of which store, in which file.
struct ManifestRow
{
    QString key; ///< PersonKeys::key
    QString displayName;
    QString mail;
    QString store; ///< the store's instance in the organisation file
    QString file; ///< relative to the manifest, with slashes
    QString sha256;
    QSize pixels;
    qint64 bytes = 0;

    friend bool operator==(const ManifestRow &, const ManifestRow &) = default;
};

/// manifest.csv of a backup: UTF-8, comma, CRLF ([RFC 4180]); the first line names the columns.
QByteArray manifestHead();
QByteArray manifestLine(const ManifestRow &row);

/// Errors: BadInput, naming the line: not UTF-8, another head, a row that is not whole, a file outside of the
/// backup, or a hash that is none.
Result<QList<ManifestRow>> readManifest(const QByteArray &file);

} // namespace likeness
