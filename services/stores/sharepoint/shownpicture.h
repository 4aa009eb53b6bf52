// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/sharepoint/librarylook.h"

namespace likeness::sharepoint {

/// What userphoto.aspx gives for one name, behind its redirects on this host; nullopt = nothing, or a
/// placeholder that is known by its address.
class ShownFetch final : public JobOf<std::optional<EncodedPhoto>>
{
public:
    ShownFetch(PersonPlace place, const QString &name, PictureFile size);

private:
    void doStart() override;
    void send(const HttpRequest &request);
    void follow(const ShownPicture &shown);

    PersonPlace m_place;
    HttpRequest m_request;
    int m_redirects = 0;
};

/// The picture as pages and clients see it (up to a day old [S11]); nullopt = the placeholder. What that
/// looks like is learnt once a farm and size, from a name nobody has.
class ShownLook final : public JobOf<std::optional<EncodedPhoto>>
{
public:
    ShownLook(PersonPlace place, PictureFile size);

private:
    void doStart() override;
    void learn(const std::optional<EncodedPhoto> &placeholder);
    void ask();
    void judge(const std::optional<EncodedPhoto> &shown);

    PersonPlace m_place;
    PictureFile m_size;
};

} // namespace likeness::sharepoint
