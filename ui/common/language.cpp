// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace likeness {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
}

QStringList Language::available()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

QString Language::nameOf(const QString &language)
{
    return QLocale(language).nativeLanguageName();
}

void Language::choose(const QString &language)
{
    m_choice = language;
    QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!available().contains(locale.name().section(u'_', 0, 0)))
        locale = QLocale(QLocale::English);
    QLocale::setDefault(locale);

    // Qt's own words ("Cancel" in a file dialog) may not be installed; then they stay English.
    QCoreApplication::removeTranslator(&m_qtWords);
    if (m_qtWords.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_words);
    if (m_words.load(locale, QStringLiteral("likeness"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&m_words);
}

} // namespace likeness
