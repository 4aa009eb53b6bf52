// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/panel.h"

class QComboBox;

namespace likeness {

class AppSettings;
class Language;
class SegmentedControl;
class TextLabel;
class Theme;

/// Theme and language; both change at once and are remembered.
class LookPanel final : public Panel
{
    Q_OBJECT
public:
    LookPanel(Theme &theme, Language &language, AppSettings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    TextLabel *m_heading;
    TextLabel *m_themeLabel;
    SegmentedControl *m_theme;
    TextLabel *m_languageLabel;
    QComboBox *m_language;
};

} // namespace likeness
