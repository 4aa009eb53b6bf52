// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/folding.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Letters that Unicode does not take apart, and what people type in their place.
QLatin1String plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ß':
        return "ss"_L1;
    case u'ł':
        return "l"_L1;
    case u'ø':
        return "o"_L1;
    case u'đ':
    case u'ð':
        return "d"_L1;
    case u'ħ':
        return "h"_L1;
    case u'þ':
        return "th"_L1;
    case u'æ':
        return "ae"_L1;
    case u'œ':
        return "oe"_L1;
    case u'ı':
        return "i"_L1;
    case u'’':
    case u'‘':
    case u'ʼ':
        return "'"_L1;
    case u'‐':
    case u'‑':
    case u'–':
        return "-"_L1;
    default:
        return {};
    }
}

} // namespace

QString folded(const QString &name)
{
    const QString apart = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString plain;
    plain.reserve(apart.size());
    for (const QChar letter : apart) {
        if (letter.isMark())
            continue;
        const QLatin1String other = plainLetter(letter);
        if (other.isEmpty())
            plain += letter;
        else
            plain += other;
    }
    return plain.simplified();
}

} // namespace likeness
