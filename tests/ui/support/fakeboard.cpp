// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeboard.h"

#include "services/sandbox/sandboxpeople.h"

#include <QBuffer>
#include <QHash>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct FakeFlowRow
{
    const char *id;
    const char *from;
    const char *to;
    FlowKind kind;
    Trigger trigger;
    int edge;
    const char *via = "";
};

// As people see them work; ids, ends and triggers as in the book.
const FakeFlowRow fakeFlowRows[] = {
    {"E01", "exop", "ad", FlowKind::Push, Trigger::PhotoSaved, 64},
    {"E04", "ad", "owa", FlowKind::ReadFallback, Trigger::View, 0},
    {"E05", "exop", "owa", FlowKind::Read, Trigger::View, 0},
    {"E06", "ad", "m365", FlowKind::Push, Trigger::SyncCycle, 0},
    {"E07", "m365", "exo", FlowKind::Push, Trigger::Periodic, 0},
    {"E08", "exop", "m365", FlowKind::Composed, Trigger::PhotoSaved, 64},
    {"E10", "m365", "ad", FlowKind::None, Trigger::Nothing, 0},
    {"E11", "exop", "sp13", FlowKind::Pull, Trigger::OwnVisit, 300},
    {"E13", "ad", "sp10", FlowKind::Push, Trigger::ProfileSync, 144},
    {"E14", "exo m365", "spo", FlowKind::Pull, Trigger::OwnVisit, 300},
    {"E16", "m365 exo", "delve", FlowKind::Read, Trigger::View, 0},
    {"E17", "m365", "teams", FlowKind::ReadCached, Trigger::View, 0},
    {"E18", "exop exo", "sfb", FlowKind::Read, Trigger::View, 648},
    {"E19", "ad", "abs", FlowKind::Pull, Trigger::DailyPurge, 96},
    {"E20", "abs", "lync10 sfb", FlowKind::Pull, Trigger::HashCheck, 48},
    {"E21", "m365", "yammer", FlowKind::Read, Trigger::View, 0},
    {"E22", "ad", "outlook", FlowKind::Read, Trigger::View, 0, "oab"},
    {"E23", "exop", "outlook", FlowKind::ReadCached, Trigger::View, 96},
    {"E26", "exo", "m365", FlowKind::Push, Trigger::PhotoSaved, 648},
    {"E32", "url", "sfb", FlowKind::Read, Trigger::Presence, 0},
    {"E33", "exop", "exop_cache", FlowKind::Pull, Trigger::View, 0},
};

QList<SyncNode> fakeNodes(const char *ids)
{
    QList<SyncNode> nodes;
    for (const QString &id : QString::fromLatin1(ids).split(u' ', Qt::SkipEmptyParts))
        nodes.append(syncNodeOf(id).value());
    return nodes;
}

struct FakeCard
{
    SyncNode node;
    SyncState state;
    Cause cause;
    const char *photo; ///< "new 648", "old 300", ""
    const char *flows = "";
    int minutes = 0; ///< until the latest; 0 = never by itself
    Trigger after = Trigger::Nothing;
};

Finding fakeFinding(const FakeCard &card)
{
    Finding finding;
    finding.node = card.node;
    finding.state = card.state;
    finding.cause = card.cause;
    finding.derived = isDerived(card.node);
    finding.needs = 300;
    const QStringList photo = QString::fromLatin1(card.photo).split(u' ', Qt::SkipEmptyParts);
    const bool earlier = photo.value(0) == "old"_L1;
    if (!photo.isEmpty()) {
        finding.shows = fakeServed(earlier, photo.at(1).toInt());
        finding.changed = earlier ? QDateTime(QDate(2026, 3, 3), QTime(8, 20), Qt::UTC)
                                  : fakeBoardTime().addSecs(-13 * 60);
        finding.comparison
            = earlier ? Comparison {Likeness::Different, 0.24} : Comparison {Likeness::Same, 0.98};
    }
    finding.flows = QString::fromLatin1(card.flows).split(u' ', Qt::SkipEmptyParts);
    if (card.minutes > 0)
        finding.arrival = {fakeBoardTime(), fakeBoardTime().addSecs(card.minutes * 60), Trigger::Nothing};
    finding.arrival.after = card.after;
    if (card.cause == Cause::NeverAsked) {
        finding.rule = u"F08"_s;
        finding.cures = {u"own-visit"_s, u"write-thumbnails"_s};
        finding.disputes = {u"D01"_s};
        finding.evidence = {u"userphoto.aspx?size=L: 200, 300×300, 21,384 B"_s,
            u"SPS-PictureTimestamp 2026-03-03 08:20"_s, u"sha256 6f1b2c0a94d3"_s};
    } else if (card.state > SyncState::Pending) {
        finding.rule = u"F09"_s;
        finding.cures = {u"rewrite-directory"_s};
        finding.evidence = {u"thumbnailPhoto: 48×48, 2,130 B"_s};
    }
    if (card.state == SyncState::Unreachable) {
        finding.error = Error {Errc::Offline, u"connection refused"_s};
        finding.evidence = {u"https://sp.lab.likeness.test: connection refused"_s};
    }
    return finding;
}

