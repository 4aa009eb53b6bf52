// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/boardwords.h"

#include "app/gui/deskwords.h"
#include "ui/common/causewords.h"
#include "ui/common/errorwords.h"
#include "ui/common/nodewords.h"
#include "ui/main/windownotices.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

namespace likeness {

namespace {

constexpr int timelineLength = 40;
constexpr int historyLength = 12; ///< sightings a workload

class BoardTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::BoardTexts)
public:
    static QString changed(SyncNode node, const Person &person)
    {
        //: While somebody watches: %1 is a product, %2 a given name
        return tr("%1 shows another photo of %2 now.").arg(shownTitle(node), calledName(person));
    }
    static QString watchEnd(WatchEnd end, const Person &person)
    {
        const QString name = calledName(person);
        switch (end) {
        case WatchEnd::InStep:
            //: %1 is a given name
            return tr("Everything shows the photo of %1 now.").arg(name);
        case WatchEnd::TimePassed:
            //: %1 is a given name
            return tr("The latest time has passed, and not everything shows the photo of %1.").arg(name);
        case WatchEnd::NothingComes:
            return tr("Watching has ended: nothing more will change by itself.");
        }
        return {};
    }
    static QString nothingKept() { return tr("What was seen could not be kept in the history."); }
    static QString notExported(const QString &path)
    {
        //: %1 is a file
        return tr("%1 could not be written. Choose another folder.").arg(path);
    }
    static QString sandbox() { return tr("The sandbox"); }
    static QString tourStopped() { return tr("The tour cannot go on."); }
    static QString exportTitle() { return tr("Export the diagnosis"); }
    static QString entry(const LedgerEntry &entry)
    {
        switch (entry.action) {
        case LedgerEntry::Action::Upload:
            //: In the timeline: %1 is a store
            return tr("Uploaded to %1").arg(entry.storeTitle);
        case LedgerEntry::Action::Restore:
            //: In the timeline: %1 is a store
            return tr("Restored in %1").arg(entry.storeTitle);
        case LedgerEntry::Action::Remove:
            //: In the timeline: %1 is a store
            return tr("Removed from %1").arg(entry.storeTitle);
        case LedgerEntry::Action::Keep:
            //: In the timeline: %1 is a store
            return tr("A copy of what %1 had was kept").arg(entry.storeTitle);
        }
        return {};
    }
    static QString sighting(const Sighting &sighting)
    {
        if (sighting.served.isEmpty())
            //: In the timeline: %1 is a product
            return tr("%1: no photo").arg(shownTitle(sighting.node));
        //: In the timeline: %1 is a product, %2 a number of pixels
        return tr("%1: %2 px").arg(shownTitle(sighting.node)).arg(sighting.largest()->edge());
    }
};

} // namespace

void sayPhotoChanged(WindowNotices &notices, SyncNode node, const Person &person)
{
    notices.add(Notice::Kind::Good, [node, person] {
        return NoticeWords {{}, BoardTexts::changed(node, person)};
    });
}

void sayWatchEnded(WindowNotices &notices, WatchEnd end, const Person &person)
{
    const auto kind = end == WatchEnd::InStep ? Notice::Kind::Good : Notice::Kind::Warning;
    notices.add(kind, [end, person] { return NoticeWords {{}, BoardTexts::watchEnd(end, person)}; });
}

void sayNothingKept(WindowNotices &notices, const Error &error)
{
    notices.add(Notice::Kind::Warning, [error] {
        return NoticeWords {BoardTexts::nothingKept(), wordsFor(error, ledgerTitle()).sentences()};
    });
}

void sayNotExported(WindowNotices &notices, const QString &path)
{
    notices.add(Notice::Kind::Error, [path] {
        return NoticeWords {{}, BoardTexts::notExported(QDir::toNativeSeparators(path))};
    });
}

void sayTourStopped(WindowNotices &notices, const Error &error)
{
    notices.add(Notice::Kind::Error, [error] {
        const ErrorWords words = wordsFor(error, BoardTexts::sandbox());
        return NoticeWords {BoardTexts::tourStopped(), words.title + u". " + words.sentences()};
    });
}

QString exportTitle()
{
    return BoardTexts::exportTitle();
}

QList<TimelineEntry> timelineOf(const QString &organisation, const Person &person, Ledger &ledger,
    SightingHistory *history, const std::function<QDateTime(const QDateTime &)> &timeOf)
{
    QList<TimelineEntry> timeline;
    if (const auto written = ledger.history(organisation, person.keys.key, timelineLength)) {
        for (const LedgerEntry &entry : *written) {
            if (entry.outcome == LedgerEntry::Outcome::Verified
                || entry.outcome == LedgerEntry::Outcome::Written)
                timeline.append({timeOf(entry.at), BoardTexts::entry(entry)});
        }
    }
    for (const SyncNode node : allSyncNodes()) {
        const auto seen = history && !isDerived(node)
            ? history->history({organisation, person.keys.key}, node, historyLength)
            : Result<QList<KeptSighting>>(QList<KeptSighting>());
        if (!seen)
            continue;
        for (const KeptSighting &kept : *seen)
            timeline.append({kept.sighting.at, BoardTexts::sighting(kept.sighting)});
    }
    std::ranges::stable_sort(timeline, {}, &TimelineEntry::at);
    return timeline.mid(std::max<qsizetype>(0, timeline.size() - timelineLength));
}

} // namespace likeness
