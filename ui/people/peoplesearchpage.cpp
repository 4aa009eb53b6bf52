// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/peoplesearchpage.h"

#include "models/photo/photosize.h"
#include "services/ledger/standings.h"
#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/panel.h"
#include "ui/common/peoplewords.h"
#include "ui/common/segmented.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/people/peoplemodel.h"
#include "ui/people/persondelegate.h"

#include <QAction>
#include <QCollator>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTimeZone>
#include <QVBoxLayout>
#include <algorithm>

namespace likeness {
namespace {

constexpr int peopleAPage = 50;
constexpr int typingRests = 80; ///< milliseconds; whoever types fast is not searched for letter by letter

QString sortName(const Person &person)
{
    return person.displayName.isEmpty() ? person.keys.key : person.displayName;
}

/// A page in the reader's alphabet: directories answer in an order of their own. Pages stay one after the
/// other, so that nothing moves under the eyes of who scrolls.
QList<Person> byName(QList<Person> people)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(
        people, [&collator](const QString &a, const QString &b) { return collator.compare(a, b) < 0; },
        sortName);
    return people;
}

} // namespace

PeopleSearchPage::PeopleSearchPage(Directory *directory, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_words(new QLineEdit(this))
    , m_import(new QPushButton(themedIcon(theme, QStringLiteral("folder")), {}, this))
    , m_notice(new Notice(theme, this))
    , m_state(new StateView(theme, this))
    , m_list(new QListView(this))
    , m_model(new PeopleModel(this))
    , m_filters(new SegmentedControl(this))
    , m_actions(new QWidget(this))
    , m_selected(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, m_actions))
    , m_export(new QPushButton(m_actions))
    , m_cancelExport(new QPushButton(m_actions))
{
    layOut(theme);
    connectParts();
    retranslate();
}

void PeopleSearchPage::layOut(const Theme &theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, 24);
    column->setSpacing(12);
    m_words->setMaximumWidth(480);
    m_words->setClearButtonEnabled(true);
    m_words->addAction(
        themedIcon(theme, QStringLiteral("search"), ColourRole::Soft), QLineEdit::LeadingPosition);
    auto *head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addStretch();
    head->addWidget(m_import);
    column->addLayout(head);
    auto *second = new QHBoxLayout;
    for (int filter = 0; filter <= static_cast<int>(Filter::LastChanged); ++filter)
        m_filters->addSegment({});
    m_filters->hide();
    second->addWidget(m_filters);
    second->addStretch();
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(8);
    actions->addWidget(m_selected);
    actions->addWidget(m_export);
    actions->addWidget(m_cancelExport);
    m_actions->hide();
    second->addWidget(m_actions);
    column->addLayout(second);
    column->addWidget(m_notice);
    auto *panel = new Panel(this);
    auto *inside = new QVBoxLayout(panel);
    inside->setContentsMargins(8, 8, 8, 8);
    inside->addWidget(m_state);
    column->addWidget(panel, 1);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new PersonDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_state->setContent(m_list);
    m_words->installEventFilter(this);
}

void PeopleSearchPage::connectParts()
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRests);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &PeopleSearchPage::search);
    connect(m_filters, &SegmentedControl::currentChanged, this, &PeopleSearchPage::search);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { emit chosen(m_model->person(index.row())); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        // with Ctrl or Shift one selects
        if (!(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            emit chosen(m_model->person(index.row()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PeopleSearchPage::showSelection);
    connect(m_export, &QPushButton::clicked, this, [this] { emit exportRequested(selected()); });
    connect(m_cancelExport, &QPushButton::clicked, this, &PeopleSearchPage::exportCancelled);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_list->verticalScrollBar()->maximum() - 200)
            more();
    });
    connect(m_state, &StateView::retryPressed, this, &PeopleSearchPage::search);
    connect(m_import, &QPushButton::clicked, this, &PeopleSearchPage::importWanted);
}

void PeopleSearchPage::setSources(PeoplePhotos *photos, Standings *standings, const QString &organisation)
{
    m_standings = standings;
    m_organisation = organisation;
    m_model->setSources(photos, standings, organisation);
    m_filters->setVisible(standings);
}

