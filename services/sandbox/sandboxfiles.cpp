// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxfiles.h"

#include "services/sandbox/portraitpainter.h"
#include "services/sandbox/sandboxpeople.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

constexpr int sandboxDirectoryEdge = 96;
constexpr int sandboxFolderEdge = 648;

Result<Done> keptInFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error {Errc::Local, path + ": "_L1 + file.errorString()};
    return Done {};
}

QByteArray sandboxJpeg(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

/// The JPEG with an EXIF segment that says how to turn it, as a telephone writes it.
QByteArray orientedJpeg(const QByteArray &jpeg, char orientation)
{
    QByteArray exif("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0", 32);
    exif[25] = orientation;
    const QByteArray segment = QByteArray("\xff\xe1\0", 3) + static_cast<char>(exif.size() + 2) + exif;
    return QByteArray(jpeg).insert(2, segment);
}

Result<Done> writePhoto(const QString &folder, const QString &key, SandboxPhoto kind, int edge)
{
    if (kind == SandboxPhoto::None || kind == SandboxPhoto::Removed)
        return Done {};
    return keptInFile(folder + u'/' + key + ".jpg"_L1, sandboxJpeg(sandboxPhoto(key, kind, edge), 90));
}

QString csvField(const QString &text)
{
    if (!text.contains(u',') && !text.contains(u'"'))
        return text;
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QByteArray sandboxPeopleCsv(int others)
{
    QString csv = u"key,displayName,givenName,surname,title,department,mail,upn,employeeId\n"_s;
    QList<Person> people = sandboxCrowd(others);
    const QList<SandboxPerson> dozen = sandboxPeople();
    for (auto each = dozen.crbegin(); each != dozen.crend(); ++each)
        people.prepend(each->person);
    for (const Person &person : std::as_const(people)) {
        csv += QStringList {person.keys.key, csvField(person.displayName), csvField(person.givenName),
                   csvField(person.surname), csvField(person.title), csvField(person.department),
                   person.keys.mail, person.keys.upn, person.employeeId}
                   .join(u',')
            + u'\n';
    }
    return csv.toUtf8();
}

Result<Done> writeSourcePictures(const QString &folder)
{
    const PortraitLook ada = lookOf(u"ada.reyes"_s);
    PortraitLook outdoors = ada;
    outdoors.backdrop = PortraitLook::Backdrop::Hills;
    outdoors.backdropColour = QColor(0xcf, 0xe0, 0xee);
    const QImage wide = paintedPortrait(ada, {QSize(3000, 2000), {0.44, 0.42}, 0.34});
    const QImage tall = paintedPortrait(outdoors, {QSize(2400, 3200), {0.54, 0.36}, 0.24});
    const QImage shelf = paintedPortrait(lookOf(u"zoe.angstrom"_s), {QSize(1600, 1200), {0.6, 0.43}, 0.36});
    const QImage small = paintedPortrait(earlierLookOf(u"jsmith"_s), {QSize(400, 300), {0.5, 0.42}, 0.42});
    const QImage sideways = tall.transformed(QTransform().rotate(-90)); // the telephone was held upright
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    shelf.save(&buffer, "PNG");
    return keptInFile(folder + "/ada-reyes-office.jpg"_L1, sandboxJpeg(wide, 90))
        .andThen([&](Done) {
            return keptInFile(folder + "/ada-reyes-phone.jpg"_L1, orientedJpeg(sandboxJpeg(sideways, 90), 6));
        })
        .andThen([&](Done) { return keptInFile(folder + "/zoe-angstrom-library.png"_L1, png); })
        .andThen(
            [&](Done) { return keptInFile(folder + "/john-smith-small.jpg"_L1, sandboxJpeg(small, 85)); });
}

} // namespace

QString SandboxPaths::organisationFile() const
{
    return root + "/organisation.json"_L1;
}

QString SandboxPaths::folderStore() const
{
    return root + "/photos"_L1;
}

QString SandboxPaths::pictures() const
{
    return root + "/pictures"_L1;
}

QString SandboxPaths::directory() const
{
    return root + "/directory"_L1;
}

QString SandboxPaths::directoryPhotos() const
{
    return root + "/directory-photos"_L1;
}

Result<Done> makeSandboxFiles(const SandboxPaths &paths, int others, std::stop_token stop)
{
    const QString people = paths.folderStore() + "/people.csv"_L1;
    if (QFile::exists(people))
        return Done {};
    for (const QString &folder : {paths.folderStore(), paths.pictures(), paths.directoryPhotos()}) {
        if (!QDir().mkpath(folder))
            return Error {Errc::Local, folder + ": cannot be made"_L1};
    }
    for (const SandboxPerson &each : sandboxPeople()) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        const QString key = each.person.keys.key;
        const Result<Done> written
            = writePhoto(paths.directoryPhotos(), key, each.inDirectory, sandboxDirectoryEdge)
                  .andThen([&](Done) {
                      return writePhoto(paths.folderStore(), key, each.inFolder, sandboxFolderEdge);
                  });
        if (!written)
            return written;
    }
    const Result<Done> pictures = writeSourcePictures(paths.pictures());
    if (!pictures)
        return pictures;
    return keptInFile(people, sandboxPeopleCsv(others)); // last: it says that the sandbox is complete
}

} // namespace likeness
