// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/endpointform.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/text.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace likeness {

EndpointForm::EndpointForm(const Theme &theme, const EndpointSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_form(new QFormLayout)
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_test(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_verdict(new Notice(theme, this))
{
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_title = addField(settings.title);
    if (settings.isDirectory())
        addDirectoryFields();
    else
        addFolderFields();

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_remove);
    column->addLayout(head);
    column->addLayout(m_form);
    column->addWidget(m_verdict);
    column->addWidget(m_test, 0, Qt::AlignLeading);
    setButtonKind(*m_remove, ButtonKind::Flat);
    m_remove->setIcon(themedIcon(theme, QStringLiteral("remove"), ColourRole::Soft));
    connect(m_test, &QPushButton::clicked, this, &EndpointForm::testRequested);
    connect(m_remove, &QPushButton::clicked, this, &EndpointForm::removeRequested);
    retranslate();
    showSignIn();
}

QLineEdit *EndpointForm::addField(const QString &value)
{
    auto *field = new QLineEdit(value, this);
    m_labels << new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this);
    m_labels.last()->setBuddy(field);
    m_form->addRow(m_labels.last(), field);
    connect(field, &QLineEdit::textEdited, this, &EndpointForm::edited);
    return field;
}

void EndpointForm::addDirectoryFields()
{
    const auto addBox = [this](int count, int current) {
        auto *box = new QComboBox(this);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        for (int i = 0; i < count; ++i)
            box->addItem(QString());
        box->setCurrentIndex(current);
        m_labels << new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this);
        m_labels.last()->setBuddy(box);
        m_form->addRow(m_labels.last(), box);
        connect(box, &QComboBox::activated, this, [this] {
            showSignIn();
            emit edited();
        });
        return box;
    };
    m_url = addField(m_settings.url.toString());
    m_tls = addBox(3, static_cast<int>(m_settings.tls));
    m_signIn = addBox(3, static_cast<int>(m_settings.signIn));
    m_account = addField(m_settings.account);
    m_password = addField({});
    m_password->setEchoMode(QLineEdit::Password);
    m_caFile = new QLineEdit(m_settings.caFile, this);
    m_labels << new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this);
    m_form->addRow(m_labels.last(), withBrowse(m_caFile, false));
}

void EndpointForm::addFolderFields()
{
    m_path = new QLineEdit(m_settings.path, this);
    m_labels << new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this);
    m_form->addRow(m_labels.last(), withBrowse(m_path, true));
    m_people = new QLineEdit(m_settings.people, this);
    m_labels << new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this);
    m_form->addRow(m_labels.last(), withBrowse(m_people, false));
}

QWidget *EndpointForm::withBrowse(QLineEdit *field, bool folder)
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    auto *button = new QPushButton(holder);
    row->addWidget(field, 1);
    row->addWidget(button);
    m_labels.last()->setBuddy(field);
    m_browse << button;
    connect(button, &QPushButton::clicked, this, [this, field, folder] { browse(field, folder); });
    connect(field, &QLineEdit::textEdited, this, &EndpointForm::edited);
    return holder;
}

void EndpointForm::browse(QLineEdit *field, bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Choose a folder") : tr("Choose a file"), field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString &file) {
        field->setText(file);
        emit edited();
    });
    dialog->open();
}

EndpointSettings EndpointForm::settings() const
{
    EndpointSettings settings = m_settings;
    settings.title = m_title->text().trimmed();
    if (settings.isDirectory()) {
        settings.url = QUrl(m_url->text().trimmed());
        settings.tls = static_cast<EndpointSettings::Tls>(m_tls->currentIndex());
        settings.signIn = static_cast<EndpointSettings::SignIn>(m_signIn->currentIndex());
        settings.account = m_account->text().trimmed();
        settings.caFile = m_caFile->text().trimmed();
    } else {
        settings.path = m_path->text().trimmed();
        settings.people = m_people->text().trimmed();
    }
    return settings;
}

QString EndpointForm::password() const
{
    return m_password ? m_password->text() : QString();
}

void EndpointForm::forgetPassword()
{
    if (m_password)
        m_password->clear();
}

void EndpointForm::setTesting(bool testing)
{
    m_test->setEnabled(!testing);
    if (testing)
        m_verdict->say(Notice::Kind::Info, {}, tr("Trying to connect…"));
}

/// The sign-in of this computer needs neither name nor password.
void EndpointForm::showSignIn()
{
    if (!m_signIn)
        return;
    const bool asks = m_signIn->currentIndex() == static_cast<int>(EndpointSettings::SignIn::Simple);
    m_account->setEnabled(asks);
    m_password->setEnabled(asks);
}

void EndpointForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EndpointForm::retranslate()
{
    QStringList words {tr("Name")};
    if (m_settings.isDirectory()) {
        m_heading->setText(
            m_settings.kind == EndpointSettings::Kind::Ldap ? tr("LDAP directory") : tr("Active Directory"));
        words << tr("Server address") << tr("Encryption") << tr("Sign-in") << tr("Account") << tr("Password")
              << tr("CA file");
        m_tls->setItemText(0, tr("TLS from the start (ldaps)"));
        m_tls->setItemText(1, tr("StartTLS"));
        m_tls->setItemText(2, tr("Sealed by Kerberos"));
        m_signIn->setItemText(0, tr("Name and password"));
        m_signIn->setItemText(1, tr("The sign-in of this computer (Kerberos)"));
        m_signIn->setItemText(2, tr("The sign-in of this computer (Negotiate)"));
        m_url->setPlaceholderText(QStringLiteral("ldaps://dc1.example.org"));
        m_account->setPlaceholderText(QStringLiteral("ada.reyes@example.org"));
        m_password->setPlaceholderText(tr("Leave empty to keep the stored one"));
        m_caFile->setPlaceholderText(tr("Only when your organisation has its own authority"));
    } else {
        m_heading->setText(tr("Folder of photos"));
        words << tr("Folder") << tr("List of people");
        m_people->setPlaceholderText(tr("A CSV file; may stay empty"));
    }
    for (int i = 0; i < words.size(); ++i) {
        m_labels.at(i)->setText(words.at(i));
        if (QWidget *field = m_labels.at(i)->buddy())
            field->setAccessibleName(words.at(i));
    }
    for (QPushButton *button : m_browse)
        button->setText(tr("Choose…"));
    m_test->setText(tr("Test connection"));
    m_remove->setText(tr("Remove"));
}

} // namespace likeness
