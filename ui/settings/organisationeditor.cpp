// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/organisationeditor.h"

#include "services/secrets/secretstore.h"
#include "ui/common/buttons.h"
#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/panel.h"
#include "ui/common/text.h"
#include "ui/settings/endpointform.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace likeness {

OrganisationEditor::OrganisationEditor(World world, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_world(world)
    , m_theme(theme)
    , m_endpoints(new QVBoxLayout)
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_titleLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_title(new QLineEdit(this))
    , m_addDirectory(new QPushButton(this))
    , m_addLdap(new QPushButton(this))
    , m_addFolder(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_secretsNotice(new Notice(theme, this))
    , m_notice(new Notice(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    auto *panel = new Panel(this);
    auto *inside = new QVBoxLayout(panel);
    inside->setSpacing(12);
    inside->addWidget(m_heading);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_titleLabel);
    row->addWidget(m_title, 1);
    m_titleLabel->setBuddy(m_title);
    inside->addLayout(row);
    inside->addWidget(m_secretsNotice);
    column->addWidget(panel);
    m_endpoints->setSpacing(16);
    column->addLayout(m_endpoints);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_addDirectory, m_addLdap, m_addFolder}) {
        button->setIcon(themedIcon(theme, QStringLiteral("plus")));
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    column->addWidget(m_notice);
    setButtonKind(*m_save, ButtonKind::Primary);

    connect(m_addDirectory, &QPushButton::clicked, this,
        [this] { addNew(EndpointSettings::Kind::ActiveDirectory); });
    connect(m_addLdap, &QPushButton::clicked, this, [this] { addNew(EndpointSettings::Kind::Ldap); });
    connect(m_addFolder, &QPushButton::clicked, this, [this] { addNew(EndpointSettings::Kind::Folder); });
    connect(m_save, &QPushButton::clicked, this, &OrganisationEditor::save);
    retranslate();
}

void OrganisationEditor::edit(const OrganisationFile &file, const QString &path)
{
    while (!m_forms.isEmpty())
        removeEndpoint(m_forms.last());
    m_file = file;
    m_path = path;
    m_title->setText(file.title);
    m_notice->clear();
    for (const EndpointSettings &endpoint : file.endpoints)
        addEndpoint(endpoint);
}

void OrganisationEditor::addEndpoint(const EndpointSettings &settings)
{
    auto *panel = new Panel(this);
    auto *inside = new QVBoxLayout(panel);
    auto *form = new EndpointForm(m_theme, settings, panel);
    inside->addWidget(form);
    m_endpoints->addWidget(panel);
    m_forms << form;
    connect(form, &EndpointForm::testRequested, this, [this, form] { test(form); });
    connect(form, &EndpointForm::removeRequested, this, [this, form] { removeEndpoint(form); });
}

void OrganisationEditor::addNew(EndpointSettings::Kind kind)
{
    EndpointSettings settings = EndpointSettings::ofKind(kind);
    const QString base = settings.name.isEmpty()
        ? (settings.isDirectory() ? QStringLiteral("directory") : QStringLiteral("folder"))
        : settings.name;
    const auto taken = [this](const QString &name) {
        return std::any_of(m_forms.begin(), m_forms.end(),
            [&name](const EndpointForm *form) { return form->settings().name == name; });
    };
    if (settings.title.isEmpty())
        settings.title = settings.isDirectory() ? tr("Directory") : tr("Photo folder");
    settings.name = base;
    for (int number = 2; taken(settings.name); ++number)
        settings.name = base + QString::number(number);
    addEndpoint(settings);
}

void OrganisationEditor::removeEndpoint(EndpointForm *form)
{
    m_testing.reset();
    m_forms.removeOne(form);
    form->parentWidget()->hide();
    form->parentWidget()->deleteLater();
}

OrganisationFile OrganisationEditor::edited() const
{
    OrganisationFile file = m_file;
    file.title = m_title->text().trimmed();
    if (file.id.isEmpty())
        file.id = file.title; // a new organisation is known by its first title
    file.endpoints.clear();
    for (const EndpointForm *form : m_forms)
        file.endpoints << form->settings();
    return file;
}

void OrganisationEditor::keepPassword(EndpointForm *form)
{
    const QString password = form->password();
    if (password.isEmpty())
        return;
    JobPtr<Done> job = m_world.secrets.save(form->settings().secretKey(), password.toUtf8());
    form->forgetPassword();
    job->onFinished(this, [this](const Result<Done> &kept) {
        if (kept)
            return;
        //: Stands for the keychain in a sentence such as "%1 cannot be reached"
        const ErrorWords words = wordsFor(kept.error(), tr("The keychain"));
        m_notice->say(Notice::Kind::Error, words.title + u'.', words.sentences());
    });
    job->start();
    m_keeping.push_back(std::move(job));
}

void OrganisationEditor::test(EndpointForm *form)
{
    keepPassword(form);
    form->setTesting(true);
    m_testing = m_world.tester.test(edited(), form->settings());
    m_testing->onFinished(form, [form](const Result<QString> &answer) {
        form->setTesting(false);
        const QString title = form->settings().title;
        if (answer)
            return form->verdict()->say(
                Notice::Kind::Good, {}, tr("%1 answers, and you are signed in.").arg(title));
        const ErrorWords words = wordsFor(answer.error(), title);
        form->verdict()->say(Notice::Kind::Error, words.title + u'.', words.sentences());
    });
    m_testing->start();
}

void OrganisationEditor::save()
{
    const OrganisationFile file = edited();
    if (file.title.isEmpty() || file.endpoints.isEmpty())
        return m_notice->say(Notice::Kind::Warning, {},
            tr("Give the organisation a name and at least one directory or folder."));
    // What could not be read again is not written.
    const Result<Done> written
        = OrganisationFile::parse(file.toJson()).andThen([&](const OrganisationFile &) {
              return file.save(m_path);
          });
    if (!written) {
        const ErrorWords words = wordsFor(written.error(), file.title);
        return m_notice->say(Notice::Kind::Error, words.title + u'.', words.sentences());
    }
    for (EndpointForm *form : m_forms)
        keepPassword(form);
    m_file = file;
    m_notice->say(Notice::Kind::Good, {}, tr("Saved."));
    emit saved(m_path);
}

void OrganisationEditor::setSecretsLasting(bool lasting)
{
    m_secretsLasting = lasting;
    retranslate();
}

void OrganisationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OrganisationEditor::retranslate()
{
    m_heading->setText(tr("Organisation"));
    m_titleLabel->setText(tr("Name"));
    m_title->setAccessibleName(tr("Name of the organisation"));
    m_addDirectory->setText(tr("Active Directory"));
    m_addDirectory->setAccessibleName(tr("Add an Active Directory"));
    m_addLdap->setText(tr("LDAP"));
    m_addLdap->setAccessibleName(tr("Add an LDAP directory"));
    m_addFolder->setText(tr("Folder"));
    m_addFolder->setAccessibleName(tr("Add a folder"));
    m_save->setText(tr("Save"));
    m_notice->clear();
    if (m_secretsLasting)
        m_secretsNotice->clear();
    else
        m_secretsNotice->say(Notice::Kind::Warning, tr("No keychain."),
            tr("There is no keychain on this computer; passwords are kept for this session only."));
}

} // namespace likeness
