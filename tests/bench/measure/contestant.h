// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

/// What our side and every peer written in C++ share, so that all of them answer the harness alike:
///
///     PROGRAM job PICTURE X Y EDGE OUT [key=value...]     one picture into nine JPEGs
///     PROGRAM previews PICTURE X Y EDGE [frames=N]        nine previews of a moving square
///     PROGRAM bulk LIST OUT [threads=N]                   all "PICTURE X Y EDGE" lines of LIST
///
/// The first two do one round for each line on standard input and answer with one line of JSON; a single line
/// is a fresh process, many lines a warm one. X Y EDGE is a square of the upright picture.
namespace bench {

inline constexpr std::array<int, 9> edges {648, 504, 432, 360, 240, 120, 96, 64, 48};

/// The size a size is shrunk from: the nearest that is at least 1.75 times as large, else the largest.
inline std::size_t parentOf(std::size_t index)
{
    for (std::size_t larger = index - 1; larger > 0; --larger) {
        if (edges[larger] >= 1.75 * edges[index])
            return larger;
    }
    return 0;
}

inline std::size_t budgetOf(int edge)
{
    return edge == 648 ? 100 * 1024 : edge == 96 ? 10 * 1024 : 0;
}

struct Square
{
    double x = 0;
    double y = 0;
    double edge = 0;
};

/// From the upright picture to the stored one; the orientations that cameras write.
inline Square stored(Square upright, int orientation, int width, int height)
{
    const auto [x, y, edge] = upright;
    switch (orientation) {
    case 3:
        return {width - x - edge, height - y - edge, edge};
    case 6:
        return {y, height - x - edge, edge};
    case 8:
        return {width - y - edge, x, edge};
    default:
        return upright;
    }
}

/// The strongest reduction in the decoder (1, 2, 4, 8) that leaves 1.6 pixels for each of the largest size.
inline int reductionFor(double edge)
{
    int reduction = 1;
    while (reduction < 8 && edge / (reduction * 2) >= edges[0] * 1.6)
        reduction *= 2;
    return reduction;
}

struct Job
{
    std::string picture;
    Square square;
    std::string out; ///< an existing folder
    std::map<std::string, std::string> options;

