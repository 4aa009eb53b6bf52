// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/text.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace likeness {

/// Rows of a form: a label and what it names. Owned by the widget whose form it fills.
class FormRows final : public QObject
{
    Q_OBJECT
public:
    FormRows(QFormLayout &form, QWidget *owner);

    QLineEdit *addText(const QString &value);
    QLineEdit *addPassword();
    /// Takes whole numbers only.
    QLineEdit *addNumber(int value, int most);
    QComboBox *addChoice(int count, int current);
    QCheckBox *addCheck(bool checked);
    /// A text with a button that opens the system's dialog.
    QLineEdit *addPath(const QString &value, bool folder);

    /// The words of all rows in their order; also what assistive technology calls the fields.
    void setWords(const QStringList &words);
    void setVisible(QWidget *field, bool visible);

signals:
    void edited();

private:
    void addRow(QWidget *field, QWidget *holder);
    void browse(QLineEdit *field, bool folder);

    struct Row
    {
        TextLabel *label;
        QWidget *field;
        QWidget *holder; ///< what stands in the form: the field, or what holds it
    };
    QFormLayout &m_form;
    QWidget *m_owner;
    QList<Row> m_rows;
    QList<QPushButton *> m_browse;
};

} // namespace likeness
