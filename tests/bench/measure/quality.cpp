// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// bench_quality PICTURE X Y EDGE FOLDER...: how far the unencoded renditions (FOLDER/648.ppm ...) are from a
// reference that shares no code with them: the whole JPEG decoded at full size with the floating-point DCT,
// Lanczos3 in 64-bit floats in gamma space, the profile applied by lcms2 in 64-bit floats. PSNR and SSIM,
// without the margin that the kernel reaches over. One line of JSON for each folder.

#include "tests/bench/measure/contestant.h"
#include "tests/bench/measure/reference.h"

namespace {

bench::Plane readPixels(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int most = 0;
    file >> magic >> width >> height >> most;
    file.get();
    bench::Bytes bytes(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file || magic != "P6" || width != height) {
        std::cerr << "cannot read " << path << '\n';
        std::exit(1);
    }
    return {width, {bytes.cbegin(), bytes.cend()}};
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 6) {
        std::cerr << "usage: bench_quality PICTURE X Y EDGE FOLDER...\n";
        return 2;
    }
    const bench::Square square {std::atof(argv[2]), std::atof(argv[3]), std::atof(argv[4])};
    const bench::Reference reference(argv[1], square);
    std::vector<bench::Figures> answers(static_cast<std::size_t>(argc - 5));
    for (const int edge : {648, 240, 96, 48}) {
        const bench::Plane expected = reference.at(edge);
        for (int i = 5; i < argc; ++i) {
            const auto actual = readPixels(std::string(argv[i]) + '/' + std::to_string(edge) + ".ppm");
            auto &answer = answers[static_cast<std::size_t>(i - 5)];
            answer["psnr" + std::to_string(edge)] = bench::psnr(expected, actual);
            answer["ssim" + std::to_string(edge)] = bench::ssim(expected, actual);
        }
    }
    for (const auto &answer : answers)
        bench::answer(answer);
    return 0;
}
