// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/base/clockskew.h"

namespace likeness {

using namespace Qt::StringLiterals;

std::optional<Error> clockError(const QDateTime &server, const QDateTime &here)
{
    const qint64 ahead = here.secsTo(server);
    if (!server.isValid() || qAbs(ahead) <= std::chrono::seconds(toleratedSkew).count())
        return std::nullopt;
    return Error {Errc::ClockWrong,
        u"the server says it is %1, this computer %2"_s.arg(
            server.toUTC().toString(Qt::ISODate), here.toUTC().toString(Qt::ISODate))};
}

} // namespace likeness
