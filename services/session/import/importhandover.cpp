// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importhandover.h"

#include "services/job/workerjob.h"

#include <QDir>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QString folderEntry(const ImportRow &row, const QString &store)
{
    return row.person->keys.key + u", "_s + store;
}

} // namespace

bool isForOthers(const ImportWrite &write)
{
    if (write.state == ImportState::NotAllowed)
        return true;
    const bool failed = write.state == ImportState::Failed && write.error;
    return failed
        && (write.error->code == Errc::Forbidden || write.error->code == Errc::ForbiddenByPolicy
            || write.error->code == Errc::ReadOnly || !write.error->handover.isEmpty());
}

bool hasForOthers(const ImportRow &row)
{
    return row.included && row.person && std::ranges::any_of(row.writes, isForOthers);
}

ImportHandover::ImportHandover(
    Organisation &organisation, QThreadPool &workers, const QList<ImportRow> &rows, const QString &folder)
    : m_organisation(organisation)
    , m_workers(workers)
    , m_folder(QDir::cleanPath(folder))
{
    std::ranges::copy_if(rows, std::back_inserter(m_rows), hasForOthers);
}

void ImportHandover::doStart()
{
    if (m_rows.isEmpty())
        return finish(Error {Errc::BadInput, u"there is nothing that somebody else would have to write"_s});
    QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return finish(Error {Errc::Local, m_folder + u": cannot be made"_s});
    if (!folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System))
        return finish(Error {Errc::BadInput, m_folder + u": is not empty; nothing is overwritten"_s});
    next();
}

void ImportHandover::next()
{
    emit progressed({m_at + 1, m_rows.size()});
    if (isFinished()) // cancelled meanwhile
        return;
    if (++m_at == m_rows.size()) {
        m_scripts.clear();
        const Result<Done> explained = explain();
        return finish(explained ? Result<HandoverReport>(m_report) : explained.error());
    }
    const ImportRow &row = m_rows.at(m_at);
    attempt(runInWorker<QList<ImportPhoto>>(m_workers,
                [file = row.file, recipe = row.recipe, wanted = targets()](
                    std::stop_token stop) { return importPhotos(file, recipe, wanted, stop); }),
        &ImportHandover::take);
}

QList<ImportTarget> ImportHandover::targets() const
{
    QList<ImportTarget> targets;
    for (const ImportWrite &write : m_rows.at(m_at).writes) {
        const PhotoStore *store = m_organisation.store(write.store.instance);
        if (!store || !isForOthers(write))
            continue;
        const StoreTraits &traits = store->traits();
        targets.append(
            {write.store, traits.writes, traits.byteBudget > 0 ? traits.byteBudget : traits.byteLimit});
    }
    return targets;
}

void ImportHandover::take(const Result<QList<ImportPhoto>> &photos)
{
    const ImportRow &row = m_rows.at(m_at);
    if (!photos) {
        m_report.leftOut.append(folderEntry(row, photos.error().detail));
        return next();
    }
    for (const ImportPhoto &photo : *photos) {
        if (const Result<Done> kept = keep(photo); !kept)
            return finish(kept.error());
    }
    next();
}

/// The photo as a file first, so that no script names one that is not there.
Result<Done> ImportHandover::keep(const ImportPhoto &photo)
{
    const ImportRow &row = m_rows.at(m_at);
    const PhotoStore *store = m_organisation.store(photo.store.instance);
    const auto way = m_organisation.handovers.constFind(photo.store.instance);
    const QString title = store->traits().title;
    if (!photo.photo || way == m_organisation.handovers.cend()) {
        m_report.leftOut.append(folderEntry(row, title));
        return Done {};
    }
    const QString name = handoverPhotoName(row.number, row.person->keys.key, store->traits().writes.edge());
    const auto part
        = HandoverScript(*way, photo.store.instance).part(row.person->keys, name, photo.photo->bytes);
    if (!part) {
        m_report.leftOut.append(folderEntry(row, title));
        return Done {};
    }
    if (way->tool != HandoverWay::Tool::Directory) {
        if (const Result<Done> kept = keepFile(name, photo.photo->bytes); !kept)
            return kept;
    }
    ++m_report.photos;
    return append(photo.store, *part);
}

/// Two stores may be given the same photo.
Result<Done> ImportHandover::keepFile(const QString &name, const QByteArray &bytes) const
{
    QFile file(pathOf(name));
    if (file.open(QIODevice::ReadOnly) && file.readAll() == bytes)
        return Done {};
    file.close();
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(bytes) != bytes.size()
        || !file.flush())
        return Error {Errc::Local, file.fileName() + u": "_s + file.errorString()};
    return Done {};
}

Result<Done> ImportHandover::append(const StoreId &store, const QByteArray &part)
{
    std::unique_ptr<QFile> &file = m_scripts[store.instance];
    QByteArray text = part;
    if (!file) {
        const HandoverScript script(m_organisation.handovers.value(store.instance), store.instance);
        file = std::make_unique<QFile>(pathOf(script.fileName()));
        if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return Error {Errc::Local, file->fileName() + u": "_s + file->errorString()};
        m_report.scripts.append(script.fileName());
        text.prepend(script.head());
    }
    if (file->write(text) != text.size() || !file->flush())
        return Error {Errc::Local, file->fileName() + u": "_s + file->errorString()};
    return Done {};
}

Result<Done> ImportHandover::explain() const
{
    QString text
        = u"Photos that the account which prepared this may not write itself.\n"
          "Read a script before you run it. Photos that are there now are overwritten, and Likeness\n"
          "does not know about it: export them first if they may be wanted again.\n"_s;
    for (auto way = m_organisation.handovers.cbegin(); way != m_organisation.handovers.cend(); ++way) {
        const HandoverScript script(way.value(), way.key());
        if (m_report.scripts.contains(script.fileName()))
            text += u"\n* "_s + script.instruction() + u'\n';
    }
    if (!m_report.leftOut.isEmpty())
        text += u"\nThere is no script for:\n  "_s + m_report.leftOut.join(u"\n  "_s) + u'\n';
    return keepFile(u"README.txt"_s, text.toUtf8());
}

} // namespace likeness
