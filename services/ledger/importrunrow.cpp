// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/importrunrow.h"

#include "models/base/errorname.h"
#include "models/photo/recipetext.h"
#include "services/ledger/ledgerrow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QTimeZone>
#include <algorithm>

namespace likeness::importrunrow {

using namespace Qt::StringLiterals;

namespace {

/// An empty QString may be null, and the columns take no NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QJsonObject personJson(const Person &person)
{
    const PersonKeys &keys = person.keys;
    return {{u"key"_s, keys.key}, {u"dn"_s, keys.dn}, {u"upn"_s, keys.upn}, {u"mail"_s, keys.mail},
        {u"objectGuid"_s, keys.objectGuid}, {u"name"_s, person.displayName}};
}

Person personOf(const QJsonObject &json)
{
    Person person;
    person.keys = {json["key"_L1].toString(), json["dn"_L1].toString(), json["upn"_L1].toString(),
        json["mail"_L1].toString(), json["objectGuid"_L1].toString()};
    person.displayName = json["name"_L1].toString();
    return person;
}

QJsonObject policyJson(const PolicyReason &reason)
{
    return {{u"what"_s, int(reason.what)}, {u"subject"_s, reason.subject}, {u"reason"_s, reason.reason},
        {u"unknown"_s, reason.unknown}};
}

PolicyReason policyReasonOf(const QJsonObject &json)
{
    const int last = int(Prohibition::BulkImport);
    return {static_cast<Prohibition>(std::clamp(json["what"_L1].toInt(), 0, last)),
        json["subject"_L1].toString(), json["reason"_L1].toString(), json["unknown"_L1].toBool()};
}

/// What is only shown and never searched.
QString factsOf(const ImportRow &row)
{
    QJsonObject facts;
    if (row.person)
        facts.insert("person"_L1, personJson(*row.person));
    QJsonArray candidates;
    for (const Person &candidate : row.candidates)
        candidates.append(personJson(candidate));
    facts.insert("candidates"_L1, candidates);
    facts.insert("wanted"_L1, row.wanted);
    facts.insert("hints"_L1, int(row.hints));
    facts.insert("sameAs"_L1, row.sameAs);
    facts.insert("pixels"_L1, QJsonArray {row.pixels.width(), row.pixels.height()});
    if (row.error) {
        facts.insert("error"_L1, QString(errorName(row.error->code)));
        facts.insert("detail"_L1, row.error->detail);
        if (row.error->policy)
            facts.insert("policy"_L1, policyJson(*row.error->policy));
    }
    return QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact));
}

void readFacts(const QString &text, ImportRow &row)
{
    const QJsonObject facts = QJsonDocument::fromJson(text.toUtf8()).object();
    if (facts.contains("person"_L1))
        row.person = personOf(facts["person"_L1].toObject());
    const QJsonArray candidates = facts["candidates"_L1].toArray();
    for (const auto &candidate : candidates)
        row.candidates.append(personOf(candidate.toObject()));
    row.wanted = facts["wanted"_L1].toString();
    row.hints = ImportHints(QFlag(facts["hints"_L1].toInt()));
    row.sameAs = facts["sameAs"_L1].toInt();
    const QJsonArray pixels = facts["pixels"_L1].toArray();
    row.pixels = {pixels[0].toInt(-1), pixels[1].toInt(-1)};
    if (const auto code = errorNamed(facts["error"_L1].toString()))
        row.error = Error {*code, facts["detail"_L1].toString()};
    if (row.error && facts.contains("policy"_L1))
        row.error->policy = policyReasonOf(facts["policy"_L1].toObject());
}

Error unknownWord(const QString &where)
{
    return {Errc::Local, u"The ledger: %1 holds a word this version does not know"_s.arg(where)};
}

} // namespace

QString stateName(ImportRunHead::State state)
{
    switch (state) {
    case ImportRunHead::State::Open:
        return u"open"_s;
    case ImportRunHead::State::Finished:
        return u"finished"_s;
    case ImportRunHead::State::Cancelled:
        return u"cancelled"_s;
    case ImportRunHead::State::Undone:
        return u"undone"_s;
    }
    Q_UNREACHABLE();
}

