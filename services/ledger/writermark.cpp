// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/writermark.h"

#include <QFileInfo>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

WriterMark::WriterMark(const QString &ledgerPath)
    : m_ledgerPath(ledgerPath)
    , m_writer(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Result<Done> WriterMark::raise()
{
    if (m_lock)
        return Done {};
    auto lock = std::make_unique<QLockFile>(pathOf(m_writer));
    lock->setStaleLockTime(0); // only a dead process makes it stale, never its age
    if (!lock->tryLock(0))
        return Error {Errc::Local, u"The ledger's folder takes no lock file: "_s + pathOf(m_writer)};
    m_lock = std::move(lock);
    return Done {};
}

bool WriterMark::isAlive(const QString &writer) const
{
    if (writer == m_writer)
        return true;
    if (!QFileInfo::exists(pathOf(writer)))
        return false;
    QLockFile lock(pathOf(writer));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

QString WriterMark::pathOf(const QString &writer) const
{
    return m_ledgerPath + u".writer-"_s + writer;
}

} // namespace likeness
