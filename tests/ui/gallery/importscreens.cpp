// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/csvdirectory.h"
#include "services/ledger/sqlledger.h"
#include "services/sandbox/portraitpainter.h"
#include "tests/support/fakes/peoplestore.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/ui/gallery/gallery.h"
#include "ui/people/import/importdetail.h"
#include "ui/people/import/importpage.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QVBoxLayout>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

/// A folder of drawn portraits and an organisation of those people, for one page.
class ImportStage final : public QWidget
{
public:
    explicit ImportStage(Theme &theme);
    ~ImportStage() override
    {
        delete m_page;
        m_workers.waitForDone();
    }

    void look();
    void run();
    void choose(const QString &file) const;

private:
    void addPeople();
    void putPictures() const;
    void addStore(Workload workload, const QString &instance, const QString &title, int edge);

    QTemporaryDir m_place;
    QThreadPool m_workers;
    std::unique_ptr<SqlLedger> m_ledger;
    Organisation m_organisation;
    SkippingPacing m_pacing;
    std::unique_ptr<ImportPlan> m_plan;
    std::unique_ptr<ImportRun> m_run;
    ImportPage *m_page = nullptr;
};

const QStringList stagePeople {u"Ada Reyes"_s, u"Bo Lind"_s, u"Chloé Dubois"_s, u"Elif Çelik"_s,
    u"Hanna Müller"_s, u"Jonas Weiß"_s, u"Ylva Andersen"_s};

QString stageKey(const QString &name)
{
    return name.section(u' ', 0, 0).toLower() + u'.' + name.section(u' ', 1).toLower();
}

ImportStage::ImportStage(Theme &theme)
{
    new QVBoxLayout(this);
    layout()->setContentsMargins(0, 16, 0, 0);
    m_ledger = std::move(SqlLedger::open(m_place.filePath(u"ledger.sqlite"_s))->ledger);
    m_organisation.id = u"gallery"_s;
    addPeople();
    putPictures();
    addStore(Workload::Microsoft365, u"m365"_s, u"Microsoft 365"_s, 648);
    addStore(Workload::ActiveDirectory, u"ad"_s, u"Active Directory"_s, 96);
    m_plan = std::make_unique<ImportPlan>(m_organisation, m_workers);
    m_run = std::make_unique<ImportRun>(m_organisation, *m_ledger, m_ledger->imports(), m_workers);
    m_run->setPacing(m_pacing);
    m_page = new ImportPage(*m_plan, *m_run,
        ImportSource::Stores {{u"m365"_s, u"Microsoft 365"_s}, {u"ad"_s, u"Active Directory"_s}}, m_workers,
        theme);
    layout()->addWidget(m_page);
}

void ImportStage::addPeople()
{
    QFile file(m_place.filePath(u"people.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("key,displayName,givenName,surname,title,department\n"
               "ann.lee,Ann Lee,Ann,Lee,Clerk,Sales\nann.lee2,Ann Lee,Ann,Lee,Buyer,Purchasing\n");
    for (const QString &name : stagePeople)
        file.write(QStringList {stageKey(name), name, name.section(u' ', 0, 0), name.section(u' ', 1), {}, {}}
                       .join(u',')
                       .toUtf8()
            + '\n');
    file.close();
    m_organisation.directory = std::make_unique<CsvDirectory>(file.fileName(), m_workers);
}

void ImportStage::putPictures() const
{
    QDir(m_place.path()).mkdir(u"Staff 2026"_s);
    const auto put = [this](const QString &name, const QString &look, const PortraitScene &scene) {
        paintedPortrait(lookOf(look), scene).save(m_place.filePath(u"Staff 2026/"_s + name), "JPEG", 90);
    };
    for (qsizetype i = 0; i < stagePeople.size(); ++i)
        put(stagePeople.at(i) + u".jpg"_s, stageKey(stagePeople.at(i)),
            {i % 3 == 1 ? QSize(400, 400) : QSize(1200, 900), {0.5, 0.45}, 0.4});
    put(u"Ann Lee.jpg"_s, u"ann"_s, {QSize(900, 900)});
    put(u"DSC_0412.jpg"_s, u"nobody"_s, {QSize(900, 900)});
    QFile notes(m_place.filePath(u"Staff 2026/notes.txt"_s));
    if (notes.open(QIODevice::WriteOnly))
        notes.write("remember to ask Bo");
}

void ImportStage::addStore(Workload workload, const QString &instance, const QString &title, int edge)
{
    StoreTraits traits;
    traits.title = title;
    traits.writes = *PhotoSize::of(edge);
    auto store = std::make_unique<PeopleStore>(StoreId {workload, instance}, traits);
    store->writeFaults[u"hanna.müller"_s] = QList<Error>(9, Error {Errc::Refused, u"no"_s});
    m_organisation.stores.push_back(std::move(store));
}

void ImportStage::look()
{
    m_page->setSource(m_place.filePath(u"Staff 2026"_s));
    if (!QTest::qWaitFor([this] { return !m_plan->rows().isEmpty() && !m_plan->isBusy(); }, 30'000))
        qWarning("the import was never looked at");
    QTest::qWait(150);
}

void ImportStage::run()
{
    look();
    if (const Result<Done> begun = m_run->begin(m_plan->wish(), m_plan->rows()); !begun)
        qWarning("the import was never begun");
    m_page->showRun();
    if (!QTest::qWaitFor([this] { return m_run->state() == ImportRun::State::Finished; }, 30'000))
        qWarning("the import never ended");
    QTest::qWait(150);
}

void ImportStage::choose(const QString &file) const
{
    auto *list = m_page->findChild<QListView *>();
    for (int row = 0; row < m_plan->rows().size(); ++row) {
        if (m_plan->rows().at(row).name() == file)
            list->setCurrentIndex(list->model()->index(row, 0));
    }
    const auto *detail = m_page->findChild<ImportDetail *>();
    if (!QTest::qWaitFor([detail] { return detail->isSettled(); }, 20'000))
        qWarning("the picture never opened");
    QTest::qWait(50);
}

std::unique_ptr<QWidget> makeImport(Theme &theme, const std::function<void(ImportStage &)> &act)
{
    auto stage = std::make_unique<ImportStage>(theme);
    act(*stage);
    return stage;
}

} // namespace

QList<GalleryScreen> importScreens()
{
    return {
        {u"import-empty"_s, [](Theme &theme) { return makeImport(theme, [](ImportStage &) {}); }},
        {u"import-plan"_s,
            [](Theme &theme) {
                return makeImport(theme, [](ImportStage &stage) {
                    stage.look();
                    stage.choose(u"Chloé Dubois.jpg"_s);
                });
            }},
        {u"import-several"_s,
            [](Theme &theme) {
                return makeImport(theme, [](ImportStage &stage) {
                    stage.look();
                    stage.choose(u"Ann Lee.jpg"_s);
                });
            }},
        {u"import-done"_s,
            [](Theme &theme) {
                return makeImport(theme, [](ImportStage &stage) {
                    stage.run();
                    stage.choose(u"Hanna Müller.jpg"_s);
                });
            }},
    };
}

} // namespace likeness
