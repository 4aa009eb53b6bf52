// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/endpointform.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace likeness {

std::unique_ptr<EndpointFields> fieldsFor(FormRows &rows, const EndpointSettings &settings)
{
    switch (settings.kind) {
    case EndpointSettings::Kind::ActiveDirectory:
    case EndpointSettings::Kind::Ldap:
        return directoryFields(rows, settings);
    case EndpointSettings::Kind::Folder:
        return folderFields(rows, settings);
    case EndpointSettings::Kind::Exchange:
        return exchangeFields(rows, settings);
    case EndpointSettings::Kind::Microsoft365:
        return microsoft365Fields(rows, settings);
    case EndpointSettings::Kind::SharePoint:
        return sharePointFields(rows, settings);
    case EndpointSettings::Kind::WebAddress:
        return webAddressFields(rows, settings);
    case EndpointSettings::Kind::SkypeForBusiness:
        return skypeFields(rows, settings);
    }
    Q_UNREACHABLE();
}

EndpointForm::EndpointForm(const Theme &theme, const EndpointSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_remove(new QPushButton(this))
    , m_form(new QFormLayout)
    , m_rows(new FormRows(*m_form, this))
    , m_title(m_rows->addText(settings.title))
    , m_fields(fieldsFor(*m_rows, settings))
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_signIn(new QPushButton(this))
    , m_test(new QPushButton(this))
    , m_verdict(new Notice(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_remove);
    column->addLayout(head);
    column->addLayout(m_form);
    column->addWidget(m_verdict);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_test);
    buttons->addStretch();
    column->addLayout(buttons);
    setButtonKind(*m_remove, ButtonKind::Flat);
    m_remove->setIcon(themedIcon(theme, QStringLiteral("remove"), ColourRole::Soft));
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_signingIn)
            emit signInCancelled();
        else
            emit signInRequested();
    });
    connect(m_test, &QPushButton::clicked, this, &EndpointForm::testRequested);
    connect(m_remove, &QPushButton::clicked, this, &EndpointForm::removeRequested);
    connect(m_rows, &FormRows::edited, this, [this] {
        follow();
        emit edited();
    });
    retranslate();
    follow();
}

void EndpointForm::follow()
{
    m_fields->follow();
    m_signIn->setVisible(m_fields->signsInByBrowser());
}

EndpointSettings EndpointForm::settings() const
{
    EndpointSettings settings = m_settings;
    settings.title = m_title->text().trimmed();
    m_fields->fill(settings);
    return settings;
}

QString EndpointForm::password() const
{
    return m_fields->password() ? m_fields->password()->text() : QString();
}

void EndpointForm::forgetPassword()
{
    if (m_fields->password())
        m_fields->password()->clear();
}

void EndpointForm::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
    if (testing)
        m_verdict->say(Notice::Kind::Info, [] { return NoticeWords {{}, tr("Trying to connect…")}; });
}

void EndpointForm::setSigningIn(bool signingIn)
{
    m_signingIn = signingIn;
    m_test->setEnabled(!signingIn);
    if (signingIn)
        m_verdict->say(Notice::Kind::Info, [] {
            return NoticeWords {{}, tr("Your browser has opened a page; sign in there, then come back.")};
        });
    retranslate();
}

void EndpointForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EndpointForm::retranslate()
{
    m_heading->setText(m_fields->heading());
    m_rows->setWords(QStringList {tr("Name")} + m_fields->words());
    //: A button that opens the browser
    m_signIn->setText(m_signingIn ? tr("Cancel") : tr("Sign in…"));
    m_test->setText(tr("Test connection"));
    m_remove->setText(tr("Remove"));
}

} // namespace likeness
