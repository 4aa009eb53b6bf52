// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/uploadsessiontest.h"

#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;

QList<Rendition> UploadSessionTest::plainRenditions(const QColor &colour)
{
    QList<Rendition> renditions;
    for (auto edge = PhotoSize::ladder.rbegin(); edge != PhotoSize::ladder.rend(); ++edge) {
        QImage pixels(*edge, *edge, QImage::Format_RGBX8888);
        pixels.fill(colour);
        renditions.append({*PhotoSize::of(*edge), pixels});
    }
    return renditions;
}

Person UploadSessionTest::amy()
{
    Person person;
    person.keys.key = u"amy"_s;
    person.displayName = u"Amy Alberts"_s;
    return person;
}

void UploadSessionTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_workers = std::make_unique<QThreadPool>();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"contoso"_s;
    m_journal.clear();
}

void UploadSessionTest::cleanup()
{
    m_session.reset();
    m_organisation.reset();
    m_workers.reset();
    m_ledger.reset();
}

ScriptedStore &UploadSessionTest::addStore(const StoreId &id, int edge, bool ownPhotoOnly)
{
    StoreTraits traits;
    traits.title = id.instance.toUpper();
    traits.writes = *PhotoSize::of(edge);
    traits.byteBudget = 10'240;
    traits.byteLimit = 102'400;
    traits.ownPhotoOnly = ownPhotoOnly;
    auto store = std::make_unique<ScriptedStore>(id, traits);
    store->journal = &m_journal;
    ScriptedStore &added = *store;
    m_organisation->stores.push_back(std::move(store));
    return added;
}

void UploadSessionTest::startSession()
{
    m_session = std::make_unique<UploadSession>(*m_organisation, *m_ledger, *m_workers);
    QVERIFY(m_session->setPerson(amy()));
}

/// Everything asked and encoded: what a person looks at before pressing Upload.
void UploadSessionTest::plan(const QColor &colour)
{
    if (!m_session)
        startSession();
    m_session->setRenditions(plainRenditions(colour), 700);
    m_session->refresh();
    QTRY_VERIFY(!m_session->isPlanning());
}

void UploadSessionTest::run()
{
    m_session->upload();
    QTRY_VERIFY(!m_session->isRunning());
}

LedgerEntry UploadSessionTest::lastEntry() const
{
    const auto history = m_session->history();
    return history && !history->isEmpty() ? history->constFirst() : LedgerEntry {};
}

const StoreOffer &UploadSessionTest::offer(const StoreId &store) const
{
    const auto &offers = m_session->offers();
    return *std::find_if(
        offers.begin(), offers.end(), [&store](const auto &each) { return each.store == store; });
}

} // namespace likeness