BoardContent fakeContent(const QList<FakeCard> &cards)
{
    BoardContent content;
    for (const SandboxPerson &person : sandboxPeople()) {
        if (person.person.keys.key == "ada.reyes"_L1)
            content.person = person.person;
    }
    content.now = fakeBoardTime();
    content.book = fakeBook();
    for (const FakeCard &card : cards) {
        content.board.findings.append(fakeFinding(card));
        content.board.overall = std::max(content.board.overall, card.state);
    }
    for (const Finding &finding : std::as_const(content.board.findings)) {
        if (finding.cause == Cause::Reference && finding.shows)
            content.board.reference = Reference {finding.node, *finding.shows, finding.changed, true};
    }
    return content;
}

const QList<FakeCard> drawnCards {
    {SyncNode::Exchange, SyncState::InStep, Cause::Reference, "new 648"},
    {SyncNode::ActiveDirectory, SyncState::InStep, Cause::SamePicture, "new 96", "E01"},
    {SyncNode::Microsoft365, SyncState::Pending, Cause::OnItsWay, "old 240", "E06", 18},
    {SyncNode::SharePoint, SyncState::Stale, Cause::NeverAsked, "old 300", "E11", 0, Trigger::OwnVisit},
    {SyncNode::SharePointOnline, SyncState::Pending, Cause::OnItsWay, "old 72", "E14", 4320},
    {SyncNode::AddressBook, SyncState::Pending, Cause::OnItsWay, "new 96", "E19", 1440},
    {SyncNode::Outlook, SyncState::Pending, Cause::OwnCopy, "new 96", "E23 E22", 1440},
    {SyncNode::OutlookWeb, SyncState::InStep, Cause::Follows, "new 240", "E05 E04"},
    {SyncNode::SkypeForBusiness, SyncState::Reduced, Cause::SmallFromDirectory, "new 48", "E20"},
    {SyncNode::Teams, SyncState::Pending, Cause::TeamsCache, "old 240", "E17", 86400},
    {SyncNode::VivaEngage, SyncState::Pending, Cause::Follows, "old 240", "E21", 1500},
};

} // namespace

QDateTime fakeBoardTime()
{
    return {QDate(2026, 11, 21), QTime(9, 25), Qt::UTC};
}

ServedPhoto fakeServed(bool earlier, int edge)
{
    static QHash<std::pair<bool, int>, ServedPhoto> made; // portraits take their time
    if (const auto known = made.constFind({earlier, edge}); known != made.constEnd())
        return *known;
    const QImage image
        = sandboxPhoto(u"ada.reyes"_s, earlier ? SandboxPhoto::Earlier : SandboxPhoto::Today, edge);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 92);
    ServedPhoto served;
    served.asked = edge;
    served.photo = EncodedPhoto::of(bytes, image.size());
    made.insert({earlier, edge}, served);
    return served;
}

