// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importpage.h"

#include "ui/common/buttons.h"
#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/importwords.h"
#include "ui/common/notice.h"
#include "ui/common/panel.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/people/import/importchips.h"
#include "ui/people/import/importdelegate.h"
#include "ui/people/import/importdetail.h"
#include "ui/people/import/importdrop.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace likeness {

using namespace Qt::StringLiterals;

ImportPage::ImportPage(ImportPlan &plan, ImportRun &run, const ImportSource::Stores &stores,
    QThreadPool &workers, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_run(run)
    , m_model(new ImportModel(this))
    , m_back(new QPushButton(themedIcon(theme, u"arrow-left"_s), {}, this))
    , m_title(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_panel(new Panel(this))
    , m_source(new ImportSource(theme, stores, m_panel))
    , m_notice(new Notice(theme, this))
    , m_resume(new QPushButton(this))
    , m_chips(new ImportChips(this))
    , m_state(new StateView(theme, this))
    , m_list(new QListView(this))
    , m_side(new Panel(this))
    , m_detail(new ImportDetail(workers, theme, m_side))
    , m_progressWords(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_progress(new QProgressBar(this))
    , m_start(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_retry(new QPushButton(this))
    , m_undo(new QPushButton(this))
    , m_report(new QPushButton(this))
    , m_handover(new QPushButton(this))
    , m_another(new QPushButton(this))
{
    for (const auto &[instance, title] : stores)
        m_titles.insert(instance, title);
    m_model->setTitles(m_titles);
    auto *drop = new ImportDrop(*this, [this] { return takesSource(); });
    connect(drop, &ImportDrop::dropped, this, &ImportPage::setSource);
    setFocusProxy(m_source);
    m_counting.setSingleShot(true);
    m_counting.setInterval(100);
    connect(&m_counting, &QTimer::timeout, this, &ImportPage::showCounts);
    layOut(theme);
    connectPlan();
    connectRun();
    connectParts();
    retranslate();
    showState();
}

void ImportPage::layOut(const Theme &theme)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, 20);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    setButtonKind(*m_back, ButtonKind::Flat);
    head->addWidget(m_back);
    head->addWidget(m_title);
    head->addStretch();
    column->addLayout(head);
    auto *inPanel = new QVBoxLayout(m_panel);
    inPanel->setContentsMargins(16, 14, 16, 14);
    inPanel->addWidget(m_source);
    column->addWidget(m_panel);
    m_notice->setAction(m_resume);
    column->addWidget(m_notice);
    column->addWidget(m_chips);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    auto *left = new Panel(this);
    auto *inLeft = new QVBoxLayout(left);
    inLeft->setContentsMargins(8, 8, 8, 8);
    inLeft->addWidget(m_state);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImportDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_state->setContent(m_list);
    middle->addWidget(left, 3);
    auto *inSide = new QVBoxLayout(m_side);
    inSide->setContentsMargins(16, 14, 16, 14);
    inSide->addWidget(m_detail);
    middle->addWidget(m_side, 2);
    column->addLayout(middle, 1);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(220);
    m_progressWords->setWordWrap(true);
    foot->addWidget(m_progress);
    foot->addWidget(m_progressWords, 1);
    setButtonKind(*m_start, ButtonKind::Primary);
    for (QPushButton *button : {m_another, m_report, m_handover, m_undo, m_retry, m_cancel, m_pause, m_start})
        foot->addWidget(button);
    column->addLayout(foot);
}

void ImportPage::connectPlan()
{
    connect(&m_plan, &ImportPlan::listed, this, [this] {
        m_model->setRows(m_plan.rows(), true);
        m_state->showContent();
        showCounts();
        showState();
    });
    connect(&m_plan, &ImportPlan::rowChanged, this, [this](int row) {
        m_model->setKnown(row, m_plan.isKnown(row));
        showRow(row);
    });
    connect(&m_plan, &ImportPlan::finished, this, &ImportPage::sayGathered);
}

void ImportPage::connectRun()
{
    connect(&m_run, &ImportRun::rowChanged, this, &ImportPage::showRow);
    connect(&m_run, &ImportRun::stateChanged, this, [this] {
        showState();
        showDetail();
        showCounts();
    });
    connect(&m_run, &ImportRun::failed, this, &ImportPage::sayFailed);
}

void ImportPage::connectParts()
{
    connect(m_back, &QPushButton::clicked, this, &ImportPage::left);
    connect(m_source, &ImportSource::lookWanted, this, &ImportPage::look);
    connect(m_source, &ImportSource::changed, this, &ImportPage::showState);
    connect(m_chips, &ImportChips::chosenChanged, this, [this] {
        m_model->showGroup(m_chips->chosen());
        showDetail();
    });
    connect(m_model, &ImportModel::includedChanged, &m_plan, &ImportPlan::setIncluded);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportPage::showDetail);
    connect(m_detail, &ImportDetail::recipeChosen, &m_plan, &ImportPlan::setRecipe);
    connect(m_detail, &ImportDetail::personChosen, &m_plan, &ImportPlan::setPerson);
    connect(m_detail, &ImportDetail::retryWanted, this, [this](int row) { m_run.retry(row); });
    connect(m_start, &QPushButton::clicked, this, &ImportPage::start);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_run.state() == ImportRun::State::Paused)
            m_run.carryOn();
        else
            m_run.pause();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (isPlanning())
            m_plan.cancel();
        else
            m_run.cancel();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] { m_run.retry(); });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_run.undo(); });
    connect(m_report, &QPushButton::clicked, this, &ImportPage::askForReport);
    connect(m_handover, &QPushButton::clicked, this, &ImportPage::askForHandover);
    connect(m_another, &QPushButton::clicked, this, &ImportPage::look);
    connect(m_resume, &QPushButton::clicked, this, [this] { emit resumeWanted(m_resumable); });
}

