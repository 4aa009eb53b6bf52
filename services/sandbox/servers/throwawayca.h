// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/sandbox/servers/httphost.h"

#include <memory>

namespace likeness {

/// A certificate authority for one run: it signs certificates for localhost and 127.0.0.1, valid from a day
/// ago for thirty days, and its key never leaves the process. Any thread.
class ThrowawayCa final
{
public:
    enum class Leaf { Good, Expired, NotYetValid, WrongName };

    /// Errors: Local.
    static Result<ThrowawayCa> made();
    ThrowawayCa(ThrowawayCa &&) noexcept;
    ~ThrowawayCa();

    const std::string &certificate() const; ///< PEM
    Result<ServerIdentity> leaf(Leaf kind) const;

private:
    class Private;
    explicit ThrowawayCa(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace likeness
