// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/seenworkload.h"

#include <QUrl>

namespace likeness {

class HttpTransport;
struct SkypeServer;

/// What Skype for Business Server serves as somebody's photo, by its web API (UCWA). It keeps no photos of
/// its own: it hands out what Exchange or the directory has, so this shows how far the server has come; what
/// a client has kept for itself nobody can ask. Only read; nobody is made to appear available for it.
/// `transport` signs in.
class SkypeViewer final : public SeenWorkload
{
public:
    /// `discovery` is where clients begin: https://lyncdiscover.DOMAIN/.
    SkypeViewer(QString instance, const QUrl &discovery, std::shared_ptr<HttpTransport> transport);

    QString instance() const override { return m_instance; }
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    JobPtr<QString> probe() override;

private:
    QString m_instance;
    std::shared_ptr<SkypeServer> m_server;
};

} // namespace likeness
