// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"

#include "app/composition/organisationbuilder.h"
#include "services/ledger/sqliteledger.h"
#include "services/sandbox/sandbox.h"
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"
#include "services/secrets/memorysecretstore.h"
#include "services/session/settleunfinished.h"
#include "ui/activity/activitypage.h"
#include "ui/common/preferences.h"
#include "ui/main/firstrunpage.h"
#include "ui/main/mainwindow.h"
#include "ui/main/windowheader.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/photo/photopage.h"
#include "ui/settings/settingspage.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace likeness {
namespace {

/// The command line looks in the same place.
QString deskDataFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/likeness/") + name;
}

/// A failure that was known before anything was asked.
class FailedProbe final : public JobOf<QString>
{
public:
    explicit FailedProbe(Error error)
        : m_error(std::move(error))
    {
    }

private:
    void doStart() override { finish(m_error); }
    Error m_error;
};

} // namespace

class Desk::Tester final : public ConnectionTester
{
public:
    explicit Tester(Desk &desk)
        : m_desk(desk)
    {
    }
    JobPtr<QString> test(const OrganisationFile &file, const EndpointSettings &endpoint) override
    {
        Result<std::unique_ptr<PhotoStore>> store
            = builtStore(file, endpoint, m_desk.secretsFor(file), m_desk.m_workers);
        if (!store)
            return JobPtr<QString>(new FailedProbe(store.error()));
        m_store = *std::move(store); // lives until the next test
        return m_store->probe();
    }

private:
    Desk &m_desk;
    std::unique_ptr<PhotoStore> m_store;
};

Desk::Desk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
{
    MainWindow &window = house.window;
    connect(&window, &MainWindow::openRequested, this, [this] {
        if (m_photoPage)
            m_photoPage->chooseFile();
    });
    connect(&window, &MainWindow::pictureOffered, this, [this](const QMimeData *data) {
        if (m_photoPage)
            m_photoPage->offer(*data);
    });
    connect(window.header(), &WindowHeader::backToMyPhoto, this, [this] { showPerson(m_me); });
}

