// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/lookpanel.h"

#include "services/settings/appsettings.h"
#include "ui/common/language.h"
#include "ui/common/segmented.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace likeness {

LookPanel::LookPanel(Theme &theme, Language &language, AppSettings &settings, QWidget *parent)
    : Panel(parent)
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_themeLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_theme(new SegmentedControl(this))
    , m_languageLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_language(new QComboBox(this))
{
    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 2);
    grid->addWidget(m_themeLabel, 1, 0);
    grid->addWidget(m_theme, 1, 1, Qt::AlignLeading);
    grid->addWidget(m_languageLabel, 2, 0);
    grid->addWidget(m_language, 2, 1, Qt::AlignLeading);
    m_languageLabel->setBuddy(m_language);

    for (int i = 0; i < 4; ++i) // in the order of ThemeChoice
        m_theme->addSegment(QString());
    m_theme->setCurrentIndex(static_cast<int>(theme.choice()));
    m_language->addItem(QString(), QString());
    for (const QString &each : Language::available())
        m_language->addItem(Language::nameOf(each), each);
    m_language->setCurrentIndex(qMax(0, m_language->findData(settings.value(AppSettings::language))));
    retranslate();

    connect(m_theme, &SegmentedControl::currentChanged, this, [&theme, &settings](int index) {
        theme.choose(static_cast<ThemeChoice>(index));
        settings.setValue(AppSettings::theme, nameOf(theme.choice()));
    });
    connect(m_language, &QComboBox::activated, this, [this, &language, &settings](int index) {
        const QString chosen = m_language->itemData(index).toString();
        settings.setValue(AppSettings::language, chosen);
        language.choose(chosen);
    });
}

void LookPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void LookPanel::retranslate()
{
    m_heading->setText(tr("Look and language"));
    m_themeLabel->setText(tr("Look"));
    //: A look of the window, among light, dark and high contrast
    m_theme->setSegmentText(0, tr("As the system"));
    m_theme->setSegmentText(1, tr("Light"));
    m_theme->setSegmentText(2, tr("Dark"));
    m_theme->setSegmentText(3, tr("High contrast"));
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    //: A choice of the language, before English and German
    m_language->setItemText(0, tr("As the system"));
}

} // namespace likeness
