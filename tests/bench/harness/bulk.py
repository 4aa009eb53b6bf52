# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J3: a folder of photos, two at a time. The ratio is of photos a second; a whole process for each contestant."""
import os
import time
from concurrent.futures import ThreadPoolExecutor

from . import machine
from .table import Row, at_least, at_most, not_run

TITLE = 'many photos on two workers'
PEERS = {'vips': ('libvips', 2.3), 'qt': ('Qt', 1.1), 'pillow': ('Pillow', None), 'magick': ('ImageMagick', 3.5)}


def photos(setting):
    kinds = [picture for name, picture in setting.pictures.items() if name.startswith('b')]
    return kinds * setting.rounds(20, 4)


def listed(setting):
    path = setting.path('bulk.txt')
    with open(path, 'w', encoding='utf-8') as file:
        for picture in photos(setting):
            file.write(' '.join(picture.words()) + '\n')
    return path


def with_magick(setting):
    """The command line has no bulk mode: a process for each photo, two at a time."""
    def one(numbered):
        number, picture = numbered
        out = os.path.dirname(setting.path('bulk', 'magick', str(number), '.'))
        machine.fresh(setting.magick(picture, out), setting.command('magick', picture)[1])
    started, used = time.perf_counter(), os.times()
    with ThreadPoolExecutor(2) as workers:
        list(workers.map(one, enumerate(photos(setting))))
    after = os.times()
    cpu = sum(getattr(after, part) - getattr(used, part) for part in ('children_user', 'children_system'))
    return {'wall': (time.perf_counter() - started) * 1e3, 'cpu': cpu * 1e3}


def contestants(setting):
    listing = listed(setting)

    def runner(peer, *options):
        command, environment = setting.command(peer, setting.pictures['b0'])
        job = command.index('job')
        words = [*command[:job], 'bulk', listing, setting.path('bulk', peer, '.'), *options]
        return lambda: machine.fresh(words, environment)

    found = {'optimised': runner('ours', 'threads=2'), 'one worker': runner('ours', 'threads=1'),
             'progressive': runner('ours', 'threads=2', 'coding=progressive')}
    for peer in PEERS:
        if not setting.missing(peer):
            found[peer] = (lambda: with_magick(setting)) if peer == 'magick' else runner(peer, 'threads=2')
    return found


def measure(setting):
    running = contestants(setting)
    try:
        samples = machine.contest(running, setting.rounds(3, 1), warm_up=0)
    except machine.Failed as failure:
        return [not_run('J3', str(failure))], None
    count = len(photos(setting))

    def rate(name):
        return count * 1e3 / samples.least(name, 'wall')

    rows = []
    for peer, (label, limit) in PEERS.items():
        name = f'{count} photos, progressive : {label}'
        if peer not in running:
            rows.append(not_run(name, setting.missing(peer)))
            continue
        ratio = 1 / samples.ratio('progressive', peer, 'wall')
        columns = {'ours': rate('progressive'), 'peer': rate(peer), 'ratio': ratio, 'unit': 'photos/s'}
        rows.append(at_least(limit, ratio, name, **columns) if limit else Row(name, **columns))
    per_photo = samples.least('optimised') / count
    rows.append(at_most(45, per_photo, 'optimised, processor time', ours=per_photo, unit='ms a photo'))
    scaling = 1 / samples.ratio('optimised', 'one worker', 'wall')
    rows.append(at_least(1.9, scaling, 'optimised, two workers : one', ours=rate('optimised'), peer=rate('one worker'),
                         ratio=scaling, unit='photos/s'))
    rows.append(Row('optimised, memory', ours=samples.middle('optimised', 'memory'), unit='MB'))
    return rows, samples.load()
