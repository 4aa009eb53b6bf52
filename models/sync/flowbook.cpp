// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/flowbook.h"
#include "models/base/jsonfields.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

// each in the order of its enum
constexpr std::array confidenceWords {"microsoft", "microsoft-blog", "field", "inferred", "unverified"};
constexpr std::array kindWords {"push", "push-once", "pull", "read", "read-cached", "read-fallback",
    "replicate", "delete", "composed", "migration", "redirect", "none"};
constexpr std::array triggerWords {"photo-saved", "photo-removed", "sync-cycle", "periodic", "own-visit",
    "profile-sync", "view", "presence", "daily-purge", "hash-check", "replication", "mailbox-move", "editing",
    "nothing"};
constexpr std::array conditionWords {"photo-import-enabled", "source-not-cloud", "profile-import",
    "profile-export", "directory-sync", "cloud-mailbox", "no-cloud-mailbox", "internal-viewer",
    "public-photos", "contact-photos-shown", "not-removed-on-purpose", "no-mailbox-photo", "exchange-mailbox",
    "people-may-change"};
constexpr std::array rightsWords {
    "anyone", "person", "helpdesk", "exchange", "sharepoint", "directory", "tenant", "skype"};
constexpr std::array actionWords {"", "upload", "rewrite-directory", "clear-tombstone", "restore"};

constexpr int longestMinutes = 366 * 24 * 60;

/// Reads records of one kind and remembers the first error.
class BookReader
{
public:
    explicit BookReader(const QJsonObject &root)
        : m_root(root)
    {
    }

    Result<FlowBook> read()
    {
        FlowBook book;
        JsonFields head(m_root, {});
        head.refuseOthers({"version"_L1, "flows"_L1, "failures"_L1, "cures"_L1, "disputes"_L1});
        head.number(u"version"_s, 0, 1, 1);
        keep(head);
        each("cures"_L1, [&](JsonFields &fields) { book.cures.append(cureIn(fields)); });
        each("failures"_L1, [&](JsonFields &fields) { book.failures.append(failureIn(fields)); });
        each("flows"_L1, [&](JsonFields &fields) { book.flows.append(flowIn(fields)); });
        each("disputes"_L1, [&](JsonFields &fields) { book.disputes.append(disputeIn(fields)); });
        checkNames(book);
        if (m_error)
            return *m_error;
        return book;
    }

private:
    template <std::invocable<JsonFields &> Take>
    void each(QLatin1String name, Take take)
    {
        const QJsonArray rows = m_root.value(name).toArray();
        if (rows.isEmpty())
            keep(Error {Errc::BadInput, name + ": must be a list of records"_L1});
        for (qsizetype at = 0; at < rows.size(); ++at) {
            JsonFields fields(rows[at].toObject(), u"%1[%2]"_s.arg(name).arg(at));
            take(fields);
            keep(fields);
        }
    }
    void keep(const JsonFields &fields)
    {
        if (fields.error())
            keep(*fields.error());
    }
    void keep(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }

    static QList<SyncNode> nodesIn(JsonFields &fields, const QString &key)
    {
        QList<SyncNode> nodes;
        for (const QString &id : fields.texts(key)) {
            if (const auto node = syncNodeOf(id))
                nodes.append(*node);
            else
                fields.refuse(key, u"names no workload: "_s + id);
        }
        return nodes;
    }
    static QDate dayIn(JsonFields &fields, const QString &key)
    {
        if (!fields.has(key))
            return {};
        const QDate day = QDate::fromString(fields.neededText(key), Qt::ISODate);
        if (!day.isValid())
            fields.refuse(key, u"must be a day, as 2023-03-20"_s);
        return day;
    }
    static Delay delayIn(JsonFields &fields, const QJsonArray &minutes)
    {
        const auto isWhole = [](const QJsonValue &value) {
            return value.isDouble() && value.toInt(-1) >= 0 && value.toInt() <= longestMinutes;
        };
        const bool open = minutes.size() == 2 && minutes[1].isNull();
        if (minutes.size() != 2 || !isWhole(minutes[0]) || (!open && !isWhole(minutes[1]))) {
            fields.refuse(u"minutes"_s, u"must be two numbers, the second may be null"_s);
            return {};
        }
        Delay delay {std::chrono::minutes(minutes[0].toInt())};
        if (!open)
            delay.most = std::chrono::minutes(minutes[1].toInt());
        return delay;
    }
    static Confidence confidenceIn(JsonFields &fields)
    {
        return static_cast<Confidence>(fields.neededWord(u"confidence"_s, confidenceWords));
    }
    static QStringList neededTexts(JsonFields &fields, const QString &key)
    {
        const QStringList texts = fields.texts(key);
        if (texts.isEmpty())
            fields.refuse(key, u"must not be empty"_s);
        return texts;
    }

