// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/syncwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness {

namespace {

struct SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(likeness::SyncWords)
};

} // namespace

QString wordFor(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Same:
        //: of two photos
        return SyncWords::tr("the same picture");
    case Likeness::Cropped:
        //: of two photos
        return SyncWords::tr("the same picture, cut differently");
    case Likeness::Mirrored:
        //: of two photos
        return SyncWords::tr("the same picture, mirrored");
    case Likeness::Different:
        //: of two photos
        return SyncWords::tr("another picture");
    }
    return {};
}

QString wordFor(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Microsoft:
        //: where a rule of the sync board is from: the vendor's documentation
        return SyncWords::tr("documented by Microsoft");
    case Confidence::MicrosoftBlog:
        //: where a rule of the sync board is from
        return SyncWords::tr("from a blog of Microsoft's");
    case Confidence::Field:
        //: where a rule of the sync board is from
        return SyncWords::tr("seen by administrators");
    case Confidence::Inferred:
        //: how sure a rule of the sync board is: it follows from others
        return SyncWords::tr("probably, by inference");
    case Confidence::Unverified:
        //: how sure a rule of the sync board is
        return SyncWords::tr("not verified");
    }
    return {};
}

QString disputesOf(const Finding &finding, const FlowBook &book)
{
    QStringList readings;
    for (const Dispute &dispute : book.disputes) {
        if (finding.disputes.contains(dispute.id))
            readings << dispute.readings;
    }
    if (readings.isEmpty())
        return {};
    //: %1 is what each of them says, separated by semicolons
    return SyncWords::tr("Sources disagree: %1").arg(readings.join(QStringLiteral("; ")));
}

QString ruleOf(const Finding &finding)
{
    if (finding.rule.isEmpty())
        return {};
    //: %1 is the number of a rule as in "F08", %2 is like "documented by Microsoft"
    return SyncWords::tr("rule %1 · %2").arg(finding.rule, wordFor(finding.confidence));
}

QString timeLeft(const QDateTime &until, const QDateTime &now)
{
    const qint64 minutes = (now.secsTo(until) + 59) / 60;
    if (minutes <= 0)
        return {};
    if (minutes < 60) {
        //: how long it takes at most; minutes
        return SyncWords::tr("%1 min").arg(minutes);
    }
    if (minutes < 48 * 60) {
        //: how long it takes at most; hours
        return SyncWords::tr("%1 h").arg((minutes + 59) / 60);
    }
    //: how long it takes at most; days
    return SyncWords::tr("%1 d").arg((minutes + 24 * 60 - 1) / (24 * 60));
}

QString seenWords(const QDateTime &seen, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, seen.secsTo(now));
    constexpr qint64 justNow = 5;
    if (seconds < justNow) {
        //: when the workloads were looked at: less than five seconds ago
        return SyncWords::tr("seen just now");
    }
    if (seconds < 60) {
        //: when the workloads were looked at; %1 is a number of seconds
        return SyncWords::tr("seen %1 s ago").arg(seconds);
    }
    if (seconds < 3600) {
        //: when the workloads were looked at; %1 is a number of minutes
        return SyncWords::tr("seen %1 min ago").arg(seconds / 60);
    }
    const QLocale locale;
    const QDateTime local = seen.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() == now.toLocalTime().date()) {
        //: when the workloads were looked at; %1 is a time of day
        return SyncWords::tr("seen at %1").arg(time);
    }
    //: when the workloads were looked at; %1 is a day, %2 a time of day
    return SyncWords::tr("seen on %1 at %2").arg(locale.toString(local.date(), QLocale::ShortFormat), time);
}

} // namespace likeness
