// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/organisation.h"
#include "tests/support/fakes/scriptedstore.h"

namespace likeness::test {

/// Adds a store in memory that is that workload of the organisation's board.
inline ScriptedStore &addBoardStore(
    Organisation &organisation, const QString &instance, SyncNode node, const ExpectedPhoto &photo)
{
    auto store
        = std::make_unique<ScriptedStore>(StoreId {Workload::Exchange, instance}, StoreTraits {instance});
    store->held = photo;
    ScriptedStore &added = *store;
    organisation.stores.push_back(std::move(store));
    organisation.nodes.insert(instance, node);
    organisation.sync.present.insert(node);
    return added;
}

} // namespace likeness::test
