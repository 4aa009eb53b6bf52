// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"

#include "app/composition/ledgeropening.h"
#include "app/composition/organisationbuilder.h"
#include "app/gui/boarddesk.h"
#include "app/gui/deskwords.h"
#include "app/gui/importdesk.h"
#include "app/gui/overviewdesk.h"
#include "app/gui/overviewwords.h"
#include "app/gui/peopledesk.h"
#include "services/log/categories.h"
#include "services/sandbox/sandbox.h"
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"
#include "services/secrets/memorysecretstore.h"
#include "services/session/settleunfinished.h"
#include "services/settings/appsettings.h"
#include "services/settings/machinepolicy.h"
#include "ui/activity/activitypage.h"
#include "ui/common/segmented.h"
#include "ui/main/firstrunpage.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"
#include "ui/main/windowheader.h"
#include "ui/main/windownotices.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/photo/photopage.h"
#include "ui/settings/settingspage.h"

#include <QFile>
#include <QInputDialog>

namespace likeness {

Desk::Desk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
{
    MainWindow &window = house.window;
    connect(&window, &MainWindow::openRequested, this, [this] {
        if (!m_photoPage)
            return;
        m_personPage->showTab(PersonPage::Tab::Photo);
        m_photoPage->chooseFile();
    });
    connect(&window, &MainWindow::pictureOffered, this, [this](const QMimeData *data) {
        if (!m_photoPage)
            return;
        m_personPage->showTab(PersonPage::Tab::Photo);
        m_photoPage->offer(*data);
    });
    connect(window.header(), &WindowHeader::backToMyPhoto, this, [this] { showPerson(m_me); });
}

Desk::~Desk()
{
    close();
    delete m_house.window.takePage(Place::Settings); // it asks the tester and the secrets
}

BestSecretStore &Desk::secrets()
{
    if (!m_secrets)
        m_secrets = std::make_unique<BestSecretStore>(std::make_unique<KeychainSecretStore>());
    return *m_secrets;
}

SecretStore &Desk::secretsFor(const OrganisationFile &file)
{
    return file.sandbox && m_sandboxSecrets ? *m_sandboxSecrets : secrets();
}

void Desk::begin(const Wish &wish)
{
    m_picturePath = wish.picture;
    const QString usual = usualFile();
    QString path = wish.organisationFile.isEmpty() ? m_house.settings.value(AppSettings::organisationFile)
                                                   : wish.organisationFile;
    if (path.isEmpty() && QFile::exists(usual))
        path = usual;
    if (wish.sandbox) {
        showFirstRun();
        return startSandbox();
    }
    if (path.isEmpty()) {
        showFirstRun();
        editSettings(usual);
        emit settled();
        return;
    }
    openOrganisation(path);
}

void Desk::showFirstRun()
{
    close();
    m_firstRun = new FirstRunPage(m_house.theme);
    m_house.window.setPage(Place::MyPhoto, m_firstRun);
    m_house.window.setHasOrganisation(false);
    connect(m_firstRun, &FirstRunPage::connectRequested, this, [this] {
        editSettings(usualFile());
        m_house.window.goTo(Place::Settings);
    });
    connect(m_firstRun, &FirstRunPage::sandboxRequested, this, &Desk::startSandbox);
    connect(m_firstRun, &FirstRunPage::cancelRequested, this, [this] {
        m_starting.reset();
        m_sandbox.reset();
        m_firstRun->setStep(FirstRunPage::Step::Idle);
    });
}

void Desk::startSandbox()
{
    m_sandboxSecrets = std::make_unique<MemorySecretStore>(); // nothing of it belongs into the keychain
    m_sandbox = std::make_unique<Sandbox>(QString(), *m_sandboxSecrets, m_workers);
    connect(m_sandbox.get(), &Sandbox::stepChanged, m_firstRun, [this](SandboxStep step) {
        if (step == SandboxStep::DrawingPeople)
            m_firstRun->setStep(FirstRunPage::Step::DrawingPeople);
        else if (step == SandboxStep::StartingDirectory)
            m_firstRun->setStep(FirstRunPage::Step::StartingDirectory);
    });
    m_firstRun->setStep(FirstRunPage::Step::DrawingPeople);
    m_starting = m_sandbox->start();
    m_starting->onFinished(this, [this](const Result<SandboxParts> &parts) { sandboxStarted(parts); });
    m_starting->start();
}

void Desk::sandboxStarted(const Result<SandboxParts> &parts)
{
    if (!parts) {
        m_firstRun->showError(parts.error());
        emit settled();
        return;
    }
    openOrganisation(parts->paths.organisationFile());
    if (parts->noDirectory)
        sayFolderOnly(*m_house.window.notices(), *parts->noDirectory);
}

void Desk::openOrganisation(const QString &path)
{
    const Result<OrganisationFile> file = OrganisationFile::load(path);
    if (!file) {
        showFirstRun();
        m_firstRun->showError(file.error(), path);
        editSettings(path);
        emit settled();
        return;
    }
    if (!file->sandbox)
        m_house.settings.setValue(AppSettings::organisationFile, path);
    editSettings(path);
    if (!file->ledger) {
        open(*file);
        emit settled();
        return;
    }
    m_ledgerPassword = secretsFor(*file).load(file->ledger->secretKey());
    m_ledgerPassword->onFinished(
        this, [this, named = *file](const Result<std::optional<QByteArray>> &password) {
            open(named, password && *password ? **password : QByteArray());
            emit settled();
        });
    m_ledgerPassword->start();
}

void Desk::open(const OrganisationFile &file, const QByteArray &ledgerPassword)
{
    close();
    if (const Result<Done> opened = openLedger(file, ledgerPassword); !opened) {
        showFirstRun();
        m_firstRun->showError(opened.error(), file.ledger ? file.ledger->title() : ledgerTitle());
        if (opened.error().code == Errc::SignInNeeded)
            askForLedger(file);
        return;
    }
    Result<Organisation> built = builtOrganisation(file, secretsFor(file), m_workers, machinePolicy());
    if (!built) {
        showFirstRun();
        return m_firstRun->showError(built.error(), file.title);
    }
    m_organisation.emplace(*std::move(built));
    if (!m_picture) // a picture stays open while the organisation is edited
        m_picture = std::make_unique<PictureSession>(m_workers);
    m_upload = std::make_unique<UploadSession>(*m_organisation, *m_ledger, m_workers);
    makePages();
    findMe(m_organisation->me);
    settle();
    if (!m_picturePath.isEmpty())
        openPicture(std::exchange(m_picturePath, {}));
    qCInfo(logApp) << "open:" << m_organisation->id << "with" << m_organisation->stores.size() << "stores";
}

void Desk::settle()
{
    m_settling = settleUnfinished(*m_organisation, *m_ledger);
    m_settling->onFinished(this, [this](const Result<QList<LedgerEntry>> &settled) {
        if (!settled)
            return sayCannotSettle(*m_house.window.notices(), settled.error());
        saySettled(*m_house.window.notices(), *settled);
        m_peopleDesk->imports().lookForOpenRuns();
        showChanges();
    });
    m_settling->start();
}

void Desk::close()
{
    m_settling.reset();
    m_finding.reset();
    m_restoring.reset();
    m_house.window.notices()->clear();
    if (m_photoPage) { // pages look at the sessions until their last moment
        m_house.window.setPersonHeader(nullptr);
        for (const Place place : {Place::MyPhoto, Place::People, Place::Overview, Place::Activity})
            delete m_house.window.takePage(place);
        m_personPage = nullptr;
        m_photoPage = nullptr;
        m_people = nullptr;
        m_activity = nullptr;
    }
    m_overview.reset();
    m_board.reset();
    m_peopleDesk.reset();
    m_upload.reset();
    m_organisation.reset();
    m_sightings = nullptr;
    m_standings = nullptr;
    m_scanQueue = nullptr;
    m_imports = nullptr;
    m_ledger.reset();
}

Result<Done> Desk::openLedger(const OrganisationFile &file, const QByteArray &password)
{
    // What is done in the sandbox goes away with it.
    const QString folder = file.sandbox ? file.folder + u'/' : m_house.dataFolder;
    Result<SqlLedger::Opening> opening
        = openedLedger(file, folder + QStringLiteral("ledger.sqlite"), password);
    if (!opening)
        return opening.error();
    m_sightings = &opening->ledger->sightings();
    m_standings = &opening->ledger->standings();
    m_scanQueue = &opening->ledger->scanQueue();
    m_imports = &opening->ledger->imports();
    m_ledger = std::move(opening->ledger);
    if (!opening->movedAside.isEmpty())
        sayLedgerMovedAside(*m_house.window.notices(), opening->movedAside);
    return Done {};
}

/// A password that fits goes into the secret store, and nowhere else.
void Desk::askForLedger(const OrganisationFile &file)
{
    auto *dialog = new QInputDialog(&m_house.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTextEchoMode(QLineEdit::Password);
    dialog->setWindowTitle(ledgerTitle());
    dialog->setLabelText(ledgerQuestion(*file.ledger));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, file](const QString &password) {
        open(file, password.toUtf8());
        if (!m_ledger)
            return;
        m_keepingPassword = secretsFor(file).save(file.ledger->secretKey(), password.toUtf8());
        m_keepingPassword->start();
    });
    dialog->open();
}

