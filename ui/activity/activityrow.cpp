// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activityrow.h"

#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace likeness {
namespace {

struct OutcomeLook
{
    QString icon;
    ColourRole role = ColourRole::Unknown;
};

OutcomeLook lookOfOutcome(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    case LedgerEntry::Outcome::Started:
        return {QStringLiteral("info"), ColourRole::Unknown};
    case LedgerEntry::Outcome::Written:
        return {QStringLiteral("check"), ColourRole::Pending};
    case LedgerEntry::Outcome::Verified:
        return {QStringLiteral("check"), ColourRole::InStep};
    case LedgerEntry::Outcome::Failed:
        return {QStringLiteral("error"), ColourRole::Blocked};
    case LedgerEntry::Outcome::Conflict:
        return {QStringLiteral("warning"), ColourRole::Different};
    case LedgerEntry::Outcome::Cancelled:
        return {QStringLiteral("blocked"), ColourRole::Missing};
    }
    return {};
}

/// A glyph in a role's colour that follows the theme.
class RoleGlyph final : public QWidget
{
public:
    RoleGlyph(const Theme &theme, const QString &icon, ColourRole role, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_icon(icon)
        , m_role(role)
    {
        setFixedSize(20, 20);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).drawPixmap(0, 0, drawnIcon(m_icon, m_theme.colour(m_role), 20, devicePixelRatioF()));
    }

private:
    const Theme &m_theme;
    QString m_icon;
    ColourRole m_role;
};

} // namespace

ActivityRow::ActivityRow(const Theme &theme, const LedgerEntry &entry, QWidget *parent)
    : QWidget(parent)
    , m_entry(entry)
    , m_before(new Avatar(theme, 44, Avatar::Shape::Square, this))
    , m_after(new Avatar(theme, 44, Avatar::Shape::Square, this))
    , m_restore(new QPushButton(this))
{
    const QString name = entry.personName.isEmpty() ? entry.personKey : entry.personName;
    m_before->setAccessibleName(tr("Photo before"));
    m_after->setAccessibleName(tr("Photo after"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 12, 0, 12);
    row->setSpacing(12);
    row->addWidget(m_before);
    row->addWidget(new RoleGlyph(theme, onwardArrow(layoutDirection()), ColourRole::Soft, this));
    row->addWidget(m_after);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(new TextLabel(name, TextRole::Strong, TextLabel::Tone::Ink, this));
    words->addWidget(new TextLabel(factLine(), TextRole::Body, TextLabel::Tone::Soft, this));
    words->addStretch();
    row->addSpacing(4);
    row->addLayout(words, 1);

    const OutcomeLook look = lookOfOutcome(entry.outcome);
    row->addWidget(new RoleGlyph(theme, look.icon, look.role, this));
    auto *outcome = new TextLabel(outcomeWord(), TextRole::Body, TextLabel::Tone::Ink, this);
    outcome->setMinimumWidth(140);
    row->addWidget(outcome);
    //: Button in the list of changes: writes the photo that was there before back
    m_restore->setText(tr("Restore"));
    //: Spoken name of the button; %1 is a person, %2 a store
    m_restore->setAccessibleName(tr("Restore the photo of %1 in %2").arg(name, entry.storeTitle));
    QSizePolicy kept = m_restore->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_restore->setSizePolicy(kept);
    row->addWidget(m_restore);
    connect(m_restore, &QPushButton::clicked, this, [this] { emit restoreRequested(m_entry); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRestorable(false);
}

void ActivityRow::setPhotos(const QImage &before, const QImage &after)
{
    m_before->setPhoto(before);
    m_after->setPhoto(after);
}

void ActivityRow::setRestorable(bool restorable)
{
    m_restore->setVisible(m_entry.isRestorable());
    m_restore->setEnabled(restorable);
    m_restore->setToolTip(restorable ? tr("Write the photo that was there before back")
                                     : tr("Connect to the organisation to restore"));
}

QString ActivityRow::factLine() const
{
    QString what;
    switch (m_entry.action) {
    case LedgerEntry::Action::Upload:
        what = tr("Uploaded to %1").arg(m_entry.storeTitle);
        break;
    case LedgerEntry::Action::Restore:
        what = tr("Restored in %1").arg(m_entry.storeTitle);
        break;
    case LedgerEntry::Action::Remove:
        what = tr("Removed from %1").arg(m_entry.storeTitle);
        break;
    case LedgerEntry::Action::Keep:
        what = tr("Kept a copy of what %1 had").arg(m_entry.storeTitle);
        break;
    }
    const QString time = QLocale().toString(m_entry.at.toLocalTime().time(), QLocale::ShortFormat);
    if (m_entry.operatorName.isEmpty())
        return QStringLiteral("%1 · %2").arg(time, what);
    //: %1 time of day, %2 what was done ("Uploaded to Exchange"), %3 an account
    return tr("%1 · %2 · by %3").arg(time, what, m_entry.operatorName);
}

QString ActivityRow::outcomeWord() const
{
    switch (m_entry.outcome) {
    case LedgerEntry::Outcome::Started:
        return tr("Unfinished");
    case LedgerEntry::Outcome::Written:
        return tr("Written");
    case LedgerEntry::Outcome::Verified:
        return tr("Written and checked");
    case LedgerEntry::Outcome::Failed:
        return tr("Failed");
    case LedgerEntry::Outcome::Conflict:
        return tr("Left as it was");
    case LedgerEntry::Outcome::Cancelled:
        return tr("Stopped");
    }
    return {};
}

} // namespace likeness
