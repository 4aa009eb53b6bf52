// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/facefinder.h"

#include "services/imaging/faces/facesplugin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibrary>
#include <QMutex>
#include <QStandardPaths>
#include <QTransform>
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

/// A picture turned by an angle and reduced to an edge. The detector finds faces of a tenth of the edge and
/// more in the small one, as in most pictures of people, at an eighth of the cost.
struct FaceSearch
{
    int longestEdge;
    double degrees;
};
constexpr int finestEdge = 640;
constexpr std::array<FaceSearch, 6> thoroughSearches {
    {{240, 0.0}, {240, -20.0}, {240, 20.0}, {finestEdge, 0.0}, {finestEdge, -20.0}, {finestEdge, 20.0}}};
constexpr std::array<FaceSearch, 4> quickSearches {{{240, 0.0}, {240, -20.0}, {240, 20.0}, {400, 0.0}}};

QString cascadeFile()
{
    const QString name = u"opencv4/haarcascades/haarcascade_frontalface_alt2.xml"_s;
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, name);
}

/// LIKENESS_PLUGINS replaces the usual places: beside the program, in the build tree, where it is installed.
QStringList pluginFolders()
{
    if (const QString only = qEnvironmentVariable("LIKENESS_PLUGINS"); !only.isEmpty())
        return {only};
    const QString here = QCoreApplication::applicationDirPath();
    return {
        here, here + u"/../bin"_s, here + u"/../lib/likeness"_s, QString::fromUtf8(LIKENESS_PLUGIN_FOLDER)};
}

/// The plugin and its detectors: as many as pictures are searched at a time.
class LoadedDetector final
{
public:
    ~LoadedDetector()
    {
        for (void *detector : m_idle)
            m_close(detector);
    }

    /// Loads it unless that has been done; a failure is tried again next time. None = ready.
    std::optional<Error> ensure()
    {
        const QMutexLocker locker(&m_mutex);
        if (m_isReady)
            return std::nullopt;
        if (!loadPlugin())
            return Error {Errc::Unsupported, u"face detector: %1"_s.arg(m_library.errorString())};
        const QString cascade = cascadeFile();
        m_cascade = QFile::encodeName(cascade);
        void *first = cascade.isEmpty() ? nullptr : m_open(m_cascade.constData());
        if (!first)
            return Error {Errc::Unsupported, u"face detector: its cascade is not installed"_s};
        m_idle.push_back(first);
        m_isReady = true;
        return std::nullopt;
    }

    Result<QList<QRectF>> find(const QImage &grey)
    {
        void *detector = taken();
        if (!detector)
            return Error {Errc::Unsupported, u"face detector: its cascade is gone"_s};
        const LikenessGreyImage image {
            grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine())};
        std::array<LikenessFaceBox, 64> boxes {};
        const int count = m_find(detector, &image, boxes.data(), int(boxes.size()));
        giveBack(detector);
        if (count < 0)
            return Error {Errc::Unsupported, u"the face detector failed"_s};
        QList<QRectF> faces;
        for (const LikenessFaceBox &box : std::span(boxes).first(std::size_t(count)))
            faces.append(QRectF(box.x, box.y, box.width, box.height));
        return faces;
    }

private:
    bool loadPlugin()
    {
        for (const QString &folder : pluginFolders()) {
            m_library.setFileName(QDir(folder).filePath(u"likeness-faces"_s));
            if (m_library.load())
                break;
        }
        m_open = reinterpret_cast<LikenessFacesOpen>(m_library.resolve("likeness_faces_open"));
        m_find = reinterpret_cast<LikenessFacesFind>(m_library.resolve("likeness_faces_find"));
        m_close = reinterpret_cast<LikenessFacesClose>(m_library.resolve("likeness_faces_close"));
        return m_open && m_find && m_close;
    }

    void *taken()
    {
        const QMutexLocker locker(&m_mutex);
        if (m_idle.empty())
            return m_open(m_cascade.constData());
        void *detector = m_idle.back();
        m_idle.pop_back();
        return detector;
    }

    void giveBack(void *detector)
    {
        const QMutexLocker locker(&m_mutex);
        m_idle.push_back(detector);
    }

    QMutex m_mutex;
    QLibrary m_library;
    LikenessFacesOpen m_open = nullptr;
    LikenessFacesFind m_find = nullptr;
    LikenessFacesClose m_close = nullptr;
    QByteArray m_cascade;
    bool m_isReady = false;
    std::vector<void *> m_idle; ///< open, and nobody uses them now
};

LoadedDetector &faceDetector()
{
    static LoadedDetector detector; // a library is loaded once a process
    return detector;
}

/// Boxes found in `grey` turned by the angle, in pixels of `grey` as it is; a turned box keeps its size and
/// centre.
Result<QList<QRectF>> facesAt(double degrees, const QImage &grey)
{
    if (degrees == 0.0)
        return faceDetector().find(grey);
    const QTransform turn = QTransform().rotate(degrees);
    const QTransform toTurned = QImage::trueMatrix(turn, grey.width(), grey.height());
    const QImage turned
        = grey.transformed(turn, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    const QTransform back = toTurned.inverted();
    return faceDetector().find(turned).transform([&back](QList<QRectF> boxes) {
        for (QRectF &box : boxes)
            box.moveCenter(back.map(box.center()));
        return boxes;
    });
}

QImage reducedGrey(const QImage &image, int longestEdge)
{
    const bool isLarger = std::max(image.width(), image.height()) > longestEdge;
    const QImage small = isLarger
        ? image.scaled(longestEdge, longestEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : image;
    return small.convertToFormat(QImage::Format_Grayscale8);
}

/// Boxes found in `searched`, in pixels of the picture it was made from.
QList<QRectF> largestFirst(QList<QRectF> boxes, const QImage &picture, const QImage &searched)
{
    const double scale = double(picture.width()) / searched.width();
    for (QRectF &box : boxes)
        box = QRectF(box.topLeft() * scale, box.size() * scale);
    std::ranges::stable_sort(
        boxes, std::greater {}, [](const QRectF &box) { return box.width() * box.height(); });
    return boxes;
}

} // namespace

Result<QList<QRectF>> findFaces(const QImage &upright, std::stop_token stop, FaceEffort effort)
{
    if (auto error = faceDetector().ensure())
        return *error;
    const std::span<const FaceSearch> searches
        = effort == FaceEffort::Quick ? std::span<const FaceSearch>(quickSearches) : thoroughSearches;
    QImage grey;
    int greyEdge = 0;
    for (const auto &[longestEdge, degrees] : searches) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        if (std::exchange(greyEdge, longestEdge) != longestEdge)
            grey = reducedGrey(upright, longestEdge);
        Result<QList<QRectF>> faces = facesAt(degrees, grey);
        if (faces && faces->size() > 1 && longestEdge < finestEdge) { // one of them may be none
            grey = reducedGrey(upright, finestEdge);
            greyEdge = finestEdge;
            faces = facesAt(degrees, grey);
        }
        if (!faces || !faces->isEmpty()) {
            return std::move(faces).transform(
                [&](QList<QRectF> boxes) { return largestFirst(std::move(boxes), upright, grey); });
        }
    }
    return QList<QRectF>();
}

} // namespace likeness
