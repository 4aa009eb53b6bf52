// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/backuprestore.h"

#include "services/session/operatorname.h"

#include <QDir>
#include <QFile>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestManifest = 256 * 1024 * 1024; // bytes; a million rows
constexpr qint64 largestBackedUp = 32 * 1024 * 1024; // bytes; no store takes more

Result<QByteArray> backupFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, path + u": "_s + file.errorString()};
    if (file.size() > most)
        return Error {Errc::BadInput, path + u": too large"_s};
    return file.readAll();
}

} // namespace

BackupRestore::BackupRestore(Organisation &organisation, const WriteMeans &means, BackupWish wish)
    : m_organisation(organisation)
    , m_means(means)
    , m_wish(std::move(wish))
{
}

void BackupRestore::doStart()
{
    const Result<QByteArray> file
        = backupFile(QDir(m_wish.folder).filePath(u"manifest.csv"_s), largestManifest);
    if (!file)
        return finish(file.error());
    const Result<QList<ManifestRow>> rows = readManifest(*file);
    if (!rows)
        return finish(rows.error());
    for (const ManifestRow &row : *rows) {
        const bool whose = m_wish.people.isEmpty() || m_wish.people.contains(row.key);
        const PhotoStore *store = m_organisation.store(row.store);
        const bool usual = m_wish.stores.isEmpty() && !(store && store->traits().readOnly);
        if (whose && (usual || m_wish.stores.contains(row.store)))
            m_rows.append(row);
    }
    m_report.rows = m_rows.size();
    next();
}

void BackupRestore::next()
{
    for (;;) { // what fails at once must not deepen the stack
        emit progressed({m_at + 1, m_rows.size()});
        if (++m_at == m_rows.size() || m_ending)
            return finish(m_report);
        const Result<EncodedPhoto> read = photo();
        if (read) {
            m_photo = *read;
            break;
        }
        note(read.error());
    }
    if (!m_organisation.directory)
        return write(Person {{row().key, {}, {}, {}, {}}, row().displayName, {}, {}, {}, {}});
    attempt(m_organisation.directory->person(row().key), &BackupRestore::takePerson);
}

Result<EncodedPhoto> BackupRestore::photo() const
{
    const PhotoStore *store = m_organisation.store(row().store);
    if (!store)
        return Error {Errc::NotFound, u"the organisation has no store \"%1\""_s.arg(row().store)};
    if (const auto refusal = bulkRefusalOf(m_organisation.policy, store->id()))
        return *refusal;
    const Result<QByteArray> bytes = backupFile(QDir(m_wish.folder).filePath(row().file), largestBackedUp);
    if (!bytes)
        return bytes.error();
    EncodedPhoto photo = EncodedPhoto::of(*bytes, row().pixels);
    if (photo.sha256 != row().sha256)
        return Error {Errc::BadInput, row().file + u" is not the photo that was exported"_s};
    return photo;
}

void BackupRestore::takePerson(const Result<Person> &person)
{
    if (person)
        write(*person);
    else
        fail(person.error());
}

void BackupRestore::write(const Person &person)
{
    PhotoStore *store = m_organisation.store(row().store);
    StoreWrite what;
    what.person = person.keys;
    what.photo = m_photo;
    what.entry.organisation = m_organisation.id;
    what.entry.personKey = person.keys.key;
    what.entry.personName = person.displayName;
    what.entry.store = store->id();
    what.entry.storeTitle = store->traits().title;
    what.entry.action = LedgerEntry::Action::Restore;
    what.entry.operatorName = operatorName();
    attempt(JobPtr<StoreWritten>(new UploadOne(*store, m_means, std::move(what))), &BackupRestore::judge);
}

void BackupRestore::judge(const Result<StoreWritten> &written)
{
    if (!written)
        return fail(written.error());
    if (written->error)
        return fail(*written->error);
    if (written->wrote)
        ++m_report.written;
    else
        ++m_report.unchanged;
    next();
}

void BackupRestore::note(const Error &error)
{
    m_report.failures.append({row().key, row().store, error});
}

void BackupRestore::fail(const Error &error)
{
    note(error);
    next();
}

} // namespace likeness
