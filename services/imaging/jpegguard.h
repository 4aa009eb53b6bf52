// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <csetjmp>
#include <cstddef>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

namespace likeness {

/// A progressive file has about ten; thousands are an attack on the clock.
inline constexpr int mostJpegScans = 500;

/// libjpeg reports errors by calling error_exit, which must not return. This is the one place that jumps:
/// every call of the library goes through guarded(), whose argument may hold nothing that needs destroying (a
/// jump skips destructors). Warnings are counted by the library and printed by nobody.
struct JpegGuard : jpeg_error_mgr
{
    std::jmp_buf jump {};

    JpegGuard()
        : jpeg_error_mgr {}
    {
        jpeg_std_error(this);
        error_exit = [](j_common_ptr info) { std::longjmp(static_cast<JpegGuard *>(info->err)->jump, 1); };
        output_message = [](j_common_ptr) {};
    }
    Q_DISABLE_COPY_MOVE(JpegGuard)
    ~JpegGuard() = default;
};

/// Runs `calls` (a lambda that captures by reference); false when libjpeg gave up in it.
template <class Calls>
[[gnu::noinline]] bool guarded(JpegGuard &guard, const Calls &calls)
{
    if (setjmp(guard.jump) != 0)
        return false;
    calls();
    return true;
}

} // namespace likeness
