// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"
#include "services/stores/sharepoint/librarylook.h"

namespace likeness::sharepoint {

/// As PhotoStore::readBack(): all three files, for pages and clients take the one of their size, and a write
/// that ended half-way has changed the large one only.
class LibraryReadBack final : public JobOf<std::optional<StoredPhoto>>
{
public:
    LibraryReadBack(PersonPlace place, ExpectedPhoto after);

private:
    void doStart() override;
    void look(const LibraryPicture &found);
    void fetch(PictureFile file, void (LibraryReadBack::*next)(const std::optional<EncodedPhoto> &));
    void takeMedium(const std::optional<EncodedPhoto> &photo);
    void takeSmall(const std::optional<EncodedPhoto> &photo);
    void deliver(const ExpectedPhoto &shown);

    PersonPlace m_place;
    ExpectedPhoto m_after;
    LibraryPicture m_found;
    QList<ExpectedPhoto> m_files; ///< large, medium, small
};

} // namespace likeness::sharepoint
