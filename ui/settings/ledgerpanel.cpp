// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/ledgerpanel.h"

#include "ui/settings/formrows.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>

namespace likeness {

namespace {

constexpr int mostPort = 65535;
constexpr int ownFile = 0;
constexpr int sharedDatabase = 1;

} // namespace

LedgerPanel::LedgerPanel(QWidget *parent)
    : Panel(parent)
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_about(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(m_heading);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    auto *form = new QFormLayout;
    column->addLayout(form);
    m_rows = new FormRows(*form, this);
    m_kind = m_rows->addChoice(2, ownFile);
    m_host = m_rows->addText({});
    m_port = m_rows->addNumber(LedgerServer::usualPort, mostPort);
    m_database = m_rows->addText({});
    m_user = m_rows->addText({});
    m_password = m_rows->addPassword();
    m_caFile = m_rows->addPath({}, false);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LedgerPanel::showFields);
    retranslate();
    showFields();
}

bool LedgerPanel::isShared() const
{
    return m_kind->currentIndex() == sharedDatabase;
}

void LedgerPanel::showFields()
{
    for (QLineEdit *field : {m_host, m_port, m_database, m_user, m_password, m_caFile})
        m_rows->setVisible(field, isShared());
}

void LedgerPanel::setValue(const std::optional<LedgerServer> &server)
{
    const LedgerServer shown = server.value_or(LedgerServer {});
    m_kind->setCurrentIndex(server ? sharedDatabase : ownFile);
    m_host->setText(shown.host);
    m_port->setText(QString::number(shown.port));
    m_database->setText(shown.database);
    m_user->setText(shown.user);
    m_caFile->setText(shown.caFile);
    forgetPassword();
}

std::optional<LedgerServer> LedgerPanel::value() const
{
    if (!isShared())
        return std::nullopt;
    return LedgerServer {m_host->text().trimmed(), m_port->text().toInt(), m_database->text().trimmed(),
        m_user->text().trimmed(), m_caFile->text().trimmed()};
}

bool LedgerPanel::isComplete() const
{
    const std::optional<LedgerServer> server = value();
    return !server
        || (!server->host.isEmpty() && server->port > 0 && !server->database.isEmpty()
            && !server->user.isEmpty());
}

QString LedgerPanel::password() const
{
    return m_password->text();
}

void LedgerPanel::forgetPassword()
{
    m_password->clear();
}

void LedgerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void LedgerPanel::retranslate()
{
    //: heading of a group of settings: where is kept what was written and seen
    m_heading->setText(tr("History"));
    m_about->setText(
        tr("What was written and seen, with the photos from before. Several desks can share one history."));
    m_rows->setWords({tr("Kept in"), tr("Server"), tr("Port"), tr("Database"), tr("User name"),
        tr("Password"), tr("CA file")});
    m_host->setAccessibleName(tr("Server of the history"));
    m_port->setAccessibleName(tr("Port of the history's server"));
    m_user->setAccessibleName(tr("User name at the history's server"));
    m_password->setAccessibleName(tr("Password of the history's server"));
    m_caFile->setAccessibleName(tr("CA file of the history's server"));
    //: a choice of where the history is kept
    m_kind->setItemText(ownFile, tr("A file of this account"));
    //: a choice of where the history is kept
    m_kind->setItemText(sharedDatabase, tr("A PostgreSQL database"));
    m_password->setPlaceholderText(tr("Leave empty to keep the stored one"));
    m_caFile->setPlaceholderText(tr("The system's authorities"));
}

} // namespace likeness
