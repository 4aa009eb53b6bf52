// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/tourwords.h"

#include <QCoreApplication>
#include <QMap>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
class TourTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::TourTexts)
public:
    static QMap<QString, TourWords> tours();
    static QMap<QString, TourStepWords> firstSteps();
    static QMap<QString, TourStepWords> laterSteps();
};

QMap<QString, TourWords> TourTexts::tours()
{
    return {
        {u"own-visit"_s,
            {tr("SharePoint waits for a visit"),
                tr("Ada gets a new photo. Everything has it within the hour, except SharePoint, for "
                   "weeks.")}},
        {u"removed"_s,
            {tr("Removed, and the directory's is not used"),
                tr("Dmitri deletes his photo in Outlook. Later one is put into the directory, and nobody "
                   "sees "
                   "it.")}},
        {u"blurred"_s,
            {tr("Blurred in meetings"),
                tr("Kenji is a blur in every meeting, though his photo looks right in a list.")}},
        {u"hybrid"_s,
            {tr("Hybrid: Exchange is well, SharePoint Online is empty"),
                tr("Seán has a mailbox here and an account in the cloud. His photo reaches one of them.")}},
        {u"two-writers"_s,
            {tr("Two writers revert each other"),
                tr("Each morning Inés finds her former photo in the directory again.")}},
        {u"export-off"_s,
            {tr("Uploaded while the export was off"),
                tr("Łukasz uploaded his photo in SharePoint before its export was switched on.")}},
    };
}

QMap<QString, TourStepWords> TourTexts::firstSteps()
{
    return {
        {u"own-visit-before"_s,
            {tr("Look at the board"), tr("Everything shows the same photo, nine months old.")}},
        {u"own-visit-upload"_s,
            {tr("Upload a new photo"),
                tr("It is in Exchange and, at 96 pixels, in the directory. The cloud will have it within "
                   "half an "
                   "hour. SharePoint is stale: it asks only when Ada opens her own profile.")}},
        {u"own-visit-day"_s,
            {tr("Let a day pass"),
                tr("The cloud has the small photo of the directory. SharePoint has not moved: time does not "
                   "help "
                   "here.")}},
        {u"own-visit-visit"_s,
            {tr("Ada opens her profile"), tr("One visit was enough. SharePoint shows the new photo.")}},
        {u"removed-delete"_s,
            {tr("Dmitri deletes his photo in Outlook"),
                tr("Exchange remembers that he wanted none, and has emptied the directory as well.")}},
        {u"removed-directory"_s,
            {tr("The helpdesk writes one into the directory"),
                tr("The directory has it, Exchange still shows nothing: what was removed on purpose stays "
                   "removed.")}},
        {u"removed-clear"_s,
            {tr("An administrator clears the record"),
                tr("Exchange has forgotten the removal. Its command has taken the directory's photo along; "
                   "Likeness "
                   "kept a copy.")}},
        {u"removed-write-back"_s,
            {tr("Write the kept photo back"),
                tr("Exchange serves the directory's photo now, with its 96 pixels.")}},
        {u"removed-upload"_s,
            {tr("Upload it to Exchange too"), tr("Full size in Exchange, 96 pixels in the directory.")}},
        {u"blurred-before"_s,
            {tr("Look at the board"),
                tr("Only 48 × 48 pixels exist anywhere. A call shows them at 300 and more.")}},
        {u"blurred-upload"_s,
            {tr("Upload a large photo"), tr("Skype for Business takes what it needs from Exchange.")}},
    };
}

QMap<QString, TourStepWords> TourTexts::laterSteps()
{
    return {
        {u"hybrid-upload"_s,
            {tr("Upload to Exchange and the directory"),
                tr("Exchange is in step. The cloud knows nothing yet.")}},
        {u"hybrid-hour"_s,
            {tr("Let an hour pass"),
                tr("The directory's 96 pixels have reached Microsoft 365. SharePoint Online waits for his "
                   "visit.")}},
        {u"hybrid-days"_s,
            {tr("Let four days pass"),
                tr("Its latest time has passed, and SharePoint Online is still empty.")}},
        {u"hybrid-cloud"_s,
            {tr("Upload to the cloud itself"),
                tr("Microsoft 365 has the full size; nothing else brings it there.")}},
        {u"hybrid-visit"_s, {tr("Seán opens his profile"), tr("SharePoint Online has fetched it.")}},
        {u"two-writers-upload"_s,
            {tr("Upload a new photo"), tr("The directory has it. SharePoint keeps its own, older picture.")}},
        {u"two-writers-export"_s,
            {tr("The night's export runs"),
                tr("SharePoint has written its old picture into the directory.")}},
        {u"two-writers-again"_s, {tr("Write the new one again"), tr("Right for a day.")}},
        {u"two-writers-reverted"_s,
            {tr("The next night's export runs"),
                tr("Back and forth: two programs write here, and the board has seen both.")}},
        {u"two-writers-stop"_s,
            {tr("Switch the export off"),
                tr("Nothing overwrites it any more; the old picture is still there.")}},
        {u"two-writers-cure"_s, {tr("Write the new one once more"), tr("Now it stays.")}},
        {u"export-off-upload"_s,
            {tr("Upload to SharePoint"), tr("The directory should get it in the night.")}},
        {u"export-off-days"_s,
            {tr("Let two nights pass"),
                tr("It never comes: the export looks for changes, and this one was made before it ran.")}},
        {u"export-off-save"_s,
            {tr("Save it again; the export runs"),
                tr("Now it counts as a change, and the directory has it.")}},
    };
}

} // namespace

TourWords wordsForTour(const QString &id)
{
    return TourTexts::tours().value(id);
}

TourStepWords wordsForTourStep(const QString &id)
{
    const QMap<QString, TourStepWords> first = TourTexts::firstSteps();
    return first.contains(id) ? first.value(id) : TourTexts::laterSteps().value(id);
}

} // namespace likeness