void Desk::makePages()
{
    MainWindow &window = m_house.window;
    m_photoPage = new PhotoPage(*m_picture, *m_upload, m_workers, m_house.theme);
    m_photoPage->setRecentFiles(m_house.settings.recentFiles());
    m_board = std::make_unique<BoardDesk>(
        BoardDesk::House {*m_organisation, *m_upload, *m_ledger, m_sightings, m_standings, m_workers,
            m_organisation->isSandbox ? m_sandbox.get() : nullptr, m_house.theme, *window.notices()});
    m_personPage = new PersonPage(m_photoPage, m_board->makePage());
    // photos of the sandbox go away with it
    m_peopleDesk = std::make_unique<PeopleDesk>(
        PeopleDesk::House {*m_organisation, *m_ledger, m_standings, *m_imports, m_workers,
            m_organisation->isSandbox ? QString() : m_house.cacheFolder, m_house.theme, *window.notices()});
    QWidget *people = m_peopleDesk->makePlace();
    m_people = m_peopleDesk->page();
    m_activity = new ActivityPage(*m_ledger, m_house.theme);
    m_activity->setOrganisation(m_organisation->id);
    m_activity->setRestorable(true);
    window.setPage(Place::MyPhoto, m_personPage);
    window.header()->setTabs(m_personPage->tabs());
    window.setPage(Place::People, people);
    makeOverview();
    window.setPage(Place::Activity, m_activity);
    window.setHasOrganisation(true);
    window.header()->setOrganisation(m_organisation->title);
    window.setPersonHeader([this](WindowHeader &header) { showHead(header); });
    connectPages();
}