Desk::~Desk()
{
    close();
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
    const QString usual = deskDataFile(QStringLiteral("organisation.json"));
    QString path
        = wish.organisationFile.isEmpty() ? m_house.preferences.organisationFile() : wish.organisationFile;
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
    m_firstRun = new FirstRunPage(m_house.theme);
    m_house.window.setPage(Place::MyPhoto, m_firstRun);
    m_house.window.setHasOrganisation(false);
    connect(m_firstRun, &FirstRunPage::connectRequested, this, [this] {
        editSettings(deskDataFile(QStringLiteral("organisation.json")));
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
}

void Desk::openOrganisation(const QString &path)
{
    const Result<OrganisationFile> file = OrganisationFile::load(path);
    if (!file) {
        showFirstRun();
        m_firstRun->showError(file.error());
        editSettings(path);
        emit settled();
        return;
    }
    if (!file->sandbox)
        m_house.preferences.setOrganisationFile(path);
    open(*file);
    editSettings(path);
    emit settled();
}

void Desk::open(const OrganisationFile &file)
{
    close();
    if (const Result<Done> opened = openLedger(); !opened) {
        showFirstRun();
        return m_firstRun->showError(opened.error());
    }
    Result<Organisation> built = builtOrganisation(file, secretsFor(file), m_workers);
    if (!built) {
        showFirstRun();
        return m_firstRun->showError(built.error());
    }
    m_organisation.emplace(*std::move(built));
    m_picture = std::make_unique<PictureSession>(m_workers);
    m_upload = std::make_unique<UploadSession>(*m_organisation, *m_ledger, m_workers);
    makePages();
    findMe(m_organisation->me);
    m_settling = settleUnfinished(*m_organisation, *m_ledger);
    m_settling->onFinished(this, [this](const Result<QList<LedgerEntry>> &settled) {
        if (settled && !settled->isEmpty())
            m_activity->reload();
    });
    m_settling->start();
}

void Desk::close()
{
    m_settling.reset();
    m_finding.reset();
    if (m_photoPage) { // pages look at the sessions until their last moment
        m_house.window.setPersonHeader(nullptr);
        for (const Place place : {Place::MyPhoto, Place::People, Place::Activity})
            delete m_house.window.takePage(place);
        m_photoPage = nullptr;
        m_activity = nullptr;
    }
    m_upload.reset();
    m_picture.reset();
    m_organisation.reset();
}

Result<Done> Desk::openLedger()
{
    if (m_ledger)
        return Done {};
    Result<SqliteLedger::Opening> opening = SqliteLedger::open(deskDataFile(QStringLiteral("ledger.sqlite")));
    if (!opening)
        return opening.error();
    m_ledger = std::move(opening->ledger);
    return Done {};
}

void Desk::makePages()
{
    MainWindow &window = m_house.window;
    m_photoPage = new PhotoPage(*m_picture, *m_upload, m_workers, m_house.theme);
    auto *people = new PeopleSearchPage(m_organisation->directory.get(), m_house.theme);
    m_activity = new ActivityPage(*m_ledger, m_house.theme);
    m_activity->setOrganisation(m_organisation->id);
    m_activity->setRestorable(true);
    window.setPage(Place::MyPhoto, m_photoPage);
    window.setPage(Place::People, people);
    window.setPage(Place::Activity, m_activity);
    window.setHasOrganisation(true);
    window.header()->setOrganisation(m_organisation->title);
    window.setPersonHeader([this](WindowHeader &header) { showHead(header); });
    connect(people, &PeopleSearchPage::chosen, this, [this](const Person &person) {
        showPerson(person);
        m_house.window.goTo(Place::MyPhoto);
    });
    connect(m_activity, &ActivityPage::restoreRequested, this, &Desk::restore);
    connect(m_upload.get(), &UploadSession::offersChanged, this, [this] {
        if (m_house.window.place() == Place::MyPhoto)
            showHead(*m_house.window.header());
    });
}

void Desk::findMe(const QString &key)
{
    m_me = {};
    m_me.keys.key = key;
    showPerson(m_me);
    if (key.isEmpty() || !m_organisation->directory)
        return;
    m_finding = m_organisation->directory->person(key);
    m_finding->onFinished(this, [this](const Result<Person> &found) {
        if (!found)
            return; // the stores say what is wrong, each in its row
        m_me = *found;
        showPerson(m_me);
    });
    m_finding->start();
}

void Desk::showPerson(const Person &person)
{
    if (!m_upload || !m_upload->setPerson(person))
        return;
    m_upload->refresh();
    if (m_house.window.place() == Place::MyPhoto)
        showHead(*m_house.window.header());
}

void Desk::showHead(WindowHeader &header)
{
    QImage photo;
    for (const StoreOffer &offer : m_upload->offers()) {
        if (offer.current && photo.isNull())
            photo = QImage::fromData(offer.current->bytes);
    }
    const Person &person = m_upload->person();
    header.showPerson(person, photo, person.keys.key != m_me.keys.key);
}

void Desk::restore(const LedgerEntry &entry)
{
    Person person;
    person.keys.key = entry.personKey;
    person.displayName = entry.personName;
    if (m_upload->person().keys.key != entry.personKey && !m_upload->setPerson(person))
        return;
    m_house.window.goTo(Place::MyPhoto);
    (void)m_upload->restore(entry.id); // its row in the plan says how it goes
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
        m_tester = std::make_unique<Tester>(*this);
        m_settings = new SettingsPage(
            {secrets(), *m_tester}, {m_house.theme, m_house.language, m_house.preferences});
        m_house.window.setPage(Place::Settings, m_settings);
        connect(&m_house.window, &MainWindow::placeChanged, m_settings, [this](Place place) {
            if (place == Place::Settings && !m_choosing)
                sayWhetherSecretsLast(); // may ask for the keyring: not before somebody looks for it
        });
        connect(m_settings->organisation(), &OrganisationEditor::saved, this,
            [this](const QString &saved) { openOrganisation(saved); });
    }
    const Result<OrganisationFile> file = OrganisationFile::load(path);
    m_settings->organisation()->edit(file ? *file : OrganisationFile {}, path);
}

} // namespace likeness
