// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/encodedphoto.h"

#include <QCryptographicHash>

namespace likeness {

EncodedPhoto EncodedPhoto::of(const QByteArray &bytes, QSize pixels)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {bytes, pixels, QString::fromLatin1(hash)};
}

} // namespace likeness