bool ImportPage::takesSource() const
{
    return m_panel->isEnabled();
}

void ImportPage::setSource(const QString &path)
{
    m_source->setSource(path);
}

/// A new look is a new import: what was run stays in the ledger.
void ImportPage::look()
{
    const ImportRun::State state = m_run.state();
    if (state == ImportRun::State::Running || state == ImportRun::State::Pausing || !m_source->isUsable())
        return;
    m_run.forget();
    m_notice->clear();
    m_detail->clear();
    m_chips->chooseAll();
    m_state->showLoading();
    if (const Result<Done> begun = m_plan.gather(m_source->wish()); !begun)
        sayFailed(begun.error());
    showState();
}

void ImportPage::start()
{
    m_notice->clear();
    m_detail->clear();
    m_model->setRows(m_plan.rows(), false);
    m_chips->chooseAll();
    const Result<Done> begun = m_run.begin(m_plan.wish(), m_plan.rows());
    if (!begun)
        return sayFailed(begun.error());
    showRun();
}

void ImportPage::showRun()
{
    m_notice->clear();
    m_model->setRows(m_run.rows(), false);
    m_chips->chooseAll();
    m_state->showContent();
    showCounts();
    showState();
}

void ImportPage::offerResume(const ImportRunHead &run, int waiting)
{
    m_resumable = run.id;
    m_notice->say(Notice::Kind::Info, [run, waiting] {
        return NoticeWords {tr("An import was not finished"),
            //: About an import that was cut short: %1 is a date and time, %2 a folder.
            tr("It was begun %1 with %2. %n row(s) still wait.", nullptr, waiting)
                .arg(QLocale().toString(run.at.toLocalTime(), QLocale::ShortFormat), run.source)};
    });
    m_resume->show();
}

void ImportPage::sayFailed(const Error &error)
{
    m_resume->hide();
    m_notice->say(Notice::Kind::Error, failureText(error, QFileInfo(m_source->wish().source).fileName()));
    if (m_plan.rows().isEmpty() && isPlanning())
        m_state->showEmpty(u"folder"_s, tr("Photos for many people"),
            tr("Choose a folder of pictures that are named after people, or a list that says whom each is "
               "of."));
    showState();
}

