// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"
#include "services/imaging/previewproxy.h"
#include "services/imaging/samples.h"
#include "services/imaging/weights.h"

#include <array>

namespace likeness {

QImage asUpscaledByClient(const QImage &stored, int shownEdge)
{
    const QImage source = stored.convertToFormat(QImage::Format_RGBX8888);
    if (source.isNull() || shownEdge <= 0)
        return {};
    const ResampleKernels &kernels = resampleKernels();
    SamplePlane plane;
    plane.reshape(source.width(), source.height());
    for (int y = 0; y < source.height(); ++y)
        kernels.widen(source.constScanLine(y), plane.row(y), source.width() * samplesPerPixel);

    const AxisWeights rows = bilinearWeights(source.height(), shownEdge);
    const HorizontalWeights columns = horizontalWeights(bilinearWeights(source.width(), shownEdge));
    SamplePlane between;
    between.reshape(source.width(), 1);
    SamplePlane stretched;
    stretched.reshape(shownEdge, 1);
    QImage shown(shownEdge, shownEdge, QImage::Format_RGBX8888);
    if (shown.isNull())
        return {};
    for (int y = 0; y < shownEdge; ++y) {
        const int first = rows.first[static_cast<std::size_t>(y)];
        const std::array<const qint16 *, 2> pair {plane.row(first), plane.row(first + rows.taps - 1)};
        kernels.vertical(pair.data(), rows.weights.data() + y * rows.taps, rows.taps, between.row(0),
            plane.blockedSamples());
        kernels.horizontal(between.row(0), columns.taps.data(), columns.weights.data(), columns.groups,
            shownEdge, stretched.row(0));
        kernels.narrow(stretched.row(0), shown.scanLine(y), shownEdge);
    }
    return shown;
}

} // namespace likeness