    Flow flowIn(JsonFields &fields)
    {
        fields.refuseOthers({"id"_L1, "from"_L1, "to"_L1, "via"_L1, "kind"_L1, "trigger"_L1, "minutes"_L1,
            "edges"_L1, "conditions"_L1, "failures"_L1, "cures"_L1, "sources"_L1, "confidence"_L1, "since"_L1,
            "until"_L1});
        Flow flow;
        flow.id = fields.neededText(u"id"_s);
        flow.from = nodesIn(fields, u"from"_s);
        flow.to = nodesIn(fields, u"to"_s);
        flow.via = nodesIn(fields, u"via"_s);
        if (flow.from.isEmpty() || flow.to.isEmpty())
            fields.refuse(u"from"_s, u"a flow leads from somewhere to somewhere"_s);
        flow.kind = static_cast<FlowKind>(fields.neededWord(u"kind"_s, kindWords));
        flow.trigger = static_cast<Trigger>(fields.neededWord(u"trigger"_s, triggerWords));
        flow.delay = delayIn(fields, fields.array(u"minutes"_s));
        flow.edges = fields.numbers(u"edges"_s, 1, 648);
        for (const int word : fields.words(u"conditions"_s, conditionWords))
            flow.conditions.append(static_cast<Condition>(word));
        flow.failures = fields.texts(u"failures"_s);
        flow.cures = fields.texts(u"cures"_s);
        flow.sources = neededTexts(fields, u"sources"_s);
        flow.confidence = confidenceIn(fields);
        flow.since = dayIn(fields, u"since"_s);
        flow.until = dayIn(fields, u"until"_s);
        return flow;
    }
    Failure failureIn(JsonFields &fields)
    {
        fields.refuseOthers({"id"_L1, "cures"_L1, "sources"_L1, "confidence"_L1});
        return {fields.neededText(u"id"_s), neededTexts(fields, u"cures"_s),
            neededTexts(fields, u"sources"_s), confidenceIn(fields)};
    }
    Cure cureIn(JsonFields &fields)
    {
        fields.refuseOthers({"id"_L1, "rights"_L1, "command"_L1, "action"_L1});
        Cure cure {fields.neededText(u"id"_s)};
        cure.rights = static_cast<CureRights>(fields.neededWord(u"rights"_s, rightsWords));
        cure.command = fields.text(u"command"_s);
        cure.action = static_cast<CureAction>(fields.word(u"action"_s, actionWords, 0));
        return cure;
    }
    Dispute disputeIn(JsonFields &fields)
    {
        fields.refuseOthers({"id"_L1, "about"_L1, "readings"_L1});
        return {
            fields.neededText(u"id"_s), neededTexts(fields, u"about"_s), neededTexts(fields, u"readings"_s)};
    }

    /// Every id once, and no reference to an id that is not there.
    void checkNames(const FlowBook &book)
    {
        QSet<QString> ids;
        const auto add = [&](const QString &id) {
            if (ids.contains(id))
                keep(Error {Errc::BadInput, id + u": is there twice"_s});
            ids.insert(id);
        };
        const auto check = [&](const QString &owner, const QStringList &named) {
            for (const QString &id : named) {
                if (!ids.contains(id))
                    keep(Error {Errc::BadInput, owner + u": names "_s + id + u", which is not there"_s});
            }
        };
        for (const Cure &cure : book.cures)
            add(cure.id);
        for (const Failure &failure : book.failures) {
            add(failure.id);
            check(failure.id, failure.cures);
        }
        for (const Flow &flow : book.flows) {
            add(flow.id);
            check(flow.id, flow.failures + flow.cures);
        }
        for (const Dispute &dispute : book.disputes) {
            add(dispute.id);
            check(dispute.id, dispute.about);
        }
    }

    QJsonObject m_root;
    std::optional<Error> m_error;
};

template <class Record>
const Record *recordWithId(const QList<Record> &records, const QString &id)
{
    const auto found = std::ranges::find(records, id, &Record::id);
    return found == records.end() ? nullptr : &*found;
}

} // namespace

QLatin1String nameOf(Trigger trigger)
{
    return QLatin1String(triggerWords[static_cast<size_t>(trigger)]);
}

Result<FlowBook> FlowBook::parse(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error {Errc::BadInput, u"not a JSON object: "_s + problem.errorString()};
    return BookReader(document.object()).read();
}

const Flow *FlowBook::flow(const QString &id) const
{
    return recordWithId(flows, id);
}

const Failure *FlowBook::failure(const QString &id) const
{
    return recordWithId(failures, id);
}

const Cure *FlowBook::cure(const QString &id) const
{
    return recordWithId(cures, id);
}

bool Flow::carries() const
{
    switch (kind) {
    case FlowKind::Push:
    case FlowKind::PushOnce:
    case FlowKind::Pull:
    case FlowKind::Read:
    case FlowKind::ReadCached:
    case FlowKind::ReadFallback:
    case FlowKind::Replicate:
        return true;
    case FlowKind::Delete:
    case FlowKind::Composed:
    case FlowKind::Migration:
    case FlowKind::Redirect:
    case FlowKind::None:
        return false;
    }
    return false;
}

bool Flow::holdsOn(const QDate &day) const
{
    return (!since.isValid() || day >= since) && (!until.isValid() || day < until);
}

} // namespace likeness
