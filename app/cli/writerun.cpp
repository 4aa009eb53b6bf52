// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/writerun.h"

#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <algorithm>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;
using Stage = StoreProgress::Stage;

QString stageSentence(Stage stage)
{
    switch (stage) {
    //: What is being done with a store; after its name and a colon.
    case Stage::Waiting:
        return WriteRun::tr("waiting…");
    case Stage::Reading:
        return WriteRun::tr("reading what is there…");
    case Stage::Saving:
        return WriteRun::tr("keeping the photo that was there…");
    case Stage::Writing:
        return WriteRun::tr("writing…");
    case Stage::Verifying:
        return WriteRun::tr("reading it back…");
    case Stage::Done:
        return WriteRun::tr("written and read back");
    case Stage::Failed:
        return WriteRun::tr("failed");
    case Stage::Cancelled:
        return WriteRun::tr("cancelled");
    case Stage::Conflicted:
        return WriteRun::tr("somebody else has written meanwhile; nothing was overwritten");
    }
    Q_UNREACHABLE();
}

QLatin1String outcomeName(Stage stage)
{
    switch (stage) {
    case Stage::Waiting:
    case Stage::Reading:
    case Stage::Saving:
    case Stage::Writing:
    case Stage::Verifying:
        return "unfinished"_L1;
    case Stage::Done:
        return "verified"_L1;
    case Stage::Failed:
        return "failed"_L1;
    case Stage::Cancelled:
        return "cancelled"_L1;
    case Stage::Conflicted:
        return "conflict"_L1;
    }
    Q_UNREACHABLE();
}

bool hasEnded(Stage stage)
{
    return outcomeName(stage) != "unfinished"_L1;
}

ExitCode verdictOn(const StoreProgress &progress)
{
    switch (progress.stage) {
    case Stage::Done:
        return ExitCode::Ok;
    case Stage::Conflicted:
        return ExitCode::Conflict;
    case Stage::Cancelled:
        return ExitCode::Cancelled;
    case Stage::Failed:
    case Stage::Waiting:
    case Stage::Reading:
    case Stage::Saving:
    case Stage::Writing:
    case Stage::Verifying:
        return progress.error ? exitCodeOf(progress.error->code) : ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

WriteRun::WriteRun(UploadSession &session, Output &output)
    : m_session(session)
    , m_output(output)
{
    connect(&session, &UploadSession::progressChanged, this, &WriteRun::show);
    connect(&session, &UploadSession::finished, this, &WriteRun::finished);
}

void WriteRun::cancel()
{
    m_cancelled = true;
    m_output.note(tr("Stopping; what is being written is finished first."));
    m_session.cancel();
}

void WriteRun::show(const StoreId &store)
{
    m_stores.insert(store);
    const StoreProgress progress = m_session.progress(store);
    //: %1 is the title of a store, %2 what is being done or how it ended.
    const QString line = tr("%1: %2").arg(titleOf(store), stageSentence(progress.stage));
    if (!hasEnded(progress.stage))
        return m_output.progress(line);
    m_output.line(line);
    if (!progress.error || progress.stage == Stage::Cancelled)
        return;
    const ErrorWords words = wordsFor(*progress.error, titleOf(store));
    m_output.note(words.title + u". "_s + words.sentences());
    if (!progress.error->handover.isEmpty())
        m_output.note(tr("Somebody who administers it can do it with:") + u'\n' + progress.error->handover);
}

QString WriteRun::titleOf(const StoreId &store) const
{
    const QList<StoreOffer> &offers = m_session.offers();
    const auto found = std::ranges::find(offers, store, &StoreOffer::store);
    return found == offers.cend() ? store.instance : found->title;
}

QJsonArray WriteRun::outcomes() const
{
    QJsonArray list;
    for (const StoreId &store : m_stores) {
        const StoreProgress progress = m_session.progress(store);
        QJsonObject json {{u"store"_s, store.instance}, {u"outcome"_s, outcomeName(progress.stage)}};
        if (progress.error)
            json.insert("error"_L1, jsonOf(*progress.error, titleOf(store)));
        list.append(json);
    }
    return list;
}

ExitCode WriteRun::verdict() const
{
    std::set<ExitCode> verdicts;
    for (const StoreId &store : m_stores)
        verdicts.insert(verdictOn(m_session.progress(store)));
    if (m_cancelled && !verdicts.contains(ExitCode::Ok))
        return ExitCode::Cancelled;
    if (verdicts.size() == 1)
        return *verdicts.begin();
    return verdicts.empty() ? ExitCode::Ok : ExitCode::Partial;
}

} // namespace likeness
