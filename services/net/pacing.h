// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <chrono>
#include <functional>

namespace likeness {

/// The time, a way to wait and chance, for everything that waits; a test has its own that never does. Logic
/// thread; outlives who uses it.
class Pacing
{
public:
    virtual ~Pacing() = default;

    /// Of a clock that only moves forward.
    virtual std::chrono::milliseconds now() const = 0;
    /// Calls once, after the time, unless the context is gone by then.
    virtual void after(std::chrono::milliseconds time, QObject *context, std::function<void()> call) = 0;
    /// Anything from 0 up to 1.
    virtual double chance() = 0;
};

class RealPacing final : public Pacing
{
public:
    std::chrono::milliseconds now() const override;
    void after(std::chrono::milliseconds time, QObject *context, std::function<void()> call) override;
    double chance() override;
};

} // namespace likeness
