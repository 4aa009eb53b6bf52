// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/organisationeditor.h"

#include <QWidget>

namespace likeness {

class AppSettings;
class Language;

/// The settings: the organisation, and how the program looks. One column that scrolls.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    struct Look
    {
        Theme &theme;
        Language &language;
        AppSettings &settings;
    };
    SettingsPage(OrganisationEditor::World world, Look look, QWidget *parent = nullptr);

    OrganisationEditor *organisation() const { return m_organisation; }

private:
    OrganisationEditor *m_organisation;
};

} // namespace likeness
