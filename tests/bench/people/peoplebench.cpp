// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// bench_people PEOPLE: the People page over an OpenLDAP of so many people with photos. How long from the last
// letter of a name to the first rows on the screen, and how long the window's thread is busy at a stretch
// while everybody is scrolled through. Prints one line of JSON.
#include "services/directory/ldapdirectory.h"
#include "services/ledger/sqlledger.h"
#include "services/session/peoplephotos.h"
#include "services/stores/activedirectory/activedirectorystore.h"
#include "tests/bench/measure/timedapplication.h"
#include "tests/support/directorylab.h"
#include "ui/common/theme.h"
#include "ui/people/peoplesearchpage.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>
#include <unistd.h>
#include <vector>

using namespace likeness;
using namespace likeness::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 150'000;
constexpr int step = 320; ///< pixels a frame, about seven rows
constexpr int scrolledRows = 5000;
/// All of them are there.
const QStringList names {u"bulk person 0"_s, u"bulk012"_s, u"ada"_s, u"bulk"_s, u"bulk person 0999"_s,
    u"bo"_s, u"bulk person 04"_s, u"bulk0777"_s, u"zo"_s};

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

class PeopleRounds final : public QObject
{
    Q_OBJECT
public:
    PeopleRounds(TimedApplication &application, PeopleSearchPage &page)
        : m_application(application)
        , m_page(page)
        , m_list(*page.findChild<QListView *>())
    {
        m_list.viewport()->installEventFilter(this);
        connect(m_list.model(), &QAbstractItemModel::rowsInserted, this, [this] { m_came = m_searching; });
    }

    void begin() { type(); }

private:
    void type()
    {
        if (m_times.size() == static_cast<std::size_t>(names.size()))
            return scrollAll();
        m_searching = true;
        m_came = false;
        m_time.start();
        m_page.searchFor(names.at(static_cast<qsizetype>(m_times.size())));
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !m_came)
            return false;
        m_searching = m_came = false;
        m_times.push_back(milliseconds(m_time));
        QTimer::singleShot(300, this, &PeopleRounds::type); // with the photos
        return false;
    }

    void scrollAll()
    {
        m_page.searchFor(u"bulk"_s);
        m_frame.setTimerType(Qt::PreciseTimer);
        connect(&m_frame, &QTimer::timeout, this, &PeopleRounds::scroll);
        QTimer::singleShot(1000, this, [this] { m_frame.start(16); });
    }

    void scroll()
    {
        if (m_frames++ > 0) {
            m_busy.push_back(m_application.longest);
            m_late += m_application.longest > frameMs ? 1 : 0;
        }
        m_application.longest = 0;
        if (m_page.foundCount() >= scrolledRows)
            return end();
        QScrollBar *bar = m_list.verticalScrollBar();
        bar->setValue(bar->value() + step);
    }

    void end()
    {
        m_frame.stop();
        std::ranges::sort(m_times);
        std::ranges::sort(m_busy);
        QTextStream(stdout) << "{\"first\": " << m_times[m_times.size() / 2]
                            << ", \"slowest\": " << m_times.back() << ", \"frames\": " << m_busy.size()
                            << ", \"late\": " << m_late << ", \"busy\": " << m_busy[m_busy.size() * 99 / 100]
                            << ", \"busiest\": " << m_busy.back() << ", \"rows\": " << m_page.foundCount()
                            << ", \"resident\": " << residentMegabytes() << "}" << Qt::endl;
        QCoreApplication::quit();
    }

    TimedApplication &m_application;
    PeopleSearchPage &m_page;
    QListView &m_list;
    QElapsedTimer m_time;
    QTimer m_frame;
    bool m_searching = false;
    bool m_came = false;
    int m_frames = 0;
    int m_late = 0;
    std::vector<double> m_times;
    std::vector<double> m_busy;
};

std::shared_ptr<LdapService> serviceOf(const test::DirectoryLab &lab)
{
    LdapSettings settings;
    settings.url = QUrl(lab.value(u"ldaps"_s));
    settings.dialect = LdapDialect::InetOrgPerson;
    settings.account = lab.account(u"helpdesk"_s, u"dn"_s);
    settings.caFile = lab.value(u"caFile"_s);
    settings.baseDn = lab.value(u"baseDn"_s);
    const QByteArray password = lab.account(u"helpdesk"_s, u"password"_s).toUtf8();
    return std::make_shared<LdapService>(
        settings, [password] { return readyJob<std::optional<QByteArray>>(std::optional(password)); });
}

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    if (argc != 2)
        return 2;
    test::DirectoryLab lab(test::DirectoryLab::Kind::Slapd);
    lab.setBulk(QCoreApplication::arguments().at(1).toInt());
    if (const int refused = lab.start(); refused != 0)
        return refused;
    const QTemporaryDir folder;
    const auto opening = SqlLedger::open(folder.filePath(u"ledger.sqlite"_s));
    if (!opening)
        return 1;
    Organisation organisation;
    organisation.id = u"bench"_s;
    const auto service = serviceOf(lab);
    const auto attribute = photoAttribute(u"jpegPhoto"_s);
    organisation.stores.push_back(std::make_unique<ActiveDirectoryStore>(
        StoreId {Workload::Ldap, u"ldap"_s}, u"Directory"_s, DirectoryPhotoSettings {*attribute}, service));
    LdapDirectory directory(service);
    QThreadPool workers;
    PeoplePhotos photos({organisation, *opening->ledger, workers, folder.filePath(u"cache"_s)});
    Theme theme;
    theme.choose(ThemeChoice::Light);
    theme.applyTo(application);
    PeopleSearchPage page(&directory, theme);
    page.setSources(&photos, &opening->ledger->standings(), organisation.id);
    page.resize(1280, 800);
    page.show();
    PeopleRounds rounds(application, page);
    QTimer::singleShot(500, &rounds, &PeopleRounds::begin);
    QTimer::singleShot(patienceMs, &application, [] { QCoreApplication::exit(1); });
    return QApplication::exec();
}

#include "peoplebench.moc"
