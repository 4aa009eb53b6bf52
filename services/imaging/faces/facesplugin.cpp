// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/faces/facesplugin.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <vector>

namespace {

constexpr double scaleStep = 1.1;
constexpr int leastNeighbours = 3;
constexpr int smallestFace = 24;

} // namespace

void *likeness_faces_open(const char *cascadeFile)
{
    try {
        cv::setNumThreads(1); // whoever has many pictures searches several at once
        auto detector = std::make_unique<cv::CascadeClassifier>();
        return detector->load(cascadeFile) ? detector.release() : nullptr; // closed by likeness_faces_close
    } catch (const std::exception &) {
        return nullptr;
    }
}

int likeness_faces_find(void *detector, const LikenessGreyImage *image, LikenessFaceBox *boxes, int capacity)
{
    try {
        const cv::Mat borrowed(image->height, image->width, CV_8UC1,
            const_cast<unsigned char *>(image->pixels), static_cast<std::size_t>(image->bytesPerRow));
        cv::Mat even;
        cv::equalizeHist(borrowed, even);
        std::vector<cv::Rect> found;
        static_cast<cv::CascadeClassifier *>(detector)->detectMultiScale(
            even, found, scaleStep, leastNeighbours, 0, {smallestFace, smallestFace});
        const int count = std::min(capacity, static_cast<int>(found.size()));
        std::transform(found.begin(), found.begin() + count, boxes, [](const cv::Rect &box) {
            return LikenessFaceBox {box.x, box.y, box.width, box.height};
        });
        return count;
    } catch (const std::exception &) {
        return -1;
    }
}

void likeness_faces_close(void *detector)
{
    delete static_cast<cv::CascadeClassifier *>(detector);
}
