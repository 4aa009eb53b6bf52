// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// F, the floor under every figure: Huffman decoding alone, from the top of the file to the last row of the
// crop. No program that reads the same JPEG with the same library can be faster.

#include "tests/bench/measure/contestant.h"

#include <jpeglib.h>

namespace {

using bench::Bytes;
using bench::Job;

Bytes fileContents(const std::string &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    Bytes bytes(static_cast<std::size_t>(file.tellg()));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

/// The last row, counted from the top of the stored picture, that the square reaches.
JDIMENSION lastRow(const Job &job, const jpeg_decompress_struct &decoder)
{
    const auto square = bench::stored(job.square, job.number("orientation", 1),
        static_cast<int>(decoder.image_width), static_cast<int>(decoder.image_height));
    return static_cast<JDIMENSION>(square.y + square.edge);
}

bench::Figures decodeHuffmanOnly(const Job &job)
{
    const Bytes bytes = fileContents(job.picture);
    jpeg_decompress_struct decoder {};
    jpeg_error_mgr errors {};
    decoder.err = jpeg_std_error(&errors); // ends the program: the inputs are our own
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&decoder, TRUE);
    decoder.scale_num = 1;
    decoder.scale_denom = 8;
    jpeg_start_decompress(&decoder);
    jpeg_skip_scanlines(&decoder, std::min(lastRow(job, decoder) / 8, decoder.output_height - 2));
    jpeg_abort_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    return bench::compete(argc, argv, decodeHuffmanOnly);
}
