// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/storesight.h"

#include "services/job/readyjob.h"
#include "services/stores/photostore.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// By what every store can do.
class SightByRead final : public JobOf<StoreSight>
{
public:
    explicit SightByRead(JobPtr<std::optional<StoredPhoto>> reading)
        : m_reading(std::move(reading))
    {
    }

private:
    void doStart() override { step(std::move(m_reading), &SightByRead::tell); }
    void tell(const std::optional<StoredPhoto> &stored)
    {
        StoreSight sight;
        if (stored) {
            sight.add(0, stored->photo);
            sight.evidence.append(photoEvidence(u"Read"_s, stored->photo));
            if (stored->written)
                sight.changed = stored->written->at;
        } else {
            sight.evidence.append(u"Read: no photo"_s);
        }
        finish(sight);
    }

    JobPtr<std::optional<StoredPhoto>> m_reading;
};

} // namespace

const ServedPhoto *StoreSight::asked(int edge) const
{
    const auto found = std::ranges::find(served, edge, &ServedPhoto::asked);
    return found == served.cend() ? nullptr : &*found;
}

void StoreSight::add(int asked, const EncodedPhoto &photo)
{
    served.append({asked, photo, {}});
    std::ranges::stable_sort(served, std::ranges::greater(), &ServedPhoto::edge);
}

QString photoEvidence(const QString &question, const EncodedPhoto &photo)
{
    return u"%1: %2 × %3, %4 B, SHA-256 %5"_s.arg(question)
        .arg(photo.pixels.width())
        .arg(photo.pixels.height())
        .arg(photo.bytes.size())
        .arg(photo.sha256.left(12));
}

JobPtr<Done> PhotoStore::permits(const PersonKeys &, std::optional<QSize>)
{
    return readyJob<Done>(Done {});
}

JobPtr<StoreSight> PhotoStore::see(const PersonKeys &person, const StoreSight &)
{
    return JobPtr<StoreSight>(new SightByRead(read(person)));
}

} // namespace likeness
