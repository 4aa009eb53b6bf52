// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapservice.h"
#include "services/stores/activedirectory/photochange.h"
#include "services/stores/photostore.h"

#include <QPointer>
#include <map>

namespace likeness {

class WaitingSight;

/// Answers several sights that are wanted at about the same time with one search: for the scan of a whole
/// directory the way to the server and back costs more than the reading. A single one is looked at by itself.
/// Shared by ActiveDirectoryStore and the sights that wait; logic thread.
class SightQueue final : public QObject, public std::enable_shared_from_this<SightQueue>
{
public:
    SightQueue(std::shared_ptr<LdapService> service, PhotoAttribute attribute);

    JobPtr<StoreSight> see(const PersonKeys &person);

private:
    friend class WaitingSight;
    using Answers = QList<Result<StoreSight>>;

    void add(WaitingSight *sight);
    void goOn();
    void begin(const QList<QPointer<WaitingSight>> &sights);
    void tell(const QList<QPointer<WaitingSight>> &sights, const Result<Answers> &answers);

    const std::shared_ptr<LdapService> m_service;
    const PhotoAttribute m_attribute;
    QList<QPointer<WaitingSight>> m_waiting;
    std::map<int, JobPtr<Answers>> m_searches;
    int m_begun = 0;
    bool m_willGoOn = false;
};

} // namespace likeness
