// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/writermark.h"

#include <QUuid>

namespace likeness {

WriterMark::WriterMark()
    : m_writer(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Result<Done> WriterMark::raise()
{
    if (m_isRaised)
        return Done {};
    const Result<Done> raised = doRaise();
    m_isRaised = raised.hasValue();
    return raised;
}

Result<bool> WriterMark::isAlive(const QString &writer)
{
    return writer == m_writer ? Result<bool>(true) : isOtherAlive(writer);
}

} // namespace likeness