void ImportPage::sayHandingOver(Progress progress)
{
    m_handover->setEnabled(false);
    m_notice->say(Notice::Kind::Info, [progress] {
        //: How far a handover is: %1 of %2 people.
        const QString words = tr("Writing the handover: %1 of %2…");
        return NoticeWords {{}, words.arg(progress.done).arg(progress.total)};
    });
}

void ImportPage::sayHandedOver(const QString &folder, const Result<HandoverReport> &report)
{
    m_handover->setEnabled(true);
    if (!report)
        return sayFailed(report.error());
    m_notice->say(Notice::Kind::Info, [folder, photos = report->photos, without = report->leftOut.size()] {
        //: %1 is how many photos, %2 the path of a folder.
        QString sentence = tr("Photos for somebody with the right: %1. What to do with them stands in "
                              "README.txt in %2.")
                               .arg(photos)
                               .arg(folder);
        //: Follows another sentence; %1 is how many.
        const QString others = tr("For %1 there is no script; they are listed there.");
        if (without > 0)
            sentence += u' ' + others.arg(without);
        return NoticeWords {tr("Handover saved"), sentence};
    });
}

void ImportPage::sayGathered(const Result<Done> &outcome)
{
    if (!outcome && outcome.error().code != Errc::Cancelled)
        return sayFailed(outcome.error());
    if (m_plan.rows().isEmpty())
        m_state->showEmpty(u"folder"_s, tr("Nothing to import"), tr("There is no file in it."));
    m_resume->hide();
    if (const QList<ListComplaint> complaints = m_plan.complaints().mid(0, 5); !complaints.isEmpty())
        m_notice->say(Notice::Kind::Warning, [complaints] {
            QStringList sentences;
            for (const ListComplaint &complaint : complaints)
                sentences += wordsFor(complaint);
            return NoticeWords {{}, sentences.join(u' ')};
        });
    showState();
    showCounts();
}

void ImportPage::showRow(int index)
{
    m_model->setRow(index, rows().at(index));
    if (!m_counting.isActive())
        m_counting.start();
    if (m_detail->index() == index)
        showDetail();
}

void ImportPage::showCounts()
{
    m_chips->setGroups(m_model->groups(), static_cast<int>(rows().size()));
    showState();
}

void ImportPage::showDetail()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return m_detail->clear();
    const int index = current.data(ImportModel::IndexRole).toInt();
    if (index >= rows().size())
        return m_detail->clear();
    const ImportRow &row = rows().at(index);
    const ImportOutcome outcome = outcomeOf(row);
    const bool retryable = !isPlanning() && !m_run.isUndoing()
        && (outcome == ImportOutcome::Failed || outcome == ImportOutcome::Partly
            || outcome == ImportOutcome::Conflict || outcome == ImportOutcome::Cancelled);
    m_detail->show(index, row,
        {isPlanning() && m_plan.isKnown(index), retryable, current.data(ImportModel::ReasonRole).toString()});
}

QString ImportPage::progressWords() const
{
    if (isPlanning()) {
        if (m_plan.rows().isEmpty())
            return {};
        if (m_plan.isBusy())
            return tr("Looking at %1 of %2…").arg(m_plan.known()).arg(m_plan.rows().size());
        return tr("Nothing is written before you press Start.");
    }
    switch (m_run.state()) {
    case ImportRun::State::Idle:
        return {};
    case ImportRun::State::Running:
        return m_run.isUndoing() ? tr("Putting back what was there before…") : tr("Writing…");
    case ImportRun::State::Pausing:
        return tr("Pausing; what has begun is finished first…");
    case ImportRun::State::Paused:
        return tr("Paused. It goes on where it was, also after Likeness was closed.");
    case ImportRun::State::Finished:
        return m_run.isUndoing() ? tr("Undone, as far as it could be.")
                                 : tr("Finished. Every photo that was replaced can be put back.");
    }
    return {};
}

