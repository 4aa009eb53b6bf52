// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/uploadedphoto.h"

namespace likeness {
namespace {

// The stores of one upload are written one after the other; what lies further apart was another upload
constexpr qint64 oneUploadSeconds = 15 * 60;

bool hasArrived(const LedgerEntry &entry)
{
    return entry.outcome == LedgerEntry::Outcome::Verified || entry.outcome == LedgerEntry::Outcome::Written;
}

} // namespace

Result<std::optional<UploadedPhoto>> lastUploaded(
    Ledger &ledger, const Organisation &organisation, const QString &personKey)
{
    const Result<QList<LedgerEntry>> entries = ledger.history(organisation.id, personKey);
    if (!entries)
        return entries.error();
    std::optional<UploadedPhoto> best;
    QDateTime newest;
    for (const LedgerEntry &entry : *entries) { // newest first
        if (!hasArrived(entry) || entry.action == LedgerEntry::Action::Keep
            || !organisation.nodes.contains(entry.store.instance))
            continue;
        if (!newest.isValid() && entry.action == LedgerEntry::Action::Remove)
            break;
        if (newest.isValid() && entry.at.secsTo(newest) > oneUploadSeconds)
            break;
        if (entry.afterSha256.isEmpty())
            continue;
        const Result<EncodedPhoto> photo = ledger.photo(entry.afterSha256);
        if (!photo)
            return photo.error();
        if (!newest.isValid())
            newest = entry.at;
        if (!best || photo->pixels.width() > best->photo.pixels.width())
            best = UploadedPhoto {*photo, newest};
    }
    return best;
}

} // namespace likeness
