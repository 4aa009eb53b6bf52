// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/policy/policy.h"

#include "models/base/jsonfields.h"
#include "models/policy/jsonkeys.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The words of a policy; the index is the enum's value.
constexpr std::array<const char *, 6> prohibitionWords {
    "write", "largerThan", "smallerThan", "others", "groups", "bulkImport"};
constexpr std::array<const char *, 7> workloadWords {
    "activeDirectory", "ldap", "exchange", "microsoft365", "sharePoint", "folder", "webAddress"};

constexpr int mostPolicyPixels = 100'000;
constexpr qsizetype longestReason = 2000; ///< characters; it is shown in full

bool isAboutPixels(Prohibition what)
{
    return what == Prohibition::Larger || what == Prohibition::Smaller;
}

void readScope(JsonFields &fields, PolicyRule &rule)
{
    rule.stores = fields.texts(u"stores"_s);
    for (const int word : fields.words(u"workloads"_s, workloadWords))
        rule.workloads.append(static_cast<Workload>(word));
    // an empty list may mean nowhere or everywhere: whoever wrote it has to say which
    for (const QString &key : {u"stores"_s, u"workloads"_s}) {
        if (fields.has(key) && fields.array(key).isEmpty())
            fields.refuse(key, u"must not be an empty list; leave it out where the rule counts everywhere"_s);
    }
}

void readSubject(JsonFields &fields, PolicyRule &rule)
{
    if (isAboutPixels(rule.forbids)) {
        rule.pixels = static_cast<int>(fields.number(u"pixels"_s, 0, 1, mostPolicyPixels));
        if (!fields.has(u"pixels"_s))
            fields.refuse(u"pixels"_s, u"is missing"_s);
    } else if (fields.has(u"pixels"_s)) {
        fields.refuse(u"pixels"_s, u"goes with \"largerThan\" and \"smallerThan\" only"_s);
    }
    if (rule.forbids == Prohibition::Groups) {
        rule.groups = fields.texts(u"groups"_s);
        if (rule.groups.isEmpty())
            fields.refuse(u"groups"_s, u"must name at least one group"_s);
    } else if (fields.has(u"groups"_s)) {
        fields.refuse(u"groups"_s, u"goes with \"groups\" only"_s);
    }
}

Result<PolicyRule> ruleOf(const QJsonValue &value, const QString &path, const QString &source)
{
    if (!value.isObject())
        return Error {Errc::BadInput, path + u": must be an object in braces"_s};
    JsonFields fields(value.toObject(), path);
    fields.refuseOthers({"forbid"_L1, "stores"_L1, "workloads"_L1, "pixels"_L1, "groups"_L1, "reason"_L1});
    PolicyRule rule;
    rule.where = source + u": "_s + path;
    rule.forbids = static_cast<Prohibition>(fields.neededWord(u"forbid"_s, prohibitionWords));
    rule.reason = fields.text(u"reason"_s).simplified();
    if (rule.reason.size() > longestReason)
        fields.refuse(u"reason"_s, u"is longer than %1 characters"_s.arg(longestReason));
    readScope(fields, rule);
    readSubject(fields, rule);
    if (fields.error())
        return *fields.error();
    return rule;
}

Error refusalBy(const PolicyRule &rule, const QString &subject, const QString &detail)
{
    Error error {Errc::ForbiddenByPolicy, rule.where + u": "_s + detail};
    error.policy = PolicyReason {rule.forbids, subject, rule.reason};
    return error;
}

int longEdge(QSize pixels)
{
    return std::max(pixels.width(), pixels.height());
}

int shortEdge(QSize pixels)
{
    return std::min(pixels.width(), pixels.height());
}

QString pixelText(QSize pixels)
{
    return pixels.isEmpty() ? u"an unknown size"_s
                            : u"%1 × %2 pixels"_s.arg(pixels.width()).arg(pixels.height());
}

