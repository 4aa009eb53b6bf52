// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <optional>
#include <utility>

namespace likeness {

/// What a piece of a file's name may say about a person.
enum class NamePart { AccountName, Mail, Upn, GivenName, Surname, DisplayName, EmployeeId };

/// A placeholder by its name, without braces and in any case; sn and surname are the same.
std::optional<NamePart> namePartOf(const QString &placeholder);

/// One way to understand a name: what each piece says.
struct NameReading
{
    QList<std::pair<NamePart, QString>> pieces;

    /// Empty when the pattern does not have the part.
    QString piece(NamePart part) const;
    friend bool operator==(const NameReading &, const NameReading &) = default;
};

/// Why a pattern cannot be used, and where.
struct PatternComplaint
{
    enum class What {
        Empty, ///< the pattern, or one of its alternatives
        Unclosed, ///< a brace that is opened or closed only
        Unknown, ///< a placeholder there is none of; `text` is its name
        NothingNamed, ///< an alternative without a placeholder that names a person
        Adjacent, ///< two placeholders with nothing between them: nobody knows where one ends
        Twice, ///< the same placeholder twice in one alternative
    };
    What what = What::Empty;
    qsizetype at = 0; ///< in the pattern, from 0
    QString text {};

    friend bool operator==(const PatternComplaint &, const PatternComplaint &) = default;
};

struct ParsedPattern;

/// How the files of a folder are named after people: `{sAMAccountName}`, `{givenName} {sn}`,
/// `{employeeId}_{*}`; alternatives are parted by a bar and tried in their order. Letter case and accents of
/// what stands between placeholders do not matter. A value; the only way to make one is parsed().
class NamePattern
{
public:
    static ParsedPattern parsed(const QString &pattern);
    /// Every common way to name files, the exact ones first.
    static QString usual();
    /// The placeholders, as they are written.
    static QStringList placeholders();

    /// All ways to understand a file's name without its suffix, in the order of the alternatives; several for
    /// one alternative where a name has more blanks than the pattern. Empty = the name does not fit.
    QList<NameReading> readings(const QString &stem) const;
    QString text() const { return m_text; }

private:
    /// A placeholder, or what has to stand there.
    struct Token
    {
        std::optional<NamePart> part {};
        bool anything = false; ///< {*}
        QString literal {};
    };
    using Alternative = QList<Token>;
    struct Walk;

    static std::optional<PatternComplaint> readAlternative(
        const QString &pattern, qsizetype from, qsizetype to, Alternative &tokens);
    static std::optional<PatternComplaint> checked(const Alternative &tokens, qsizetype from);

    QString m_text;
    QList<Alternative> m_alternatives;
};

/// One of both.
struct ParsedPattern
{
    std::optional<NamePattern> pattern {};
    std::optional<PatternComplaint> complaint {};
};

} // namespace likeness
