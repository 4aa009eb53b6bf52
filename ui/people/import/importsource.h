// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importmeans.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace likeness {

class TextLabel;
class Theme;

/// What is to be imported: the folder or list, how its files are named, with what that makes of the first of
/// them, the stores, and whether people with a photo are left alone. GUI thread.
class ImportSource final : public QWidget
{
    Q_OBJECT
public:
    /// A store by its instance and title.
    using Stores = QList<std::pair<QString, QString>>;

    ImportSource(const Theme &theme, const Stores &stores, QWidget *parent = nullptr);

    /// A folder or a CSV; starts the look.
    void setSource(const QString &path);
    ImportWish wish() const;
    /// A source, a pattern that can be used and a store.
    bool isUsable() const;

signals:
    void lookWanted();
    /// Something else is to be imported than was looked at.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(bool folder);
    void showPattern();
    QString exampleWords() const;
    void retranslate();

    QString m_source;
    QStringList m_examples; ///< names of the first files
    QPushButton *m_folder;
    QPushButton *m_list;
    TextLabel *m_path;
    TextLabel *m_patternLabel;
    QLineEdit *m_pattern;
    TextLabel *m_preview;
    TextLabel *m_storesLabel;
    QList<QCheckBox *> m_stores;
    QStringList m_instances;
    QCheckBox *m_onlyIfNone;
    QPushButton *m_look;
};

} // namespace likeness
