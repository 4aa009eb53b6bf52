// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace likeness {

/// A photo as a store keeps it: encoded bytes (JPEG when we wrote it, whatever the store holds when read),
/// the pixel size read from the bytes (empty when they are no picture we know), and the SHA-256 of the bytes
/// in lower-case hex.
struct EncodedPhoto
{
    QByteArray bytes;
    QSize pixels;
    QString sha256;

    /// Hashes the bytes; the size is the caller's knowledge.
    static EncodedPhoto of(const QByteArray &bytes, QSize pixels);
    friend bool operator==(const EncodedPhoto &a, const EncodedPhoto &b) { return a.bytes == b.bytes; }
};

} // namespace likeness
