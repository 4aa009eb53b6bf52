// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/causewords.h"
#include "ui/common/nodewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness {

namespace {

/// The translation context of this file, in switches by what the causes are about.
class CauseTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::CauseTexts)
public:
    CauseTexts(const Finding &finding, const SyncBoard &board, const Person &person)
        : m_finding(finding)
        , m_board(board)
        , m_here(shownTitle(finding.node))
        , m_source(finding.source ? shownTitle(*finding.source) : tr("its source"))
        , m_name(calledName(person))
        , m_edge(finding.shows ? finding.shows->edge() : 0)
    {
    }

    QString sentence() const
    {
        for (const QString &text : {plain(), directory(), exchange(), sharePoint(), cloud(), viewer()}) {
            if (!text.isEmpty())
                return text;
        }
        return {};
    }

private:
    QString plain() const
    {
        //: In all sentences of this context %1 is a product such as "SharePoint", %2 another one it takes its
        //: photo from, unless said otherwise.
        switch (m_finding.cause) {
        case Cause::NotLooked:
            return tr("Nobody has looked at %1 yet.").arg(m_here);
        case Cause::CannotReach:
            return tr("%1 could not be asked, so nothing is known about it.").arg(m_here);
        case Cause::NobodyThere:
            return tr("%1 knows nobody of this name, so nothing is shown of %2 there.").arg(m_here, m_name);
        case Cause::NobodyHasOne:
            return tr("None of the stores that could be asked has a photo.");
        case Cause::Reference:
            return m_board.reference && m_board.reference->uploaded
                ? tr("%1 has the photo that was uploaded. All others are compared with it.").arg(m_here)
                : tr("%1 has the newest photo. All others are compared with it.").arg(m_here);
        case Cause::SamePicture:
            return tr("%1 shows the same picture, in the size it needs.").arg(m_here);
        case Cause::OnItsWay:
            return m_finding.shows
                ? tr("%1 still has its former photo. The new one will come from %2.").arg(m_here, m_source)
                : tr("%1 has no photo yet. It will come from %2.").arg(m_here, m_source);
        case Cause::Overdue:
            return tr("The photo should have come from %2 by now, and has not. Whatever carries it to %1 has "
                      "not run, or has failed.")
                .arg(m_here, m_source);
        case Cause::NothingBringsIt:
            return nothingBringsIt();
        case Cause::SwitchedOff:
            return tr("%2 could pass its photo on to %1, but that is switched off in this organisation.")
                .arg(m_here, m_source);
        case Cause::TooSmall:
            //: %2 and %3 are edges in pixels
            return tr(
                "%1 has the right picture, but only %2 pixels wide; it shows it at up to %3. People see it "
                "blurred.")
                .arg(m_here)
                .arg(m_edge)
                .arg(m_finding.needs);
        case Cause::MirroredCopy:
            return tr("%1 shows the picture mirrored. Something has changed it on the way.").arg(m_here);
        case Cause::CroppedCopy:
            return tr("%1 shows another part of the same picture. Something has cropped it on the way.")
                .arg(m_here);
        case Cause::WrittenLater:
            return tr("Somebody has put another photo into %1 since the upload.").arg(m_here);
        default:
            return {};
        }
    }

    QString nothingBringsIt() const
    {
        if (!m_finding.shows)
            return m_finding.source
                ? tr("%1 has no photo, and %2 never passes its own on to it.").arg(m_here, m_source)
                : tr("%1 has no photo, and nothing brings one there.").arg(m_here);
        return m_finding.source
            ? tr("%1 shows another photo, and %2 never passes its own on to it.").arg(m_here, m_source)
            : tr("%1 shows another photo, and nothing brings the new one there.").arg(m_here);
    }

    QString directory() const
    {
        switch (m_finding.cause) {
        case Cause::DirectoryShrunk:
            //: %1 is a number of pixels
            return tr("When a photo is saved in Exchange, Exchange writes a small copy of %1 pixels into the "
                      "directory, over whatever was there.")
                .arg(m_edge);
        case Cause::RemovedWithIt:
            return tr("The photo was removed in Exchange, and Exchange removes the directory's with it.");
        case Cause::WrongAttribute:
            return tr(
                "The photo is in the attribute jpegPhoto. Programs of this kind look in thumbnailPhoto, "
                "which is empty.");
        case Cause::NotReplicated:
            return tr(
                "The domain controllers give different answers: the change has not reached all of them.");
        case Cause::TwoWriters:
            return m_finding.state == SyncState::InStep
                ? tr(
                    "It is right at this moment, but it has changed back and forth: two programs write here, "
                    "each its own photo.")
                : tr("It has changed back and forth: two programs write here, each its own photo, and the "
                     "other one was last.");
        default:
            return {};
        }
    }

    QString exchange() const
    {
        switch (m_finding.cause) {
        case Cause::Tombstone:
            return tr(
                "The photo was removed on purpose, and Exchange remembers that. It then shows nothing at "
                "all, not even the photo of the directory.");
        case Cause::MailboxOlder:
            return tr(
                "The directory has a newer photo, but once a mailbox has a photo of its own Exchange does "
                "not look into the directory again.");
        case Cause::PreviewNotSaved:
            return tr("A new photo was uploaded to Exchange as a preview and never saved.");
        case Cause::FilesOfServer:
            return tr(
                "The mailbox has no photo of its own, so the directory's is shown; but a server still has "
                "the former one on its disk, where it stays for up to seven days.");
        case Cause::MailboxKind:
            //: %1 is a person's given name
            return tr("%1 has no mailbox that keeps photos. The directory's photo is used instead.")
                .arg(m_name);
        case Cause::PolicyForbids:
            return tr("A policy of the organisation does not let anybody change the photo in %1.")
                .arg(m_here);
        case Cause::CommandRetired:
            return tr(
                "The commands that used to set photos in Exchange Online were withdrawn in 2023; a script "
                "that still uses them changes nothing.");
        default:
            return {};
        }
    }

    QString sharePoint() const
    {
        switch (m_finding.cause) {
        case Cause::NeverAsked:
            //: %3 is a person's given name
            return tr(
                "%1 asks %2 only when %3 opens the own profile page, and that has not happened since the "
                "new photo was saved. Nobody else's visit counts.")
                .arg(m_here, m_source, m_name);
        case Cause::Enlarged:
            return tr("SharePoint made its large picture from a small one, so it is blurred.");
        default:
            return {};
        }
    }

    QString cloud() const
    {
        switch (m_finding.cause) {
        case Cause::TooLargeForCloud:
            return tr("The photo has more than 10 KB, which is more than the synchronisation carried at that "
                      "time.");
        case Cause::CloudSiteStuck:
            return tr("SharePoint Online should have fetched the photo long ago and is stuck with its own.");
        case Cause::SmallFromDirectory:
            //: %1 is a number of pixels
            return tr("The cloud got its photo by way of the directory, which holds only the %1 pixels that "
                      "Exchange writes there.")
                .arg(m_edge);
        default:
            return {};
        }
    }

    QString viewer() const
    {
        switch (m_finding.cause) {
        case Cause::Follows:
            return follows();
        case Cause::OwnCopy:
            return tr(
                "%1 takes its photo from %2 and keeps a copy of its own. Until that is renewed people may "
                "see the former photo.")
                .arg(m_here, m_source);
        case Cause::SourceUnknown:
            return tr("What %1 shows depends on something that could not be seen.").arg(m_here);
        case Cause::TeamsCache:
            return tr(
                "Teams has the new photo at once, but the programs of colleagues keep the former one for "
                "up to 60 days.");
        case Cause::AddressBookCycle:
            return tr("%1 renews its copies once a day. Until then it may show the former photo.")
                .arg(m_here);
        case Cause::ContactWins:
            //: %1 is a person's given name
            return tr("Whoever looks has a contact for %1 with a photo of its own, and Outlook prefers that.")
                .arg(m_name);
        case Cause::ViewerOutside:
            return tr("Whoever looks is of another organisation, and photos of the directory are not shown "
                      "there.");
        case Cause::PolicyHides:
            return m_finding.state == SyncState::Blocked
                ? tr("The picture at the web address is larger than the policy allows, so it is not loaded.")
                : tr("A policy has switched photos of contacts off.");
        default:
            return {};
        }
    }

    QString follows() const
    {
        switch (m_finding.state) {
        case SyncState::InStep:
            return tr("%1 shows what %2 has, and that is the right photo.").arg(m_here, m_source);
        case SyncState::Pending:
            return tr("%1 shows what %2 has, and the new photo is still on its way there.")
                .arg(m_here, m_source);
        case SyncState::RemovedOnPurpose:
            return tr("%1 shows what %2 has, and there the photo was removed on purpose.")
                .arg(m_here, m_source);
        case SyncState::Missing:
            return tr("%1 shows what %2 has, and there is no photo.").arg(m_here, m_source);
        default:
            return tr("%1 shows what %2 has, and that is not the right photo.").arg(m_here, m_source);
        }
    }

    const Finding &m_finding;
    const SyncBoard &m_board;
    const QString m_here;
    const QString m_source;
    const QString m_name;
    const int m_edge;
};

} // namespace

QString causeSentence(const Finding &finding, const SyncBoard &board, const Person &person)
{
    return CauseTexts(finding, board, person).sentence();
}

} // namespace likeness
