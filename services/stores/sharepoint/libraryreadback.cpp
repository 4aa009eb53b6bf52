// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/libraryreadback.h"

#include "services/imaging/samepicture.h"
#include "services/job/workerjob.h"
#include "services/net/httpcall.h"

#include <algorithm>

namespace likeness::sharepoint {

namespace {

/// The first file that does not show what it should, else the large one. Decodes: for a worker.
ExpectedPhoto worstOf(const QList<ExpectedPhoto> &files, const ExpectedPhoto &after)
{
    const auto wrong = std::ranges::find_if(files, [&after](const ExpectedPhoto &file) {
        return file && after ? !samePicture(*file, *after) : file.has_value() != after.has_value();
    });
    return wrong == files.cend() ? files.first() : *wrong;
}

} // namespace

LibraryReadBack::LibraryReadBack(PersonPlace place, ExpectedPhoto after)
    : m_place(std::move(place))
    , m_after(std::move(after))
{
}

void LibraryReadBack::doStart()
{
    step(JobPtr<LibraryPicture>(new LibraryLook(m_place)), &LibraryReadBack::look);
}

/// Without an address in the profile nobody is shown any of the files.
void LibraryReadBack::look(const LibraryPicture &found)
{
    m_found = found;
    m_files = {found.photo};
    if (found.profile.pictureUrl.isEmpty() || found.profile.placeholder || found.place.isSingle)
        return deliver(found.photo);
    fetch(PictureFile::Medium, &LibraryReadBack::takeMedium);
}

void LibraryReadBack::fetch(
    PictureFile file, void (LibraryReadBack::*next)(const std::optional<EncodedPhoto> &))
{
    step(httpCall<std::optional<EncodedPhoto>>(*m_place.transport,
             fileBytes(m_place.site, m_found.place.path(file)),
             [](const HttpReply &reply) { return fileBytes(reply); }),
        next);
}

void LibraryReadBack::takeMedium(const std::optional<EncodedPhoto> &photo)
{
    m_files.append(photo);
    fetch(PictureFile::Small, &LibraryReadBack::takeSmall);
}

void LibraryReadBack::takeSmall(const std::optional<EncodedPhoto> &photo)
{
    m_files.append(photo);
    step(runInWorker<ExpectedPhoto>(*m_place.workers,
             [files = m_files, after = m_after](
                 std::stop_token) -> Result<ExpectedPhoto> { return worstOf(files, after); }),
        &LibraryReadBack::deliver);
}

void LibraryReadBack::deliver(const ExpectedPhoto &shown)
{
    finish(shown ? std::optional(StoredPhoto {*shown}) : std::nullopt);
}

} // namespace likeness::sharepoint
