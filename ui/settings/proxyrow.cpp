// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/proxyrow.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace likeness {

ProxyRow::ProxyRow(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_address(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_kind);
    row->addWidget(m_address, 1);
    row->addStretch();
    setFocusProxy(m_kind);
    m_kind->addItems({QString(), QString(), QString()});
    connect(m_kind, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_address->setVisible(index == static_cast<int>(ProxySetting::Kind::Server)); });
    m_address->hide();
    retranslate();
}

void ProxyRow::setValue(const ProxySetting &proxy)
{
    m_kind->setCurrentIndex(static_cast<int>(proxy.kind));
    m_address->setText(proxy.kind == ProxySetting::Kind::Server ? proxy.text() : QString());
}

std::optional<ProxySetting> ProxyRow::value() const
{
    const auto kind = static_cast<ProxySetting::Kind>(m_kind->currentIndex());
    if (kind != ProxySetting::Kind::Server)
        return ProxySetting {kind};
    const std::optional<ProxySetting> typed = ProxySetting::of(m_address->text().trimmed());
    return typed && typed->kind == ProxySetting::Kind::Server ? typed : std::nullopt;
}

void ProxyRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ProxyRow::retranslate()
{
    m_kind->setAccessibleName(tr("Proxy"));
    //: A choice of the proxy: what the operating system says
    m_kind->setItemText(static_cast<int>(ProxySetting::Kind::System), tr("As the system"));
    //: A choice of the proxy: servers are asked directly
    m_kind->setItemText(static_cast<int>(ProxySetting::Kind::None), tr("None"));
    //: A choice of the proxy, whose address is typed beside it
    m_kind->setItemText(static_cast<int>(ProxySetting::Kind::Server), tr("This one:"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_address->setPlaceholderText(QStringLiteral("proxy.example.org:8080"));
}

} // namespace likeness
