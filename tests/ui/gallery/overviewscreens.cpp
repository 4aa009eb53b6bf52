// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/support/fakestandings.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/scanbar.h"

#include <QPainter>
#include <QVBoxLayout>

namespace likeness {
namespace {

/// Holds what the page reads, so that it dies after it.
class OverviewStage final : public QWidget
{
public:
    OverviewStage(Theme &theme, int people, std::optional<Error> failure)
    {
        standings.invent(people);
        standings.failure = std::move(failure);
        for (int i = 0; i < standings.people.size(); i += 3)
            standings.people[i].photo = QString::number(i);
        const auto photo = [](const QString &sha256) {
            QImage image(64, 64, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(sha256.toInt() * 40 % 360, 90, 180));
            return image;
        };
        const auto now = [] { return QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC); };
        page = new OverviewPage({standings, photo, now}, theme, this);
        page->setScope(QStringLiteral("contoso"), FakeStandings::nodes());
        (new QVBoxLayout(this))->addWidget(page);
    }
    ~OverviewStage() override { delete page; }

    FakeStandings standings;
    OverviewPage *page;
};

std::unique_ptr<QWidget> makeOverview(Theme &theme, int people, ScanSession::State state)
{
    auto stage = std::make_unique<OverviewStage>(theme, people, std::nullopt);
    ScanProgress progress;
    progress.counts = {100'000, 0, 62'000, 62'000};
    progress.perSecond = 1240;
    stage->page->setLastScan(QDateTime(QDate(2026, 11, 21), QTime(6, 10), Qt::UTC));
    stage->page->scanBar()->setProgress(progress);
    stage->page->scanBar()->setState(state);
    return stage;
}

} // namespace

QList<GalleryScreen> overviewScreens()
{
    return {
        {QStringLiteral("overview"),
            [](Theme &theme) { return makeOverview(theme, 14, ScanSession::State::Idle); }},
        {QStringLiteral("overview-scanning"),
            [](Theme &theme) { return makeOverview(theme, 20'000, ScanSession::State::Running); }},
        {QStringLiteral("overview-empty"),
            [](Theme &theme) { return makeOverview(theme, 0, ScanSession::State::Idle); }},
        {QStringLiteral("overview-error"),
            [](Theme &theme) {
                return std::make_unique<OverviewStage>(
                    theme, 0, Error {Errc::Offline, QStringLiteral("no route")});
            }},
    };
}

} // namespace likeness
