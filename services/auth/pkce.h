// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace likeness {

/// 256 bits nobody can guess, as 43 characters that need no quoting in a URL: a state, a code verifier.
QByteArray unguessableText();

/// S256 of a verifier. [RFC 7636] 4.2
QByteArray codeChallenge(const QByteArray &verifier);

} // namespace likeness