void Desk::makeOverview()
{
    m_overview = std::make_unique<OverviewDesk>(
        OverviewDesk::House {*m_organisation, *m_ledger, *m_sightings, *m_standings, *m_scanQueue, m_workers,
            m_organisation->isSandbox ? m_sandbox.get() : nullptr, m_house.theme, *m_house.window.notices()});
    m_house.window.setPage(Place::Overview, m_overview->makePage());
    connect(m_overview.get(), &OverviewDesk::personWanted, this, [this](const Person &person) {
        if (!showPerson(person))
            return sayPersonMustWait(*m_house.window.notices());
        m_personPage->showTab(PersonPage::Tab::SyncBoard);
        m_house.window.goTo(Place::MyPhoto);
    });
}

void Desk::connectPages()
{
    connect(m_photoPage, &PhotoPage::fileOpened, this, &Desk::rememberFile);
    connect(m_peopleDesk.get(), &PeopleDesk::historyChanged, this, &Desk::showChanges);
    connect(m_people, &PeopleSearchPage::chosen, this, [this](const Person &person) {
        showPerson(person);
        m_house.window.goTo(Place::MyPhoto);
    });
    connectBoard();
    connect(m_activity, &ActivityPage::restoreRequested, this, &Desk::restore);
    connect(m_upload.get(), &UploadSession::historyChanged, this, &Desk::showChanges);
    connect(m_upload.get(), &UploadSession::offersChanged, this, [this] {
        if (m_house.window.place() == Place::MyPhoto)
            showHead(*m_house.window.header());
    });
}

void Desk::connectBoard()
{
    connect(m_personPage, &PersonPage::tabShown, this, [this](PersonPage::Tab tab) {
        if (tab == PersonPage::Tab::SyncBoard)
            m_board->look();
    });
    connect(m_board.get(), &BoardDesk::uploadWanted, this, &Desk::offerUpload);
    connect(m_board.get(), &BoardDesk::personWanted, this, &Desk::showPerson);
    connect(m_board.get(), &BoardDesk::photoWanted, this, [this] {
        m_personPage->showTab(PersonPage::Tab::Photo);
        m_photoPage->chooseFile();
    });
    connect(m_board.get(), &BoardDesk::historyChanged, this, &Desk::showChanges);
    connect(m_board.get(), &BoardDesk::historyWanted, this, [this] { m_house.window.goTo(Place::Activity); });
}

/// The picture that is open, else the photo, with only that store chosen: what is written is seen before it
/// is.
void Desk::offerUpload(const EncodedPhoto &photo, SyncNode node)
{
    if (m_upload->isRunning())
        return sayRestoreMustWait(*m_house.window.notices());
    if (!m_picture->hasPicture()) // what somebody is working on stays
        m_picture->open(photo.bytes, uploadName(m_upload->person()));
    for (const StoreOffer &offer : m_upload->offers())
        m_upload->choose(offer.store,
            m_organisation->nodes.value(offer.store.instance) == node
                && m_organisation->nodes.contains(offer.store.instance));
    m_personPage->showTab(PersonPage::Tab::Photo);
}

