// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/windowheader.h"

#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace likeness {
namespace {

/// The tinted ground behind "Acting on: NAME".
class ActingChip final : public QWidget
{
public:
    explicit ActingChip(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.colour(ColourRole::Stale));
        painter.setBrush(m_theme.colour(ColourRole::Notice));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }

private:
    const Theme &m_theme;
};

} // namespace

WindowHeader::WindowHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_avatar(new Avatar(theme, 36, Avatar::Shape::Round, this))
    , m_title(new TextLabel(TextRole::Title, TextLabel::Tone::Ink, this))
    , m_subtitle(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_acting(new ActingChip(theme, this))
    , m_actingWords(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, m_acting))
    , m_back(new QPushButton(m_acting))
    , m_organisation(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
{
    m_row->setContentsMargins(24, 12, 24, 12);
    m_row->setSpacing(12);
    m_row->addWidget(m_avatar);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    names->addStretch();
    m_row->addLayout(names);
    auto *acting = new QHBoxLayout(m_acting);
    acting->setContentsMargins(12, 2, 4, 2);
    acting->addWidget(m_actingWords);
    acting->addWidget(m_back);
    setButtonKind(*m_back, ButtonKind::Flat);
    m_row->addWidget(m_acting, 0, Qt::AlignVCenter);
    m_row->addStretch();
    m_row->addWidget(m_organisation);
    setFixedHeight(70);
    setMinimumWidth(1); // what has no room is left out, see fit()
    connect(m_back, &QPushButton::clicked, this, &WindowHeader::backToMyPhoto);
    m_acting->hide();
    retranslate();
}

void WindowHeader::showPlace(const QString &title)
{
    m_person.reset();
    m_actingOn = false;
    m_avatar->hide();
    m_subtitle->hide();
    m_acting->hide();
    if (m_tabs)
        m_tabs->hide();
    m_title->setText(title);
    fit();
}

void WindowHeader::showPerson(const Person &person, const QImage &photo, bool actingOn)
{
    m_person = person;
    m_actingOn = actingOn;
    const QString name = person.displayName.isEmpty() ? person.keys.key : person.displayName;
    m_avatar->setName(name);
    m_avatar->setPhoto(photo);
    m_avatar->show();
    m_title->setText(name);
    QStringList facts;
    for (const QString &fact :
        {person.keys.mail.isEmpty() ? person.keys.key : person.keys.mail, person.department}) {
        if (!fact.isEmpty() && fact != name)
            facts << fact;
    }
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    m_acting->setVisible(actingOn);
    if (m_tabs)
        m_tabs->show();
    retranslate();
}

void WindowHeader::setOrganisation(const QString &title)
{
    m_organisation->setText(title);
    fit();
}

void WindowHeader::setTabs(QWidget *tabs)
{
    if (m_tabs == tabs)
        return;
    delete m_tabs;
    m_tabs = tabs;
    tabs->setContentsMargins(12, 0, 12, 0); // apart from the name
    m_row->insertWidget(m_row->indexOf(m_acting), tabs, 0, Qt::AlignVCenter);
    tabs->setVisible(m_person.has_value());
    fit();
}

void WindowHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WindowHeader::retranslate()
{
    //: Button beside "Acting on": leaves the other person
    m_back->setText(tr("Back to my photo"));
    if (m_actingOn && m_person)
        //: Shown while somebody else's photo is being changed; %1 is that person's name
        m_actingWords->setText(tr("Acting on: %1").arg(m_title->text()));
    fit();
}

/// Whose photo it is and the way back come first; where there is no room for all, the organisation goes, then
/// the line under the name.
void WindowHeader::fit()
{
    m_acting->layout()->invalidate();
    m_acting->updateGeometry();
    const auto hasRoom = [this] {
        // layouts remember how wide they were before something was shown, hidden or named anew
        for (int at = 0; at < m_row->count(); ++at) {
            if (QLayout *inner = m_row->itemAt(at)->layout())
                inner->invalidate();
        }
        m_row->invalidate();
        return m_row->sizeHint().width() <= width();
    };
    m_organisation->show();
    m_subtitle->setVisible(m_person && !m_subtitle->text().isEmpty());
    if (!hasRoom())
        m_organisation->hide();
    if (!hasRoom())
        m_subtitle->hide();
}

void WindowHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace likeness
