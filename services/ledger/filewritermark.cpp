// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/filewritermark.h"

#include <QFileInfo>

namespace likeness {

using namespace Qt::StringLiterals;

Result<Done> FileWriterMark::doRaise()
{
    m_lock = std::make_unique<QLockFile>(pathOf(writer()));
    m_lock->setStaleLockTime(0); // only a dead process makes it stale, never its age
    if (!m_lock->tryLock(0))
        return Error {Errc::Local, u"The ledger's folder takes no lock file: "_s + pathOf(writer())};
    return Done {};
}

Result<bool> FileWriterMark::isOtherAlive(const QString &writer)
{
    if (!QFileInfo::exists(pathOf(writer)))
        return false;
    QLockFile lock(pathOf(writer));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError;
}

QString FileWriterMark::pathOf(const QString &writer) const
{
    return m_ledgerPath + u".writer-"_s + writer;
}

} // namespace likeness
