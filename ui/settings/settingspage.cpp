// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

#include "ui/settings/lookpanel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness {

SettingsPage::SettingsPage(OrganisationEditor::World world, Look look, QWidget *parent)
    : QWidget(parent)
    , m_organisation(new OrganisationEditor(world, look.theme, this))
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(24, 0, 24, 24);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addWidget(m_organisation);
    column->addWidget(new LookPanel(look.theme, look.language, look.settings, body));
    column->addStretch();
    auto *inside = new QWidget(body);
    inside->setLayout(column);
    inside->setMaximumWidth(760);
    row->addWidget(inside, 100);
    row->addStretch(1);
    scroll->setWidget(body);
    auto *page = new QVBoxLayout(this);
    page->addWidget(scroll);
}

} // namespace likeness
