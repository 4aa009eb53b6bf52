// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/personfinding.h"

#include "models/import/namefit.h"
#include "models/people/folding.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamesakes = 25;

/// One thing to ask a directory.
struct PersonQuestion
{
    enum class Kind { Exact, Employee, Names };
    Kind kind = Kind::Exact;
    QString words;

    friend bool operator==(const PersonQuestion &, const PersonQuestion &) = default;
};

/// The surest question about a reading first; a second one where letters with accents may be kept without.
QList<PersonQuestion> questionsAbout(const NameReading &reading)
{
    using Kind = PersonQuestion::Kind;
    QList<PersonQuestion> questions;
    const auto ask = [&questions](Kind kind, const QString &words) {
        questions.append({kind, words});
        if (const QString plain = folded(words); plain != words.toCaseFolded())
            questions.append({kind, plain});
    };
    for (const NamePart part : {NamePart::AccountName, NamePart::Mail, NamePart::Upn}) {
        if (const QString piece = reading.piece(part); !piece.isEmpty()) {
            ask(Kind::Exact, piece);
            return questions;
        }
    }
    if (const QString id = reading.piece(NamePart::EmployeeId); !id.isEmpty())
        return {{Kind::Employee, id}};
    const QString display = reading.piece(NamePart::DisplayName);
    const QString both
        = QString(reading.piece(NamePart::GivenName) + u' ' + reading.piece(NamePart::Surname)).trimmed();
    ask(Kind::Names, display.isEmpty() ? both : display);
    return questions;
}

class PersonFinding final : public JobOf<QList<Person>>
{
public:
    PersonFinding(Directory *directory, QList<NameReading> readings)
        : m_directory(directory)
        , m_readings(std::move(readings))
    {
    }

private:
    void doStart() override
    {
        if (m_directory)
            return nextReading();
        for (const NameReading &reading : std::as_const(m_readings)) {
            if (const QString key = reading.piece(NamePart::AccountName); !key.isEmpty())
                return finish(QList {Person {{key, {}, {}, {}, {}}, key, {}, {}, {}, {}}});
        }
        finish(QList<Person> {});
    }

    void nextReading()
    {
        if (m_readings.isEmpty())
            return finish(QList<Person> {});
        m_reading = m_readings.takeFirst();
        m_questions = questionsAbout(m_reading);
        nextQuestion();
    }

    void nextQuestion()
    {
        if (m_questions.isEmpty())
            return nextReading();
        m_question = m_questions.takeFirst();
        switch (m_question.kind) {
        case PersonQuestion::Kind::Exact:
            if (std::exchange(m_asked, m_question.words) == m_question.words)
                return takeExact(m_exact); // mail and UPN of the same name
            return attempt(m_directory->person(m_question.words), &PersonFinding::takeExact);
        case PersonQuestion::Kind::Employee:
            return step(m_directory->employee(m_question.words), &PersonFinding::takePage);
        case PersonQuestion::Kind::Names:
            return step(m_directory->find(m_question.words, mostNamesakes), &PersonFinding::takePage);
        }
    }

    void takeExact(const Result<Person> &found)
    {
        m_exact = found;
        if (found)
            return judge({*found});
        if (found.error().code == Errc::NotFound)
            return nextQuestion();
        if (found.error().code == Errc::Ambiguous)
            return step(m_directory->find(m_question.words, mostNamesakes), &PersonFinding::takePage);
        finish(found.error());
    }

    void takePage(const PeoplePage &page) { judge(page.people); }

    void judge(const QList<Person> &offered)
    {
        QList<Person> fitting;
        std::ranges::copy_if(offered, std::back_inserter(fitting),
            [this](const Person &person) { return fits(person, m_reading) && !person.keys.key.isEmpty(); });
        if (fitting.isEmpty())
            return nextQuestion();
        finish(fitting);
    }

    Directory *m_directory;
    QList<NameReading> m_readings; ///< still to be tried
    QList<PersonQuestion> m_questions; ///< about m_reading, still to be asked
    NameReading m_reading;
    PersonQuestion m_question;
    QString m_asked; ///< the last exact question, and its answer
    Result<Person> m_exact = Error {Errc::NotFound};
};

} // namespace

JobPtr<QList<Person>> findPeople(Directory *directory, const QList<NameReading> &readings)
{
    return JobPtr<QList<Person>>(new PersonFinding(directory, readings));
}

} // namespace likeness
