// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/onetimebody.h"

#include <algorithm>

namespace likeness {

OneTimeBody::OneTimeBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_bytes.size() - m_read);
    if (count <= 0)
        return -1;
    std::copy_n(m_bytes.cbegin() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace likeness