void ImportPage::showState()
{
    using State = ImportRun::State;
    const State state = m_run.state();
    const bool planning = isPlanning();
    OutcomeCounts counts = planning ? OutcomeCounts {} : m_run.counts();
    const bool running = state == State::Running || state == State::Pausing;
    const int ready = static_cast<int>(std::ranges::count_if(m_plan.rows(), &ImportRow::isPlanned));
    m_panel->setEnabled(!running && !m_plan.isBusy());
    m_start->setVisible(planning);
    m_start->setEnabled(planning && !m_plan.isBusy() && ready > 0);
    //: A button: writes the photos of %n people.
    m_start->setText(ready > 0 ? tr("Start (%n)", nullptr, ready) : tr("Start"));
    m_pause->setVisible(running || state == State::Paused);
    m_pause->setEnabled(state != State::Pausing);
    m_pause->setText(state == State::Paused ? tr("Go on") : tr("Pause"));
    m_cancel->setVisible(running || state == State::Paused || m_plan.isBusy());
    const int failed
        = counts[ImportOutcome::Failed] + counts[ImportOutcome::Partly] + counts[ImportOutcome::Cancelled];
    const bool ended = state == State::Finished || state == State::Paused;
    m_retry->setVisible(ended && failed > 0 && !m_run.isUndoing());
    const int undoable
        = counts[ImportOutcome::Done] + counts[ImportOutcome::Partly] + counts[ImportOutcome::NotUndone];
    m_undo->setVisible(ended && undoable > 0);
    m_report->setVisible(!rows().isEmpty() && !m_plan.isBusy() && !running);
    m_handover->setVisible(!m_plan.isBusy() && !running && std::ranges::any_of(rows(), hasForOthers));
    m_another->setVisible(state == State::Finished && m_source->isUsable());
    m_progressWords->setText(progressWords());
    const int total = planning ? static_cast<int>(m_plan.rows().size())
                               : static_cast<int>(rows().size()) - counts[ImportOutcome::LeftOut];
    const int left = m_run.isUndoing() ? counts[ImportOutcome::Done]
                                       : counts[ImportOutcome::Waiting] + counts[ImportOutcome::Running];
    m_progress->setVisible(running || m_plan.isBusy());
    m_progress->setMaximum(total);
    m_progress->setValue(planning ? m_plan.known() : total - left);
}

/// The folder that is chosen is not written to: one is made in it.
void ImportPage::askForHandover()
{
    auto *dialog = new QFileDialog(this, tr("Where the handover is made"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-hhmmss"));
        emit handoverWanted(QDir(folder).filePath(QStringLiteral("handover-") + stamp));
    });
    dialog->open();
}

void ImportPage::askForReport()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setNameFilters({tr("Page to print (%1)").arg(u"*.html"_s), tr("Table (%1)").arg(u"*.csv"_s)});
    dialog->setDefaultSuffix(u"html"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"csv"_s) ? u"csv"_s : u"html"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPage::reportWanted);
    dialog->open();
}

void ImportPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportPage::retranslate()
{
    m_back->setText(tr("People"));
    m_back->setAccessibleName(tr("Back to the people"));
    m_title->setText(tr("Import photos"));
    m_resume->setText(tr("Show it"));
    m_list->setAccessibleName(tr("Pictures of the import"));
    m_progress->setAccessibleName(tr("How far the import is"));
    m_cancel->setText(tr("Cancel"));
    m_retry->setText(tr("Try failed ones again"));
    m_undo->setText(tr("Undo the import"));
    m_report->setText(tr("Save report…"));
    m_handover->setText(tr("Save handover…"));
    m_handover->setToolTip(
        tr("Save the photos that you may not write yourself, with scripts for somebody who may"));
    m_another->setText(tr("New look"));
    if (rows().isEmpty())
        m_state->showEmpty(u"folder"_s, tr("Photos for many people"),
            tr("Choose a folder of pictures that are named after people, or a list that says whom each is "
               "of."));
    m_model->retranslate();
    showCounts();
    showDetail();
}

} // namespace likeness
