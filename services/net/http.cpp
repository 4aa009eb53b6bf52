// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/http.h"

#include <algorithm>

namespace likeness {

std::optional<QByteArray> headerOf(const HttpHeaders &headers, const QByteArray &name)
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
        [&name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.cend() ? std::nullopt : std::optional(found->second);
}

} // namespace likeness
