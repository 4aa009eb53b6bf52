// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/net/http.h"

#include <memory>

namespace likeness {

/// People of the global address list, by FindPeople and ResolveNames. Their key is the mail address.
class EwsDirectory final : public Directory
{
public:
    EwsDirectory(const QUrl &ews, std::shared_ptr<HttpTransport> transport);

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    JobPtr<Person> person(const QString &name) override;

private:
    QUrl m_ews;
    std::shared_ptr<HttpTransport> m_transport;
};

} // namespace likeness
