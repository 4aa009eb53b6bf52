// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/base/workload.h"
#include "models/photo/photosize.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QStringList>
#include <optional>

namespace likeness {

/// One thing that is forbidden, where, and why.
struct PolicyRule
{
    Prohibition forbids = Prohibition::Write;
    QStringList stores {}; ///< by StoreId::instance; with no workloads either it counts everywhere
    QList<Workload> workloads {};
    int pixels = 0; ///< Larger, Smaller: the edge of the last photo that is allowed
    QStringList groups {}; ///< Groups: DNs or names
    QString reason {}; ///< the administrator's own words
    QString where {}; ///< "/etc/likeness/policy.json: rules[0]", for Details

    bool concerns(const StoreId &store) const;
    friend bool operator==(const PolicyRule &, const PolicyRule &) = default;
};

/// What the administrators of a machine or of an organisation forbid (docs/managed-policy.md): a list of
/// prohibitions, so that two policies together are simply all of them. A value; whatever is not understood is
/// an error, because a misspelt prohibition must not allow anything. Who enforces it:
/// services/session/policy.
struct Policy
{
    QList<PolicyRule> rules {};
    /// There is a policy that cannot be read: nothing may be written.
    std::optional<Error> unusable {};

    /// A whole file; `source` is what messages call it. Errors: BadInput, with the line or the key.
    static Result<Policy> parse(const QByteArray &json, const QString &source);
    /// The part of an organisation file; `path` is the key it has there.
    static Result<Policy> fromJson(const QJsonObject &object, const QString &path, const QString &source);

    Policy with(const Policy &other) const;
    bool isEmpty() const { return rules.isEmpty() && !unusable; }
    /// Whether anything at all is said about writes to this store.
    bool concerns(const StoreId &store) const;
    /// Rules about the members of groups, as far as they count for this store.
    QList<PolicyRule> groupRules(const StoreId &store) const;
};

/// A change of one photo, as far as it can be judged without asking anybody.
struct PolicyCase
{
    StoreId store;
    /// Of the photo to be written, empty = not known, which no rule about pixels lets pass; nullopt = it is
    /// removed.
    std::optional<QSize> pixels {};
    bool ownPhoto = false;
};

/// Why the change is forbidden; nullopt = only groupRules() can still forbid it.
std::optional<Error> refusalOf(const Policy &policy, const PolicyCase &change);
/// The person is a member of `group`, which the rule names.
Error memberRefusal(const PolicyRule &rule, const QString &group);
/// Nobody could tell whether the person is a member, for the reason `why`.
Error unknownMemberRefusal(const PolicyRule &rule, const Error &why);
/// Why photos of many people may not be written to this store in one go.
std::optional<Error> bulkRefusalOf(const Policy &policy, const StoreId &store);
/// The largest size up to `wanted` that may be written there; `wanted` itself where not even 48 pixels may,
/// which refusalOf() then says.
PhotoSize largestAllowed(const Policy &policy, const StoreId &store, PhotoSize wanted);

} // namespace likeness
