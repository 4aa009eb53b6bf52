// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy/policy.h"
#include "services/ledger/ledgerserver.h"
#include "services/settings/endpointsettings.h"
#include "services/settings/proxysetting.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <optional>

namespace likeness {

/// An organisation as it is written down (JSON; docs/organisation-file.md,
/// resources/organisation.schema.json): what the window's settings edit, `likeness-cli --organisation FILE`
/// reads and the composition root builds from. A value. Keys it does not know survive a round trip. Errors
/// are Errc::BadInput; their detail begins with the line or path.
struct OrganisationFile
{
    QString id; ///< what the ledger knows the organisation by; the title when the file names none
    QString title;
    QString me; ///< key of the person who sits here, empty = unknown
    bool sandbox = false;
    std::optional<QDateTime> sandboxBegun {}; ///< UTC; since when a sandbox runs that other programs may use
    ProxySetting proxy {}; ///< on the way to web servers; directories are asked directly
    QList<EndpointSettings> endpoints;
    std::optional<LedgerServer> ledger {}; ///< shared with other desks; nullopt = a file of this account

    Policy policy {}; ///< what is forbidden here, beside what the machine's own policy says

    QString folder {}; ///< where the file lies, which relative paths start from
    QJsonObject source {};

    static Result<OrganisationFile> parse(const QByteArray &json, const QString &folder = {});
    static Result<OrganisationFile> load(const QString &path);

    QByteArray toJson() const;
    /// Replaces the file as a whole or not at all.
    Result<Done> save(const QString &path) const;

    /// A path of this file made absolute; empty stays empty.
    QString resolved(const QString &path) const;
};

} // namespace likeness
