// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/import/importtest.h"

#include "services/directory/csvdirectory.h"

#include <QBuffer>
#include <QPainter>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>

namespace likeness {

using namespace Qt::StringLiterals;

void ImportTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); // offscreen
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(folder()));
    m_workers = std::make_unique<QThreadPool>();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"contoso"_s;
    reopenLedger();
    addPeople();
    m_plan = std::make_unique<ImportPlan>(*m_organisation, *m_workers);
}

void ImportTest::cleanup()
{
    m_plan.reset();
    m_organisation.reset();
    m_workers->waitForDone();
    m_workers.reset();
    m_ledger.reset();
}

void ImportTest::reopenLedger()
{
    m_ledger.reset();
    auto opening = SqlLedger::open(at(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
}

void ImportTest::addPeople()
{
    QFile file(at(u"people.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("key,displayName,givenName,surname,mail,upn,employeeId\n"
               "amy,Amy Alberts,Amy,Alberts,amy@contoso.com,amy.alberts@contoso.com,0007\n"
               "zoe,Zoë Ångström,Zoë,Ångström,zoe@contoso.com,,0042\n"
               "ann1,Ann Lee,Ann,Lee,ann1@contoso.com,,1\n"
               "ann2,Ann Lee,Ann,Lee,ann2@contoso.com,,2\n"
               "bo,Bo Lind,Bo,Lind,bo@contoso.com,,3\n");
    file.close();
    m_organisation->directory = std::make_unique<CsvDirectory>(file.fileName(), *m_workers);
}

PeopleStore &ImportTest::addStore(Workload workload, const QString &instance, int edge, bool keepsBytes)
{
    StoreTraits traits;
    traits.title = instance.toUpper();
    traits.writes = *PhotoSize::of(edge);
    traits.byteLimit = 102'400;
    traits.tellsRights = true;
    traits.keepsBytes = keepsBytes;
    auto store = std::make_unique<PeopleStore>(StoreId {workload, instance}, traits);
    PeopleStore &added = *store;
    m_organisation->stores.push_back(std::move(store));
    return added;
}

QImage ImportTest::picture(int seed, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(static_cast<quint32>(seed));
    QPainter painter(&image);
    painter.fillRect(image.rect(), QColor::fromHsv(random.bounded(360), 120, 200));
    for (int i = 0; i < 24; ++i) {
        const int across = size.width() / 12 + random.bounded(size.width() / 5);
        painter.setBrush(QColor::fromHsv(random.bounded(360), 200, 60 + random.bounded(190)));
        painter.drawEllipse(
            QPoint(random.bounded(size.width()), random.bounded(size.height())), across, across);
    }
    return image;
}

QByteArray ImportTest::jpeg(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

void ImportTest::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(folder() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

ImportWish ImportTest::wish() const
{
    return {folder(), NamePattern::usual(), {}, false};
}

void ImportTest::gather(const ImportWish &wish)
{
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    const Result<Done> begun = m_plan->gather(wish);
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().detail));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
}

int ImportTest::indexOf(const QString &name) const
{
    for (int i = 0; i < m_plan->rows().size(); ++i) {
        if (m_plan->rows().at(i).name() == name)
            return i;
    }
    return -1;
}

const ImportRow &ImportTest::row(const QString &name) const
{
    static const ImportRow none {};
    const int index = indexOf(name);
    return index < 0 ? none : m_plan->rows().at(index);
}

} // namespace likeness
