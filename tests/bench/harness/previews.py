# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J2: nine previews while the square moves, and the 48 stretched to 648; and how long the first previews take to come.
Processor time, so that what else runs does not show; the notes give the time on the clock. Medians over the rounds."""
import statistics

from . import machine
from .table import Row, at_most, not_run

TITLE = 'nine live previews'
LEVELS = {'avx2': (5, 8), 'ssse3': (12, None), 'scalar': (None, None)}  # median and 95th percentile, milliseconds
PEERS = {'qt': ('Qt, box filter', 1.4), 'vips': ('libvips', 0.2), 'pillow': ('Pillow', None)}
OPENING = {'p12': 100, 'p48': 200}  # milliseconds


def frames(setting):
    picture = setting.pictures['p12']
    commands = {level: setting.command('ours', picture, f'simd={level}', job='previews') for level in LEVELS}
    for peer in PEERS:
        if not setting.missing(peer):
            commands[peer] = setting.command(peer, picture, 'frames=20', job='previews')
    samples = machine.warm_contest(commands, setting.rounds(15, 5), greeted=True)
    rows = []
    for level, limits in LEVELS.items():
        for figure, limit in zip(('median', 'p95'), limits):
            value = samples.middle(level, figure)
            name = f'a frame, {level}, {figure}'
            columns = {'ours': value, 'unit': 'ms', 'note': f'{samples.middle(level, figure + "Wall"):.1f} on the clock'}
            rows.append(at_most(limit, value, name, **columns) if limit else Row(name, **columns))
    for peer, (label, limit) in PEERS.items():
        if peer not in commands:
            rows.append(not_run(f'a frame : {label}', setting.missing(peer)))
            continue
        ratio = samples.ratio('avx2', peer, 'median')
        columns = {'ours': samples.middle('avx2', 'median'), 'peer': samples.middle(peer, 'median'), 'ratio': ratio,
                   'unit': 'ms'}
        name = f'a frame, avx2 : {label}'
        rows.append(at_most(limit, ratio, name, **columns) if limit else Row(name, **columns))
    return rows, samples.load()


def opening(setting):
    """From the bytes of a file to the first nine previews, in a program that has just started."""
    rows = []
    for name, limit in OPENING.items():
        times, clock = [], []
        for _ in range(setting.rounds(9, 3)):
            program = machine.Warm(*setting.command('ours', setting.pictures[name], job='previews'))
            try:
                answer = program.answer()
                times.append(answer['cpu'])
                clock.append(answer['wall'])
            finally:
                program.close()
        value = statistics.median(times)
        rows.append(at_most(limit, value, f'open {setting.pictures[name].megapixels()} MP to first previews',
                            ours=value, unit='ms', note=f'{statistics.median(clock):.0f} on the clock'))
    return rows


def measure(setting):
    rows, load = [], None
    try:
        rows, load = frames(setting)
        rows += opening(setting)
    except machine.Failed as failure:
        rows.append(not_run('J2', str(failure)))
    return rows, load
