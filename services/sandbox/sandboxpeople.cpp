// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxpeople.h"

#include "services/sandbox/portraitpainter.h"

#include <QMap>
#include <array>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

/// In the directory, the folder, Exchange, Microsoft 365, SharePoint.
using PhotosEverywhere = std::array<SandboxPhoto, 5>;

SandboxPerson sandboxPerson(const QString &key, const QString &given, const QString &surname,
    const QString &department, const QString &title, const PhotosEverywhere &photos)
{
    const QString mail = key + "@lab.likeness.test"_L1;
    return {{{key, {}, mail, mail, {}}, given + u' ' + surname, given, surname, title, department}, photos[0],
        photos[1], photos[2], photos[3], photos[4]};
}

} // namespace

QList<SandboxPerson> sandboxPeople()
{
    using enum SandboxPhoto;
    return {
        sandboxPerson(u"ada.reyes"_s, u"Ada"_s, u"Reyes"_s, u"Finance"_s, u"Controller"_s,
            {Earlier, Earlier, Earlier, Earlier, Earlier}),
        sandboxPerson(u"bo.lind"_s, u"Bo"_s, u"Lind"_s, u"Finance"_s, u"Accountant"_s,
            {Today, Today, Today, Today, Today}),
        sandboxPerson(u"zoe.angstrom"_s, u"Zoë"_s, u"Ångström"_s, u"Research"_s, u"Physicist"_s,
            {Earlier, Today, Earlier, Today, Earlier}),
        sandboxPerson(u"lukasz.zak"_s, u"Łukasz"_s, u"Żak"_s, u"Research"_s, u"Engineer"_s,
            {None, None, None, None, None}),
        sandboxPerson(u"sean.obrien"_s, u"Seán"_s, u"O'Brien"_s, u"Sales"_s, u"Account Manager"_s,
            {Today, None, None, None, None}),
        sandboxPerson(u"li.xiaolong"_s, u"小龙"_s, u"李"_s, u"Sales"_s, u"Account Manager"_s,
            {None, Today, Removed, Today, Earlier}),
        sandboxPerson(u"noor.haddad"_s, u"نور"_s, u"حداد"_s, u"Legal"_s, u"Counsel"_s,
            {Today, Today, Today, Today, None}),
        sandboxPerson(u"dmitri.volkov"_s, u"Дмитрий"_s, u"Волков"_s, u"Legal"_s, u"Paralegal"_s,
            {Earlier, Earlier, Earlier, Today, Earlier}),
        sandboxPerson(u"jsmith"_s, u"John"_s, u"Smith, Jr."_s, u"Facilities"_s, u"Technician"_s,
            {Today, Earlier, Today, Tiny, Today}),
        sandboxPerson(u"mary-jane"_s, u"Mary-Jane"_s, u"van der Berg"_s, u"Facilities"_s, u"Planner"_s,
            {None, None, None, Today, None}),
        sandboxPerson(u"kenji.sato"_s, u"健二"_s, u"佐藤"_s, u"Research"_s, u"Chemist"_s,
            {Tiny, Today, Tiny, Tiny, Tiny}),
        sandboxPerson(u"ines.munoz"_s, u"Inés"_s, u"Muñoz"_s, u"Marketing"_s, u"Designer"_s,
            {Today, Today, Today, Today, Earlier}),
    };
}

std::optional<SandboxPhoto> sandboxPhotoNamed(const QString &name)
{
    using enum SandboxPhoto;
    static const QMap<QString, SandboxPhoto> names {{u"none"_s, None}, {u"today"_s, Today},
        {u"earlier"_s, Earlier}, {u"tiny"_s, Tiny}, {u"removed"_s, Removed}};
    const auto found = names.constFind(name);
    return found == names.cend() ? std::nullopt : std::optional(*found);
}

QImage sandboxPhoto(const QString &key, SandboxPhoto kind, int edge)
{
    switch (kind) {
    case SandboxPhoto::None:
    case SandboxPhoto::Removed:
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
