// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/proxysetting.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace likeness {

/// How web servers are reached: as the system, directly, or through a proxy whose address is typed. A field,
/// without its label. Owned by the organisation's form.
class ProxyRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyRow(QWidget *parent = nullptr);

    void setValue(const ProxySetting &proxy);
    /// nullopt = what is typed is no address of a proxy.
    std::optional<ProxySetting> value() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QComboBox *m_kind; ///< in the order of ProxySetting::Kind
    QLineEdit *m_address;
};

} // namespace likeness
