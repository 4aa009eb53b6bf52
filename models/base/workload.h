// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <compare>

namespace likeness {

/// Anything that shows photos: a store, a cache or a viewer (PRODUCT words).
enum class Workload {
    ActiveDirectory,
    Ldap, ///< a plain LDAP server (inetOrgPerson)
    Exchange,
    Microsoft365,
    SharePoint,
    Folder,
    WebAddress, ///< pictures behind public addresses, which are only read
};

/// Names one store of an organisation. `instance` is the endpoint's name in the organisation file ("ad",
/// "folder"); it is what `--store NAME` takes and what the ledger keeps.
struct StoreId
{
    Workload workload = Workload::Folder;
    QString instance;

    friend bool operator==(const StoreId &, const StoreId &) = default;
    friend auto operator<=>(const StoreId &a, const StoreId &b)
    {
        if (const auto order = a.workload <=> b.workload; order != 0)
            return order;
        return a.instance.compare(b.instance) <=> 0;
    }
};

} // namespace likeness
