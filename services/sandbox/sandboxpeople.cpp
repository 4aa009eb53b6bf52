// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxpeople.h"

#include "services/sandbox/portraitpainter.h"

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

SandboxPerson sandboxPerson(const QString &key, const QString &given, const QString &surname,
    const QString &department, const QString &title, SandboxPhoto inDirectory, SandboxPhoto inFolder)
{
    const QString mail = key + "@lab.likeness.test"_L1;
    return {{{key, {}, mail, mail, {}}, given + u' ' + surname, given, surname, title, department},
        inDirectory, inFolder};
}

} // namespace

QList<SandboxPerson> sandboxPeople()
{
    using enum SandboxPhoto;
    return {
        sandboxPerson(u"ada.reyes"_s, u"Ada"_s, u"Reyes"_s, u"Finance"_s, u"Controller"_s, Earlier, Earlier),
        sandboxPerson(u"bo.lind"_s, u"Bo"_s, u"Lind"_s, u"Finance"_s, u"Accountant"_s, Today, Today),
        sandboxPerson(
            u"zoe.angstrom"_s, u"Zoë"_s, u"Ångström"_s, u"Research"_s, u"Physicist"_s, Earlier, Today),
        sandboxPerson(u"lukasz.zak"_s, u"Łukasz"_s, u"Żak"_s, u"Research"_s, u"Engineer"_s, None, None),
        sandboxPerson(
            u"sean.obrien"_s, u"Seán"_s, u"O'Brien"_s, u"Sales"_s, u"Account Manager"_s, Today, None),
        sandboxPerson(u"li.xiaolong"_s, u"小龙"_s, u"李"_s, u"Sales"_s, u"Account Manager"_s, None, Today),
        sandboxPerson(u"noor.haddad"_s, u"نور"_s, u"حداد"_s, u"Legal"_s, u"Counsel"_s, Today, Today),
        sandboxPerson(
            u"dmitri.volkov"_s, u"Дмитрий"_s, u"Волков"_s, u"Legal"_s, u"Paralegal"_s, Earlier, Earlier),
        sandboxPerson(
            u"jsmith"_s, u"John"_s, u"Smith, Jr."_s, u"Facilities"_s, u"Technician"_s, Today, Earlier),
        sandboxPerson(
            u"mary-jane"_s, u"Mary-Jane"_s, u"van der Berg"_s, u"Facilities"_s, u"Planner"_s, None, None),
        sandboxPerson(u"kenji.sato"_s, u"健二"_s, u"佐藤"_s, u"Research"_s, u"Chemist"_s, Tiny, Today),
        sandboxPerson(u"ines.munoz"_s, u"Inés"_s, u"Muñoz"_s, u"Marketing"_s, u"Designer"_s, Today, Today),
    };
}

QImage sandboxPhoto(const QString &key, SandboxPhoto kind, int edge)
{
    switch (kind) {
    case SandboxPhoto::None:
        return {};
    case SandboxPhoto::Today:
        return paintedPortrait(lookOf(key), {QSize(edge, edge)});
    case SandboxPhoto::Earlier:
        return paintedPortrait(earlierLookOf(key), {QSize(edge, edge), {0.47, 0.47}, 0.52});
    case SandboxPhoto::Tiny:
        return paintedPortrait(lookOf(key), {QSize(48, 48)});
    }
    return {};
}

} // namespace likeness
