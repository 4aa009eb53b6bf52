# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J4: from the start of the process to a window that has stopped painting, on an X server without a window manager,
with warm files, on an organisation of one folder; and the memory it has then. The probe is the least that such a
program must do."""
import json
import os
import shutil
import subprocess
import tempfile

from . import machine
from .table import Row, at_most, not_run

TITLE = 'start-up of the window'
QUIET, TIMEOUT = 500, 20000  # milliseconds
OTHERS = ('qbittorrent', 'keepassxc')
QBITTORRENT = '[LegalNotice]\nAccepted=true\n'  # else its first window is a notice


class Screen:
    """An X server, and a home of their own for the programs on it."""

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix='likeness-bench-')
        os.chmod(self.home, 0o700)
        os.makedirs(f'{self.home}/.config/qBittorrent')
        self.organisation = self.made_organisation()
        with open(f'{self.home}/.config/qBittorrent/qBittorrent.conf', 'w', encoding='utf-8') as file:
            file.write(QBITTORRENT)
        read, write = os.pipe()
        self.server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1600x1200x24', '-nolisten',
                                        'tcp'], pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            display = answer.readline().strip()
        self.environment = {'PATH': os.environ['PATH'], 'LANG': 'C.UTF-8', 'DISPLAY': f':{display}', 'HOME': self.home,
                            'XDG_RUNTIME_DIR': self.home, 'QT_QPA_PLATFORM': 'xcb',
                            'DBUS_SESSION_BUS_ADDRESS': f'unix:path={self.home}/no-bus'}
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def made_organisation(self):
        """One folder: what is needed to sit at *My photo*, without a server's time in the figures."""
        os.makedirs(f'{self.home}/organisation/photos')
        with open(f'{self.home}/organisation/people.csv', 'w', encoding='utf-8') as file:
            file.write('key,displayName,mail\nada,Ada Reyes,ada@example.test\n')
        path = f'{self.home}/organisation/organisation.json'
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'title': 'Bench', 'me': 'ada', 'endpoints': [
                {'kind': 'folder', 'name': 'wall', 'path': 'photos', 'people': 'people.csv'}]}, file)
        return path

    def server_milliseconds(self):
        with open(f'/proc/{self.server.pid}/stat', encoding='utf-8') as file:
            user, system = file.read().rsplit(')', 1)[1].split()[11:13]
        return (int(user) + int(system)) * 1e3 / os.sysconf('SC_CLK_TCK')

    def started(self, watch, command):
        words = [watch, str(QUIET), str(TIMEOUT), *command]
        before = self.server_milliseconds()
        figures = machine.fresh(words, self.environment, inherit=False)
        figures['cpu'] += self.server_milliseconds() - before
        return figures


def commands(setting, organisation):
    photo = setting.pictures['p12'].file
    ours = os.path.join(setting.build, 'bin', 'likeness')
    found = {'probe': [setting.program('panel')]}
    if os.access(ours, os.X_OK):
        found |= {'ours': [ours, '--organisation', organisation],
                  'ours with a photo': [ours, '--organisation', organisation, photo]}
    return found | {name: [path] for name in OTHERS if (path := shutil.which(name))}


def measured(setting):
    with Screen() as screen:
        watch = setting.program('windowwatch')
        running = {name: lambda command=command: screen.started(watch, command)
                   for name, command in commands(setting, screen.organisation).items()}
        rows = []
        for name in list(running):
            try:
                running[name]()  # warms the files
            except machine.Failed as failure:
                rows.append(not_run(f'start of {name}', str(failure)))
                del running[name]
        return rows, machine.contest(running, setting.rounds(9, 3), warm_up=0)


def compared(samples, other, limit, name):
    ratio = samples.ratio('ours', other, 'quiet')
    return at_most(limit, ratio, name, ours=samples.middle('ours', 'quiet'), peer=samples.middle(other, 'quiet'),
                   ratio=ratio, unit='ms')


def measure(setting):
    if not shutil.which('Xvfb') or not setting.program('windowwatch'):
        return [not_run('J4', 'no Xvfb, or bench_windowwatch was not built (libxcb-damage0-dev)')], None
    rows, samples = measured(setting)
    if 'ours' not in samples.rounds:
        return rows + [not_run('J4', 'the window did not come up')], None
    rows.append(compared(samples, 'probe', 1.8, 'start to quiet : panel + network probe'))
    for other in OTHERS:
        name = f'start to quiet : {other}'
        rows.append(compared(samples, other, 1, name) if other in samples.rounds
                    else not_run(name, 'not installed', '≤ 1'))
    for figure, limit in (('rss', 65), ('pss', 55)):
        value = samples.middle('ours', figure)
        rows.append(at_most(limit, value, f'memory at rest, {figure.upper()}', ours=value,
                            peer=samples.middle('probe', figure), unit='MB'))
    if 'ours with a photo' in samples.rounds:
        value = samples.middle('ours with a photo', 'rss')
        rows.append(at_most(100, value, 'memory with a 12 MP photo, RSS', ours=value, unit='MB'))
        rows.append(Row('start with a 12 MP photo to quiet', ours=samples.middle('ours with a photo', 'quiet'), unit='ms'))
    return rows, samples.load()