FlowBook fakeBook()
{
    FlowBook book;
    for (const FakeFlowRow &row : fakeFlowRows) {
        Flow flow;
        flow.id = QLatin1String(row.id);
        flow.from = fakeNodes(row.from);
        flow.to = fakeNodes(row.to);
        flow.via = fakeNodes(row.via);
        flow.kind = row.kind;
        flow.trigger = row.trigger;
        if (row.edge > 0)
            flow.edges = {row.edge};
        book.flows.append(flow);
    }
    book.failures
        = {{u"F08"_s, {u"own-visit"_s, u"write-thumbnails"_s}, {u"Microsoft"_s}, Confidence::MicrosoftBlog},
            {u"F09"_s, {u"rewrite-directory"_s}, {u"Microsoft"_s}, Confidence::Microsoft}};
    book.cures = {{u"own-visit"_s, CureRights::Person},
        {u"write-thumbnails"_s, CureRights::SharePoint, {}, CureAction::Upload},
        {u"rewrite-directory"_s, CureRights::Directory,
            u"Set-ADUser {key} -Replace @{thumbnailPhoto=$bytes}"_s, CureAction::RewriteDirectory}};
    book.disputes = {{u"D01"_s, {u"E11"_s, u"F08"_s},
        {u"asks again after 6 hours (Microsoft, 2013)"_s,
            u"asks again after 24 hours (field report, 2016)"_s}}};
    return book;
}

BoardContent fakeBoard()
{
    return fakeContent(drawnCards);
}

BoardContent crowdedBoard()
{
    return fakeContent({
        {SyncNode::Exchange, SyncState::InStep, Cause::Reference, "new 648"},
        {SyncNode::ActiveDirectory, SyncState::InStep, Cause::SamePicture, "new 96", "E01"},
        {SyncNode::Microsoft365, SyncState::Pending, Cause::OnItsWay, "old 240", "E06 E26", 18},
        {SyncNode::ExchangeOnline, SyncState::RemovedOnPurpose, Cause::Tombstone, "", "E07"},
        {SyncNode::PublicUrl, SyncState::NoFlow, Cause::NothingBringsIt, "old 120"},
        {SyncNode::ExchangeFiles, SyncState::Pending, Cause::OnItsWay, "old 648", "E33", 3000},
        {SyncNode::SharePoint2010, SyncState::Unreachable, Cause::CannotReach, "", "E13"},
        {SyncNode::SharePoint, SyncState::Stale, Cause::NeverAsked, "old 300", "E11", 0, Trigger::OwnVisit},
        {SyncNode::SharePointOnline, SyncState::Missing, Cause::CloudSiteStuck, "", "E14", 0,
            Trigger::OwnVisit},
        {SyncNode::AddressBook, SyncState::Pending, Cause::OnItsWay, "new 96", "E19", 1440},
        {SyncNode::OfflineAddressBook, SyncState::InStep, Cause::SamePicture, "new 96", "E22"},
        {SyncNode::Outlook, SyncState::Pending, Cause::OwnCopy, "new 96", "E23 E22", 1440},
        {SyncNode::OutlookWeb, SyncState::InStep, Cause::Follows, "new 240", "E05 E04"},
        {SyncNode::Lync2010, SyncState::Reduced, Cause::SmallFromDirectory, "new 48", "E20"},
        {SyncNode::SkypeForBusiness, SyncState::Blocked, Cause::PolicyHides, "", "E18 E32"},
        {SyncNode::Teams, SyncState::Different, Cause::TeamsCache, "old 240", "E17"},
        {SyncNode::Delve, SyncState::Unknown, Cause::NotLooked, "", "E16"},
        {SyncNode::VivaEngage, SyncState::Pending, Cause::Follows, "old 240", "E21", 1500},
    });
}

BoardContent smallBoard()
{
    return fakeContent({
        {SyncNode::Exchange, SyncState::InStep, Cause::Reference, "new 648"},
        {SyncNode::ActiveDirectory, SyncState::InStep, Cause::SamePicture, "new 96", "E01"},
        {SyncNode::Outlook, SyncState::InStep, Cause::Follows, "new 96", "E23 E22"},
    });
}

BoardContent photolessBoard()
{
    BoardContent content = fakeBoard();
    for (Finding &finding : content.board.findings) {
        Finding none;
        none.node = finding.node;
        none.derived = finding.derived;
        none.state = SyncState::Missing;
        none.cause = Cause::NobodyHasOne;
        none.flows = finding.flows;
        finding = none;
    }
    content.board.reference.reset();
    content.board.overall = SyncState::Missing;
    return content;
}

BoardContent unseenBoard()
{
    BoardContent content = fakeBoard();
    for (Finding &finding : content.board.findings) {
        Finding unseen;
        unseen.node = finding.node;
        unseen.derived = finding.derived;
        unseen.flows = finding.flows;
        finding = unseen;
    }
    content.board.reference.reset();
    content.board.overall = SyncState::Unknown;
    return content;
}

} // namespace likeness
