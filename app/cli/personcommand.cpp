// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/personcommand.h"

#include "app/cli/historycommand.h"
#include "services/session/settleunfinished.h"

#include <QLocale>

namespace likeness {

using namespace Qt::StringLiterals;

PersonCommand::PersonCommand(const CommandContext &context, QString person)
    : m_context(context)
    , m_name(std::move(person))
{
}

void PersonCommand::doStart()
{
    step(openWorkplace(m_context), &PersonCommand::findPerson);
}

void PersonCommand::findPerson(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    if (!organisation().directory) {
        keepPerson(Person {{m_name, {}, {}, {}, {}}, m_name, {}, {}, {}, {}});
        return;
    }
    //: %1 is the name of a person as it was typed.
    output().progress(tr("Looking for %1…").arg(m_name));
    step(organisation().directory->person(m_name), &PersonCommand::keepPerson);
}

void PersonCommand::keepPerson(const Person &person)
{
    m_person = person;
    const Result<QList<LedgerEntry>> unfinished
        = settlesFirst() ? workplace().ledger->unfinished() : QList<LedgerEntry>();
    if (!unfinished)
        return finish(unfinished.error());
    if (unfinished->isEmpty())
        return begin();
    output().progress(tr("Finding out how a write ended that was cut short…"));
    step(settleUnfinished(organisation(), *workplace().ledger), &PersonCommand::settled);
}

void PersonCommand::settled(const QList<LedgerEntry> &entries)
{
    for (const LedgerEntry &entry : entries) {
        QJsonObject json = jsonOf(entry);
        json.insert("person"_L1, entry.personKey);
        m_settled.append(json);
        //: A write that was cut short: %1 the time, %2 the title of a store, %3 a person, %4 how it ended.
        output().note(
            tr("Cut short at %1, %2, %3: %4.")
                .arg(timeText(entry.at), entry.storeTitle, entry.personName, endWordsFor(entry.outcome)));
    }
    begin();
}

void PersonCommand::answer(QJsonObject object) const
{
    if (!m_settled.isEmpty())
        object.insert("settled"_L1, m_settled);
    output().object(object);
}

Result<QList<PhotoStore *>> storesNamed(const Organisation &organisation, const QStringList &names)
{
    QList<PhotoStore *> chosen;
    QStringList known;
    for (const auto &store : organisation.stores) {
        known += store->id().instance;
        if (names.isEmpty())
            chosen += store.get();
    }
    for (const QString &name : names) {
        PhotoStore *store = organisation.store(name);
        if (!store)
            //: %1 is what was typed, %2 the names of the stores there are, with commas.
            return Error {Errc::BadInput,
                QCoreApplication::translate("PersonCommand", "There is no store “%1” here. There are: %2.")
                    .arg(name, known.join(u", "_s))};
        if (!chosen.contains(store))
            chosen += store;
    }
    return chosen;
}

QJsonObject jsonOf(const Person &person)
{
    return {{u"key"_s, person.keys.key}, {u"displayName"_s, person.displayName},
        {u"givenName"_s, person.givenName}, {u"surname"_s, person.surname}, {u"title"_s, person.title},
        {u"department"_s, person.department}, {u"mail"_s, person.keys.mail}, {u"upn"_s, person.keys.upn},
        {u"dn"_s, person.keys.dn}, {u"objectGuid"_s, person.keys.objectGuid}, {u"source"_s, person.source},
        {u"alsoIn"_s, QJsonArray::fromStringList(person.alsoIn)}};
}

QJsonObject jsonOf(const EncodedPhoto &photo)
{
    return {{u"bytes"_s, photo.bytes.size()}, {u"width"_s, photo.pixels.width()},
        {u"height"_s, photo.pixels.height()}, {u"sha256"_s, photo.sha256}};
}

QString wordsFor(const std::optional<EncodedPhoto> &photo)
{
    if (!photo)
        //: A store has no photo of the person.
        return QCoreApplication::translate("PersonCommand", "no photo");
    //: A photo in a store: %1 × %2 are its pixels, %3 its bytes.
    return QCoreApplication::translate("PersonCommand", "%1 × %2, %3 bytes")
        .arg(photo->pixels.width())
        .arg(photo->pixels.height())
        .arg(QLocale().toString(photo->bytes.size()));
}

} // namespace likeness
