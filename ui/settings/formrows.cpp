// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/formrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>

namespace likeness {

FormRows::FormRows(QFormLayout &form, QWidget *owner)
    : QObject(owner)
    , m_form(form)
    , m_owner(owner)
{
    form.setHorizontalSpacing(16);
    form.setVerticalSpacing(8);
    form.setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

void FormRows::addRow(QWidget *field, QWidget *holder)
{
    auto *label = new TextLabel(TextRole::Body, TextLabel::Tone::Soft, m_owner);
    label->setBuddy(field);
    m_form.addRow(label, holder);
    m_rows.append({label, field, holder});
}

QLineEdit *FormRows::addText(const QString &value)
{
    auto *field = new QLineEdit(value, m_owner);
    addRow(field, field);
    connect(field, &QLineEdit::textEdited, this, &FormRows::edited);
    return field;
}

QLineEdit *FormRows::addPassword()
{
    QLineEdit *field = addText({});
    field->setEchoMode(QLineEdit::Password);
    return field;
}

QLineEdit *FormRows::addNumber(int value, int most)
{
    QLineEdit *field = addText(QString::number(value));
    field->setValidator(new QIntValidator(0, most, field));
    return field;
}

QComboBox *FormRows::addChoice(int count, int current)
{
    auto *box = new QComboBox(m_owner);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < count; ++i)
        box->addItem(QString());
    box->setCurrentIndex(current);
    addRow(box, box);
    connect(box, &QComboBox::currentIndexChanged, this, &FormRows::edited);
    return box;
}

QCheckBox *FormRows::addCheck(bool checked)
{
    auto *box = new QCheckBox(m_owner);
    box->setChecked(checked);
    addRow(box, box);
    connect(box, &QCheckBox::toggled, this, &FormRows::edited);
    return box;
}

QLineEdit *FormRows::addPath(const QString &value, bool folder)
{
    auto *holder = new QWidget(m_owner);
    auto *row = new QHBoxLayout(holder);
    auto *field = new QLineEdit(value, holder);
    auto *button = new QPushButton(holder);
    row->addWidget(field, 1);
    row->addWidget(button);
    addRow(field, holder);
    m_browse.append(button);
    connect(button, &QPushButton::clicked, this, [this, field, folder] { browse(field, folder); });
    connect(field, &QLineEdit::textEdited, this, &FormRows::edited);
    return field;
}

void FormRows::browse(QLineEdit *field, bool folder)
{
    auto *dialog
        = new QFileDialog(m_owner, folder ? tr("Choose a folder") : tr("Choose a file"), field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString &file) {
        field->setText(file);
        emit edited();
    });
    dialog->open();
}

void FormRows::setWords(const QStringList &words)
{
    Q_ASSERT(words.size() == m_rows.size());
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_rows.at(i).label->setText(words.at(i));
        m_rows.at(i).field->setAccessibleName(words.at(i));
    }
    for (QPushButton *button : std::as_const(m_browse))
        button->setText(tr("Choose…"));
}

void FormRows::setVisible(QWidget *field, bool visible)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field == field)
            m_form.setRowVisible(row.holder, visible);
    }
}

} // namespace likeness