void PeopleSearchPage::searchFor(const QString &words)
{
    m_words->setText(words);
}

int PeopleSearchPage::foundCount() const
{
    return m_model->rowCount();
}

std::optional<StandingsFilter> PeopleSearchPage::filter() const
{
    StandingsFilter filter;
    filter.words = m_words->text().simplified();
    switch (static_cast<Filter>(m_filters->currentIndex())) {
    case Filter::Everybody:
        return std::nullopt;
    case Filter::WithoutPhoto:
        filter.withoutPhoto = true;
        break;
    case Filter::Small:
        filter.smallerThan = PhotoSize::largest().edge();
        break;
    case Filter::Different:
        filter.differs = true;
        break;
    case Filter::Failed:
        filter.failedWrite = true;
        break;
    case Filter::LastChanged: // ever
        filter.changedSince = QDateTime::fromMSecsSinceEpoch(1, QTimeZone::utc());
        break;
    }
    return filter;
}

StandingsOrder PeopleSearchPage::order() const
{
    const bool byChange = static_cast<Filter>(m_filters->currentIndex()) == Filter::LastChanged;
    return byChange ? StandingsOrder::Changed : StandingsOrder::Name;
}

void PeopleSearchPage::search()
{
    m_job.reset();
    m_next.clear();
    m_moreFiltered = false;
    m_first = true;
    m_notes.clear();
    showNotes();
    if (filter())
        return takeFiltered();
    const QString words = m_words->text().simplified();
    if (!m_directory || words.isEmpty())
        return showIdle();
    m_state->showLoading();
    m_job = m_directory->find(words, peopleAPage);
    m_job->onFinished(this, [this](const Result<PeoplePage> &page) { take(page); });
    m_job->start();
}

void PeopleSearchPage::more()
{
    if (m_moreFiltered) {
        m_first = false;
        return takeFiltered();
    }
    if (m_next.isEmpty() || !m_directory || (m_job && !m_job->isFinished()))
        return;
    m_first = false;
    m_job = m_directory->find(m_words->text().simplified(), peopleAPage, m_next);
    m_next.clear();
    m_job->onFinished(this, [this](const Result<PeoplePage> &page) { take(page); });
    m_job->start();
}

void PeopleSearchPage::take(const Result<PeoplePage> &page)
{
    if (!page) {
        //: Stands for the directory in a sentence such as "%1 cannot be reached"
        const ErrorWords words = wordsFor(page.error(), tr("The directory"));
        return m_state->showError(words.title, words.sentences(), page.error());
    }
    if (m_first)
        m_model->clear();
    m_model->append(byName(page->people));
    m_next = page->cookie;
    takeNotes(page->notes);
    const bool waits = std::ranges::count(m_notes, PeopleNote::Kind::Late, &PeopleNote::kind) > 0;
    if (!m_next.isEmpty() && (waits || page->people.isEmpty()))
        QMetaObject::invokeMethod(this, &PeopleSearchPage::more, Qt::QueuedConnection);
    if (m_model->rowCount() == 0)
        return m_state->showEmpty(QStringLiteral("people"), tr("Nobody found"),
            tr("Try the beginning of a first name, last name, account or mail address."));
    m_list->setCurrentIndex(m_first ? m_model->index(0, 0) : m_list->currentIndex());
    m_state->showContent();
}

/// What was late a page ago has come or is said again.
void PeopleSearchPage::takeNotes(const QList<PeopleNote> &notes)
{
    m_notes.removeIf([](const PeopleNote &note) { return note.kind == PeopleNote::Kind::Late; });
    m_notes += notes;
    showNotes();
}

void PeopleSearchPage::showNotes()
{
    const bool failed = std::ranges::count(m_notes, PeopleNote::Kind::Failed, &PeopleNote::kind) > 0;
    if (m_notes.isEmpty())
        return m_notice->clear();
    m_notice->say(failed ? Notice::Kind::Warning : Notice::Kind::Info, [notes = m_notes] {
        QStringList sentences;
        for (const PeopleNote &note : notes)
            sentences.append(wordsFor(note));
        return NoticeWords {{}, sentences.join(u' ')};
    });
}

