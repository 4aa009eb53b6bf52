#!/usr/bin/python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""The job by Pillow at its best: draft decoding, LANCZOS in a chain with a reducing gap, ImageCms once at the largest
size, optimised progressive JPEG. Speaks to the harness as measure/contestant.h says."""
import io
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from PIL import Image, ImageCms

EDGES = (648, 504, 432, 360, 240, 120, 96, 64, 48)
BUDGETS = {648: 100 * 1024, 96: 10 * 1024}
TURNS = {3: Image.ROTATE_180, 6: Image.ROTATE_270, 8: Image.ROTATE_90}  # Pillow turns to the left
SRGB = ImageCms.createProfile('sRGB')
transforms = {}


def parent_of(index):
    return next((larger for larger in range(index - 1, 0, -1) if EDGES[larger] >= 1.75 * EDGES[index]), 0)


def stored(x, y, edge, orientation, width, height):
    return {3: (width - x - edge, height - y - edge),
            6: (y, height - x - edge),
            8: (width - y - edge, x)}.get(orientation, (x, y))


def to_srgb(image, profile):
    if profile not in transforms:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        transforms[profile] = ImageCms.buildTransform(source, SRGB, 'RGB', 'RGB', ImageCms.Intent.RELATIVE_COLORIMETRIC)
    return ImageCms.applyTransform(image, transforms[profile])


def chain(image, box, profile):
    sizes = []
    for index, edge in enumerate(EDGES):
        if index == 0:
            largest = image.resize((edge, edge), Image.LANCZOS, box=box, reducing_gap=3.0)
            sizes.append(to_srgb(largest, profile) if profile else largest)
        else:
            sizes.append(sizes[parent_of(index)].resize((edge, edge), Image.LANCZOS))
    return sizes


def reduction_for(edge):
    reduction = 1
    while reduction < 8 and edge / (reduction * 2) >= EDGES[0] * 1.6:
        reduction *= 2
    return reduction


def encoded(image, quality):
    buffer = io.BytesIO()
    image.save(buffer, 'JPEG', quality=quality, progressive=True, optimize=True, subsampling=2)
    return buffer.getvalue()


def best_within(image, budget):
    if not budget:
        return encoded(image, 90)
    best, low, high = b'', 30, 95
    while low <= high:
        middle = (low + high) // 2
        data = encoded(image, middle)
        if len(data) <= budget:
            best, low = data, middle + 1
        else:
            high = middle - 1
    return best


def run(picture, x, y, edge, out, options):
    image = Image.open(picture)
    width, height = image.size
    orientation = image.getexif().get(0x112, 1)
    profile = image.info.get('icc_profile')
    x, y = stored(x, y, edge, orientation, width, height)
    reduction = reduction_for(edge)
    if reduction > 1:
        image.draft('RGB', (width // reduction, height // reduction))
    scale = image.size[0] / width
    sizes = chain(image, tuple(value * scale for value in (x, y, x + edge, y + edge)), profile)
    for index, size in enumerate(sizes):
        if orientation in TURNS:
            size = size.transpose(TURNS[orientation])
        if 'pixels' in options:
            size.save(f'{out}/{EDGES[index]}.ppm')
            continue
        with open(f'{out}/{EDGES[index]}.jpg', 'wb') as file:
            file.write(best_within(size, BUDGETS.get(EDGES[index]) if 'budget' in options else None))


def open_previews(picture, edge):
    reduction = reduction_for(edge)
    image = Image.open(picture)
    image.draft('RGB', (image.size[0] // reduction, image.size[1] // reduction))
    image.load()

    def frame(number):
        x, y = 20 + number % 16, 30 + number % 8
        sizes = chain(image, (x, y, x + edge / reduction, y + edge / reduction), None)
        sizes[-1].resize((648, 648), Image.BICUBIC)
    return frame


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    figures = work() or {}
    figures.update(wall=(time.perf_counter() - wall) * 1e3, cpu=(time.process_time() - cpu) * 1e3)
    print(json.dumps(figures), flush=True)


def timed_frames(frame, count):
    times = []
    for number in range(count):
        start = time.process_time()
        frame(number)
        times.append((time.process_time() - start) * 1e3)
    times.sort()
    return {'median': times[len(times) // 2], 'p95': times[len(times) * 95 // 100]}


def bulk(listing, out, options):
    jobs = []
    with open(listing, encoding='utf-8') as lines:
        for index, line in enumerate(lines):
            picture, *square = line.split()
            folder = f'{out}/{index}'
            os.makedirs(folder, exist_ok=True)
            jobs.append((picture, *map(float, square), folder, options))
    with ThreadPoolExecutor(int(options.get('threads', 2))) as workers:
        list(workers.map(lambda job: run(*job), jobs))
    return {'photos': len(jobs)}


def main(words):
    options = dict(word.split('=', 1) for word in words if '=' in word)
    if words[0] == 'bulk':
        timed(lambda: bulk(words[1], words[2], options))
        return
    picture, square = words[1], [float(word) for word in words[2:5]]
    if words[0] == 'previews':
        opened = []
        timed(lambda: opened.append(open_previews(picture, square[2])))
        work = lambda: timed_frames(opened[0], int(options.get('frames', 60)))
    else:
        os.makedirs(words[5], exist_ok=True)
        work = lambda: run(picture, *square, words[5], options)
    for _ in sys.stdin:
        timed(work)


main(sys.argv[1:])
