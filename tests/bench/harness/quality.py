# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""How far the unencoded renditions are from a 64-bit reference, ours and the peers'. In decibels; SSIM in the notes."""
import json
import os
import shutil
import subprocess

from . import machine
from .table import Row, at_least, not_run

TITLE = 'unencoded renditions against a 64-bit reference'
PEERS = {'vips': 'libvips', 'pillow': 'Pillow', 'magick': 'ImageMagick', 'qt': 'Qt'}
LEAST = {648: 50, 240: 46, 96: 46, 48: 46}  # decibels
NOT_BELOW = ('vips', 'pillow')


def rendered(setting, contestant, picture):
    """A folder with the contestant's renditions as PPM."""
    if contestant == 'magick':
        folder = os.path.dirname(setting.path('pixels', 'magick', '.'))
        machine.fresh(setting.magick(picture, folder, 'ppm'), setting.command('magick', picture)[1])
        return folder
    words, environment = setting.command(contestant, picture, 'pixels=1')
    folder = os.path.dirname(setting.path('pixels', contestant, '.'))
    place = words.index(setting.path('out', contestant, '.'))
    machine.fresh([*words[:place], folder, *words[place + 1:]], environment)
    return folder


def compared(setting, picture):
    folders = {}
    for contestant in ('ours', *PEERS):
        if not setting.missing(contestant):
            folders[contestant] = rendered(setting, contestant, picture)
    words = [setting.program('quality'), *picture.words(), *folders.values()]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise machine.Failed(done.stderr.strip())
    return dict(zip(folders, map(json.loads, done.stdout.splitlines())))


def rows_for(setting, picture):
    figures = compared(setting, picture)
    ours = figures['ours']
    rows = []
    for edge, least in LEAST.items():
        psnr = ours[f'psnr{edge}']
        rows.append(at_least(least, psnr, f'{picture.name}, {edge} px', ours=psnr, unit='dB',
                             note=f'SSIM {ours[f"ssim{edge}"]:.4f}'))
        for peer, label in PEERS.items():
            if peer not in figures:
                continue
            name, theirs = f'{picture.name}, {edge} px : {label}', figures[peer][f'psnr{edge}']
            columns = {'ours': psnr, 'peer': theirs, 'ratio': psnr / theirs, 'unit': 'dB',
                       'note': f'SSIM {figures[peer][f"ssim{edge}"]:.4f}'}
            rows.append(at_least(1, psnr / theirs, name, **columns) if peer in NOT_BELOW else Row(name, **columns))
    return rows


def measure(setting):
    rows = [not_run(f'quality of {label}', setting.missing(peer)) for peer, label in PEERS.items() if setting.missing(peer)]
    for name in ('p12', 'p12off'):
        try:
            rows += rows_for(setting, setting.pictures[name])
        except machine.Failed as failure:
            rows.append(not_run(f'quality, {name}', str(failure)))
    if not shutil.which('ssimulacra2'):
        rows.append(not_run('SSIMULACRA2', 'no ssimulacra2 program on this system', '≥ 94 at 648 px, ≥ 93 below'))
    return rows, None
