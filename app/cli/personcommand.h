// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "models/people/person.h"

#include <QCoreApplication>
#include <QStringList>

namespace likeness {

/// What commands about one person share: the organisation is opened, the person found, then the command
/// begins.
class PersonCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PersonCommand)
protected:
    PersonCommand(const CommandContext &context, QString person);

    QString subject() const override { return m_name; }
    virtual void begin() = 0;

    Output &output() const { return m_context.output; }
    const CommandContext &context() const { return m_context; }
    Workplace &workplace() const { return *m_workplace; }
    Organisation &organisation() const { return *m_workplace->organisation; }
    const Person &person() const { return m_person; }
    /// The stores named, or all when none is. Errors: BadInput with the names there are.
    Result<QList<PhotoStore *>> stores(const QStringList &names) const;

private:
    void doStart() override;
    void findPerson(const std::shared_ptr<Workplace> &workplace);
    void keepPerson(const Person &person);

    CommandContext m_context;
    const QString m_name;
    std::shared_ptr<Workplace> m_workplace;
    Person m_person;
};

QJsonObject jsonOf(const Person &person);
/// What a photo is, for programs: bytes, pixels, hash.
QJsonObject jsonOf(const EncodedPhoto &photo);
/// The same in a few words: "96 × 96, 3,112 bytes"; "no photo" for none.
QString wordsFor(const std::optional<EncodedPhoto> &photo);

} // namespace likeness
