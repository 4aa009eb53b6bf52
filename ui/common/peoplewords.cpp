// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/peoplewords.h"

#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness {

namespace {

class PeopleTexts
{
    Q_DECLARE_TR_FUNCTIONS(PeopleTexts)
public:
    static QString failed(const PeopleNote &note)
    {
        const ErrorWords words = wordsFor(note.error, note.source);
        //: %1 is a short sentence such as "Exchange cannot be reached", %2 the title of a directory
        return tr("%1. People known only to %2 are missing here.").arg(words.title, note.source);
    }
    static QString late(const PeopleNote &note)
    {
        //: %1 is the title of a directory of people
        return tr("%1 has not answered yet; people known only there come as soon as it does.")
            .arg(note.source);
    }
    static QString tooMany(const PeopleNote &note)
    {
        //: %1 is the title of a directory of people
        return tr("Too many people fit to add those known only to %1. Type more of the name.")
            .arg(note.source);
    }
    static QString apart(const PersonDoubt &doubt, const QString &where)
    {
        switch (doubt.why) {
        case PersonDoubt::Why::OtherAccount:
            //: %1 is an address, %2 a name, %3 the title of a directory
            return tr("Two accounts share %1: this one and that of %2 in %3. Their ids differ, so they are "
                      "listed apart.")
                .arg(doubt.shared, doubt.otherName, where);
        case PersonDoubt::Why::SeveralFit:
            //: %1 is an address, %2 a name, %3 the title of a directory
            return tr("%2 in %3 has %1 too, and more than one account would fit, so they are listed apart.")
                .arg(doubt.shared, doubt.otherName, where);
        case PersonDoubt::Why::SameDirectory:
            //: %1 is an address, %2 a name, %3 the title of a directory
            return tr("%2 in %3 has %1 too.").arg(doubt.shared, doubt.otherName, where);
        }
        Q_UNREACHABLE();
    }
    static QString theDirectory()
    {
        //: Stands for a directory of people without a title
        return tr("the directory");
    }
    static QString alsoIn(const QString &source, const QStringList &others)
    {
        //: Where a person is known: %1 is one directory, %2 one or several others
        return tr("In %1, also in %2.").arg(source, QLocale().createSeparatedList(others));
    }
    static QString onlyIn(const QString &source)
    {
        //: Where a person is known: %1 is the title of a directory
        return tr("In %1.").arg(source);
    }
};

} // namespace

QString wordsFor(const PeopleNote &note)
{
    switch (note.kind) {
    case PeopleNote::Kind::Failed:
        return PeopleTexts::failed(note);
    case PeopleNote::Kind::Late:
        return PeopleTexts::late(note);
    case PeopleNote::Kind::TooMany:
        return PeopleTexts::tooMany(note);
    }
    Q_UNREACHABLE();
}

QString wordsFor(const PersonDoubt &doubt)
{
    return PeopleTexts::apart(
        doubt, doubt.otherSource.isEmpty() ? PeopleTexts::theDirectory() : doubt.otherSource);
}

QString sourceWords(const Person &person)
{
    if (person.source.isEmpty())
        return {};
    return person.alsoIn.isEmpty() ? PeopleTexts::onlyIn(person.source)
                                   : PeopleTexts::alsoIn(person.source, person.alsoIn);
}

} // namespace likeness
