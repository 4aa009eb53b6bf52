// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/job/readyjob.h"
#include "services/ledger/ledger.h"
#include "services/secrets/secretstore.h"
#include "ui/settings/connectiontester.h"

#include <QBuffer>
#include <QHash>
#include <QImage>

namespace likeness {

/// A directory of invented people that answers at once, or fails.
class FakeDirectory final : public Directory
{
public:
    QList<Person> people;
    std::optional<Error> failure;
    QStringList asked;

    JobPtr<PeoplePage> find(const QString &words, int, const QByteArray &) override
    {
        asked << words;
        if (failure)
            return readyJob<PeoplePage>(*failure);
        PeoplePage page;
        for (const Person &person : people) {
            if (person.displayName.startsWith(words, Qt::CaseInsensitive))
                page.people << person;
        }
        return readyJob<PeoplePage>(page);
    }
    JobPtr<Person> person(const QString &) override { return readyJob<Person>(Error {Errc::NotFound}); }
};

inline Person inventedPerson(const QString &name, const QString &department)
{
    Person person;
    person.displayName = name;
    person.keys.key = name.toLower().replace(u' ', u'.');
    person.keys.mail = person.keys.key + QStringLiteral("@example.org");
    person.department = department;
    return person;
}

/// Holds entries and two plain photos.
class FakeLedger final : public Ledger
{
public:
    QList<LedgerEntry> entries;
    QHash<QString, EncodedPhoto> photos;
    std::optional<Error> failure;

    static EncodedPhoto plainPhoto(Qt::GlobalColor colour)
    {
        QImage image(96, 96, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return EncodedPhoto::of(bytes, image.size());
    }

    Result<qint64> begin(const LedgerEntry &, const std::optional<EncodedPhoto> &,
        const std::optional<EncodedPhoto> &) override
    {
        return Error {Errc::Unsupported};
    }
    Result<Done> finish(qint64, LedgerEntry::Outcome, const QString &) override { return Done {}; }
    Result<QList<LedgerEntry>> history(const QString &, const QString &, int) override
    {
        if (failure)
            return *failure;
        return entries;
    }
    Result<LedgerEntry> entry(qint64) override { return Error {Errc::NotFound}; }
    Result<EncodedPhoto> photo(const QString &sha256) override
    {
        if (photos.contains(sha256))
            return photos.value(sha256);
        return Error {Errc::NotFound};
    }
    Result<QList<LedgerEntry>> unfinished() override { return QList<LedgerEntry>(); }
    Result<QList<AuditRow>> audit(const AuditFilter &, qint64 after, int) override
    {
        if (failure)
            return *failure;
        QList<AuditRow> rows;
        for (const LedgerEntry &entry : entries) {
            if (entry.id > after)
                rows.append({entry, {}, {}});
        }
        return rows;
    }
    Result<qint64> auditCount(const AuditFilter &) override { return entries.size(); }

    LedgerEntry &add(const QString &name, const QString &store, LedgerEntry::Outcome outcome)
    {
        const EncodedPhoto before = plainPhoto(Qt::darkCyan);
        const EncodedPhoto after = plainPhoto(Qt::darkYellow);
        photos[before.sha256] = before;
        photos[after.sha256] = after;
        LedgerEntry entry;
        entry.id = entries.size() + 1;
        entry.at = QDateTime(QDate(2026, 3, 3), QTime(14, 20), Qt::UTC).addDays(-entries.size() / 3);
        entry.personKey = name.toLower();
        entry.personName = name;
        entry.storeTitle = store;
        entry.outcome = outcome;
        entry.operatorName = QStringLiteral("kim");
        entry.beforeSha256 = before.sha256;
        entry.afterSha256 = after.sha256;
        entries << entry;
        return entries.last();
    }
};

class FakeSecrets final : public SecretStore
{
public:
    QHash<QString, QByteArray> kept;

    JobPtr<std::optional<QByteArray>> load(const QString &) override
    {
        return readyJob<std::optional<QByteArray>>(std::optional<QByteArray>());
    }
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override
    {
        kept[key] = secret;
        return readyJob<Done>(Done {});
    }
    JobPtr<Done> erase(const QString &) override { return readyJob<Done>(Done {}); }
    bool isLasting() const override { return false; }
};

class FakeTester final : public ConnectionTester
{
public:
    explicit FakeTester(Result<QString> first = QStringLiteral("bound as kim"))
        : answer(std::move(first))
    {
    }

    Result<QString> answer;
    QList<EndpointSettings> asked;

    JobPtr<QString> test(const OrganisationFile &, const EndpointSettings &endpoint) override
    {
        asked << endpoint;
        return readyJob<QString>(answer);
    }
    std::optional<Errc> signInFails {};
    JobPtr<Done> signIn(const OrganisationFile &, const EndpointSettings &endpoint) override
    {
        asked << endpoint;
        return readyJob<Done>(signInFails ? Result<Done>(Error {*signInFails}) : Result<Done>(Done {}));
    }
};

} // namespace likeness
