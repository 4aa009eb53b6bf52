// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace likeness {

/// The language of all words, changed while the program runs: every widget gets a LanguageChange. One object,
/// made by the composition root.
class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// What there are words in: "en", "de".
    static QStringList available();
    /// "Deutsch": in the language itself.
    static QString nameOf(const QString &language);

    /// Empty = as the system, English when the system's is not available.
    void choose(const QString &language);
    QString choice() const { return m_choice; }

private:
    QString m_choice;
    QTranslator m_words;
    QTranslator m_qtWords;
};

} // namespace likeness
