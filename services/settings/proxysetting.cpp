// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/proxysetting.h"

#include <QUrl>

namespace likeness {

using namespace Qt::StringLiterals;

std::optional<ProxySetting> ProxySetting::of(const QString &text)
{
    if (text == "system"_L1)
        return ProxySetting {};
    if (text == "none"_L1)
        return ProxySetting {Kind::None};
    const QUrl url(u"http://"_s + text, QUrl::StrictMode); // nobody else knows how to write hosts and ports
    const bool only
        = url.userInfo().isEmpty() && url.path().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !only)
        return std::nullopt;
    return ProxySetting {Kind::Server, url.host(), static_cast<quint16>(url.port())};
}

QString ProxySetting::text() const
{
    switch (kind) {
    case Kind::System:
        return u"system"_s;
    case Kind::None:
        return u"none"_s;
    case Kind::Server:
        break;
    }
    QUrl url;
    url.setHost(host);
    url.setPort(port);
    return url.authority();
}

} // namespace likeness
