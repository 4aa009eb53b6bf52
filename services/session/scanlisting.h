// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/ledger/scanqueue.h"

namespace likeness {

/// Pages through the directory and puts everybody in the queue. Cut short it is begun again from the first
/// page: nobody gets there twice. The directory and the queue outlive it.
class ScanListing final : public JobOf<Done>
{
public:
    ScanListing(Directory &directory, ScanQueue &queue, qint64 scan);

private:
    void doStart() override;
    void askFor(const QByteArray &cookie);
    void take(const PeoplePage &page);

    Directory &m_directory;
    ScanQueue &m_queue;
    qint64 m_scan;
    qint64 m_listed = 0;
};

} // namespace likeness
