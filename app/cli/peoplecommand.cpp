// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/peoplecommand.h"

#include "app/cli/personcommand.h"
#include "ui/common/peoplewords.h"

#include <QJsonArray>

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec PeopleCommand::spec()
{
    return {"people"_L1, tr("Find people by the beginning of a name, key or address."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(u"query"_s, tr("The words to look for."), tr("QUERY"));
            parser.addOption({u"limit"_s, tr("How many at most, 1 to 500."), tr("NUMBER"), u"50"_s});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList words = parser.positionalArguments().mid(1);
            if (words.isEmpty())
                return Error {Errc::BadInput, tr("people takes the words to look for.")};
            bool isNumber = false;
            const int limit = parser.value(u"limit"_s).toInt(&isNumber);
            if (!isNumber || limit < 1 || limit > 500)
                return Error {Errc::BadInput, tr("--limit takes a number from 1 to 500.")};
            return CommandPtr(new PeopleCommand(context, words.join(u' '), limit));
        }};
}

PeopleCommand::PeopleCommand(const CommandContext &context, QString words, int limit)
    : m_context(context)
    , m_words(std::move(words))
    , m_limit(limit)
{
}

void PeopleCommand::doStart()
{
    step(openWorkplace(m_context), &PeopleCommand::search);
}

void PeopleCommand::search(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    Directory *directory = workplace->organisation->directory.get();
    if (!directory)
        return finish(Error {Errc::Unsupported, u"the organisation has no directory of people"_s});
    m_context.output.progress(tr("Searching…"));
    step(directory->find(m_words, m_limit), &PeopleCommand::report);
}

void PeopleCommand::report(const PeoplePage &page)
{
    Output &output = m_context.output;
    QJsonArray people;
    for (const Person &person : page.people) {
        output.line(person.keys.key.leftJustified(20) + u"  "_s + person.displayName.leftJustified(24)
            + u"  "_s
            + QStringList {person.title, person.department}.filter(QRegularExpression(u"."_s)).join(u", "_s));
        for (const PersonDoubt &doubt : person.doubts)
            output.note(person.keys.key + u": "_s + wordsFor(doubt));
        people.append(jsonOf(person));
    }
    QJsonArray notes;
    for (const PeopleNote &note : page.notes) {
        output.note(wordsFor(note));
        notes.append(wordsFor(note));
    }
    if (page.people.isEmpty())
        output.note(tr("Nobody's name, key or address begins with “%1”.").arg(m_words));
    const bool more = !page.cookie.isEmpty();
    if (more)
        output.note(tr("There are more; say more of the name, or give a larger --limit."));
    output.object({{u"people"_s, people}, {u"more"_s, more}, {u"notes"_s, notes}});
    finish(ExitCode::Ok);
}

} // namespace likeness
