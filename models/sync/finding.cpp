// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/finding.h"

#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1String, syncStateCount> stateNames {"unknown"_L1, "unreachable"_L1, "no-flow"_L1,
    "in-step"_L1, "pending"_L1, "missing"_L1, "reduced"_L1, "stale"_L1, "different"_L1,
    "removed-on-purpose"_L1, "blocked"_L1};

} // namespace

QLatin1String nameOf(SyncState state)
{
    return stateNames[static_cast<size_t>(state)];
}

std::optional<SyncState> syncStateNamed(const QString &name)
{
    for (size_t at = 0; at < stateNames.size(); ++at) {
        if (name == stateNames[at])
            return static_cast<SyncState>(at);
    }
    return std::nullopt;
}

QLatin1String nameOf(Cause cause)
{
    switch (cause) {
    case Cause::NotLooked:
        return "not-looked"_L1;
    case Cause::CannotReach:
        return "cannot-reach"_L1;
    case Cause::NobodyThere:
        return "nobody-there"_L1;
    case Cause::NobodyHasOne:
        return "nobody-has-one"_L1;
    case Cause::Reference:
        return "reference"_L1;
    case Cause::SamePicture:
        return "same-picture"_L1;
    case Cause::OnItsWay:
        return "on-its-way"_L1;
    case Cause::Overdue:
        return "overdue"_L1;
    case Cause::NothingBringsIt:
        return "nothing-brings-it"_L1;
    case Cause::SwitchedOff:
        return "switched-off"_L1;
    case Cause::TooSmall:
        return "too-small"_L1;
    case Cause::MirroredCopy:
        return "mirrored-copy"_L1;
    case Cause::CroppedCopy:
        return "cropped-copy"_L1;
    case Cause::WrittenLater:
        return "written-later"_L1;
    case Cause::Follows:
        return "follows"_L1;
    case Cause::OwnCopy:
        return "own-copy"_L1;
    case Cause::SourceUnknown:
        return "source-unknown"_L1;
    case Cause::PolicyHides:
        return "policy-hides"_L1;
    case Cause::RemovedWithIt:
        return "removed-with-it"_L1;
    case Cause::Tombstone:
        return "tombstone"_L1;
    case Cause::DirectoryShrunk:
        return "directory-shrunk"_L1;
    case Cause::MailboxOlder:
        return "mailbox-older"_L1;
    case Cause::PreviewNotSaved:
        return "preview-not-saved"_L1;
    case Cause::FilesOfServer:
        return "files-of-server"_L1;
    case Cause::TooLargeForCloud:
        return "too-large-for-cloud"_L1;
    case Cause::PolicyForbids:
        return "policy-forbids"_L1;
    case Cause::NeverAsked:
        return "never-asked"_L1;
    case Cause::Enlarged:
        return "enlarged"_L1;
    case Cause::CloudSiteStuck:
        return "cloud-site-stuck"_L1;
    case Cause::TeamsCache:
        return "teams-cache"_L1;
    case Cause::AddressBookCycle:
        return "address-book-cycle"_L1;
    case Cause::ContactWins:
        return "contact-wins"_L1;
    case Cause::TwoWriters:
        return "two-writers"_L1;
    case Cause::NotReplicated:
        return "not-replicated"_L1;
    case Cause::WrongAttribute:
        return "wrong-attribute"_L1;
    case Cause::MailboxKind:
        return "mailbox-kind"_L1;
    case Cause::ViewerOutside:
        return "viewer-outside"_L1;
    case Cause::SmallFromDirectory:
        return "small-from-directory"_L1;
    case Cause::CommandRetired:
        return "command-retired"_L1;
    }
    return {};
}

std::optional<Cause> causeNamed(const QString &name)
{
    for (int at = 0; at <= static_cast<int>(Cause::CommandRetired); ++at) {
        if (name == nameOf(static_cast<Cause>(at)))
            return static_cast<Cause>(at);
    }
    return std::nullopt;
}

QLatin1String nameOf(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Same:
        return "same"_L1;
    case Likeness::Cropped:
        return "cropped"_L1;
    case Likeness::Mirrored:
        return "mirrored"_L1;
    case Likeness::Different:
        return "different"_L1;
    }
    return {};
}

const Finding *SyncBoard::at(SyncNode node) const
{
    for (const Finding &finding : findings) {
        if (finding.node == node)
            return &finding;
    }
    return nullptr;
}

} // namespace likeness
