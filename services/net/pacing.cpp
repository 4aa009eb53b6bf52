// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/pacing.h"

#include <QRandomGenerator>
#include <QTimer>

namespace likeness {

using namespace std::chrono;

milliseconds RealPacing::now() const
{
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

void RealPacing::after(milliseconds time, QObject *context, std::function<void()> call)
{
    QTimer::singleShot(time, context, std::move(call));
}

double RealPacing::chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace likeness
