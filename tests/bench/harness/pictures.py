# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J1: one camera JPEG becomes nine JPEGs: orientation, square, sRGB, nine sizes. Processor time, least of all rounds;
ratios are medians of the rounds. F is Huffman decoding alone, of the same file, in the same round."""
from . import machine
from .table import Row, at_least, at_most, not_run

TITLE = 'one photo, nine sizes'
PEERS = {'vips': 'libvips', 'pillow': 'Pillow', 'qt': 'Qt', 'magick': 'ImageMagick'}
LIMITS = {648: 100 * 1024, 96: 10 * 1024}


class Race:
    """The contest over one picture, and rows from it."""

    def __init__(self, samples, label):
        self.samples = samples
        self.label = label

    def against(self, ours, other, limit, text):
        columns = {'ours': self.samples.least(ours), 'peer': self.samples.least(other),
                   'ratio': self.samples.ratio(ours, other), 'unit': 'ms'}
        name = f'{self.label}, {text}'
        if limit is None:
            return Row(name, **columns)
        return at_most(limit, columns['ratio'], name, **columns)


def warm_race(setting, picture, contestants, rounds, label):
    """contestants: name -> (program, options...)"""
    commands = {name: setting.command(program, picture, *options) for name, (program, *options) in contestants.items()}
    return Race(machine.warm_contest(commands, rounds), label)


def usual_picture(setting, present):
    """12 MP, centre: against the floor and every peer, without and with budgets."""
    contestants = {'F': ('floor',), 'baseline': ('ours', 'coding=baseline'), 'optimised': ('ours',),
                   'progressive': ('ours', 'coding=progressive'), 'optimised within': ('ours', 'budget=1'),
                   'progressive within': ('ours', 'coding=progressive', 'budget=1')}
    for peer in present:
        contestants[peer] = (peer,)
        contestants[f'{peer} within'] = (peer, 'budget=1')
    race = warm_race(setting, setting.pictures['p12'], contestants, setting.rounds(21, 7), '12 MP')
    rows = [race.against('baseline', 'F', None, 'baseline : F'),
            race.against('optimised', 'F', 2.4, 'optimised : F'),
            race.against('progressive', 'F', 3.0, 'progressive : F')]
    limits = {'vips': 0.60, 'pillow': 0.70, 'qt': 0.90}
    rows += [race.against('progressive', peer, limits[peer], f'progressive : {PEERS[peer]}') for peer in present]
    rows.append(race.against('optimised within', 'F', 2.9, 'budgets, optimised : F'))
    limits = {'vips': 0.50, 'qt': 0.75}
    rows += [race.against('progressive within', f'{peer} within', limits.get(peer), f'budgets, progressive : {PEERS[peer]}')
             for peer in present]
    return rows, race.samples


def other_pictures(setting):
    rows, loads = [], []
    cases = (('p12off', '12 MP off centre', 2.4, 3.0), ('p24', '24 MP', None, 2.5), ('p48', '48 MP', None, 1.9),
             ('p12prog', '12 MP progressive file', None, 1.5))
    for name, label, optimised, progressive in cases:
        race = warm_race(setting, setting.pictures[name],
                         {'F': ('floor',), 'optimised': ('ours',), 'progressive': ('ours', 'coding=progressive')},
                         setting.rounds(15, 5), label)
        rows.append(race.against('optimised', 'F', optimised, 'optimised : F'))
        rows.append(race.against('progressive', 'F', progressive, 'progressive : F'))
        loads.append(race.samples.load())
    return rows, loads


def fresh_processes(setting, present):
    """A process for each picture, as a script would: processor time and the most memory."""
    rows, loads = [], []
    for name in ('p12', 'p24', 'p48', 'p12prog'):
        picture = setting.pictures[name]
        megapixels = picture.megapixels()
        label = f'{megapixels} MP' + (' progressive file' if picture.progressive else '') + ', fresh process'
        commands = {'ours': setting.command('ours', picture, 'coding=progressive')}
        commands |= {peer: setting.command(peer, picture) for peer in present if name == 'p12'}
        samples = machine.contest({contestant: lambda command=command: machine.fresh(*command)
                                   for contestant, command in commands.items()}, setting.rounds(11, 3))
        race = Race(samples, label)
        rows += [race.against('ours', peer, None, f'progressive : {PEERS[peer]}') for peer in commands if peer != 'ours']
        most = 40 + (3 * picture.width * picture.height / 2**20 if picture.progressive else 0)
        memory = samples.middle('ours', 'memory')
        rows.append(at_most(round(most), memory, f'{label}, memory', ours=memory, unit='MB'))
        loads.append(samples.load())
    return rows, loads


def budgets_kept(setting):
    """Every picture once, in both codings: never over the limit, and the limit used unless the quality is the best."""
    rows = []
    for edge, limit in LIMITS.items():
        shares, unused = [], []
        for picture in setting.pictures.values():
            for coding in ('optimised', 'progressive'):
                command = setting.command('ours', picture, f'coding={coding}', 'budget=1', 'check=1')
                figures = machine.fresh(*command)
                share = figures[f'bytes{edge}'] / limit
                shares.append(share)
                if not figures[f'best{edge}']:
                    unused.append(share)
        name = f'{edge} px within {limit // 1024} KB, {len(shares)} photos'
        rows.append(at_most(1, max(shares), f'{name}, largest', ours=max(shares), unit='of the budget'))
        if unused:
            rows.append(at_least(0.93, min(unused), f'{name}, smallest below best quality', ours=min(unused),
                                 unit='of the budget'))
    return rows


def measure(setting):
    warm = [peer for peer in ('vips', 'pillow', 'qt') if not setting.missing(peer)]
    every = warm + ([] if setting.missing('magick') else ['magick'])
    rows = [not_run(f'J1 against {PEERS[peer]}', setting.missing(peer)) for peer in PEERS if peer not in every]
    loads = []
    for step in (lambda: usual_picture(setting, warm), lambda: other_pictures(setting),
                 lambda: fresh_processes(setting, every), lambda: (budgets_kept(setting), [])):
        try:
            found, load = step()
        except machine.Failed as failure:
            rows.append(not_run('J1', str(failure)))
            continue
        rows += found
        loads += [load.load()] if isinstance(load, machine.Samples) else load
    return rows, max(loads, default=None)
