// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <QUrl>
#include <array>
#include <optional>

namespace likeness::sharepoint {

/// How SharePoint names people and their pictures; pure. Numbers in brackets are claims of
/// docs/protocols/sharepoint.md.

/// The three files of one person, named by the letter that ends their names and that userphoto.aspx takes.
enum class PictureFile { Small, Medium, Large };
inline constexpr std::array allPictureFiles {PictureFile::Small, PictureFile::Medium, PictureFile::Large};
char letterOf(PictureFile file);

/// Longest sides in pixels. Differ between releases and farms, so they are measured where there is something
/// to measure; until then those of 2013 and later [S3].
struct PictureSizes
{
    int small = 48;
    int medium = 72;
    int large = 300;

    int edge(PictureFile file) const;
    void setEdge(PictureFile file, int edge);
    friend bool operator==(const PictureSizes &, const PictureSizes &) = default;
};

/// The login as the profile service knows it: by Windows claims on a farm, by membership online [S4].
QString windowsLogin(const QString &domain, const QString &account);
QString onlineLogin(const QString &upn);

/// Where one person's files are.
struct PicturePlace
{
    QString folder; ///< relative to the server, with a slash in front, without one at the end
    QString stem; ///< "contoso_anna" in contoso_anna_LThumb.jpg; of a single file its whole name
    bool isSingle = false; ///< the profile shows one file of somebody's own, not one of three

    QString name(PictureFile file) const;
    QString path(PictureFile file) const { return folder + u'/' + name(file); }
    friend bool operator==(const PicturePlace &, const PicturePlace &) = default;
};

/// Where the files of somebody without picture go [S2].
PicturePlace newPlace(const QUrl &mySiteHost, const QString &domain, const QString &account);
/// What the profile's PictureURL points to; nullopt = nowhere on this host.
std::optional<PicturePlace> placeOfUrl(const QUrl &mySiteHost, const QString &pictureUrl);
/// The URL to keep in the profile: that of the medium file.
QString pictureUrl(const QUrl &mySiteHost, const PicturePlace &place);

} // namespace likeness::sharepoint
