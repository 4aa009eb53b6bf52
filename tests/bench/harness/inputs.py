# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""The pictures and the programs of one build folder."""
import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass

PHOTOGRAPHS = 'lomiri-wallpapers-16.04'  # a Debian package; unpacked into the build folder, never installed or shipped
MAGICK = next((name for name in ('convert-im6.q16', 'magick', 'convert') if shutil.which(name)), None)


@dataclass
class Picture:
    name: str
    file: str
    width: int
    height: int
    orientation: int
    progressive: bool
    bytes: int
    square: list
    content: str

    def words(self):
        return [self.file, *map(str, self.square)]

    def megapixels(self):
        return int(self.width * self.height / 1e6)

    def reduction(self):
        """How far the decoder may reduce and still leave 1.6 pixels for each of 648."""
        return max(step for step in (1, 2, 4, 8) if step == 1 or self.square[2] / step >= 648 * 1.6)


class Setting:
    def __init__(self, build, quick):
        self.quick = quick
        self.build = build
        self.folder = os.path.join(build, 'bench')
        self.peers = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'peers')
        self.pictures = {picture.name: picture for picture in self.made_inputs()}

    def rounds(self, full, quick):
        return quick if self.quick else full

    def path(self, *parts):
        path = os.path.join(self.folder, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def program(self, name):
        path = os.path.join(self.folder, f'bench_{name}')
        return path if os.access(path, os.X_OK) else None

    def missing(self, peer):
        """Why a peer cannot take part, or nothing."""
        if peer == 'pillow':
            found = subprocess.run(['/usr/bin/python3', '-c', 'import PIL.ImageCms'], capture_output=True, check=False)
            return '' if found.returncode == 0 else 'python3-pil is not installed'
        if peer == 'magick':
            return '' if MAGICK else 'imagemagick is not installed'
        return '' if self.program(peer) else f'bench_{peer} was not built'

    def command(self, contestant, picture, *options, job='job'):
        """The command line and environment of one contestant for one picture."""
        if contestant == 'magick':
            return self.magick(picture), {'MAGICK_THREAD_LIMIT': '1', 'OMP_NUM_THREADS': '1'}
        start = ['/usr/bin/python3', '-W', 'ignore', os.path.join(self.peers, 'pillowpeer.py')] \
            if contestant == 'pillow' else [self.program(contestant)]
        out = [self.path('out', contestant, '.')] if job == 'job' else []
        extra = [f'orientation={picture.orientation}'] if contestant == 'floor' else []
        return [*start, job, *picture.words(), *out, *options, *extra], {'VIPS_CONCURRENCY': '1'}

    def magick(self, picture, out=None, extension='jpg'):
        """ImageMagick's best: size hint for the decoder, one process, the same chain of sizes."""
        out = out or os.path.dirname(self.path('out', 'magick', '.'))
        step = picture.reduction()
        x, y, edge = (value // step for value in picture.square)

        def written(size, parent, more=()):
            resize = ['-resize', f'{size}x{size}'] if parent else []
            return ['(', '+clone', *resize, '-write', f'{out}/{size}.{extension}', *more, '+delete', ')']

        small = [word for size in (120, 96, 64, 48) for word in written(size, 240)]
        large = [word for size in (504, 432, 360) for word in written(size, 648)]
        return [MAGICK, '-define', f'jpeg:size={picture.width // step}x{picture.height // step}', picture.file,
                '-auto-orient', '-crop', f'{edge}x{edge}+{x}+{y}', '+repage', '-filter', 'Lanczos',
                '-resize', '648x648', '-profile', self.srgb_profile(), '-strip', '-interlace', 'JPEG', '-quality', '90',
                '-sampling-factor', '2x2', '-depth', '8', *large, *written(240, 648, small),
                *written(648, None), 'null:']

    def srgb_profile(self):
        return self.path('inputs', 'srgb.icc')

    def made_inputs(self):
        """Makes the pictures at the first run and whenever the program that makes them has changed."""
        index = self.path('inputs', 'inputs.json')
        stamp = self.path('inputs', 'made-by')
        with open(self.program('inputs'), 'rb') as program:
            version = hashlib.sha256(program.read()).hexdigest()
        made_by = ''
        if os.path.exists(stamp):
            with open(stamp, encoding='utf-8') as file:
                made_by = file.read()
        if made_by != version or not os.path.exists(index):
            print('Making the pictures (once)...', flush=True)
            content = self.path('content', '.')
            unpack_photographs(os.path.dirname(content))
            subprocess.run([self.program('inputs'), os.path.dirname(content), os.path.dirname(index)], check=True)
            with open(stamp, 'w', encoding='utf-8') as file:
                file.write(version)
        with open(index, encoding='utf-8') as file:
            return [Picture(**entry) for entry in json.load(file)]

    def description(self):
        drawn = sum(picture.content == 'drawn by code' for picture in self.pictures.values())
        content = f'photographs of {PHOTOGRAPHS}' if not drawn else 'scenes drawn by code' \
            if drawn == len(self.pictures) else f'photographs, and {drawn} scenes drawn by code'
        megabytes = sum(picture.bytes for picture in self.pictures.values()) / 1e6
        return f'{len(self.pictures)} camera-like JPEGs, {megabytes:.0f} MB, content: {content}' \
            + ('; quick run, few rounds' if self.quick else '')


def unpack_photographs(folder):
    """Without the package the pictures are drawn, and the report says so."""
    if any(name == 'usr' for name in os.listdir(folder)):
        return
    quiet = {'cwd': folder, 'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL, 'check': False}
    subprocess.run(['apt-get', 'download', PHOTOGRAPHS], **quiet)
    for name in os.listdir(folder):
        if name.endswith('.deb'):
            subprocess.run(['dpkg', '-x', name, '.'], **quiet)
            os.remove(os.path.join(folder, name))
