# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J8: an import of many 12-megapixel photos into an empty folder store by the command line, each matched, looked at, made,
kept in the ledger, written and read back; against the nine renditions of the same squares on two workers, within the same
budgets, which keep nothing. What counts is the writing: the import less its checks, which are done alone by a dry run.
Both leave faces alone; what these cost is measured beside, on photos without any, which takes longest. By the clock."""
import json
import os
import shutil
import statistics
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

    def imported(self, setting, *options, **environment):
        self.emptied()
        command = [os.path.join(setting.build, 'bin', 'likeness-cli'), 'import', f'{self.home}/incoming', '--json', '--yes',
                   '--organisation', self.organisation, '--ledger', f'{self.home}/ledger.sqlite', *options]
        return machine.fresh(command, {'HOME': self.home, **environment})


def middle(picture):
    """The square that an import proposes where there is no face."""
    turned = picture.orientation >= 5
    width, height = (picture.height, picture.width) if turned else (picture.width, picture.height)
    edge = min(width, height)
    return [str((width - edge) // 2), str((height - edge) // 2), str(edge)]


def bare(setting, pictures):
    listing = setting.path('import.txt')
    with open(listing, 'w', encoding='utf-8') as file:
        for picture in pictures:
            file.write(' '.join([picture.file, *middle(picture)]) + '\n')
    return lambda: machine.fresh([setting.program('ours'), 'bulk', listing, setting.path('bulk', 'ours', '.'), 'threads=2', 'budget=1'])


def measure(setting):
    pictures = photos(setting)
    place, few = Place(setting, pictures), Place(setting, pictures[:48])
    no_faces = {'LIKENESS_PLUGINS': place.home}
    try:
        samples = machine.contest({'import': lambda: place.imported(setting, **no_faces),
                                   'checks': lambda: place.imported(setting, '--dry-run', **no_faces),
                                   'bare': bare(setting, pictures)}, setting.rounds(2, 1), warm_up=0)
        faces = few.imported(setting, '--dry-run')['wall']
    except machine.Failed as failure:
        return [not_run('J8', str(failure))], None
    finally:
        shutil.rmtree(place.home)
        shutil.rmtree(few.home)
    count = len(pictures)
    bare_rate = count * 1e3 / samples.least('bare', 'wall')
    writing = [count * 1e3 / (whole['wall'] - checks['wall'])
               for whole, checks in zip(samples.rounds['import'], samples.rounds['checks'])]
    rate = statistics.median(writing)
    return [
        at_least(SHARE, rate / bare_rate, f'{count} photos, the writing : renditions alone', ours=rate, peer=bare_rate,
                 ratio=rate / bare_rate, unit='photos/s'),
        Row('the checks before', ours=count * 1e3 / samples.least('checks', 'wall'), unit='photos/s'),
        Row('the whole import', ours=count * 1e3 / samples.least('import', 'wall'), unit='photos/s'),
        Row('the checks with faces, of which there are none', ours=48e3 / faces, unit='photos/s'),
        Row('import, memory', ours=samples.middle('import', 'memory'), unit='MB'),
    ], samples.load()
