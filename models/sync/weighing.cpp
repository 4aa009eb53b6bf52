// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/weighing.h"

#include <algorithm>

namespace likeness {

namespace {

const Sighting *sightingOf(const QList<Sighting> &sightings, SyncNode node)
{
    const auto found = std::ranges::find(sightings, node, &Sighting::node);
    return found == sightings.end() ? nullptr : &*found;
}

bool showsSame(const SyncCase &seen, const ServedPhoto &a, const ServedPhoto &b)
{
    return seen.compare(a, b).likeness == Likeness::Same;
}

/// Whether photos begin there, rather than being copied to it.
bool isOrigin(SyncNode node, const SyncSettings &settings)
{
    if (node == SyncNode::SharePoint2010 || (node == SyncNode::SharePoint && !settings.sharePointPulls))
        return true;
    return columnOf(node) == SyncColumn::Stores;
}

/// The newest: what is known to have changed last; without any date the first in the order of the board.
const Sighting *newestOf(const QList<Sighting> &sightings, const SyncSettings &settings)
{
    const Sighting *newest = nullptr;
    for (const SyncNode node : allSyncNodes()) {
        const Sighting *each = sightingOf(sightings, node);
        if (!each || !each->hasPhoto() || !isOrigin(node, settings))
            continue;
        if (!newest || (each->changed && (!newest->changed || *each->changed > *newest->changed)))
            newest = each;
    }
    return newest;
}

/// The same picture where it is largest, and since when it is anywhere.
Reference referenceLike(const ServedPhoto &picture, const SyncCase &seen, SyncNode otherwise)
{
    Reference best {otherwise, picture};
    for (const Sighting &each : seen.sightings) {
        if (!each.hasPhoto() || isDerived(each.node) || !showsSame(seen, *each.largest(), picture))
            continue;
        if (each.changed && (!best.since || *each.changed < *best.since))
            best.since = each.changed;
        // a cache may have enlarged what it was given
        if (columnOf(each.node) == SyncColumn::Caches && columnOf(otherwise) == SyncColumn::Stores)
            continue;
        if (each.largest()->edge() > best.photo.edge()
            || (best.node == otherwise && each.largest()->edge() == best.photo.edge())) {
            best.node = each.node;
            best.photo = *each.largest();
        }
    }
    return best;
}

} // namespace

Comparison comparedPhotos(const ServedPhoto &a, const ServedPhoto &b)
{
    if (a.photo.sha256 == b.photo.sha256)
        return {Likeness::Same, 1.0};
    return a.print && b.print ? compared(*a.print, *b.print) : Comparison {};
}

std::optional<Reference> chosenReference(const SyncCase &seen, const SyncSettings &settings)
{
    const Sighting *newest = newestOf(seen.sightings, settings);
    if (seen.uploaded) {
        Reference reference = referenceLike(*seen.uploaded, seen, newest ? newest->node : SyncNode::Exchange);
        reference.since = seen.uploadedAt;
        reference.uploaded = true;
        return reference;
    }
    if (newest)
        return referenceLike(*newest->largest(), seen, newest->node);
    // nobody's own: a copy is better than nothing to compare with
    for (const Sighting &each : seen.sightings) {
        if (each.hasPhoto() && !isDerived(each.node))
            return referenceLike(*each.largest(), seen, each.node);
    }
    return std::nullopt;
}

Weighing::Weighing(
    const SyncCase &seen, const FlowBook &book, const SyncSettings &settings, const QDateTime &now)
    : m_case(seen)
    , m_book(book)
    , m_settings(settings)
    , m_now(now)
    , m_reference(chosenReference(seen, settings))
{
    for (const Sighting &each : seen.sightings) {
        if (m_reference && each.hasPhoto())
            m_comparisons.insert(each.node, seen.compare(*each.largest(), m_reference->photo));
    }
}

const Sighting *Weighing::seen(SyncNode node) const
{
    return sightingOf(m_case.sightings, node);
}

bool Weighing::hasSign(SyncNode node, Sign sign) const
{
    const Sighting *sighting = seen(node);
    return sighting && sighting->signs.testFlag(sign);
}

Comparison Weighing::comparison(SyncNode node) const
{
    return m_comparisons.value(node);
}

bool Weighing::holds(SyncNode node) const
{
    return m_comparisons.contains(node) && comparison(node).likeness == Likeness::Same;
}

int Weighing::edgeAt(SyncNode node) const
{
    const Sighting *sighting = seen(node);
    return sighting && sighting->hasPhoto() ? sighting->largest()->edge() : 0;
}

QDateTime Weighing::knownSince(SyncNode node) const
{
    const Sighting *sighting = seen(node);
    if (!sighting)
        return m_now;
    if (sighting->changed)
        return *sighting->changed;
    QDateTime first = sighting->at;
    for (const Sighting &older : m_case.earlier) {
        const bool same = older.node == node && older.hasPhoto() && sighting->hasPhoto()
            && showsSame(m_case, *older.largest(), *sighting->largest());
        if (same)
            first = std::min(first, older.at);
    }
    return first;
}

bool Weighing::exchangeFallsBack() const
{
    const Sighting *exchange = seen(SyncNode::Exchange);
    const Sighting *directory = seen(SyncNode::ActiveDirectory);
    return exchange && directory && exchange->hasPhoto() && directory->hasPhoto()
        && exchange->largest()->photo.sha256 == directory->largest()->photo.sha256;
}

bool Weighing::isRemovedOnPurpose() const
{
    const Sighting *exchange = seen(SyncNode::Exchange);
    if (!exchange || !exchange->hasNone())
        return false;
    if (exchange->signs & (Sign::NoMailbox | Sign::OldMailbox))
        return false;
    // Exchange serves the directory's photo unless it remembers a deletion
    const Sighting *directory = seen(SyncNode::ActiveDirectory);
    return exchange->signs.testFlag(Sign::RemovedOnPurpose) || (directory && directory->hasPhoto());
}

bool Weighing::changesBackAndForth(SyncNode node) const
{
    QList<const ServedPhoto *> shown;
    const auto add = [&](const Sighting &sighting) {
        if (sighting.node == node && sighting.hasPhoto()
            && (shown.isEmpty() || !showsSame(m_case, *shown.last(), *sighting.largest())))
            shown.append(sighting.largest());
    };
    for (const Sighting &older : m_case.earlier)
        add(older);
    if (const Sighting *now = seen(node))
        add(*now);
    for (qsizetype at = 2; at < shown.size(); ++at) {
        if (showsSame(m_case, *shown[at], *shown[at - 2]))
            return true;
    }
    return false;
}

bool Weighing::mayHold(Condition condition) const
{
    switch (condition) {
    case Condition::PhotoImportEnabled:
        return m_settings.sharePointPulls;
    case Condition::SourceNotCloud:
        return m_settings.photoSource != SyncSettings::PhotoSource::Cloud;
    case Condition::ProfileImport:
        return m_settings.profileImport;
    case Condition::ProfileExport:
        return m_settings.profileExport;
    case Condition::DirectorySync:
        return m_settings.directorySync;
    case Condition::CloudMailbox:
        return m_settings.cloudMailbox;
    case Condition::NoCloudMailbox:
        return !m_settings.cloudMailbox;
    case Condition::InternalViewer:
        return !hasSign(SyncNode::SkypeForBusiness, Sign::ExternalViewer)
            && !hasSign(SyncNode::Lync2010, Sign::ExternalViewer);
    case Condition::PublicPhotos:
        return m_settings.contactPhotos == SyncSettings::ContactPhotos::All;
    case Condition::ContactPhotosShown:
        return m_settings.contactPhotos != SyncSettings::ContactPhotos::None;
    case Condition::NotRemovedOnPurpose:
        return !isRemovedOnPurpose();
    case Condition::NoMailboxPhoto:
        return !seen(SyncNode::Exchange) || edgeAt(SyncNode::Exchange) == 0 || exchangeFallsBack();
    case Condition::ExchangeMailbox:
        return !hasSign(SyncNode::Exchange, Sign::NoMailbox)
            && !hasSign(SyncNode::Exchange, Sign::OldMailbox);
    case Condition::PeopleMayChange:
        return m_settings.peopleMayChange;
    }
    return true;
}

std::optional<Condition> Weighing::obstacle(const Flow &flow) const
{
    for (const Condition condition : flow.conditions) {
        if (!mayHold(condition))
            return condition;
    }
    return std::nullopt;
}

QList<const Flow *> Weighing::flowsInto(SyncNode node) const
{
    QList<const Flow *> flows;
    for (const Flow &flow : m_book.flows) {
        const bool fromHere
            = std::ranges::any_of(flow.from, [this](SyncNode giver) { return m_settings.has(giver); });
        if (flow.to.contains(node) && fromHere && flow.holdsOn(m_now.date()))
            flows.append(&flow);
    }
    return flows;
}

} // namespace likeness
