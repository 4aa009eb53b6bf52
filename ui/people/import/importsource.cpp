// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importsource.h"

#include "models/import/namepattern.h"
#include "ui/common/icons.h"
#include "ui/common/importwords.h"
#include "ui/common/text.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostExamples = 3;
}

ImportSource::ImportSource(const Theme &theme, const Stores &stores, QWidget *parent)
    : QWidget(parent)
    , m_folder(new QPushButton(themedIcon(theme, u"folder"_s), {}, this))
    , m_list(new QPushButton(themedIcon(theme, u"open"_s), {}, this))
    , m_path(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_patternLabel(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_pattern(new QLineEdit(NamePattern::usual(), this))
    , m_preview(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_storesLabel(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_onlyIfNone(new QCheckBox(this))
    , m_look(new QPushButton(this))
{
    setFocusProxy(m_folder); // what one begins with
    m_preview->setWordWrap(true);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *rows = new QGridLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(16);
    rows->setVerticalSpacing(8);
    auto *files = new QHBoxLayout;
    files->setSpacing(8);
    files->addWidget(m_folder);
    files->addWidget(m_list);
    files->addWidget(m_path, 1);
    rows->addLayout(files, 0, 0, 1, 3);
    rows->addWidget(m_patternLabel, 1, 0);
    rows->addWidget(m_pattern, 1, 1);
    rows->addWidget(m_look, 1, 2);
    rows->addWidget(m_preview, 2, 1, 1, 2);
    auto *targets = new QHBoxLayout;
    targets->setSpacing(16);
    for (const auto &[instance, title] : stores) {
        auto *box = new QCheckBox(title, this);
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, [this] {
            m_look->setEnabled(isUsable());
            emit changed();
        });
        m_instances += instance;
        m_stores += box;
        targets->addWidget(box);
    }
    targets->addStretch();
    targets->addWidget(m_onlyIfNone);
    rows->addWidget(m_storesLabel, 3, 0);
    rows->addLayout(targets, 3, 1, 1, 2);
    rows->setColumnStretch(1, 1);
    connect(m_folder, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_list, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_pattern, &QLineEdit::textChanged, this, [this] {
        showPattern();
        emit changed();
    });
    connect(m_pattern, &QLineEdit::returnPressed, m_look, &QPushButton::click);
    connect(m_onlyIfNone, &QCheckBox::toggled, this, &ImportSource::changed);
    connect(m_look, &QPushButton::clicked, this, &ImportSource::lookWanted);
    retranslate();
}

void ImportSource::choose(bool folder)
{
    auto *dialog
        = new QFileDialog(this, folder ? tr("The folder of pictures") : tr("A list of files and people"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, folder);
    dialog->setDirectory(m_source.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
            : QFileInfo(m_source).absolutePath());
    if (!folder)
        dialog->setNameFilters({tr("Lists (%1)").arg(u"*.csv"_s), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportSource::setSource);
    dialog->open();
}

void ImportSource::setSource(const QString &path)
{
    m_source = path;
    m_examples.clear();
    const bool folder = QFileInfo(path).isDir();
    if (folder) {
        QDirIterator walk(path, QDir::Files | QDir::Readable);
        while (walk.hasNext() && m_examples.size() < mostExamples) {
            walk.next();
            m_examples += walk.fileName();
        }
        m_examples.sort();
    }
    m_pattern->setEnabled(folder);
    retranslate();
    emit changed();
    if (isUsable())
        emit lookWanted();
}

ImportWish ImportSource::wish() const
{
    ImportWish wish {m_source, m_pattern->text(), {}, m_onlyIfNone->isChecked()};
    for (qsizetype i = 0; i < m_stores.size(); ++i) {
        if (m_stores.at(i)->isChecked())
            wish.stores += m_instances.at(i);
    }
    return wish;
}

bool ImportSource::isUsable() const
{
    return !m_source.isEmpty() && NamePattern::parsed(m_pattern->text()).pattern && !wish().stores.isEmpty();
}

/// What the pattern makes of the first files, or what is wrong with it.
void ImportSource::showPattern()
{
    const ParsedPattern parsed = NamePattern::parsed(m_pattern->text());
    m_preview->setText(parsed.complaint ? wordsFor(*parsed.complaint) : exampleWords());
    m_look->setEnabled(isUsable());
}

QString ImportSource::exampleWords() const
{
    if (!m_pattern->isEnabled())
        return tr("The list says whom each picture is of.");
    if (m_examples.isEmpty())
        //: %1 are placeholders, with commas.
        return tr("How the files are named. There are %1; alternatives are parted by |.")
            .arg(NamePattern::placeholders().join(u", "_s));
    const ParsedPattern parsed = NamePattern::parsed(m_pattern->text());
    QStringList examples;
    for (const QString &file : m_examples) {
        const QList<NameReading> readings = parsed.pattern->readings(QFileInfo(file).completeBaseName());
        QStringList pieces;
        if (!readings.isEmpty()) {
            for (const auto &[part, text] : readings.first().pieces)
                pieces += text;
        }
        examples += file
            + u" → "_s
            //: What a pattern makes of a file's name, when it does not fit.
            + (pieces.isEmpty() ? tr("does not fit") : pieces.join(u" + "_s));
    }
    return examples.join(u"   "_s);
}

void ImportSource::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportSource::retranslate()
{
    m_folder->setText(tr("Choose folder…"));
    m_list->setText(tr("Choose list (CSV)…"));
    m_path->setText(m_source.isEmpty() ? tr("or drop a folder here") : m_source);
    m_patternLabel->setText(tr("File names"));
    m_pattern->setAccessibleName(tr("How the files are named"));
    m_storesLabel->setText(tr("Write to"));
    m_onlyIfNone->setText(tr("Only people without a photo"));
    m_look->setText(tr("Look again"));
    showPattern();
}

} // namespace likeness
