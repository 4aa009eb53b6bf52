// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "tests/support/postgreslab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const QString organisation = u"bench"_s;
constexpr int benchNodes = 10;
constexpr int settledAtOnce = 500;

Person benchPerson(int number)
{
    static const QStringList given {u"Ada"_s, u"Åsa"_s, u"Bohdan"_s, u"Chiara"_s, u"Dara"_s, u"Elif"_s,
        u"Farid"_s, u"Grace"_s, u"Hana"_s, u"Ivo"_s, u"João"_s};
    static const QStringList family {u"Reyes"_s, u"Ångström"_s, u"Kovalenko"_s, u"Conti"_s, u"Ní Bhriain"_s,
        u"Şahin"_s, u"Haddad"_s, u"Okafor"_s, u"Novák"_s, u"Petrović"_s, u"Almeida"_s, u"Żak"_s, u"Lin"_s};
    Person person;
    person.givenName = given.at(number * 7 % given.size());
    person.surname = family.at(number * 5 % family.size());
    person.displayName = u"%1 %2 %3"_s.arg(person.givenName, person.surname).arg(number);
    person.keys
        = {u"p%1"_s.arg(number), u"CN=p%1,OU=Staff,DC=bench"_s.arg(number), u"p%1@bench"_s.arg(number),
            u"p%1@bench.example"_s.arg(number), u"%1"_s.arg(number, 32, 16, QLatin1Char('0'))};
    person.department = u"Department %1"_s.arg(number % 40);
    return person;
}

Standing benchStanding(const Person &person, int number)
{
    Standing standing;
    standing.person = person;
    standing.looked = QDateTime::currentDateTimeUtc();
    standing.edge = number % 9 == 0 ? 0 : 648;
    standing.changed = standing.looked.addDays(-number % 400);
    for (int i = 0; i < benchNodes; ++i) {
        const int draw = (number * 31 + i * 17) % 97;
        const SyncState state = draw < syncStateCount ? static_cast<SyncState>(draw) : SyncState::InStep;
        standing.nodes.append(
            {static_cast<SyncNode>(i), state, Cause::SamePicture, false, 648, standing.looked, {}});
        standing.overall = std::max(standing.overall, state);
    }
    return standing;
}

/// As a scan does it; returns people a second.
double fill(SqlLedger &ledger, int people)
{
    ScanQueue &queue = ledger.scanQueue();
    const qint64 scan = queue.join(organisation, {})->id;
    QElapsedTimer timer;
    timer.start();
    for (int from = 0; from < people; from += settledAtOnce) {
        QList<Person> page;
        for (int i = from; i < std::min(people, from + settledAtOnce); ++i)
            page.append(benchPerson(i));
        (void)queue.add(scan, page);
        QList<ScanResult> results;
        const auto tasks = queue.claim(scan, settledAtOnce);
        for (const ScanTask &task : *tasks) {
            const int number = task.person.keys.key.mid(1).toInt();
            results.append({task.id, task.person.keys.key, {}, benchStanding(task.person, number)});
        }
        if (!queue.settle(scan, results))
            return 0;
    }
    return 1000.0 * people / static_cast<double>(timer.elapsed());
}

/// A million sightings beside: one of each workload of each person.
bool addSightings(const QString &driver, const LedgerServer &server, const QString &path)
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(driver, u"beside"_s);
        database.setHostName(server.host);
        database.setPort(server.port);
        database.setUserName(server.user);
        database.setDatabaseName(path.isEmpty() ? server.database : path);
        done = database.open()
            && QSqlQuery(database).exec(u"INSERT INTO sightings (organisation, person_key, node, at, "
                                        u"last_seen, changed_at, tag, signs, "
                                        "evidence) SELECT s.organisation, s.person_key, n.node, s.looked_at, "
                                        "s.looked_at, NULL, '', '[]', "
                                        "'[]' FROM standing_nodes n JOIN standings s ON s.id = n.standing"_s)
            && QSqlQuery(database).exec(u"ANALYZE standings"_s)
            && QSqlQuery(database).exec(u"ANALYZE standing_nodes"_s);
        if (!path.isEmpty())
            return done;
        for (const QString &table : {u"standings"_s, u"standing_nodes"_s}) // as autovacuum does after a while
            done = done && QSqlQuery(database).exec(u"VACUUM "_s + table);
    }
    return done;
}

/// Median and worst of some, in milliseconds, as a line of JSON.
void tell(const char *name, const std::function<bool()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!work()) {
            std::printf("{\"row\": \"%s\", \"failed\": true}\n", name);
            return;
        }
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf(
        "{\"row\": \"%s\", \"ms\": %.2f, \"worst\": %.2f}\n", name, times[times.size() / 2], times.back());
}

void measure(Standings &standings, int people)
{
    const auto page = [&](const StandingsFilter &filter, StandingsOrder order, int from) {
        return [&standings, filter, order, from] {
            const auto rows = standings.page(organisation, {filter, order, from, 100});
            return rows && !rows->isEmpty();
        };
    };
    const StandingsFilter all;
    StandingsFilter stale;
    stale.states = {SyncState::Stale};
    StandingsFilter exchange = stale;
    exchange.node = SyncNode::Exchange;
    StandingsFilter words;
    words.words = u"as ang"_s;
    StandingsFilter without;
    without.withoutPhoto = true;
    tell("first page by name", page(all, StandingsOrder::Name, 0));
    tell("last page by name", page(all, StandingsOrder::Name, people - 100));
    tell("first page by importance", page(all, StandingsOrder::Importance, 0));
    tell("first page by change", page(all, StandingsOrder::Changed, 0));
    tell("page of a state", page(stale, StandingsOrder::Name, 0));
    tell("page of a state of a workload", page(exchange, StandingsOrder::Name, 0));
    tell("page of words", page(words, StandingsOrder::Name, 0));
    tell("page without photo", page(without, StandingsOrder::Name, 0));
    tell("counts of everybody", [&] { return standings.counts(organisation).hasValue(); });
    exchange.states.clear();
    tell("counts of a workload", [&] { return standings.counts(organisation, exchange).hasValue(); });
    tell("counts of words", [&] { return standings.counts(organisation, words).hasValue(); });
}

int run(const QString &kind, int people)
{
    QTemporaryDir folder;
    PostgresLab lab;
    LedgerServer server;
    const bool isFile = kind == "sqlite"_L1;
    if (!isFile) {
        if (const int refused = lab.start(); refused != 0)
            return refused;
        server = lab.newDatabase();
    }
    const QString path = isFile ? folder.filePath(u"ledger.sqlite"_s) : QString();
    const auto opening = isFile ? SqlLedger::open(path) : SqlLedger::open(server, {});
    if (!opening)
        return 1;
    std::printf("{\"row\": \"people kept\", \"perSecond\": %.0f}\n", fill(*opening->ledger, people));
    if (!addSightings(isFile ? u"QSQLITE"_s : u"QPSQL"_s, server, path))
        return 1;
    measure(opening->ledger->standings(), people);
    return 0;
}

} // namespace

/// bench_ledger sqlite|postgresql PEOPLE: a ledger of so many people and ten workloads, and how long the
/// Overview waits for it.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    return run(arguments.at(1), arguments.at(2).toInt());
}
