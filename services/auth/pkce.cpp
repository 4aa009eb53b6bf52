// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <array>

namespace likeness {
namespace {

QByteArray urlSafe(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray unguessableText()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    QByteArray bytes;
    for (const quint32 word : words) {
        for (int shift = 0; shift < 32; shift += 8)
            bytes.append(static_cast<char>((word >> shift) & 0xffU));
    }
    return urlSafe(bytes);
}

QByteArray codeChallenge(const QByteArray &verifier)
{
    return urlSafe(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

} // namespace likeness
