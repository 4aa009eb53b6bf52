# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J8: an import of many 12-megapixel photos into an empty folder store by the command line, each matched, looked at, made,
kept in the ledger, written and read back; against the nine renditions of the same photos on two workers, within the same
budgets, which keep nothing. What counts is the writing, which is what is left when the checks before it (done alone,
without writing) are taken off; the checks look for faces where there are none, which takes longest. By the clock."""
import json
import os
import shutil
import tempfile

from . import machine
from .table import Row, at_least, not_run

TITLE = 'an import of many photos'
SHARE = 0.9


def photos(setting):
    kinds = [picture for name, picture in setting.pictures.items() if name.startswith('b')]
    return kinds * setting.rounds(100, 8)


class Place:
    """A folder of photos named after people, and an organisation that has them."""

    def __init__(self, setting, pictures):
        self.home = tempfile.mkdtemp(prefix='likeness-bench-', dir=setting.folder)
        os.makedirs(f'{self.home}/incoming')
        os.makedirs(f'{self.home}/photos')
        with open(f'{self.home}/people.csv', 'w', encoding='utf-8') as file:
            file.write('key,displayName,mail\n')
            for number in range(len(pictures)):
                file.write(f'p{number:04},Person {number:04},p{number:04}@example.test\n')
        for number, picture in enumerate(pictures):
            os.link(picture.file, f'{self.home}/incoming/p{number:04}.jpg')
        self.organisation = f'{self.home}/organisation.json'
        with open(self.organisation, 'w', encoding='utf-8') as file:
            json.dump({'title': 'Bench', 'endpoints': [
                {'kind': 'folder', 'name': 'wall', 'path': 'photos', 'people': 'people.csv'}]}, file)

    def emptied(self):
        shutil.rmtree(f'{self.home}/photos')
        os.makedirs(f'{self.home}/photos')
        for name in os.listdir(self.home):
            if name.startswith('ledger'):
                os.remove(f'{self.home}/{name}')

    def imported(self, setting, *options):
        self.emptied()
        command = [os.path.join(setting.build, 'bin', 'likeness-cli'), 'import', f'{self.home}/incoming', '--json', '--yes',
                   '--organisation', self.organisation, '--ledger', f'{self.home}/ledger.sqlite', *options]
        return machine.fresh(command, {'HOME': self.home})


def bare(setting, pictures):
    listing = setting.path('import.txt')
    with open(listing, 'w', encoding='utf-8') as file:
        for picture in pictures:
            file.write(' '.join(picture.words()) + '\n')
    return lambda: machine.fresh([setting.program('ours'), 'bulk', listing, setting.path('bulk', 'ours', '.'), 'threads=2', 'budget=1'])


def measure(setting):
    pictures = photos(setting)
    place = Place(setting, pictures)
    try:
        samples = machine.contest({'import': lambda: place.imported(setting),
                                   'checks': lambda: place.imported(setting, '--dry-run'),
                                   'bare': bare(setting, pictures)}, setting.rounds(3, 1), warm_up=0)
        written = len(os.listdir(f'{place.home}/photos'))
    except machine.Failed as failure:
        return [not_run('J8', str(failure))], None
    finally:
        shutil.rmtree(place.home)
    count = len(pictures)

    def rate(*names):
        return count * 1e3 / (samples.least(names[0], 'wall') - sum(samples.least(other, 'wall') for other in names[1:]))

    ratio = rate('import', 'checks') / rate('bare')
    rows = [at_least(SHARE, ratio, f'{count} photos, the writing : renditions alone', ours=rate('import', 'checks'),
                     peer=rate('bare'), ratio=ratio, unit='photos/s'),
            Row('the checks before, no face in any', ours=rate('checks'), unit='photos/s'),
            Row('the whole import', ours=rate('import'), unit='photos/s')]
    rows.append(Row('import, memory', ours=samples.middle('import', 'memory'), unit='MB',
                    note='' if written == 0 or written == count else f'{written} photos written'))
    return rows, samples.load()
