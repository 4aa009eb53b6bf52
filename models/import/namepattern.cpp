// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/namepattern.h"

#include "models/people/folding.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostReadings = 32; ///< a name with so many blanks is no name

struct PartName
{
    const char *name;
    NamePart part;
};
/// The first of each part is how we write it.
constexpr std::array<PartName, 12> partNames {{
    {"sAMAccountName", NamePart::AccountName},
    {"mail", NamePart::Mail},
    {"upn", NamePart::Upn},
    {"givenName", NamePart::GivenName},
    {"sn", NamePart::Surname},
    {"displayName", NamePart::DisplayName},
    {"employeeId", NamePart::EmployeeId},
    {"uid", NamePart::AccountName},
    {"userPrincipalName", NamePart::Upn},
    {"surname", NamePart::Surname},
    {"employeeNumber", NamePart::EmployeeId},
    {"key", NamePart::AccountName},
}};

/// Whether a piece can be what the pattern says it is.
bool isSuch(NamePart part, const QString &piece)
{
    switch (part) {
    case NamePart::Mail:
    case NamePart::Upn:
        return piece.contains(u'@') && !piece.contains(u' ');
    case NamePart::AccountName:
    case NamePart::EmployeeId:
        return !piece.contains(u'@') && !piece.contains(u' ');
    case NamePart::GivenName:
    case NamePart::Surname:
    case NamePart::DisplayName:
        return !piece.contains(u'@');
    }
    Q_UNREACHABLE();
}

/// The end of a pattern without the suffix of a file, which some people write.
qsizetype endWithoutSuffix(const QString &pattern, qsizetype from, qsizetype to)
{
    static const QStringList suffixes {u".jpg"_s, u".jpeg"_s, u".png"_s, u".webp"_s, u".heic"_s, u".bmp"_s,
        u".gif"_s, u".tif"_s, u".tiff"_s, u".*"_s};
    const QString text = pattern.mid(from, to - from).toLower();
    for (const QString &suffix : suffixes) {
        if (text.endsWith(suffix))
            return to - suffix.size();
    }
    return to;
}

} // namespace

std::optional<NamePart> namePartOf(const QString &placeholder)
{
    for (const PartName &each : partNames) {
        if (placeholder.compare(QLatin1StringView(each.name), Qt::CaseInsensitive) == 0)
            return each.part;
    }
    return std::nullopt;
}

QString NameReading::piece(NamePart part) const
{
    const auto found = std::ranges::find(pieces, part, &std::pair<NamePart, QString>::first);
    return found == pieces.cend() ? QString() : found->second;
}

QString NamePattern::usual()
{
    return u"{sAMAccountName}|{mail}|{upn}|{employeeId}|{givenName} {sn}|{sn}, {givenName}|{displayName}"_s;
}

QStringList NamePattern::placeholders()
{
    return {u"{sAMAccountName}"_s, u"{mail}"_s, u"{upn}"_s, u"{givenName}"_s, u"{sn}"_s, u"{displayName}"_s,
        u"{employeeId}"_s, u"{*}"_s};
}

ParsedPattern NamePattern::parsed(const QString &pattern)
{
    NamePattern made;
    made.m_text = pattern;
    for (qsizetype from = 0; from <= pattern.size();) {
        const qsizetype bar = pattern.indexOf(u'|', from);
        const qsizetype to = bar < 0 ? pattern.size() : bar;
        Alternative tokens;
        const auto unread = readAlternative(pattern, from, endWithoutSuffix(pattern, from, to), tokens);
        if (unread)
            return {{}, unread};
        if (const auto complaint = checked(tokens, from))
            return {{}, complaint};
        made.m_alternatives.append(tokens);
        from = to + 1;
    }
    return {made, {}};
}

std::optional<PatternComplaint> NamePattern::readAlternative(
    const QString &pattern, qsizetype from, qsizetype to, Alternative &tokens)
{
    using What = PatternComplaint::What;
    QString literal;
    const auto endLiteral = [&] {
        if (!literal.isEmpty())
            tokens.append({{}, false, std::exchange(literal, {})});
    };
    for (qsizetype at = from; at < to; ++at) {
        if (pattern[at] == u'}')
            return PatternComplaint {What::Unclosed, at};
        if (pattern[at] != u'{') {
            literal += pattern[at];
            continue;
        }
        const qsizetype end = pattern.indexOf(u'}', at);
        if (end < 0 || end >= to)
            return PatternComplaint {What::Unclosed, at};
        const QString name = pattern.mid(at + 1, end - at - 1).trimmed();
        const std::optional<NamePart> part = namePartOf(name);
        const bool anything = name == "*"_L1;
        if (!part && !anything)
            return PatternComplaint {What::Unknown, at, name};
        if (literal.isEmpty() && !tokens.isEmpty())
            return PatternComplaint {What::Adjacent, at, name};
        endLiteral();
        tokens.append({part, anything, {}});
        at = end;
    }
    endLiteral();
    return std::nullopt;
}

std::optional<PatternComplaint> NamePattern::checked(const Alternative &tokens, qsizetype from)
{
    using What = PatternComplaint::What;
    const bool empty = std::ranges::all_of(tokens, [](const Token &token) {
        return !token.part && !token.anything && token.literal.trimmed().isEmpty();
    });
    if (empty)
        return PatternComplaint {What::Empty, from};
    QList<NamePart> seen;
    for (const Token &token : tokens) {
        if (token.part && seen.contains(*token.part))
            return PatternComplaint {What::Twice, from};
        if (token.part)
            seen.append(*token.part);
    }
    if (seen.isEmpty())
        return PatternComplaint {What::NothingNamed, from};
    return std::nullopt;
}

/// All ways through one alternative, shortest pieces first.
struct NamePattern::Walk
{
    const Alternative &tokens;
    const QString &name;
    QList<NameReading> &found;
    NameReading reading {};

    void from(qsizetype token, qsizetype at)
    {
        if (found.size() >= mostReadings)
            return;
        if (token == tokens.size()) {
            if (at == name.size() && !found.contains(reading))
                found.append(reading);
            return;
        }
        const Token &next = tokens.at(token);
        if (next.part || next.anything)
            return pieces(next, token, at);
        const qsizetype length = next.literal.size();
        if (at + length <= name.size() && isLiteral(name.mid(at, length), next.literal))
            from(token + 1, at + length);
    }

    static bool isLiteral(const QString &text, const QString &literal)
    {
        return text == literal || (!literal.trimmed().isEmpty() && folded(text) == folded(literal));
    }

    void pieces(const Token &token, qsizetype place, qsizetype at)
    {
        const qsizetype first = place + 1 == tokens.size() ? name.size() : at + 1;
        for (qsizetype end = first; end <= name.size(); ++end) {
            const QString piece = name.mid(at, end - at);
            const bool whole = !piece.isEmpty() && piece.trimmed() == piece;
            if (token.anything) {
                from(place + 1, end);
            } else if (whole && isSuch(*token.part, piece)) {
                reading.pieces.append({*token.part, piece});
                from(place + 1, end);
                reading.pieces.removeLast();
            }
        }
    }
};

QList<NameReading> NamePattern::readings(const QString &stem) const
{
    const QString name = stem.normalized(QString::NormalizationForm_C).simplified();
    QList<NameReading> found;
    for (const Alternative &tokens : m_alternatives)
        Walk {tokens, name, found}.from(0, 0);
    return found;
}

} // namespace likeness
