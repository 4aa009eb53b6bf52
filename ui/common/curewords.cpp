// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/curecommand.h"
#include "ui/common/causewords.h"
#include "ui/common/findingwords.h"

#include <QCoreApplication>
#include <QMap>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file. The ids are those of flows.json.
class CureTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::CureTexts)
public:
    static QString rights(CureRights rights, const QString &name);
    static QString button(CureAction action);
    static QString title(const QString &id, const QString &name);
    static QString sideEffect(const QString &id);
    static QString message(const QString &id, const QString &name);
};

QString CureTexts::rights(CureRights rights, const QString &name)
{
    switch (rights) {
    case CureRights::Anyone:
        return tr("anyone");
    case CureRights::Person:
        //: Who may do it: %1 is a given name
        return tr("%1, or the helpdesk").arg(name);
    case CureRights::Helpdesk:
        return tr("helpdesk");
    case CureRights::Exchange:
        return tr("Exchange administrators");
    case CureRights::SharePoint:
        return tr("SharePoint administrators");
    case CureRights::Directory:
        return tr("whoever may write in the directory");
    case CureRights::Tenant:
        return tr("Microsoft 365 administrators");
    case CureRights::Skype:
        return tr("Skype for Business administrators");
    }
    return {};
}

QString CureTexts::button(CureAction action)
{
    switch (action) {
    case CureAction::None:
        return {};
    case CureAction::Upload:
        return tr("Upload there…");
    case CureAction::RewriteDirectory:
        return tr("Write 96 × 96…");
    case CureAction::ClearTombstone:
        return tr("Step by step…");
    case CureAction::Restore:
        return tr("Restore…");
    }
    return {};
}

QString CureTexts::title(const QString &id, const QString &name)
{
    const QMap<QString, QString> titles {
        {u"upload"_s, tr("Upload the photo there too")},
        {u"upload-cloud"_s, tr("Upload the photo to the cloud itself")},
        {u"rewrite-directory"_s, tr("Write a photo of 96 × 96 pixels into the directory")},
        {u"clear-tombstone"_s, tr("Make Exchange forget the removal, and keep the directory's photo")},
        {u"restore"_s, tr("Write back the photo that stood there before")},
        //: %1 is a given name
        {u"own-visit"_s, tr("Ask %1 to open the own profile page once").arg(name)},
        {u"write-thumbnails"_s, tr("Write SharePoint's three pictures directly")},
        {u"sync-now"_s, tr("Start a directory synchronisation")},
        {u"save-preview"_s, tr("Save the preview, or discard it")},
        {u"delete-server-files"_s, tr("Delete the photo files on the Exchange servers")},
        {u"allow-change"_s, tr("Allow people to change their photo")},
        {u"photo-source"_s, tr("Allow changes in the cloud")},
        {u"thumbnail-job"_s, tr("Let SharePoint make its thumbnails")},
        {u"profile-sync"_s, tr("Run the profile synchronisation")},
        {u"save-again"_s, tr("Save the picture in SharePoint once more, so that the export sees a change")},
        {u"reset-cloud-site"_s, tr("Reset SharePoint Online's note of where its photo came from")},
        {u"sign-out-and-in"_s, tr("Sign out of Teams and in again")},
        {u"clear-client-cache"_s, tr("Sign out and delete the program's own copies")},
        {u"restart-client"_s, tr("Restart the program")},
        {u"wait"_s, tr("Wait")},
        {u"update-address-book"_s, tr("Renew the address book now")},
        {u"raise-limit"_s, tr("Allow larger pictures from the web, or use a smaller one")},
        {u"publish-url"_s, tr("Show outsiders a picture from a web address")},
        {u"check-ews"_s, tr("Check that Skype for Business reaches Exchange")},
        {u"prefer-directory"_s, tr("Let Outlook prefer the organisation's photos")},
        {u"delete-contact-photo"_s, tr("Remove the photo from the contact")},
        {u"stop-writer"_s, tr("Find the other program that writes photos and stop it")},
        {u"replicate"_s, tr("Replicate the directory now")},
        {u"global-catalog"_s, tr("Look whether photos are in the global catalogue")},
        {u"offline-book"_s, tr("Renew the offline address book")},
        {u"use-graph"_s, tr("Set the photo by Microsoft Graph")},
    };
    return titles.value(id);
}

QString CureTexts::sideEffect(const QString &id)
{
    const QMap<QString, QString> effects {
        {u"rewrite-directory"_s, tr("the next save in Exchange makes it small again")},
        {u"clear-tombstone"_s,
            tr("the command deletes the directory's photo too; step by step it is kept and written back")},
        {u"upload"_s, tr("a save in Exchange replaces the directory's photo with a small one")},
        {u"write-thumbnails"_s, tr("the next fetch from Exchange replaces them")},
        {u"allow-change"_s, tr("for everybody under this policy; takes up to a day")},
        {u"photo-source"_s, tr("for the whole tenant; takes up to a day")},
        {u"global-catalog"_s, tr("adding them changes the schema of the forest")},
        {u"delete-server-files"_s, tr("they are made again when next asked for")},
        {u"clear-client-cache"_s, tr("only on that computer")},
        {u"sign-out-and-in"_s, tr("only on that computer")},
        {u"restart-client"_s, tr("only on that computer")},
        {u"prefer-directory"_s, tr("for everybody the setting reaches")},
        {u"raise-limit"_s, tr("for everybody under this policy")},
    };
    return effects.value(id, tr("no side effect"));
}

QString CureTexts::message(const QString &id, const QString &name)
{
    if (id != "own-visit"_L1)
        return {};
    //: A message to copy into a mail: %1 is a given name
    return tr(
        "Hello %1,\n\nyour new photo has arrived everywhere but in SharePoint, which fetches it only when "
        "you look at your own profile. Please open your profile page in SharePoint once; nothing else "
        "needs to be done there.\n\nThank you.")
        .arg(name);
}

} // namespace

CureWords wordsFor(const Cure &cure, const Person &person)
{
    const QString name = calledName(person);
    CureWords words;
    words.title = CureTexts::title(cure.id, name);
    words.facts = CureTexts::rights(cure.rights, name) + u" · "_s + CureTexts::sideEffect(cure.id);
    words.command = commandFor(cure, person.keys);
    words.message = CureTexts::message(cure.id, name);
    words.button = CureTexts::button(cure.action);
    return words;
}

} // namespace likeness
