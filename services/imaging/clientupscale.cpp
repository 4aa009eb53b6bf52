// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"
#include "services/imaging/previewproxy.h"
#include "services/imaging/samples.h"
#include "services/imaging/weights.h"

#include <algorithm>
#include <array>

namespace likeness {

QImage asUpscaledByClient(const QImage &stored, int shownEdge)
{
    const QImage source = stored.convertToFormat(QImage::Format_RGBX8888);
    if (source.isNull() || shownEdge <= 0)
        return {};
    QImage shown(shownEdge, shownEdge, QImage::Format_RGBX8888);
    if (shown.isNull())
        return {};
    const ResampleKernels &kernels = resampleKernels();
    const AxisWeights rows = bilinearWeights(source.height(), shownEdge);
    const HorizontalWeights columns = horizontalWeights(bilinearWeights(source.width(), shownEdge));
    SamplePlane samples; // the stored row; later the shown one
    samples.reshape(std::max(source.width(), shownEdge), 1);
    SamplePlane wide; // widened first: there are fewer rows of it
    wide.reshape(shownEdge, source.height());
    for (int y = 0; y < source.height(); ++y) {
        kernels.widen(source.constScanLine(y), samples.row(0), source.width() * samplesPerPixel);
        kernels.horizontal(samples.row(0), columns.taps.data(), columns.weights.data(), columns.groups,
            shownEdge, wide.row(y));
    }
    for (int y = 0; y < shownEdge; ++y) {
        const int first = rows.firstOf(y);
        const std::array<const qint16 *, 2> pair {wide.row(first), wide.row(first + rows.taps - 1)};
        kernels.vertical(pair.data(), rows.weightsOf(y), rows.taps, samples.row(0), wide.blockedSamples());
        kernels.narrow(samples.row(0), shown.scanLine(y), shownEdge);
    }
    return shown;
}

} // namespace likeness
