// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/workload.h"
#include "models/people/person.h"
#include "models/photo/encodedphoto.h"
#include "models/photo/photosize.h"
#include "models/upload/uploadplan.h"
#include "services/stores/seenworkload.h"

#include <QDateTime>
#include <chrono>
#include <optional>

namespace likeness {

/// What a store can do and wants; fixed for the life of the store object.
struct StoreTraits
{
    QString title; ///< what people read: "Active Directory"
    PhotoSize writes = PhotoSize::largest(); ///< the rendition this store is given
    qsizetype byteBudget = 0; ///< what we aim for, in bytes
    qsizetype byteLimit = 0; ///< what the store accepts at most, in bytes
    bool ownPhotoOnly = false;
    bool comparesAndSwaps = true; ///< a write that lost a race fails with Conflict instead of overwriting
    bool tellsRights = false; ///< mayWrite() asks the server; otherwise it answers Unknown
    bool keepsBytes = true; ///< false: the store makes its own picture of what it is given, so that what is
                            ///< read back is compared as a picture (services/imaging/samepicture.h)
    bool readOnly = false; ///< write() and remove() always fail with Unsupported
    std::chrono::seconds settles {0}; ///< for so long after a write it may go on showing the photo before
};

/// When and where the photo was last written, as far as the store tells.
struct WriteStamp
{
    QDateTime at; ///< UTC
    QString where; ///< the server or controller, empty = unknown

    friend bool operator==(const WriteStamp &, const WriteStamp &) = default;
};

struct StoredPhoto
{
    EncodedPhoto photo;
    std::optional<WriteStamp> written {};
};

/// What the caller believes the store holds now; nullopt = no photo. A write or removal that finds anything
/// else changes nothing and fails with Errc::Conflict.
using ExpectedPhoto = std::optional<EncodedPhoto>;

/// A change that was made: what readBack() is about.
struct ReplacedPhoto
{
    ExpectedPhoto before;
    ExpectedPhoto after;
};

/// A place a photo is written to. Made by the composition root, owned by the organisation, used from the
/// logic thread only; every call returns at once and works in its job. The contract all stores keep is
/// tests/services/stores/storecontract.h; docs/decisions/003-store-contract.md says why it is what it is.
class PhotoStore : public SeenWorkload
{
public:
    QString instance() const final { return id().instance; }
    virtual StoreId id() const = 0;
    virtual const StoreTraits &traits() const = 0;

    /// No photo is an answer (nullopt), not an error.
    virtual JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) = 0;
    virtual JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
        = 0;
    virtual JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) = 0;
    /// What clients are served after a change, asked the way they ask. Where they are served several files,
    /// and not all show the new photo, one that does not.
    virtual JobPtr<std::optional<StoredPhoto>> readBack(const PersonKeys &person, const ReplacedPhoto &)
    {
        return read(person);
    }
    /// Whether the organisation's policy lets a photo of so many pixels be written for the person (nullopt =
    /// lets it be removed), of which stores themselves know nothing: services/session/policy answers in their
    /// place. Fails with ForbiddenByPolicy or PolicyUnusable, and why; write() and remove() do too.
    virtual JobPtr<Done> permits(const PersonKeys &person, std::optional<QSize> pixels);
    /// Asked before Upload is offered; never by a trial write.
    virtual JobPtr<WriteRight> mayWrite(const PersonKeys &person) = 0;
    /// Where somebody can put the person's photo by other means; empty = no such place.
    virtual QString handoverPlace(const PersonKeys &) const { return {}; }
    /// By read() where a store knows no better way.
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
};

} // namespace likeness
