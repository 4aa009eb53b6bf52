// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/syncnode.h"

#include <QSet>
#include <chrono>

namespace likeness {

/// What an organisation has and how its administrators have set it, as far as photos depend on it. What no
/// interface tells is declared in the organisation file.
struct SyncSettings
{
    enum class ContactPhotos { All, DirectoryOnly, None }; ///< DisplayPhoto of Lync and Skype for Business
    enum class PhotoSource { Unknown, Cloud, OnPremises }; ///< photoUpdateSettings of the tenant

    QSet<SyncNode> present {}; ///< the workloads the board shows
    QSet<SyncNode> asked {}; ///< those of them that have an endpoint, so that what they serve is seen

    // Exchange
    bool recordClearable = true; ///< Remove-UserPhoto knows -ClearMailboxPhotoRecord (2016, 2019)
    bool peopleMayChange = true; ///< SetPhotoEnabled of the OWA mailbox policy

    // SharePoint Server
    bool sharePointPulls = true; ///< UserPhotoImportEnabled: takes photos over from Exchange
    std::chrono::minutes sharePointExpiration {6 * 60}; ///< UserPhotoExpiration
    std::chrono::minutes sharePointErrorExpiration {60}; ///< UserPhotoErrorExpiration
    bool profileImport = false; ///< the profile's Picture is mapped to the directory, import
    bool profileExport = false; ///< the same, export

    // Microsoft 365
    bool directorySync = true; ///< Entra Connect carries thumbnailPhoto
    std::chrono::minutes syncCycle {30};
    PhotoSource photoSource = PhotoSource::Unknown;
    bool cloudMailbox = true; ///< people have an Exchange Online licence

    // Lync, Skype for Business
    std::chrono::minutes addressBookCycle {24 * 60};
    ContactPhotos contactPhotos = ContactPhotos::All;
    int largestPublicPhotoKb = 30; ///< MaxPhotoSizeKB

    // Outlook
    bool prefersDirectoryPhotos = false; ///< preferadphotos=1

    bool has(SyncNode node) const { return present.contains(node); }
    friend bool operator==(const SyncSettings &, const SyncSettings &) = default;
};

} // namespace likeness
