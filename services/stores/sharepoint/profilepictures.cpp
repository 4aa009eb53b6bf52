// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/profilepictures.h"

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView pictureFolder = u"/User Photos/Profile Pictures";
constexpr QStringView mediumEnding = u"_MThumb.jpg";

QString siteFolder(const QUrl &site)
{
    QString path = site.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

char letterOf(PictureFile file)
{
    switch (file) {
    case PictureFile::Small:
        return 'S';
    case PictureFile::Medium:
        return 'M';
    case PictureFile::Large:
        break;
    }
    return 'L';
}

int PictureSizes::edge(PictureFile file) const
{
    return file == PictureFile::Small ? small : file == PictureFile::Medium ? medium : large;
}

void PictureSizes::setEdge(PictureFile file, int edge)
{
    (file == PictureFile::Small ? small : file == PictureFile::Medium ? medium : large) = edge;
}

QString windowsLogin(const QString &domain, const QString &account)
{
    return u"i:0#.w|"_s + domain + u'\\' + account;
}

QString onlineLogin(const QString &upn)
{
    return u"i:0#.f|membership|"_s + upn;
}

QString PicturePlace::name(PictureFile file) const
{
    if (isSingle)
        return stem;
    return stem + u'_' + QLatin1Char(letterOf(file)) + u"Thumb.jpg"_s;
}

PicturePlace newPlace(const QUrl &mySiteHost, const QString &domain, const QString &account)
{
    return {QString(siteFolder(mySiteHost) + pictureFolder), domain + u'_' + account};
}

std::optional<PicturePlace> placeOfUrl(const QUrl &mySiteHost, const QString &pictureUrl)
{
    const QUrl url(pictureUrl);
    const QString path = url.path(QUrl::FullyDecoded);
    const qsizetype slash = path.lastIndexOf(u'/');
    const bool here = url.host().isEmpty() || url.host() == mySiteHost.host();
    const bool climbs = path.split(u'/').contains(u".."_s);
    if (!here || slash <= 0 || slash + 1 == path.size() || climbs)
        return std::nullopt;
    const QString name = path.mid(slash + 1);
    const bool isOneOfThree = name.endsWith(mediumEnding, Qt::CaseInsensitive);
    return PicturePlace {
        path.left(slash), isOneOfThree ? name.chopped(mediumEnding.size()) : name, !isOneOfThree};
}

QString pictureUrl(const QUrl &mySiteHost, const PicturePlace &place)
{
    QUrl url(mySiteHost);
    url.setPath(place.path(PictureFile::Medium));
    return QString::fromLatin1(url.toEncoded());
}

} // namespace likeness::sharepoint
