// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importchips.h"

#include "ui/common/buttons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSet>

namespace likeness {

namespace {
constexpr int allRows = 5000;
}

ImportChips::ImportChips(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addStretch();
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &ImportChips::chosenChanged);
    hide();
}

QPushButton *ImportChips::chip(int id)
{
    if (auto *known = qobject_cast<QPushButton *>(m_group->button(id)))
        return known;
    auto *made = new QPushButton(this);
    made->setCheckable(true);
    m_group->addButton(made, id);
    int place = id == allRows ? 0 : 1; // behind the chip for all, by their ids
    const auto idAt = [this](int at) {
        return m_group->id(qobject_cast<QAbstractButton *>(m_row->itemAt(at)->widget()));
    };
    while (id != allRows && place < m_row->count() - 1 && idAt(place) < id)
        ++place;
    m_row->insertWidget(place, made);
    return made;
}

void ImportChips::setGroups(const QList<ImportModel::Group> &groups, int total)
{
    const auto say = [this](int id, const QString &words, int count) {
        const QString figure = QLocale().toString(count);
        //: A button that shows only some rows: %1 how they stand, %2 how many they are.
        chip(id)->setText(tr("%1  %2").arg(words, figure));
        chip(id)->setAccessibleName(tr("%1: %2").arg(words, figure));
    };
    //: All rows of a list, however they stand.
    say(allRows, tr("All"), total);
    QSet<int> shown {allRows};
    for (const ImportModel::Group &group : groups) {
        say(group.id, group.words, group.count);
        shown.insert(group.id);
    }
    const QList<QAbstractButton *> buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setVisible(shown.contains(m_group->id(button)) || button->isChecked());
    if (m_group->checkedId() < 0)
        m_group->button(allRows)->setChecked(true);
    setVisible(total > 0);
}

std::optional<int> ImportChips::chosen() const
{
    const int id = m_group->checkedId();
    return id < 0 || id == allRows ? std::nullopt : std::optional(id);
}

void ImportChips::chooseAll()
{
    if (QAbstractButton *all = m_group->button(allRows))
        all->setChecked(true);
}

} // namespace likeness
