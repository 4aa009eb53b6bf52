// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QJsonObject>
#include <QString>

namespace likeness {

/// A PostgreSQL database in which several desks keep one ledger, as the organisation file has it under
/// "ledger" (docs/organisation-file.md). A value; the password is in the secret store only.
struct LedgerServer
{
    static constexpr int usualPort = 5432;

    QString host; ///< a name, an address, or the folder of a local socket
    int port = usualPort;
    QString database;
    QString user;
    QString caFile {}; ///< who vouches for the server; empty = whom this machine trusts

    /// A socket or this machine itself: whatever else is on the way, it is not a network.
    bool isLocal() const;
    /// What its password is kept under in the secret store.
    QString secretKey() const;
    /// For people: "likeness on ledger.contoso.com".
    QString title() const;

    /// Errors: BadInput, naming the field.
    static Result<LedgerServer> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    friend bool operator==(const LedgerServer &, const LedgerServer &) = default;
};

} // namespace likeness
