// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/heifboxes.h"

#include <QtEndian>
#include <optional>

namespace likeness {
namespace {

struct HeifBox
{
    QByteArrayView type;
    QByteArrayView content;
    qsizetype end = 0; ///< where the next one begins
};

std::optional<HeifBox> heifBoxAt(QByteArrayView bytes, qsizetype at)
{
    if (at + 8 > bytes.size())
        return std::nullopt;
    quint64 size = qFromBigEndian<quint32>(bytes.data() + at);
    qsizetype header = 8;
    if (size == 1 && at + 16 <= bytes.size()) {
        size = qFromBigEndian<quint64>(bytes.data() + at + 8);
        header = 16;
    } else if (size == 0) {
        size = quint64(bytes.size() - at); // to the end of the file
    }
    if (size < quint64(header) || size > quint64(bytes.size() - at))
        return std::nullopt;
    const auto length = qsizetype(size);
    return HeifBox {bytes.sliced(at + 4, 4), bytes.sliced(at + header, length - header), at + length};
}

/// The content of the first box of this type; empty when there is none.
QByteArrayView heifChild(QByteArrayView bytes, QByteArrayView type)
{
    qsizetype at = 0;
    while (const auto box = heifBoxAt(bytes, at)) {
        if (box->type == type)
            return box->content;
        at = box->end;
    }
    return {};
}

} // namespace

bool hasHeifTurn(QByteArrayView file)
{
    constexpr qsizetype versionAndFlags = 4;
    const QByteArrayView meta = heifChild(file, "meta");
    if (meta.size() < versionAndFlags)
        return false;
    const QByteArrayView properties = heifChild(heifChild(meta.sliced(versionAndFlags), "iprp"), "ipco");
    qsizetype at = 0;
    while (const auto box = heifBoxAt(properties, at)) {
        if (box->type == "irot" || box->type == "imir")
            return true;
        at = box->end;
    }
    return false;
}

bool isHeifSequence(QByteArrayView file)
{
    if (file.size() < 12)
        return false;
    const QByteArrayView brand = file.sliced(8, 4);
    return brand == "avis" || brand == "msf1" || brand == "hevc" || brand == "hevx";
}

} // namespace likeness
