// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QtGlobal>
#include <type_traits>
#include <utility>
#include <variant>

namespace likeness {

/// A value or an Error; what every fallible function returns (docs/decisions/002-result.md). Test it before
/// use: reading the side that is not there is a programming error and asserts.
template <class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    const T &operator*() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T &operator*() &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T &&operator*() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T *operator->() const { return &**this; }
    T *operator->() { return &**this; }
    const Error &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

    template <class F>
    auto andThen(F &&next) const -> std::invoke_result_t<F, const T &>
    {
        if (hasValue())
            return std::forward<F>(next)(**this);
        return error();
    }
    template <class F>
    auto transform(F &&change) const -> Result<std::invoke_result_t<F, const T &>>
    {
        if (hasValue())
            return std::forward<F>(change)(**this);
        return error();
    }

private:
    std::variant<T, Error> m_state;
};

} // namespace likeness
