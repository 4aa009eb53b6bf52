// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/findingwords.h"

#include "ui/common/causewords.h"
#include "ui/common/errorwords.h"
#include "ui/common/nodewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness {

namespace {

constexpr int nearDays = 6; ///< so far a day of the week says enough

/// The translation context of this file.
class FindingTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::FindingTexts)
public:
    static QString state(SyncState state);
    static QString facts(const Finding &finding, const QDateTime &now);
    static QString badge(const Finding &finding, const QDateTime &now);
    static QString until(const Finding &finding, const Person &person, const QDateTime &now);
    static QString spoken(const Finding &finding, const FindingWords &words);
    static QString day(const QDateTime &time, const QDateTime &now, bool withTime);
    static QString trigger(Trigger trigger);

private:
    static QString afterVisit(const Arrival &arrival, const QString &name, const QDateTime &now);
};

QString FindingTexts::state(SyncState state)
{
    switch (state) {
    case SyncState::Unknown:
        return tr("Unknown");
    case SyncState::Unreachable:
        return tr("Unreachable");
    case SyncState::NoFlow:
        return tr("No flow");
    case SyncState::InStep:
        return tr("In step");
    case SyncState::Pending:
        return tr("Pending");
    case SyncState::Missing:
        return tr("Missing");
    case SyncState::Reduced:
        return tr("Reduced");
    case SyncState::Stale:
        return tr("Stale");
    case SyncState::Different:
        return tr("Different");
    case SyncState::RemovedOnPurpose:
        return tr("Removed on purpose");
    case SyncState::Blocked:
        return tr("Blocked");
    }
    return {};
}

QString FindingTexts::day(const QDateTime &time, const QDateTime &now, bool withTime)
{
    const QLocale locale;
    const QDate day = time.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    const QString clock = locale.toString(time.toLocalTime().time(), QLocale::ShortFormat);
    const qint64 ahead = today.daysTo(day);
    if (ahead == 0)
        //: %1 is a time of day
        return withTime ? tr("today %1").arg(clock) : tr("today");
    if (ahead == -1)
        //: %1 is a time of day
        return withTime ? tr("yesterday %1").arg(clock) : tr("yesterday");
    if (withTime && ahead > 0 && ahead <= nearDays)
        return locale.toString(day, QStringLiteral("ddd ")) + clock;
    //: A day without its year, as QDate formats it: "3 March"
    const QString format = tr("d MMMM");
    return locale.toString(day, day.year() == today.year() ? format : format + QStringLiteral(" yyyy"));
}

QString FindingTexts::facts(const Finding &finding, const QDateTime &now)
{
    if (finding.error || finding.cause == Cause::NotLooked)
        return finding.error ? wordsFor(*finding.error, shownTitle(finding.node)).title
                             : tr("not looked at yet");
    if (!finding.shows)
        return tr("no photo");
    //: %1 is a number of pixels
    QString facts = tr("%1 px").arg(finding.shows->edge());
    if (finding.derived && finding.source)
        //: What a program shows: %1 is a size, %2 the product it takes the photo from
        return tr("%1 · from %2").arg(facts, shownTitle(*finding.source));
    if (finding.changed)
        facts += QStringLiteral(" · ") + day(*finding.changed, now, true);
    return facts;
}

QString FindingTexts::badge(const Finding &finding, const QDateTime &now)
{
    const QString word = state(finding.state);
    const bool soon = finding.state == SyncState::Pending && finding.arrival.latest;
    if (!soon)
        return word;
    const QDateTime latest = finding.arrival.latest->toLocalTime();
    const bool today = latest.date() == now.toLocalTime().date();
    const QString when = today ? QLocale().toString(latest.time(), QLocale::ShortFormat)
                               : day(*finding.arrival.latest, now, true);
    //: A state and until when: "Pending · by 14:20"
    return tr("%1 · by %2").arg(word, when);
}

