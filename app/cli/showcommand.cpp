// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/showcommand.h"

#include "ui/common/errorwords.h"

#include <QDir>
#include <QSaveFile>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec ShowCommand::spec()
{
    return {"show"_L1, tr("Show what each store holds for a person."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                u"person"_s, tr("Key, address, UPN or DN of the person."), tr("PERSON"));
            parser.addOption({u"store"_s, tr("Only this store; may be given again."), tr("NAME")});
            parser.addOption({u"out"_s, tr("Write the photos to this folder, as STORE.jpg."), tr("DIR")});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("show takes one person.")};
            return CommandPtr(
                new ShowCommand(context, arguments[1], parser.values(u"store"_s), parser.value(u"out"_s)));
        }};
}

ShowCommand::ShowCommand(
    const CommandContext &context, const QString &person, QStringList stores, QString folder)
    : PersonCommand(context, person)
    , m_names(std::move(stores))
    , m_folder(std::move(folder))
{
}

void ShowCommand::begin()
{
    const Result<QList<PhotoStore *>> chosen = stores(m_names);
    if (!chosen)
        return finish(chosen.error());
    m_stores = *chosen;
    output().progress(tr("Reading…"));
    for (PhotoStore *store : m_stores) {
        Reading reading = store->read(person().keys);
        connect(reading.get(), &Job::finished, this, &ShowCommand::oneArrived);
        reading->start();
        m_readings.push_back(std::move(reading));
    }
    oneArrived(); // an organisation may have no store
}

void ShowCommand::doCancel()
{
    PersonCommand::doCancel();
    m_readings.clear();
}

void ShowCommand::oneArrived()
{
    if (std::ranges::all_of(m_readings, [](const Reading &reading) { return reading->isFinished(); }))
        report();
}

void ShowCommand::report()
{
    //: A heading: %1 is a person's name, %2 their key.
    output().line(tr("%1 (%2)").arg(person().displayName, person().keys.key));
    QJsonArray shownStores;
    for (size_t at = 0; at < m_readings.size(); ++at)
        shownStores.append(shown(*m_stores[static_cast<qsizetype>(at)], m_readings[at]->result()));
    output().object({{u"person"_s, jsonOf(person())}, {u"stores"_s, shownStores}});
    if (!m_firstError)
        return finish(ExitCode::Ok);
    const bool all = m_failed == static_cast<int>(m_readings.size());
    finish(all ? exitCodeOf(m_firstError->code) : ExitCode::Partial);
}

QJsonObject ShowCommand::shown(const PhotoStore &store, const Result<std::optional<StoredPhoto>> &read)
{
    const QString name = store.id().instance;
    QJsonObject json {{u"store"_s, name}, {u"title"_s, store.traits().title}};
    const auto failed = [&](const Error &error) {
        ++m_failed;
        m_firstError = m_firstError.value_or(error);
        output().line(u"  "_s + name.leftJustified(12) + wordsFor(error, store.traits().title).title);
        json.insert("error"_L1, jsonOf(error, store.traits().title));
        return json;
    };
    if (!read)
        return failed(read.error());
    if (!*read) {
        output().line(u"  "_s + name.leftJustified(12) + wordsFor(std::optional<EncodedPhoto>()));
        json.insert("photo"_L1, QJsonValue());
        return json;
    }
    const StoredPhoto &stored = **read;
    const Result<QString> file = kept(store, stored.photo);
    if (!file)
        return failed(file.error());
    QString line = u"  "_s + name.leftJustified(12) + wordsFor(std::optional(stored.photo));
    QJsonObject photo = jsonOf(stored.photo);
    if (stored.written) {
        //: When a photo was last written: %1 is a date and time.
        line += u"  "_s + tr("written %1").arg(timeText(stored.written->at));
        photo.insert("writtenAt"_L1, stored.written->at.toUTC().toString(Qt::ISODate));
        photo.insert("writtenWhere"_L1, stored.written->where);
    }
    if (!file->isEmpty()) {
        line += u"  → "_s + *file;
        photo.insert("file"_L1, *file);
    }
    output().line(line);
    json.insert("photo"_L1, photo);
    return json;
}

Result<QString> ShowCommand::kept(const PhotoStore &store, const EncodedPhoto &photo) const
{
    if (m_folder.isEmpty())
        return QString();
    const bool isJpeg = photo.bytes.startsWith("\xff\xd8");
    QSaveFile file(QDir(m_folder).filePath(store.id().instance + (isJpeg ? ".jpg"_L1 : ".bin"_L1)));
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly)
        || file.write(photo.bytes) != photo.bytes.size() || !file.commit())
        return Error {Errc::Local, file.fileName() + u": "_s + file.errorString()};
    return file.fileName();
}

} // namespace likeness
