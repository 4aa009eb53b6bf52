// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/organisationfile.h"
#include "ui/settings/connectiontester.h"

#include <QWidget>
#include <vector>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace likeness {

class EndpointForm;
class LedgerPanel;
class Notice;
class ProxyRow;
class SecretStore;
class TextLabel;
class Theme;

/// The organisation's file as forms: its name, its endpoints, each with Test connection. Saving writes the
/// file and puts typed passwords into the secret store, nowhere else. Owned by the settings page.
class OrganisationEditor final : public QWidget
{
    Q_OBJECT
public:
    struct World
    {
        SecretStore &secrets;
        ConnectionTester &tester;
    };
    OrganisationEditor(World world, const Theme &theme, QWidget *parent = nullptr);

    /// `path` is where Save writes to; a new organisation has no endpoints yet.
    void edit(const OrganisationFile &file, const QString &path);

    /// False: says that typed passwords last for this session only.
    void setSecretsLasting(bool lasting);

signals:
    void saved(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addEndpoint(const EndpointSettings &settings);
    void addNew(EndpointSettings::Kind kind);
    void removeEndpoint(EndpointForm *form);
    QLayout *addButtons();
    void orderTabs();
    static QString firstTitle(EndpointSettings::Kind kind);
    static QString addingWords(EndpointSettings::Kind kind);
    OrganisationFile edited() const;
    bool isProxyWritten();
    bool isHistoryWritten();
    void test(EndpointForm *form);
    void signIn(EndpointForm *form);
    void keepPassword(EndpointForm *form);
    void keepHistoryPassword(const OrganisationFile &file);
    void keep(const QString &secretKey, const QString &password);
    void save();
    void retranslate();

    World m_world;
    const Theme &m_theme;
    OrganisationFile m_file;
    QString m_path;
    QList<EndpointForm *> m_forms;
    QVBoxLayout *m_endpoints;
    TextLabel *m_heading;
    TextLabel *m_titleLabel;
    QLineEdit *m_title;
    TextLabel *m_proxyLabel;
    ProxyRow *m_proxy;
    LedgerPanel *m_history;
    TextLabel *m_addLabel;
    QList<QPushButton *> m_add; ///< one for each kind of endpoint, in the order of the enum
    QPushButton *m_save;
    Notice *m_secretsNotice;
    Notice *m_notice;
    JobPtr<QString> m_testing;
    JobPtr<Done> m_signingIn;
    std::vector<JobPtr<Done>> m_keeping;
};

} // namespace likeness