/// The next page of those whom the last scan has seen so.
void PeopleSearchPage::takeFiltered()
{
    if (m_first)
        m_model->clear();
    const auto page
        = m_standings->page(m_organisation, {*filter(), order(), m_model->rowCount(), peopleAPage});
    if (!page) {
        //: Stands for the ledger in a sentence such as "%1 cannot be reached"
        const ErrorWords words = wordsFor(page.error(), tr("The history"));
        return m_state->showError(words.title, words.sentences(), page.error());
    }
    QList<Person> people;
    for (const Standing &standing : *page)
        people.append(standing.person);
    m_model->append(people);
    m_moreFiltered = page->size() == peopleAPage;
    if (m_model->rowCount() == 0)
        return m_state->showEmpty(QStringLiteral("people"), tr("Nobody stands so"),
            tr("Among those who have been looked at. Scan in Overview to look at everybody."));
    if (m_first)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_state->showContent();
}

QList<Person> PeopleSearchPage::selected() const
{
    QList<Person> people;
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex &row : rows)
        people.append(m_model->person(row.row()));
    return people;
}

void PeopleSearchPage::setExporting(const std::optional<Progress> &progress)
{
    m_exporting = progress;
    showSelection();
}

void PeopleSearchPage::showExport()
{
    m_actions->show();
    //: %1 is how many photos were looked for so far
    m_selected->setText(tr("Exporting: %1").arg(m_exporting->done));
}

/// What is done to several is offered when there are several.
void PeopleSearchPage::showSelection()
{
    m_export->setVisible(!m_exporting);
    m_cancelExport->setVisible(m_exporting.has_value());
    if (m_exporting)
        return showExport();
    const qsizetype count = m_list->selectionModel()->selectedIndexes().size();
    m_actions->setVisible(count > 1);
    //: %1 is how many people are selected in the list
    m_selected->setText(tr("Selected: %1").arg(count));
}

void PeopleSearchPage::showIdle()
{
    m_model->clear();
    if (!m_directory)
        return m_state->showEmpty(QStringLiteral("people"), tr("This organisation has no list of people"),
            tr("Add a directory, or a CSV file of people to its folder, in Settings."));
    m_state->showEmpty(QStringLiteral("search"), tr("Whose photo?"),
        tr("Type the beginning of a name, an account or a mail address."));
}

void PeopleSearchPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->refreshMarks();
    m_words->setFocus(Qt::OtherFocusReason);
}

bool PeopleSearchPage::eventFilter(QObject *watched, QEvent *event)
{
    // From the words straight into the list: Down, Up and Return belong to it while one types.
    if (watched == m_words && event->type() == QEvent::KeyPress && m_model->rowCount() > 0) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentIndex().row();
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int next = qBound(0, row + (key->key() == Qt::Key_Down ? 1 : -1), m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(next, 0));
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && row >= 0
            && !m_typing.isActive()) {
            emit chosen(m_model->person(row));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PeopleSearchPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PeopleSearchPage::retranslate()
{
    m_words->setPlaceholderText(tr("Search for a person"));
    m_words->setAccessibleName(tr("Search for a person"));
    m_import->setText(tr("Import photos…"));
    m_list->setAccessibleName(tr("People found"));
    const QStringList filters {//: filter of a list of people: all of them
        tr("Everybody"),
        //: filter of a list of people
        tr("Without photo"),
        //: filter of a list of people: their largest photo is too small
        tr("Small"),
        //: filter of a list of people: different photos in different places
        tr("Different"),
        //: filter of a list of people: the last upload failed
        tr("Failed"),
        //: filter of a list of people: whoever has a photo, the one that changed last comes first
        tr("Last changed")};
    for (int at = 0; at < filters.size(); ++at)
        m_filters->setSegmentText(at, filters.at(at));
    m_export->setText(tr("Export photos…"));
    m_cancelExport->setText(tr("Cancel"));
    m_cancelExport->setAccessibleName(tr("Cancel the export"));
    showSelection();
    showNotes();
    if (m_model->rowCount() == 0 && !m_state->isShowingError())
        showIdle();
}

} // namespace likeness
