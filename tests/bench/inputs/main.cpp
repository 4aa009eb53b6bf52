// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// bench_inputs CONTENT OUT: makes the pictures of the benchmark in OUT, from photographs somewhere below
// CONTENT or, where those are absent, from drawn scenes, and describes them in OUT/inputs.json.

#include "tests/bench/inputs/camera.h"
#include "tests/bench/inputs/content.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using bench::Shot;

constexpr std::array shots {
    Shot {"p12", "friends_by_Aitzol_Berasategi.jpg", 4032, 3024, 6, true, false, 3.6},
    Shot {"p12off", "Dragonfly_by_Bolly.jpg", 4032, 3024, 6, false, false, 4.6},
    Shot {"p24", "life_by_Aitzol_Berasategi.jpg", 6000, 4000, 6, true, false, 3.2},
    Shot {"p48", "picosdeeuropa_by_Aitzol_Berasategi.jpg", 8064, 6048, 6, true, false, 3.0},
    Shot {"p12prog", "friends_by_Aitzol_Berasategi.jpg", 4032, 3024, 6, true, true, 3.6},
    Shot {"b0", "Dragonfly_by_Bolly.jpg", 4032, 3024, 6, false, false, 3.4},
    Shot {"b1", "friends_by_Aitzol_Berasategi.jpg", 4032, 3024, 6, true, false, 3.4},
    Shot {"b2", "umang_by_Abhishek_Mudgal.jpg", 4032, 3024, 6, true, false, 3.4},
    Shot {"b3", "sunset_by_Aitzol_Berasategi.jpg", 4032, 3024, 1, false, false, 3.4},
    Shot {"b4", "picosdeeuropa_by_Aitzol_Berasategi.jpg", 4032, 3024, 1, true, false, 3.4},
    Shot {"b5", "life_by_Aitzol_Berasategi.jpg", 4032, 3024, 8, false, false, 3.4},
    Shot {"b6", "aitzgorri_by_Aitzol_Berasategi.jpg", 4032, 3024, 3, false, false, 3.4},
    Shot {"b7", "seeding_by_Clements_Engelhardt.jpg", 4032, 3024, 1, true, false, 3.4},
    Shot {"b8", "greentock_by_Peter_Nerlich.jpg", 4032, 3024, 6, false, false, 3.4},
    Shot {"b9", "Wine_by_Jakkub_Mede.jpg", 4032, 3024, 6, true, false, 3.4},
};

/// The square of the job: most of the short side, in the middle, or low and at the side for the "off"
/// picture.
QJsonArray squareFor(const Shot &shot)
{
    const bool turned = shot.orientation >= 5;
    const int width = turned ? shot.height : shot.width;
    const int height = turned ? shot.width : shot.height;
    const int edge = shot.width == 4032 ? 2400 : shot.width == 6000 ? 3400 : 4800;
    if (QByteArray(shot.name).endsWith("off"))
        return {0, height - edge, edge};
    return {(width - edge) / 2, (height - edge) / 2, edge};
}

QJsonObject described(const Shot &shot, const QString &path, bool photograph)
{
    return {
        {u"name"_s, QLatin1StringView(shot.name)},
        {u"file"_s, path},
        {u"width"_s, shot.width},
        {u"height"_s, shot.height},
        {u"orientation"_s, shot.orientation},
        {u"progressive"_s, shot.progressive},
        {u"bytes"_s, QFileInfo(path).size()},
        {u"square"_s, squareFor(shot)},
        {u"content"_s, photograph ? QString::fromLatin1(shot.content) : u"drawn by code"_s},
    };
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3 || !QDir().mkpath(words[2])) {
        qCritical("usage: bench_inputs CONTENT OUT");
        return 2;
    }
    std::vector<QJsonObject> descriptions(shots.size());
    std::atomic<std::size_t> next {0};
    std::atomic<bool> failed {false};
    const auto work = [&] {
        for (std::size_t mine = next++; mine < shots.size(); mine = next++) {
            const Shot &shot = shots[mine];
            const QString path = QDir(words[2]).absoluteFilePath(QLatin1StringView(shot.name) + u".jpg"_s);
            const auto content = bench::contentFor(
                words[1], QString::fromLatin1(shot.content), static_cast<std::uint32_t>(shot.content[0]));
            failed = !bench::writeShot(shot, content.image, path) || failed;
            descriptions[mine] = described(shot, path, content.photograph);
        }
    };
    {
        const std::jthread other(work);
        work();
    }
    failed = !bench::writeSrgbProfile(words[2] + u"/srgb.icc"_s) || failed;
    QJsonArray all;
    for (const QJsonObject &description : descriptions)
        all.append(description);
    QSaveFile index(words[2] + u"/inputs.json"_s);
    if (failed || !index.open(QIODevice::WriteOnly) || index.write(QJsonDocument(all).toJson()) < 0
        || !index.commit()) {
        qCritical("cannot write into %s", qPrintable(words[2]));
        return 1;
    }
    return 0;
}