QVariantList values(const ImportRunHead &run)
{
    const QDateTime at = run.at.isValid() ? run.at : QDateTime::currentDateTimeUtc();
    return {at.toMSecsSinceEpoch(), notNull(run.organisation), notNull(run.operatorName), notNull(run.source),
        notNull(run.pattern),
        QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(run.stores)).toJson(QJsonDocument::Compact)),
        run.onlyIfNone ? 1 : 0, stateName(run.state)};
}

Result<ImportRunHead> readHead(const QSqlQuery &query)
{
    using State = ImportRunHead::State;
    const auto text = [&query](QLatin1StringView column) { return query.value(QString(column)).toString(); };
    ImportRunHead run;
    run.id = query.value(u"id"_s).toLongLong();
    run.at = QDateTime::fromMSecsSinceEpoch(query.value(u"at"_s).toLongLong(), QTimeZone::utc());
    run.organisation = text("organisation"_L1);
    run.operatorName = text("operator"_L1);
    run.source = text("source"_L1);
    run.pattern = text("pattern"_L1);
    const QJsonArray stores = QJsonDocument::fromJson(text("stores"_L1).toUtf8()).array();
    for (const auto &store : stores)
        run.stores.append(store.toString());
    run.onlyIfNone = query.value(u"only_if_none"_s).toInt() != 0;
    for (const State state : {State::Open, State::Finished, State::Cancelled, State::Undone}) {
        if (stateName(state) == text("state"_L1)) {
            run.state = state;
            return run;
        }
    }
    return unknownWord(u"import %1"_s.arg(run.id));
}

QVariantList values(const ImportRow &row)
{
    return {row.number, notNull(row.file), row.person ? notNull(row.person->keys.key) : u""_s,
        QString(nameOf(row.verdict)), row.included ? 1 : 0, recipeText(row.recipe), factsOf(row)};
}

Result<ImportRow> readRow(const QSqlQuery &query)
{
    ImportRow row;
    row.number = query.value(u"number"_s).toInt();
    row.file = query.value(u"file"_s).toString();
    row.included = query.value(u"included"_s).toInt() != 0;
    readFacts(query.value(u"facts"_s).toString(), row);
    const auto verdict = importVerdictNamed(query.value(u"verdict"_s).toString());
    const auto recipe = recipeFromText(query.value(u"recipe"_s).toString(), row.pixels);
    if (!verdict || !recipe)
        return unknownWord(u"row %1 of an import"_s.arg(row.number));
    row.verdict = *verdict;
    row.recipe = *recipe;
    return row;
}

QVariantList values(const ImportWrite &write)
{
    const Error error = write.error.value_or(Error {});
    return {ledgerrow::workloadName(write.store.workload), notNull(write.store.instance),
        QString(nameOf(write.state)), write.looked ? 1 : 0, notNull(write.foundSha256), write.entry,
        notNull(write.nowSha256), write.error ? QString(errorName(error.code)) : u""_s, notNull(error.detail),
        notNull(error.serverTrace),
        error.policy
            ? QString::fromUtf8(QJsonDocument(policyJson(*error.policy)).toJson(QJsonDocument::Compact))
            : u""_s};
}

Result<ImportWrite> readWrite(const QSqlQuery &query)
{
    const auto text = [&query](QLatin1StringView column) { return query.value(QString(column)).toString(); };
    const auto workload = ledgerrow::workloadNamed(text("workload"_L1));
    const auto state = importStateNamed(text("state"_L1));
    if (!workload || !state)
        return unknownWord(u"a store of an import"_s);
    ImportWrite write;
    write.store = {*workload, text("instance"_L1)};
    write.state = *state;
    write.looked = query.value(u"looked"_s).toInt() != 0;
    write.foundSha256 = text("found_sha256"_L1);
    write.entry = query.value(u"entry"_s).toLongLong();
    write.nowSha256 = text("now_sha256"_L1);
    if (const auto code = errorNamed(text("error_code"_L1)))
        write.error = Error {*code, text("error_detail"_L1), text("error_trace"_L1)};
    const QString policy = text("error_policy"_L1);
    if (write.error && !policy.isEmpty())
        write.error->policy = policyReasonOf(QJsonDocument::fromJson(policy.toUtf8()).object());
    return write;
}

} // namespace likeness::importrunrow
