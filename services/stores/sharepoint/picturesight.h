// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/sharepoint/librarylook.h"
#include "services/stores/storesight.h"

namespace likeness::sharepoint {

/// The three files of the library (on a farm) or what pages show in the three sizes (online), and what the
/// profile says of where they are from. Files whose ETag is known are not fetched again.
class PictureSight final : public JobOf<StoreSight>
{
public:
    PictureSight(PersonPlace place, bool online, StoreSight known);

private:
    void doStart() override;
    void findFile(const Profile &profile);
    void judgeFile(const std::optional<FileInfo> &file);
    void fetchNext();
    void take(const std::optional<EncodedPhoto> &photo);
    void tellOfExchange(const Profile &profile);
    QString question() const;

    PersonPlace m_place;
    bool m_online;
    StoreSight m_known;
    PicturePlace m_files;
    std::size_t m_next = 0; ///< of allPictureFiles, counted from the large one
    StoreSight m_sight;
};

} // namespace likeness::sharepoint
