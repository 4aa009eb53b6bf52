// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/net/http.h"

#include <QUrl>

namespace likeness {

/// The people of Microsoft 365, for organisations without a directory of their own within reach. Finds by
/// $search (beginnings of words); the cookie of a page is the service's own link to the next.
class GraphDirectory final : public Directory
{
public:
    GraphDirectory(const QUrl &service, std::shared_ptr<HttpTransport> transport);

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    /// By UPN, mail address or on-premises account name.
    JobPtr<Person> person(const QString &name) override;
    JobPtr<PeoplePage> employee(const QString &id) override;

private:
    QUrl m_service;
    std::shared_ptr<HttpTransport> m_transport;
};

} // namespace likeness
