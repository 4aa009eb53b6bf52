// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerserver.h"
#include "ui/common/panel.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace likeness {

class FormRows;
class TextLabel;

/// Where the history is kept: in a file of this account, or in a database that several desks share. Owned by
/// the organisation's form.
class LedgerPanel final : public Panel
{
    Q_OBJECT
public:
    explicit LedgerPanel(QWidget *parent = nullptr);

    /// nullopt = a file of this account.
    void setValue(const std::optional<LedgerServer> &server);
    std::optional<LedgerServer> value() const;
    /// False: a database is chosen, and something that is needed to reach it is missing.
    bool isComplete() const;

    /// What was typed; empty = the one in the keychain stays.
    QString password() const;
    void forgetPassword();

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isShared() const;
    void showFields();
    void retranslate();

    TextLabel *m_heading;
    TextLabel *m_about;
    FormRows *m_rows;
    QComboBox *m_kind;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_caFile;
};

} // namespace likeness
