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

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

constexpr int longestSearchedEdge = 640;
constexpr std::array<double, 3> anglesTried {0.0, -20.0, 20.0};

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

/// The plugin with one detector, which takes one picture at a time.
class LoadedDetector final
{
public:
    ~LoadedDetector()
    {
        if (m_detector)
            m_close(m_detector);
    }

    /// Loads it unless that has been done; a failure is tried again next time. None = ready.
    std::optional<Error> ensure()
    {
        const QMutexLocker locker(&m_mutex);
        if (m_detector)
            return std::nullopt;
        if (!loadPlugin())
            return Error {Errc::Unsupported, u"face detector: %1"_s.arg(m_library.errorString())};
        const QString cascade = cascadeFile();
        m_detector = cascade.isEmpty() ? nullptr : m_open(QFile::encodeName(cascade).constData());
        if (!m_detector)
            return Error {Errc::Unsupported, u"face detector: its cascade is not installed"_s};
        return std::nullopt;
    }

    Result<QList<QRectF>> find(const QImage &grey)
    {
        const QMutexLocker locker(&m_mutex);
        const LikenessGreyImage image {
            grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine())};
        std::array<LikenessFaceBox, 64> boxes {};
        const int count = m_find(m_detector, &image, boxes.data(), int(boxes.size()));
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

    QMutex m_mutex;
    QLibrary m_library;
    LikenessFacesOpen m_open = nullptr;
    LikenessFacesFind m_find = nullptr;
    LikenessFacesClose m_close = nullptr;
    void *m_detector = nullptr;
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

void sortLargestFirst(QList<QRectF> &boxes)
{
    std::stable_sort(boxes.begin(), boxes.end(),
        [](const QRectF &a, const QRectF &b) { return a.width() * a.height() > b.width() * b.height(); });
}

} // namespace

Result<QList<QRectF>> findFaces(const QImage &upright, std::stop_token stop)
{
    if (auto error = faceDetector().ensure())
        return *error;
    const double scale
        = std::min(1.0, double(longestSearchedEdge) / std::max(upright.width(), upright.height()));
    const QImage small = scale < 1.0
        ? upright.scaled(upright.size() * scale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        : upright;
    const QImage grey = small.convertToFormat(QImage::Format_Grayscale8);
    QList<QRectF> faces;
    for (const double degrees : anglesTried) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        const Result<QList<QRectF>> found = facesAt(degrees, grey);
        if (!found)
            return found.error();
        faces = *found;
        if (!faces.isEmpty())
            break;
    }
    sortLargestFirst(faces);
    for (QRectF &face : faces)
        face = QRectF(face.topLeft() / scale, face.size() / scale);
    return faces;
}

} // namespace likeness
