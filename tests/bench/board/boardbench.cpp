// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// The sync board in the whole window, on the sandbox organisation: for each person of it once for the first
// time and then again, how long from Refresh to the first card and to the last, and how long the window's
// thread was kept busy at a stretch meanwhile (what a frame has to wait for). Prints one line of JSON.
#include "app/gui/boarddesk.h"
#include "app/gui/desk.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/settings/appsettings.h"
#include "tests/bench/measure/timedapplication.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <vector>

using namespace likeness;
using namespace likeness::bench;

namespace {

constexpr int patienceMs = 180'000;

double middleOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Looks
{
    std::vector<double> first;
    std::vector<double> all;
    std::vector<double> longest;
};

QJsonObject figures(const Looks &looks)
{
    const auto late = std::ranges::count_if(looks.longest, [](double ms) { return ms > frameMs; });
    return {{QStringLiteral("first"), middleOf(looks.first)}, {QStringLiteral("all"), middleOf(looks.all)},
        {QStringLiteral("busy"), middleOf(looks.longest)},
        {QStringLiteral("busiest"), *std::ranges::max_element(looks.longest)},
        {QStringLiteral("late"), static_cast<int>(late)},
        {QStringLiteral("looks"), static_cast<int>(looks.longest.size())}};
}

/// One look after the other, each begun when the one before has ended and been painted.
class BoardRounds final : public QObject
{
    Q_OBJECT
public:
    BoardRounds(TimedApplication &application, Desk &desk)
        : m_application(application)
        , m_desk(desk)
    {
    }

    void begin()
    {
        BoardSession &session = m_desk.board()->session();
        connect(&session, &BoardSession::seen, this, [this] {
            if (m_first == 0)
                m_first = milliseconds(m_time);
        });
        m_desk.personPage()->showTab(PersonPage::Tab::SyncBoard);
        session.cancel(); // what showing the tab began
        connect(&session, &BoardSession::refreshed, this, &BoardRounds::note);
        next();
    }

private:
    void next()
    {
        if (m_again) {
            m_again = false;
            return look();
        }
        if (m_place == sandboxPeople().size())
            return end();
        m_again = true;
        m_desk.board()->setPerson(sandboxPeople().at(m_place++).person);
        look();
    }

    void look()
    {
        m_isFirst = m_again;
        m_first = 0;
        m_application.longest = 0;
        m_time.start();
        m_desk.board()->session().refresh();
    }

    void note()
    {
        const double all = milliseconds(m_time);
        QTimer::singleShot(100, this, [this, all] { // with what is painted after it
            Looks &looks = m_isFirst ? m_new : m_known;
            looks.first.push_back(m_first);
            looks.all.push_back(all);
            looks.longest.push_back(m_application.longest);
            next();
        });
    }

    void end()
    {
        const QJsonObject found {
            {QStringLiteral("new"), figures(m_new)}, {QStringLiteral("known"), figures(m_known)}};
        QTextStream(stdout) << QJsonDocument(found).toJson(QJsonDocument::Compact) << Qt::endl;
        QCoreApplication::quit();
    }

    TimedApplication &m_application;
    Desk &m_desk;
    QElapsedTimer m_time;
    qsizetype m_place = 0;
    bool m_again = false;
    bool m_isFirst = true;
    double m_first = 0;
    Looks m_new;
    Looks m_known;
};

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    const QTemporaryDir data;
    MemorySettings backend;
    AppSettings settings(backend);
    Language language;
    Theme theme;
    theme.choose(ThemeChoice::Light);
    theme.applyTo(application);
    MainWindow window(theme, settings);
    window.resize(1360, 860);
    Desk desk({theme, language, settings, window, data.path() + QLatin1Char('/')});
    BoardRounds rounds(application, desk);
    // queued: the event in which the organisation has opened is no part of a look
    QObject::connect(
        &desk, &Desk::settled, &rounds,
        [&] {
            if (desk.board())
                rounds.begin();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(patienceMs, &application, [] { QCoreApplication::exit(1); });
    window.show();
    desk.begin({{}, true, {}});
    return QApplication::exec();
}

#include "boardbench.moc"
