// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/peoplesearchpage.h"

#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/panel.h"
#include "ui/common/stateview.h"
#include "ui/people/persondelegate.h"

#include <QAction>
#include <QCollator>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

namespace likeness {
namespace {

constexpr int peopleAPage = 50;

QString shownName(const Person &person)
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
        shownName);
    return people;
}

} // namespace

PeopleSearchPage::PeopleSearchPage(Directory *directory, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_directory(directory)
    , m_words(new QLineEdit(this))
    , m_import(new QPushButton(themedIcon(theme, QStringLiteral("folder")), {}, this))
    , m_state(new StateView(theme, this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, 24);
    column->setSpacing(16);
    m_words->setMaximumWidth(480);
    m_words->setClearButtonEnabled(true);
    m_words->addAction(
        themedIcon(theme, QStringLiteral("search"), ColourRole::Soft), QLineEdit::LeadingPosition);
    auto *head = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addStretch();
    head->addWidget(m_import);
    column->addLayout(head);
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
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_state->setContent(m_list);
    m_words->installEventFilter(this);

    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &PeopleSearchPage::search);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit chosen(index.data(PersonDelegate::PersonRole).value<Person>());
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        emit chosen(index.data(PersonDelegate::PersonRole).value<Person>());
    });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_list->verticalScrollBar()->maximum() - 200)
            more();
    });
    connect(m_state, &StateView::retryPressed, this, &PeopleSearchPage::search);
    connect(m_import, &QPushButton::clicked, this, &PeopleSearchPage::importWanted);
    retranslate();
}

void PeopleSearchPage::searchFor(const QString &words)
{
    m_words->setText(words);
}

int PeopleSearchPage::foundCount() const
{
    return m_model->rowCount();
}

void PeopleSearchPage::search()
{
    m_job.reset();
    m_next.clear();
    const QString words = m_words->text().simplified();
    if (!m_directory || words.isEmpty())
        return showIdle();
    m_first = true;
    m_state->showLoading();
    m_job = m_directory->find(words, peopleAPage);
    m_job->onFinished(this, [this](const Result<PeoplePage> &page) { take(page); });
    m_job->start();
}

void PeopleSearchPage::more()
{
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
    for (const Person &person : byName(page->people)) {
        auto *item = new QStandardItem(shownName(person));
        item->setData(QVariant::fromValue(person), PersonDelegate::PersonRole);
        m_model->appendRow(item); // the model owns its items
    }
    m_next = page->cookie;
    if (m_model->rowCount() == 0)
        return m_state->showEmpty(QStringLiteral("people"), tr("Nobody found"),
            tr("Try the beginning of a first name, last name, account or mail address."));
    m_list->setCurrentIndex(m_first ? m_model->index(0, 0) : m_list->currentIndex());
    m_state->showContent();
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
            emit chosen(m_list->currentIndex().data(PersonDelegate::PersonRole).value<Person>());
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
    if (m_model->rowCount() == 0 && !m_state->isShowingError())
        showIdle();
}

} // namespace likeness
