// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/encoder.h"

#include <QByteArray>
#include <QImage>
#include <memory>

namespace likeness {

struct JpegStyle
{
    bool fullChroma = false;
    JpegCoding coding = JpegCoding::Optimised;
};

/// Encodes one picture as often as asked; keeps the library's memory between tries. Plain JPEG: a JFIF header
/// and nothing else.
class JpegWriter
{
public:
    JpegWriter();
    ~JpegWriter();
    Q_DISABLE_COPY_MOVE(JpegWriter)

    /// `pixels` is Format_RGBX8888. Errors: Local (out of memory).
    Result<QByteArray> encoded(const QImage &pixels, int quality, const JpegStyle &style);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace likeness
