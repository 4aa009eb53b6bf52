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
#include "ui/settings/ledgerpanel.h"
#include "ui/settings/proxyrow.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <array>

namespace likeness {

namespace {

using Kind = EndpointSettings::Kind;

constexpr std::array everyKind {Kind::ActiveDirectory, Kind::Ldap, Kind::Folder, Kind::Exchange,
    Kind::Microsoft365, Kind::SharePoint, Kind::WebAddress, Kind::SkypeForBusiness};

/// What a new endpoint is called in the file; a number follows when that is taken.
QString firstName(Kind kind)
{
    switch (kind) {
    case Kind::ActiveDirectory:
    case Kind::Ldap:
        return QStringLiteral("directory");
    case Kind::Folder:
        return QStringLiteral("folder");
    case Kind::Exchange:
        return QStringLiteral("exchange");
    case Kind::Microsoft365:
        return QStringLiteral("microsoft365");
    case Kind::SharePoint:
        return QStringLiteral("sharepoint");
    case Kind::WebAddress:
        return QStringLiteral("web");
    case Kind::SkypeForBusiness:
        return QStringLiteral("skype");
    }
    Q_UNREACHABLE();
}

/// What Tab stops at inside, in the order in which it was made; lists that drop down are windows of their
/// own.
QList<QWidget *> tabStopsIn(QWidget &block)
{
    QList<QWidget *> stops {&block};
    stops += block.findChildren<QWidget *>();
    stops.removeIf([&block](const QWidget *each) {
        return (each->focusPolicy() & Qt::TabFocus) == 0 || each->window() != block.window();
    });
    return stops;
}

} // namespace

OrganisationEditor::OrganisationEditor(World world, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_world(world)
    , m_theme(theme)
    , m_endpoints(new QVBoxLayout)
    , m_heading(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_titleLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_title(new QLineEdit(this))
    , m_proxyLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_proxy(new ProxyRow(this))
    , m_history(new LedgerPanel(this))
    , m_addLabel(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
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
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(16);
    rows->setVerticalSpacing(12);
    rows->addWidget(m_titleLabel, 0, 0);
    rows->addWidget(m_title, 0, 1);
    rows->addWidget(m_proxyLabel, 1, 0);
    rows->addWidget(m_proxy, 1, 1);
    m_titleLabel->setBuddy(m_title);
    m_proxyLabel->setBuddy(m_proxy);
    inside->addLayout(rows);
    inside->addWidget(m_secretsNotice);
    column->addWidget(panel);
    m_endpoints->setSpacing(16);
    column->addLayout(m_endpoints);
    column->addWidget(m_addLabel);
    column->addLayout(addButtons());
    column->addWidget(m_history);
    column->addWidget(m_save, 0, Qt::AlignTrailing);
    column->addWidget(m_notice);
    setButtonKind(*m_save, ButtonKind::Primary);

    connect(m_save, &QPushButton::clicked, this, &OrganisationEditor::save);
    retranslate();
}

QLayout *OrganisationEditor::addButtons()
{
    constexpr int inRow = 3;
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (const EndpointSettings::Kind kind : everyKind) {
        auto *button = new QPushButton(this);
        button->setIcon(themedIcon(m_theme, QStringLiteral("plus")));
        grid->addWidget(
            button, static_cast<int>(m_add.size()) / inRow, static_cast<int>(m_add.size()) % inRow);
        connect(button, &QPushButton::clicked, this, [this, kind] { addNew(kind); });
        m_add.append(button);
    }
    grid->setColumnStretch(inRow, 1);
    return grid;
}

void OrganisationEditor::edit(const OrganisationFile &file, const QString &path)
{
    while (!m_forms.isEmpty())
        removeEndpoint(m_forms.last());
    m_file = file;
    m_path = path;
    m_title->setText(file.title);
    m_proxy->setValue(file.proxy);
    m_history->setValue(file.ledger);
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
    connect(form, &EndpointForm::signInRequested, this, [this, form] { signIn(form); });
    connect(form, &EndpointForm::signInCancelled, this, [this, form] {
        m_signingIn.reset();
        form->setSigningIn(false);
        form->verdict()->clear();
    });
    connect(form, &EndpointForm::removeRequested, this, [this, form] { removeEndpoint(form); });
    orderTabs();
}

/// As the eye goes: the forms are made after what stands below them.
void OrganisationEditor::orderTabs()
{
    QList<QWidget *> blocks {m_title, m_proxy};
    for (EndpointForm *form : std::as_const(m_forms))
        blocks.append(form);
    for (QPushButton *button : std::as_const(m_add))
        blocks.append(button);
    blocks += {m_history, m_save};
    QWidget *last = nullptr;
    for (QWidget *block : std::as_const(blocks)) {
        for (QWidget *stop : tabStopsIn(*block)) {
            if (last)
                setTabOrder(last, stop);
            last = stop;
        }
    }
}

QString OrganisationEditor::firstTitle(EndpointSettings::Kind kind)
{
    switch (kind) {
    case Kind::ActiveDirectory:
        return tr("Active Directory");
    case Kind::Ldap:
        return tr("LDAP");
    case Kind::Folder:
        return tr("Photo folder");
    case Kind::Exchange:
        return tr("Exchange");
    case Kind::Microsoft365:
        return tr("Microsoft 365");
    case Kind::SharePoint:
        return tr("SharePoint");
    case Kind::WebAddress:
        //: a place where pictures lie: behind addresses of the web
        return tr("Web address");
    case Kind::SkypeForBusiness:
        return tr("Skype for Business");
    }
    Q_UNREACHABLE();
}

QString OrganisationEditor::addingWords(EndpointSettings::Kind kind)
{
    switch (kind) {
    case Kind::ActiveDirectory:
        return tr("Add an Active Directory");
    case Kind::Ldap:
        return tr("Add an LDAP directory");
    case Kind::Folder:
        return tr("Add a folder");
    case Kind::Exchange:
        return tr("Add an Exchange server");
    case Kind::Microsoft365:
        return tr("Add Microsoft 365");
    case Kind::SharePoint:
        return tr("Add SharePoint");
    case Kind::WebAddress:
        return tr("Add a web address of pictures");
    case Kind::SkypeForBusiness:
        return tr("Add Skype for Business");
    }
    Q_UNREACHABLE();
}

void OrganisationEditor::addNew(EndpointSettings::Kind kind)
{
    EndpointSettings settings = EndpointSettings::ofKind(kind);
    const QString base = firstName(kind);
    const auto taken = [this](const QString &name) {
        return std::any_of(m_forms.begin(), m_forms.end(),
            [&name](const EndpointForm *form) { return form->settings().name == name; });
    };
    settings.title = firstTitle(kind);
    settings.name = base;
    for (int number = 2; taken(settings.name); ++number)
        settings.name = base + QString::number(number);
    addEndpoint(settings);
}

void OrganisationEditor::removeEndpoint(EndpointForm *form)
{
    m_testing.reset();
    m_signingIn.reset();
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
    file.proxy = m_proxy->value().value_or(m_file.proxy);
    file.ledger = m_history->value();
    file.endpoints.clear();
    for (const EndpointForm *form : m_forms)
        file.endpoints << form->settings();
    return file;
}

bool OrganisationEditor::isProxyWritten()
{
    if (m_proxy->value())
        return true;
    m_notice->say(Notice::Kind::Warning, [] {
        return NoticeWords {
            {}, tr("Write the proxy as its name and its port, such as proxy.example.org:8080.")};
    });
    return false;
}

bool OrganisationEditor::isHistoryWritten()
{
    if (m_history->isComplete())
        return true;
    m_notice->say(Notice::Kind::Warning, [] {
        return NoticeWords {{},
            tr("Write the server, the port, the database and the user name of the history, or keep it in a "
               "file.")};
    });
    return false;
}

void OrganisationEditor::keepPassword(EndpointForm *form)
{
    keep(form->settings().secretKey(), form->password());
    form->forgetPassword();
}

void OrganisationEditor::keepHistoryPassword(const OrganisationFile &file)
{
    if (file.ledger)
        keep(file.ledger->secretKey(), m_history->password());
    m_history->forgetPassword();
}

void OrganisationEditor::keep(const QString &secretKey, const QString &password)
{
    if (password.isEmpty())
        return;
    JobPtr<Done> job = m_world.secrets.save(secretKey, password.toUtf8());
    job->onFinished(this, [this](const Result<Done> &kept) {
        if (kept)
            return;
        m_notice->say(Notice::Kind::Error, [error = kept.error()] {
            //: Stands for the keychain in a sentence such as "%1 cannot be reached"
            return failureText(error, tr("The keychain"))();
        });
    });
    job->start();
    m_keeping.push_back(std::move(job));
}

void OrganisationEditor::test(EndpointForm *form)
{
    if (!isProxyWritten())
        return;
    keepPassword(form);
    form->setTesting(true);
    m_testing = m_world.tester.test(edited(), form->settings());
    m_testing->onFinished(form, [form](const Result<QString> &answer) {
        form->setTesting(false);
        const QString title = form->settings().title;
        if (answer)
            return form->verdict()->say(Notice::Kind::Good, [title] {
                return NoticeWords {{}, tr("%1 answers, and you are signed in.").arg(title)};
            });
        form->verdict()->say(Notice::Kind::Error, failureText(answer.error(), title));
    });
    m_testing->start();
}

void OrganisationEditor::signIn(EndpointForm *form)
{
    if (!isProxyWritten())
        return;
    for (EndpointForm *other : std::as_const(m_forms))
        other->setSigningIn(other == form);
    m_signingIn = m_world.tester.signIn(edited(), form->settings());
    m_signingIn->onFinished(form, [form](const Result<Done> &signedIn) {
        form->setSigningIn(false);
        const QString title = form->settings().title;
        if (signedIn)
            return form->verdict()->say(Notice::Kind::Good, [title] {
                return NoticeWords {{}, tr("You are signed in to %1.").arg(title)};
            });
        form->verdict()->say(Notice::Kind::Error, failureText(signedIn.error(), title));
    });
    m_signingIn->start();
}

void OrganisationEditor::save()
{
    if (!isProxyWritten() || !isHistoryWritten())
        return;
    const OrganisationFile file = edited();
    if (file.title.isEmpty() || file.endpoints.isEmpty())
        return m_notice->say(Notice::Kind::Warning, [] {
            return NoticeWords {
                {}, tr("Give the organisation a name and at least one place where photos are kept.")};
        });
    // What could not be read again is not written.
    const Result<Done> written
        = OrganisationFile::parse(file.toJson()).andThen([&](const OrganisationFile &) {
              return file.save(m_path);
          });
    if (!written)
        return m_notice->say(Notice::Kind::Error, failureText(written.error(), file.title));
    for (EndpointForm *form : m_forms)
        keepPassword(form);
    keepHistoryPassword(file);
    m_file = file;
    m_notice->say(Notice::Kind::Good, [] { return NoticeWords {{}, tr("Saved.")}; });
    emit saved(m_path);
}

void OrganisationEditor::setSecretsLasting(bool lasting)
{
    if (lasting)
        return m_secretsNotice->clear();
    m_secretsNotice->say(Notice::Kind::Warning, [] {
        return NoticeWords {tr("No keychain."),
            tr("There is no keychain on this computer; passwords are kept for this session only.")};
    });
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
    m_proxyLabel->setText(tr("Proxy"));
    m_title->setAccessibleName(tr("Name of the organisation"));
    m_addLabel->setText(tr("Add a place where photos are kept or shown:"));
    for (const EndpointSettings::Kind kind : everyKind) {
        QPushButton *button = m_add.at(static_cast<int>(kind));
        button->setText(firstTitle(kind));
        button->setAccessibleName(addingWords(kind));
    }
    m_save->setText(tr("Save"));
}

} // namespace likeness