void Desk::showChanges()
{
    m_peopleDesk->forgetPhoto(m_upload->person().keys.key);
    if (m_personPage->tab() == PersonPage::Tab::SyncBoard)
        m_board->lookAgain();
    if (m_activity->isVisible()) // otherwise it reads the ledger when it is shown
        m_activity->reload();
}

void Desk::openPicture(const QString &path)
{
    if (m_photoPage)
        m_photoPage->openFile(path);
    else
        m_picturePath = path;
}

void Desk::rememberFile(const QString &path)
{
    if (m_sandbox && path.startsWith(m_sandbox->paths().root))
        return; // goes away with the sandbox
    m_house.settings.addRecentFile(path);
    m_photoPage->setRecentFiles(m_house.settings.recentFiles());
}

void Desk::findMe(const QString &key)
{
    m_me = {};
    m_me.keys.key = key;
    showPerson(m_me);
    if (key.isEmpty())
        return sayWhoIsUnknown(*m_house.window.notices());
    if (!m_organisation->directory)
        return;
    m_finding = m_organisation->directory->person(key);
    m_finding->onFinished(this, [this](const Result<Person> &found) {
        if (!found)
            return; // the stores say what is wrong, each in its row
        const bool shown = m_upload->person().keys.key == m_me.keys.key;
        m_me = *found;
        if (shown)
            showPerson(m_me);
    });
    m_finding->start();
}

bool Desk::showPerson(const Person &person)
{
    if (!m_upload || !m_upload->setPerson(person))
        return false;
    m_upload->refresh();
    m_board->setPerson(person);
    if (m_house.window.place() == Place::MyPhoto && m_personPage->tab() == PersonPage::Tab::SyncBoard)
        m_board->look();
    if (m_house.window.place() == Place::MyPhoto)
        showHead(*m_house.window.header());
    return true;
}

void Desk::showHead(WindowHeader &header)
{
    const Person &person = m_upload->person();
    if (person.keys.key.isEmpty())
        return; // the head names the place
    QImage photo;
    for (const StoreOffer &offer : m_upload->offers()) {
        if (offer.current && photo.isNull())
            photo = QImage::fromData(offer.current->bytes);
    }
    header.showPerson(person, photo, person.keys.key != m_me.keys.key);
}

void Desk::restore(const LedgerEntry &entry)
{
    if (m_upload->isRunning())
        return sayRestoreMustWait(*m_house.window.notices());
    if (m_upload->person().keys.key == entry.personKey)
        return restoreFor(m_upload->person(), entry);
    if (!m_organisation->directory) {
        Person person;
        person.keys.key = entry.personKey;
        person.displayName = entry.personName;
        return restoreFor(person, entry);
    }
    m_restoring = m_organisation->directory->person(entry.personKey);
    m_restoring->onFinished(this, [this, entry](const Result<Person> &found) {
        if (found)
            restoreFor(*found, entry);
        else
            sayRestoreRefused(*m_house.window.notices(), entry, found.error());
    });
    m_restoring->start();
}

void Desk::restoreFor(const Person &person, const LedgerEntry &entry)
{
    if (m_upload->person().keys.key != person.keys.key && !showPerson(person))
        return sayRestoreMustWait(*m_house.window.notices());
    const Result<Done> begun = m_upload->restore(entry.id);
    if (!begun)
        return sayRestoreRefused(*m_house.window.notices(), entry, begun.error());
    m_personPage->showTab(PersonPage::Tab::Photo);
    m_house.window.goTo(Place::MyPhoto); // its row in the plan says how it goes
}

void Desk::sayWhetherSecretsLast()
{
    m_choosing = secrets().choose();
    m_choosing->onFinished(m_settings, [this](const Result<bool> &lasting) {
        m_settings->organisation()->setSecretsLasting(lasting && *lasting);
    });
    m_choosing->start();
}

void Desk::editSettings(const QString &path)
{
    if (!m_settings) {
        m_tester = std::make_unique<EndpointTester>(
            [this](const OrganisationFile &file) -> SecretStore & { return secretsFor(file); }, m_workers);
        m_settings
            = new SettingsPage({secrets(), *m_tester}, {m_house.theme, m_house.language, m_house.settings});
        m_house.window.setPage(Place::Settings, m_settings);
        connect(&m_house.window, &MainWindow::placeChanged, m_settings, [this](Place place) {
            if (place == Place::Settings && !m_choosing)
                sayWhetherSecretsLast(); // may ask for the keyring: not before somebody looks for it
        });
        connect(m_settings->organisation(), &OrganisationEditor::saved, this, &Desk::openOrganisation);
    }
    const Result<OrganisationFile> file = OrganisationFile::load(path);
    m_settings->organisation()->edit(file ? *file : OrganisationFile {}, path);
}

QString Desk::usualFile() const
{
    return m_house.dataFolder + QStringLiteral("organisation.json");
}

} // namespace likeness
