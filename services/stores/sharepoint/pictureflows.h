// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"
#include "services/stores/sharepoint/librarylook.h"

namespace likeness::sharepoint {

/// One request that changes something, and how its answer is read.
struct PictureChange
{
    HttpRequest request;
    Result<Done> (*read)(const HttpReply &);
};

/// One after the other, up to the first that fails; its error says how many were done before, since then the
/// files are of two pictures.
class ChangesInOrder final : public JobOf<Done>
{
public:
    ChangesInOrder(std::shared_ptr<HttpTransport> transport, QList<PictureChange> changes);

private:
    void doStart() override { sendNext(); }
    void sendNext();
    void count(const Result<Done> &done);

    std::shared_ptr<HttpTransport> m_transport;
    QList<PictureChange> m_changes;
    qsizetype m_done = 0;
};

/// Compares, then writes: for the account itself by SetMyProfilePicture (the server makes the files, and
/// cannot compare while it does); for others the three files and, where needed, the profile. The large file
/// goes first and only if it is still the one that was compared.
class PictureWrite final : public JobOf<Done>
{
public:
    PictureWrite(PersonPlace place, ExpectedPhoto expected, EncodedPhoto photo);

private:
    void doStart() override;
    void learnAccount(const Result<Profile> &me);
    void look();
    void compare(const LibraryPicture &found);
    void scale(const PictureSizes &sizes);
    void askDigest(const QList<EncodedPhoto> &files);
    void change(const QByteArray &digest);
    void succeed(const Done &done) { finish(done); }

    bool isOwn() const;
    QList<PictureChange> changesToFiles(const QByteArray &digest) const;

    PersonPlace m_place;
    ExpectedPhoto m_expected;
    EncodedPhoto m_photo;
    LibraryPicture m_found;
    QList<EncodedPhoto> m_files; ///< large, medium, small
};

/// Compares, then removes the files (the large one only if it is still that one) and clears the profile.
class PictureRemove final : public JobOf<Done>
{
public:
    PictureRemove(PersonPlace place, ExpectedPhoto expected);

private:
    void doStart() override;
    void compare(const LibraryPicture &found);
    void change(const QByteArray &digest);
    void succeed(const Done &done) { finish(done); }

    PersonPlace m_place;
    ExpectedPhoto m_expected;
    LibraryPicture m_found;
};

} // namespace likeness::sharepoint
