// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scanprogress.h"

#include <cmath>

namespace likeness {

namespace {

constexpr std::chrono::milliseconds rateWindow = std::chrono::seconds(30);
constexpr std::chrono::milliseconds shortestSpan = std::chrono::milliseconds(400);

} // namespace

std::optional<std::chrono::seconds> ScanProgress::timeLeft() const
{
    if (listing || perSecond <= 0.0)
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(counts.left() / perSecond)));
}

int ScanProgress::percent() const
{
    const int all = counts.people - counts.leftOut;
    return all <= 0 ? 0 : static_cast<int>(100.0 * counts.done / all);
}

void ScanRate::tell(std::chrono::milliseconds at, int done)
{
    m_marks.append({at, done});
    while (m_marks.size() > 2 && at - m_marks.constFirst().at > rateWindow)
        m_marks.removeFirst();
    const std::chrono::milliseconds span = at - m_marks.constFirst().at;
    if (span >= shortestSpan)
        m_perSecond = 1000.0 * (done - m_marks.constFirst().done) / static_cast<double>(span.count());
}

} // namespace likeness