std::optional<Error> refusalBy(const PolicyRule &rule, const PolicyCase &change)
{
    const QString limit = QString::number(rule.pixels);
    switch (rule.forbids) {
    case Prohibition::Write:
        return refusalBy(rule, {}, u"nothing may be written to %1"_s.arg(change.store.instance));
    case Prohibition::Larger:
        if (change.pixels && (change.pixels->isEmpty() || longEdge(*change.pixels) > rule.pixels))
            return refusalBy(rule, limit, u"%1 is more than %2"_s.arg(pixelText(*change.pixels), limit));
        return std::nullopt;
    case Prohibition::Smaller:
        if (change.pixels && (change.pixels->isEmpty() || shortEdge(*change.pixels) < rule.pixels))
            return refusalBy(rule, limit, u"%1 is less than %2"_s.arg(pixelText(*change.pixels), limit));
        return std::nullopt;
    case Prohibition::Others:
        if (!change.ownPhoto)
            return refusalBy(rule, {}, u"only one's own photo may be changed"_s);
        return std::nullopt;
    case Prohibition::Groups: // has to be asked of a directory
    case Prohibition::BulkImport: // says nothing of a single photo
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

bool PolicyRule::concerns(const StoreId &store) const
{
    if (stores.isEmpty() && workloads.isEmpty())
        return true;
    return stores.contains(store.instance) || workloads.contains(store.workload);
}

Result<Policy> Policy::parse(const QByteArray &json, const QString &source)
{
    QJsonParseError wrong {};
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        const qsizetype line = json.left(wrong.offset).count('\n') + 1;
        return Error {Errc::BadInput, u"line %1: %2"_s.arg(line).arg(wrong.errorString())};
    }
    if (!document.isObject())
        return Error {Errc::BadInput, u"line 1: must be an object in braces"_s};
    if (namesKeyTwice(json, document))
        return Error {
            Errc::BadInput, u"a key stands twice in the same braces; only one of them would count"_s};
    return fromJson(document.object(), {}, source);
}

Result<Policy> Policy::fromJson(const QJsonObject &object, const QString &path, const QString &source)
{
    JsonFields fields(object, path);
    fields.refuseOthers({"rules"_L1});
    const QJsonArray rules = fields.array(u"rules"_s);
    if (!fields.has(u"rules"_s))
        fields.refuse(u"rules"_s, u"is missing"_s);
    if (fields.error())
        return *fields.error();
    const QString list = path.isEmpty() ? u"rules"_s : QString(path + u".rules"_s);
    Policy policy;
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const auto rule = ruleOf(rules.at(i), list + u"[%1]"_s.arg(i), source);
        if (!rule)
            return rule.error();
        policy.rules.append(*rule);
    }
    return policy;
}

Policy Policy::with(const Policy &other) const
{
    Policy both = *this;
    both.rules += other.rules;
    if (!both.unusable)
        both.unusable = other.unusable;
    return both;
}

bool Policy::concerns(const StoreId &store) const
{
    return unusable || std::ranges::any_of(rules, [&store](const PolicyRule &rule) {
        return rule.forbids != Prohibition::BulkImport && rule.concerns(store);
    });
}

QList<PolicyRule> Policy::groupRules(const StoreId &store) const
{
    QList<PolicyRule> found;
    std::ranges::copy_if(rules, std::back_inserter(found), [&store](const PolicyRule &rule) {
        return rule.forbids == Prohibition::Groups && rule.concerns(store);
    });
    return found;
}

std::optional<Error> refusalOf(const Policy &policy, const PolicyCase &change)
{
    if (policy.unusable)
        return policy.unusable;
    for (const PolicyRule &rule : policy.rules) {
        if (!rule.concerns(change.store))
            continue;
        if (const auto refusal = refusalBy(rule, change))
            return refusal;
    }
    return std::nullopt;
}

Error memberRefusal(const PolicyRule &rule, const QString &group)
{
    return refusalBy(rule, group, u"a member of "_s + group);
}

Error unknownMemberRefusal(const PolicyRule &rule, const Error &why)
{
    const QString groups = rule.groups.join(u", "_s);
    Error error = refusalBy(
        rule, groups, u"whether this is a member of %1 is not known: %2"_s.arg(groups, why.detail));
    error.serverTrace = why.serverTrace;
    error.policy->unknown = true;
    return error;
}

std::optional<Error> bulkRefusalOf(const Policy &policy, const StoreId &store)
{
    if (policy.unusable)
        return policy.unusable;
    for (const PolicyRule &rule : policy.rules) {
        if (rule.forbids == Prohibition::BulkImport && rule.concerns(store))
            return refusalBy(rule, {}, u"not for many people in one go"_s);
    }
    return std::nullopt;
}

PhotoSize largestAllowed(const Policy &policy, const StoreId &store, PhotoSize wanted)
{
    int most = wanted.edge();
    for (const PolicyRule &rule : policy.rules) {
        if (rule.forbids == Prohibition::Larger && rule.concerns(store))
            most = std::min(most, rule.pixels);
    }
    std::optional<PhotoSize> best;
    for (const int edge : PhotoSize::ladder) {
        if (edge <= most && (!best || edge > best->edge()))
            best = PhotoSize::of(edge);
    }
    return best.value_or(wanted);
}

} // namespace likeness
