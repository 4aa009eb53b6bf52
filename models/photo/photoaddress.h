// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/people/person.h"

#include <QUrl>

namespace likeness {

/// Where people's pictures lie on the web: an https address with placeholders, such as
/// `https://photos.example.org/{mail}.jpg`. The placeholders are those of file names (NamePattern), as far as
/// a store is told them: {sAMAccountName}, {mail}, {upn}. A value; the only way to make one is parsed().
class PhotoAddress final
{
public:
    /// Errors: BadInput; the detail says what the address must be.
    static Result<PhotoAddress> parsed(const QString &text);
    /// The placeholders, as they are written.
    static QStringList placeholders();

    /// Each value percent-encoded, so that no name leads anywhere else. Errors: NotFound, where the person
    /// lacks a name that is asked for.
    Result<QUrl> of(const PersonKeys &person) const;
    QString text() const { return m_text; }

private:
    QString m_text;
};

} // namespace likeness
