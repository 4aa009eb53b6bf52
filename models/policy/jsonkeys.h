// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>

namespace likeness {

/// Whether an object of the text names a key twice: QJsonDocument keeps the last and forgets the others, and
/// with them whatever they said. `document` is what the text was read as.
bool namesKeyTwice(const QByteArray &json, const QJsonDocument &document);

} // namespace likeness