    bool has(const std::string &option) const { return options.count(option) > 0; }
    std::string text(const std::string &option, const std::string &otherwise) const
    {
        const auto found = options.find(option);
        return found == options.end() ? otherwise : found->second;
    }
    int number(const std::string &option, int otherwise) const
    {
        return has(option) ? std::atoi(options.at(option).c_str()) : otherwise;
    }
};

/// Further numbers for the harness, by name.
using Figures = std::map<std::string, double>;
using RunJob = std::function<Figures(const Job &)>;
/// Opens the picture once; the answer makes the n-th frame.
using OpenPreviews = std::function<std::function<void(int frame)>(const Job &)>;

using Bytes = std::vector<unsigned char>;

/// How a peer meets a budget: the best quality of 30..95 by bisection.
template <class Encode>
Bytes bestWithin(std::size_t maxBytes, Encode &&encode)
{
    if (maxBytes == 0)
        return encode(90);
    Bytes best;
    int low = 30;
    int high = 95;
    while (low <= high) {
        const int middle = (low + high) / 2;
        Bytes bytes = encode(middle);
        if (bytes.size() <= maxBytes) {
            best = std::move(bytes);
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    return best;
}

inline void writeFile(const std::string &path, const void *data, std::size_t size)
{
    std::ofstream file(path, std::ios::binary);
    file.write(static_cast<const char *>(data), static_cast<std::streamsize>(size));
    if (!file) {
        std::cerr << "cannot write " << path << '\n';
        std::exit(1);
    }
}

inline std::string pathFor(const Job &job, int edge, std::string_view extension)
{
    return job.out + '/' + std::to_string(edge) + std::string(extension);
}

/// An unencoded rendition as a binary PPM, for the comparison of quality; pixels have `stride` bytes, RGB
/// first.
inline void writePixels(
    const Job &job, int edge, const unsigned char *pixels, std::size_t rowBytes, int stride)
{
    const auto count = static_cast<std::size_t>(edge);
    std::string text = "P6\n" + std::to_string(edge) + ' ' + std::to_string(edge) + "\n255\n";
    for (std::size_t y = 0; y < count; ++y) {
        for (std::size_t x = 0; x < count; ++x) {
            const unsigned char *pixel = pixels + y * rowBytes + x * static_cast<std::size_t>(stride);
            text.append(
                {static_cast<char>(pixel[0]), static_cast<char>(pixel[1]), static_cast<char>(pixel[2])});
        }
    }
    writeFile(pathFor(job, edge, ".ppm"), text.data(), text.size());
}

inline double milliseconds(clockid_t clock)
{
    timespec now {};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

inline void answer(const Figures &figures)
{
    std::string line;
    for (const auto &[name, value] : figures)
        line += (line.empty() ? "{\"" : ", \"") + name + "\": " + std::to_string(value);
    std::cout << line << "}" << std::endl;
}

/// Runs `work` and adds the time it took to the figures it returns.
template <class Work>
Figures timed(Work &&work)
{
    const double wall = milliseconds(CLOCK_MONOTONIC);
    const double cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    Figures figures = work();
    figures["wall"] = milliseconds(CLOCK_MONOTONIC) - wall;
    figures["cpu"] = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    return figures;
}

/// Processor time of single frames, so that a busy machine shows in "wall" only.
inline Figures timedFrames(const std::function<void(int)> &makeFrame, int count)
{
    std::vector<double> times;
    std::vector<double> wallTimes;
    for (int frame = 0; frame < count; ++frame) {
        const Figures figures = timed([&] { return makeFrame(frame), Figures {}; });
        times.push_back(figures.at("cpu"));
        wallTimes.push_back(figures.at("wall"));
    }
    std::sort(times.begin(), times.end());
    std::sort(wallTimes.begin(), wallTimes.end());
    return {{"median", times[times.size() / 2]}, {"p95", times[times.size() * 95 / 100]},
        {"medianWall", wallTimes[times.size() / 2]}, {"p95Wall", wallTimes[times.size() * 95 / 100]}};
}

inline Figures timedBulk(const Job &job, const RunJob &run)
{
    std::vector<Job> jobs;
    std::ifstream list(job.picture);
    for (Job one; list >> one.picture >> one.square.x >> one.square.y >> one.square.edge;) {
        one.options = job.options;
        one.out = job.out + '/' + std::to_string(jobs.size());
        std::filesystem::create_directories(one.out);
        jobs.push_back(one);
    }
    return timed([&] {
        std::atomic<std::size_t> next {0};
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < job.number("threads", 2); ++worker) {
            workers.emplace_back([&] {
                for (std::size_t mine = next++; mine < jobs.size(); mine = next++)
                    run(jobs[mine]);
            });
        }
        workers.clear();
        return Figures {{"photos", static_cast<double>(jobs.size())}};
    });
}

inline int compete(int argc, char **argv, const RunJob &run, const OpenPreviews &open = {})
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 3) {
        std::cerr << "usage: job PICTURE X Y EDGE OUT | previews PICTURE X Y EDGE | bulk LIST OUT, "
                     "[key=value...]\n";
        return 2;
    }
    Job job;
    job.picture = words[1];
    for (const std::string &word : words) {
        if (const auto sign = word.find('='); sign != std::string::npos)
            job.options[word.substr(0, sign)] = word.substr(sign + 1);
    }
    if (words[0] == "bulk") {
        job.out = words[2];
        answer(timedBulk(job, run));
        return 0;
    }
    job.square = {std::stod(words.at(2)), std::stod(words.at(3)), std::stod(words.at(4))};
    std::function<void(int)> makeFrame;
    if (words[0] == "previews") {
        answer(timed([&] { return makeFrame = open(job), makeFrame(0), Figures {}; }));
    } else {
        job.out = words.at(5);
        std::filesystem::create_directories(job.out);
    }
    for (std::string line; std::getline(std::cin, line);) {
        if (makeFrame)
            answer(timed([&] { return timedFrames(makeFrame, job.number("frames", 60)); }));
        else
            answer(timed([&] { return run(job); }));
    }
    return 0;
}

} // namespace bench