QString FindingTexts::afterVisit(const Arrival &arrival, const QString &name, const QDateTime &now)
{
    if (*arrival.earliest > now)
        //: %1 is a given name, %2 a moment
        return tr("Not by itself. When %1 opens the own profile page after %2.")
            .arg(name, day(*arrival.earliest, now, true));
    if (arrival.latest)
        //: %1 is a given name, %2 a moment
        return tr("When %1 opens the own profile page; then by %2 at the latest.")
            .arg(name, day(*arrival.latest, now, true));
    //: %1 is a given name
    return tr("Not by itself. As soon as %1 opens the own profile page.").arg(name);
}

QString FindingTexts::until(const Finding &finding, const Person &person, const QDateTime &now)
{
    const Arrival &arrival = finding.arrival;
    if (finding.state == SyncState::InStep)
        return tr("There is nothing to wait for.");
    if (finding.state == SyncState::Unknown || finding.state == SyncState::Unreachable)
        return tr("Nothing can be said until it has been seen.");
    if (!arrival.comes())
        return tr("It will not change by itself.");
    if (arrival.after == Trigger::OwnVisit)
        return afterVisit(arrival, calledName(person), now);
    if (!arrival.latest)
        return tr("By itself; nobody has written down how long it takes.");
    //: %1 is a moment
    return tr("By itself, by %1 at the latest.").arg(day(*arrival.latest, now, true));
}

QString FindingTexts::spoken(const Finding &finding, const FindingWords &words)
{
    //: A card of the board for a screen reader: %1 product, %2 state, %3 facts, %4 until when
    return finding.derived
        ? tr("%1, by rule: %2, %3. %4").arg(shownTitle(finding.node), words.badge, words.facts, words.until)
        : tr("%1: %2, %3. %4").arg(shownTitle(finding.node), words.badge, words.facts, words.until);
}

QString FindingTexts::trigger(Trigger trigger)
{
    switch (trigger) {
    case Trigger::PhotoSaved:
        return tr("on save");
    case Trigger::PhotoRemoved:
        return tr("on removal");
    case Trigger::SyncCycle:
        return tr("directory sync");
    case Trigger::Periodic:
        return tr("now and then");
    case Trigger::OwnVisit:
        return tr("own visit");
    case Trigger::ProfileSync:
        return tr("nightly");
    case Trigger::View:
        return tr("when looked at");
    case Trigger::Presence:
        return tr("with presence");
    case Trigger::DailyPurge:
    case Trigger::HashCheck:
        return tr("daily");
    case Trigger::Replication:
        return tr("replication");
    case Trigger::MailboxMove:
        return tr("mailbox move");
    case Trigger::Editing:
        return tr("change here");
    case Trigger::Nothing:
        return tr("never");
    }
    return {};
}

} // namespace

QString calledName(const Person &person)
{
    if (!person.givenName.isEmpty())
        return person.givenName;
    return person.displayName.isEmpty() ? person.keys.key : person.displayName;
}

QString dayWords(const QDateTime &time, const QDateTime &now)
{
    return FindingTexts::day(time, now, false);
}

QString momentWords(const QDateTime &time, const QDateTime &now)
{
    return FindingTexts::day(time, now, true);
}

QString wordFor(SyncState state)
{
    return FindingTexts::state(state);
}

FindingWords wordsFor(
    const Finding &finding, const SyncBoard &board, const Person &person, const QDateTime &now)
{
    FindingWords words;
    words.facts = FindingTexts::facts(finding, now);
    words.badge = FindingTexts::badge(finding, now);
    words.cause = causeSentence(finding, board, person);
    words.until = FindingTexts::until(finding, person, now);
    words.spoken = FindingTexts::spoken(finding, words);
    return words;
}

QString labelFor(const Flow &flow)
{
    QString label = FindingTexts::trigger(flow.trigger);
    if (flow.edges.size() > 1 && flow.kind == FlowKind::Push && flow.trigger == Trigger::PhotoSaved)
        label += QStringLiteral(" · %1/%2 px").arg(flow.edges.first()).arg(flow.edges.last());
    return label;
}

} // namespace likeness
