// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/* What the plugin likeness-faces exports: plain C, so that nothing of OpenCV reaches the program. One thread
   at a time per detector; any number of detectors. */
extern "C" {

struct LikenessFaceBox
{
    int x;
    int y;
    int width;
    int height;
};

struct LikenessGreyImage
{
    const unsigned char *pixels;
    int width;
    int height;
    int bytesPerRow;
};

/* A detector from a cascade file, or null when the file is no cascade. */
using LikenessFacesOpen = void *(*)(const char *cascadeFile);
void *likeness_faces_open(const char *cascadeFile);

/* Fills in at most `capacity` boxes and returns how many; -1 when the detector failed. */
using LikenessFacesFind
    = int (*)(void *detector, const LikenessGreyImage *image, LikenessFaceBox *boxes, int capacity);
int likeness_faces_find(void *detector, const LikenessGreyImage *image, LikenessFaceBox *boxes, int capacity);

using LikenessFacesClose = void (*)(void *detector);
void likeness_faces_close(void *detector);
}
