// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// The job by libvips, as fast as its C interface lets it be: sequential access, shrink on load, only the crop
// kept, Lanczos3 in a chain, the profile applied once at the largest size, optimised progressive JPEG.

#include "tests/bench/measure/contestant.h"

#include <vips/vips.h>

namespace {

using bench::edges;
using bench::Job;

void check(int failed)
{
    if (failed != 0)
        vips_error_exit(nullptr);
}

/// An image that is let go at the end of its scope.
class Held
{
public:
    Held() = default;
    Held(Held &&other) noexcept
        : m_image(std::exchange(other.m_image, nullptr))
    {
    }
    Held &operator=(Held &&other) noexcept
    {
        std::swap(m_image, other.m_image);
        return *this;
    }
    ~Held() { g_clear_object(&m_image); }
    operator VipsImage *() const { return m_image; }
    VipsImage **out() { return &m_image; }

private:
    VipsImage *m_image = nullptr;
};

Held inMemory(VipsImage *image)
{
    Held copy;
    *copy.out() = vips_image_copy_memory(image);
    check(copy == nullptr);
    return copy;
}

struct Source
{
    Held crop;
    VipsAngle turn = VIPS_ANGLE_D0;
};

Source opened(const Job &job)
{
    Held header;
    check(vips_jpegload(job.picture.c_str(), header.out(), nullptr));
    const int orientation = vips_image_get_orientation(header);
    const int reduction = bench::reductionFor(job.square.edge);
    const auto square
        = bench::stored(job.square, orientation, vips_image_get_width(header), vips_image_get_height(header));
    Held picture;
    check(vips_jpegload(
        job.picture.c_str(), picture.out(), "shrink", reduction, "access", VIPS_ACCESS_SEQUENTIAL, nullptr));
    Held crop;
    const int edge = static_cast<int>(square.edge / reduction);
    check(vips_extract_area(picture, crop.out(), static_cast<int>(square.x / reduction),
        static_cast<int>(square.y / reduction), edge, edge, nullptr));
    const VipsAngle turn = orientation == 6 ? VIPS_ANGLE_D90
        : orientation == 8                  ? VIPS_ANGLE_D270
        : orientation == 3                  ? VIPS_ANGLE_D180
                                            : VIPS_ANGLE_D0;
    return {inMemory(crop), turn};
}

std::array<Held, 9> chain(VipsImage *crop, bool withProfile)
{
    std::array<Held, 9> sizes;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        VipsImage *parent = i == 0 ? crop : static_cast<VipsImage *>(sizes[bench::parentOf(i)]);
        Held resized;
        check(vips_resize(parent, resized.out(), static_cast<double>(edges[i]) / vips_image_get_width(parent),
            "kernel", VIPS_KERNEL_LANCZOS3, nullptr));
        if (i == 0 && withProfile && vips_image_get_typeof(crop, VIPS_META_ICC_NAME) != 0) {
            Held converted;
            check(vips_icc_transform(
                resized, converted.out(), "srgb", "embedded", TRUE, "intent", VIPS_INTENT_RELATIVE, nullptr));
            resized = std::move(converted);
        }
        sizes[i] = inMemory(resized);
    }
    return sizes;
}

bench::Bytes encoded(VipsImage *image, int quality)
{
    void *buffer = nullptr;
    size_t size = 0;
    check(vips_jpegsave_buffer(image, &buffer, &size, "Q", quality, "optimize_coding", TRUE, "interlace",
        TRUE, "strip", TRUE, "subsample_mode", VIPS_FOREIGN_SUBSAMPLE_ON, nullptr));
    const auto *first = static_cast<const unsigned char *>(buffer);
    bench::Bytes bytes(first, first + size);
    g_free(buffer);
    return bytes;
}

void writePixels(const Job &job, VipsImage *image)
{
    const int edge = vips_image_get_width(image);
    const int bands = vips_image_get_bands(image);
    size_t size = 0;
    void *pixels = vips_image_write_to_memory(image, &size);
    bench::writePixels(
        job, edge, static_cast<const unsigned char *>(pixels), size / static_cast<size_t>(edge), bands);
    g_free(pixels);
}

bench::Figures run(const Job &job)
{
    const Source source = opened(job);
    const auto sizes = chain(source.crop, true);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        Held turned;
        check(vips_rot(sizes[i], turned.out(), source.turn, nullptr));
        turned = inMemory(turned);
        if (job.has("pixels")) {
            writePixels(job, turned);
            continue;
        }
        const auto bytes = bench::bestWithin(job.has("budget") ? bench::budgetOf(edges[i]) : 0,
            [&](int quality) { return encoded(turned, quality); });
        bench::writeFile(bench::pathFor(job, edges[i], ".jpg"), bytes.data(), bytes.size());
    }
    return {};
}

std::function<void(int)> openPreviews(const Job &job)
{
    const int reduction = bench::reductionFor(job.square.edge);
    Held picture;
    check(vips_jpegload(job.picture.c_str(), picture.out(), "shrink", reduction, nullptr));
    auto proxy = std::make_shared<Held>(inMemory(picture));
    const int edge = static_cast<int>(job.square.edge / reduction);
    return [proxy, edge](int frame) {
        Held crop;
        check(vips_extract_area(*proxy, crop.out(), 20 + frame % 16, 30 + frame % 8, edge, edge, nullptr));
        const auto sizes = chain(crop, false);
        Held enlarged;
        check(vips_resize(sizes[8], enlarged.out(), 648.0 / 48.0, "kernel", VIPS_KERNEL_CUBIC, nullptr));
        inMemory(enlarged);
    };
}

} // namespace

int main(int argc, char **argv)
{
    check(VIPS_INIT(argv[0]));
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return bench::compete(argc, argv, run, openPreviews);
}
