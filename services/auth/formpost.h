// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <QString>

namespace likeness {

using FormFields = QList<std::pair<QByteArray, QString>>;

/// application/x-www-form-urlencoded; everything but letters, digits and -._~ is quoted.
QByteArray formBody(const FormFields &fields);
/// A form sent to a token server, which answers in JSON.
HttpRequest formPost(const QUrl &url, const FormFields &fields);

} // namespace likeness
