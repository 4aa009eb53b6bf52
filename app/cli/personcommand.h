// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "models/people/person.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

namespace likeness {

/// The stores named, or all when none is. Errors: BadInput with the names there are.
Result<QList<PhotoStore *>> storesNamed(const Organisation &organisation, const QStringList &names);

/// What commands about one person share: the organisation is opened, the person found, then the command
/// begins.
class PersonCommand : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PersonCommand)
protected:
    PersonCommand(const CommandContext &context, QString person);

    QString subject() const override { return m_name; }
    virtual void begin() = 0;
    /// Commands that write, or tell what was written, first find out how writes ended during which a program
    /// was killed.
    virtual bool settlesFirst() const { return false; }

    Output &output() const { return m_context.output; }
    const CommandContext &context() const { return m_context; }
    Workplace &workplace() const { return *m_workplace; }
    Organisation &organisation() const { return *m_workplace->organisation; }
    const Person &person() const { return m_person; }
    Result<QList<PhotoStore *>> stores(const QStringList &names) const
    {
        return storesNamed(organisation(), names);
    }
    /// The command's answer for programs, with the writes that were settled first, if there were any.
    void answer(QJsonObject object) const;

private:
    void doStart() override;
    void findPerson(const std::shared_ptr<Workplace> &workplace);
    void keepPerson(const Person &person);
    void settled(const QList<LedgerEntry> &entries);

    CommandContext m_context;
    const QString m_name;
    std::shared_ptr<Workplace> m_workplace;
    Person m_person;
    QJsonArray m_settled;
};

QJsonObject jsonOf(const Person &person);
/// What a photo is, for programs: bytes, pixels, hash.
QJsonObject jsonOf(const EncodedPhoto &photo);
/// The same in a few words: "96 × 96, 3,112 bytes"; "no photo" for none.
QString wordsFor(const std::optional<EncodedPhoto> &photo);

} // namespace likeness
