// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/pacing.h"

#include <QList>

namespace likeness {

/// A time that jumps: whoever waits is called in the next turn of the event loop, and it is so much later.
class SkippingPacing final : public Pacing
{
public:
    std::chrono::milliseconds now() const override { return time; }
    void after(std::chrono::milliseconds wait, QObject *context, std::function<void()> call) override
    {
        waits.append(wait);
        if (stands)
            return;
        QMetaObject::invokeMethod(
            context,
            [this, until = time + wait, call = std::move(call)] {
                time = std::max(time, until);
                call();
            },
            Qt::QueuedConnection);
    }
    double chance() override { return luck; }

    std::chrono::milliseconds time {1'000'000};
    QList<std::chrono::milliseconds> waits; ///< all that were asked for
    double luck = 0;
    bool stands = false; ///< nobody is called any more
};

} // namespace likeness
