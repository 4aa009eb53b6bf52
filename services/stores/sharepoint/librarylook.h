// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/stores/sharepoint/sharepointreplies.h"
#include "services/stores/sharepoint/sharepointrequests.h"

#include <QMap>

class QThreadPool;

namespace likeness::sharepoint {

/// What has been learnt about a farm; shared by the jobs of one store.
struct FarmKnowledge
{
    std::optional<QString> account {}; ///< who we are, without what comes before it in a claim
    std::optional<PictureSizes> sizes {}; ///< measured
    QMap<PictureFile, QString> placeholders {}; ///< SHA-256 of what pages show for nobody; empty = nothing
};

/// One person's picture on one farm.
struct PersonPlace
{
    std::shared_ptr<HttpTransport> transport;
    Site site;
    bool bySoap = false; ///< properties are set by the old web service
    QString login; ///< claims
    QString shownAs; ///< the name userphoto.aspx is asked by
    PicturePlace newPlace;
    std::optional<PictureSizes> sizes; ///< declared; else they are measured
    QThreadPool *workers = nullptr;
    std::shared_ptr<FarmKnowledge> known;
};

/// "contoso\anna" out of "i:0#.w|contoso\anna"; servers answer with either.
QString withoutClaim(const QString &login);

/// What there is of a person.
struct LibraryPicture
{
    Profile profile;
    PicturePlace place; ///< where the files are, or would be
    std::optional<FileInfo> file; ///< the large one, also when nobody sees it
    std::optional<EncodedPhoto> photo; ///< what people see
};

JobPtr<Profile> askedProfile(const PersonPlace &place);

/// Profile, then the large file: first its ETag, then its bytes, so that a change in between is noticed when
/// writing. NotFound = no profile; Unsupported = the profile shows a picture that is kept elsewhere.
class LibraryLook final : public JobOf<LibraryPicture>
{
public:
    explicit LibraryLook(PersonPlace place);

private:
    void doStart() override;
    void findFile(const Profile &profile);
    void fetch(const std::optional<FileInfo> &file);
    void deliver(const std::optional<EncodedPhoto> &photo);

    PersonPlace m_place;
    LibraryPicture m_found;
};

/// How large the files of somebody with a photo are; kept for the farm. What cannot be the sizes of a farm is
/// not kept, and those of 2013 and later are assumed.
class SizesMeasure final : public JobOf<PictureSizes>
{
public:
    SizesMeasure(PersonPlace place, LibraryPicture found);

private:
    void doStart() override;
    void takeMedium(const std::optional<EncodedPhoto> &photo);
    void takeSmall(const std::optional<EncodedPhoto> &photo);

    PersonPlace m_place;
    LibraryPicture m_found;
    PictureSizes m_sizes {0, 0, 0};
};

} // namespace likeness::sharepoint
