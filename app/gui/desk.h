// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/job/job.h"
#include "services/ledger/ledger.h"
#include "services/session/organisation.h"
#include "services/session/picturesession.h"
#include "services/session/uploadsession.h"
#include "services/settings/organisationfile.h"
#include "ui/settings/connectiontester.h"

#include <QThreadPool>

namespace likeness {

class ActivityPage;
class BestSecretStore;
class FirstRunPage;
class Language;
class MainWindow;
class PhotoPage;
class Preferences;
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
        Preferences &preferences;
        MainWindow &window;
    };
    explicit Desk(const House &house, QObject *parent = nullptr);
    ~Desk() override;

    struct Wish
    {
        QString organisationFile; ///< empty = the one that was open last
        bool sandbox = false;
    };
    void begin(const Wish &wish);

    PictureSession *picture() const { return m_picture.get(); }
    UploadSession *upload() const { return m_upload.get(); }

signals:
    /// The first page stands: an organisation is open, or the first-run page is shown.
    void settled();

private:
    class Tester;

    void openOrganisation(const QString &path);
    void open(const OrganisationFile &file);
    void close();
    Result<Done> openLedger();
    void makePages();
    void findMe(const QString &key);
    void showPerson(const Person &person);
    void showHead(WindowHeader &header);
    void restore(const LedgerEntry &entry);
    void startSandbox();
    void sandboxStarted(const Result<SandboxParts> &parts);
    void showFirstRun();
    void editSettings(const QString &path);
    void sayWhetherSecretsLast();
    BestSecretStore &secrets();
    SecretStore &secretsFor(const OrganisationFile &file);

    House m_house;
    QThreadPool m_workers;
    std::unique_ptr<BestSecretStore> m_secrets; ///< made when first asked for
    std::unique_ptr<SecretStore> m_sandboxSecrets;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Tester> m_tester;
    std::optional<Organisation> m_organisation;
    std::unique_ptr<PictureSession> m_picture;
    std::unique_ptr<UploadSession> m_upload;
    Person m_me;
    JobPtr<Person> m_finding;
    JobPtr<SandboxParts> m_starting;
    JobPtr<bool> m_choosing;
    JobPtr<QList<LedgerEntry>> m_settling;
    FirstRunPage *m_firstRun = nullptr;
    PhotoPage *m_photoPage = nullptr;
    SettingsPage *m_settings = nullptr;
    ActivityPage *m_activity = nullptr;
};

} // namespace likeness
