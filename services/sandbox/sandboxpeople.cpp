// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxpeople.h"

#include "services/sandbox/portraitpainter.h"

#include <QMap>
#include <array>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

/// In the directory, the folder, Exchange, Microsoft 365, SharePoint, on the web.
using PhotosEverywhere = std::array<SandboxPhoto, 6>;

SandboxPerson sandboxPerson(const QString &key, const QString &given, const QString &surname,
    const QString &department, const QString &title, const PhotosEverywhere &photos)
{
    const QString mail = key + "@lab.likeness.test"_L1;
    return {{{key, {}, mail, mail, {}}, given + u' ' + surname, given, surname, title, department}, photos[0],
        photos[1], photos[2], photos[3], photos[4], photos[5]};
}

} // namespace

QList<SandboxPerson> sandboxPeople()
{
    using enum SandboxPhoto;
    return {
        sandboxPerson(u"ada.reyes"_s, u"Ada"_s, u"Reyes"_s, u"Finance"_s, u"Controller"_s,
            {Earlier, Earlier, Earlier, Earlier, Earlier, None}),
        sandboxPerson(u"bo.lind"_s, u"Bo"_s, u"Lind"_s, u"Finance"_s, u"Accountant"_s,
            {Today, Today, Today, Today, Today, None}),
        sandboxPerson(u"zoe.angstrom"_s, u"Zoë"_s, u"Ångström"_s, u"Research"_s, u"Physicist"_s,
            {Earlier, Today, Earlier, Today, Earlier, None}),
        sandboxPerson(u"lukasz.zak"_s, u"Łukasz"_s, u"Żak"_s, u"Research"_s, u"Engineer"_s,
            {None, None, None, None, None, None}),
        sandboxPerson(u"sean.obrien"_s, u"Seán"_s, u"O'Brien"_s, u"Sales"_s, u"Account Manager"_s,
            {Today, None, None, None, None, None}),
        sandboxPerson(u"li.xiaolong"_s, u"小龙"_s, u"李"_s, u"Sales"_s, u"Account Manager"_s,
            {None, Today, Removed, Today, Earlier, None}),
        sandboxPerson(u"noor.haddad"_s, u"نور"_s, u"حداد"_s, u"Legal"_s, u"Counsel"_s,
            {Today, Today, Today, Today, None, Today}),
        sandboxPerson(u"dmitri.volkov"_s, u"Дмитрий"_s, u"Волков"_s, u"Legal"_s, u"Paralegal"_s,
            {Earlier, Earlier, Earlier, Today, Earlier, None}),
        sandboxPerson(u"jsmith"_s, u"John"_s, u"Smith, Jr."_s, u"Facilities"_s, u"Technician"_s,
            {Today, Earlier, Today, Tiny, Today, Today}),
        sandboxPerson(u"mary-jane"_s, u"Mary-Jane"_s, u"van der Berg"_s, u"Facilities"_s, u"Planner"_s,
            {None, None, None, Today, None, None}),
        sandboxPerson(u"kenji.sato"_s, u"健二"_s, u"佐藤"_s, u"Research"_s, u"Chemist"_s,
            {Tiny, Today, Tiny, Tiny, Tiny, None}),
        sandboxPerson(u"ines.munoz"_s, u"Inés"_s, u"Muñoz"_s, u"Marketing"_s, u"Designer"_s,
            {Today, Today, Today, Today, Earlier, None}),
    };
}

QList<Person> sandboxCrowd(int count)
{
    static const QStringList given {u"Aino"_s, u"Björn"_s, u"Chloé"_s, u"Dariusz"_s, u"Elif"_s, u"Femke"_s,
        u"Giulia"_s, u"Hanna"_s, u"Iker"_s, u"Jonas"_s, u"Katarína"_s, u"Luís"_s, u"Maja"_s, u"Niamh"_s,
        u"Oskar"_s, u"Petra"_s, u"Quirin"_s, u"Renée"_s, u"Sven"_s, u"Tereza"_s, u"Uwe"_s, u"Vera"_s,
        u"Wiktor"_s, u"Ylva"_s};
    static const QStringList surnames {u"Andersen"_s, u"Bauer"_s, u"Çelik"_s, u"Dubois"_s, u"Eriksson"_s,
        u"Ferrari"_s, u"García"_s, u"Horváth"_s, u"Ivanov"_s, u"Jensen"_s, u"Kowalski"_s, u"Larsen"_s,
        u"Müller"_s, u"Novák"_s, u"O’Connor"_s, u"Popescu"_s, u"Rossi"_s, u"Silva"_s, u"Tóth"_s, u"Weiß"_s};
    QList<Person> crowd;
    for (int number = 0; number < count; ++number) {
        const QString key = u"crowd%1"_s.arg(number + 1, 5, 10, QLatin1Char('0'));
        const QString mail = key + "@lab.likeness.test"_L1;
        const QString &first = given.at(number % given.size());
        const QString &last = surnames.at(number / given.size() % surnames.size());
        crowd.append({{key, {}, mail, mail, {}}, first + u' ' + last, first, last, u"Clerk"_s,
            u"Operations"_s, QString::number(20'000 + number)});
    }
    return crowd;
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
