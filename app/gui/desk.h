// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/endpointtester.h"
#include "models/people/person.h"
#include "services/job/job.h"
#include "services/ledger/ledger.h"
#include "services/session/organisation.h"
#include "services/session/picturesession.h"
#include "services/session/uploadsession.h"
#include "services/settings/organisationfile.h"

#include <QPointer>
#include <QThreadPool>

namespace likeness {

class ActivityPage;
class AppSettings;
class BestSecretStore;
class BoardDesk;
class FirstRunPage;
class Language;
class MainWindow;
class ImportRuns;
class OverviewDesk;
class PeopleDesk;
class PeopleSearchPage;
class PersonPage;
class PhotoPage;
class ScanQueue;
class SightingHistory;
class Standings;
class Sandbox;
class SecretStore;
class SettingsPage;
class Theme;
class WindowHeader;
struct SandboxParts;

/// The composition root of the window: opens an organisation or starts the sandbox, makes the sessions and
/// pages for it, and takes them down again when another is opened. Nothing of it happens before begin(),
/// which main calls when the window has been painted. GUI thread.
class Desk final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Theme &theme;
        Language &language;
        AppSettings &settings;
        MainWindow &window;
        QString dataFolder; ///< ends in a slash; the organisation file and the history, when none is named
        QString cacheFolder {}; ///< of the photos that lists show; empty = none is kept
    };
    explicit Desk(const House &house, QObject *parent = nullptr);
    ~Desk() override;

    struct Wish
    {
        QString organisationFile; ///< empty = the one that was open last
        bool sandbox = false;
        QString picture {}; ///< opened as soon as there is an organisation to open it in; empty = none
    };
    void begin(const Wish &wish);
    /// Closes what is open and offers to connect or to try the sandbox.
    void showFirstRun();
    /// Asks for nothing when no organisation is open yet: the picture is opened when one is.
    void openPicture(const QString &path);

    /// False, and nothing happens, while an upload runs.
    bool showPerson(const Person &person);

    PictureSession *picture() const { return m_picture.get(); }
    UploadSession *upload() const { return m_upload.get(); }
    PhotoPage *photoPage() const { return m_photoPage; }
    PersonPage *personPage() const { return m_personPage; }
    BoardDesk *board() const { return m_board.get(); }
    OverviewDesk *overview() const { return m_overview.get(); }
    PeopleSearchPage *peoplePage() const { return m_people; }
    PeopleDesk *people() const { return m_peopleDesk.get(); }
    Sandbox *sandbox() const { return m_sandbox.get(); }

signals:
    /// The first page stands: an organisation is open, or the first-run page is shown.
    void settled();

private:
    void openOrganisation(const QString &path);
    void open(const OrganisationFile &file, const QByteArray &ledgerPassword = {});
    void askForLedger(const OrganisationFile &file);
    void close();
    Result<Done> openLedger(const OrganisationFile &file, const QByteArray &password);
    void settle();
    void makePages();
    void connectPages();
    void connectBoard();
    void makeOverview();
    void offerUpload(const EncodedPhoto &photo, SyncNode node);
    void showChanges();
    void findMe(const QString &key);
    void showHead(WindowHeader &header);
    void restore(const LedgerEntry &entry);
    void restoreFor(const Person &person, const LedgerEntry &entry);
    void rememberFile(const QString &path);
    void startSandbox();
    void sandboxStarted(const Result<SandboxParts> &parts);
    void editSettings(const QString &path);
    void sayWhetherSecretsLast();
    QString usualFile() const;
    BestSecretStore &secrets();
    SecretStore &secretsFor(const OrganisationFile &file);

    House m_house;
    QThreadPool m_workers;
    std::unique_ptr<BestSecretStore> m_secrets; ///< made when first asked for
    std::unique_ptr<SecretStore> m_sandboxSecrets;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Ledger> m_ledger;
    SightingHistory *m_sightings = nullptr; ///< part of the ledger, as the next
    Standings *m_standings = nullptr;
    ScanQueue *m_scanQueue = nullptr;
    ImportRuns *m_imports = nullptr;
    std::unique_ptr<EndpointTester> m_tester;
    std::optional<Organisation> m_organisation;
    std::unique_ptr<PictureSession> m_picture;
    std::unique_ptr<UploadSession> m_upload;
    std::unique_ptr<BoardDesk> m_board;
    std::unique_ptr<PeopleDesk> m_peopleDesk;
    std::unique_ptr<OverviewDesk> m_overview;
    Person m_me;
    QString m_picturePath; ///< to be opened
    JobPtr<Person> m_finding;
    JobPtr<Person> m_restoring;
    JobPtr<SandboxParts> m_starting;
    JobPtr<bool> m_choosing;
    JobPtr<std::optional<QByteArray>> m_ledgerPassword;
    JobPtr<Done> m_keepingPassword;
    JobPtr<QList<LedgerEntry>> m_settling;
    QPointer<FirstRunPage> m_firstRun;
    PersonPage *m_personPage = nullptr; ///< owns the next
    PhotoPage *m_photoPage = nullptr;
    SettingsPage *m_settings = nullptr;
    ActivityPage *m_activity = nullptr;
    PeopleSearchPage *m_people = nullptr;
};

} // namespace likeness
