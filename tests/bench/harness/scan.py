# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J7: a scan of everybody in an Active Directory (Samba, on this machine) by the command line, every photo recognised and
kept with how the person stands; against libldap reading the same attributes of the same people, page by page, and
keeping nothing. By the clock."""
import json
import os
import shutil
import subprocess
import tempfile

from . import machine
from .table import Row, at_least, not_run

TITLE = 'a scan of a whole directory'
SHARE = 0.6


class Directory:
    """Samba with so many people, as a child that ends when its input closes."""

    def __init__(self, setting, people):
        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
        self.script = os.path.join(root, 'resources', 'lab', 'directory', 'ad-lab.sh')
        self.environment = dict(os.environ, AD_LAB_BULK=str(people), AD_LAB_AUTH='allow_sasl_over_tls',
                                AD_LAB_PORTSHIFT=os.path.join(setting.build, 'bin', 'portshift.so'))

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix='lab-')  # short: the path of a socket has to fit
        self.process = subprocess.Popen([self.script, 'run', os.path.join(self.folder, 'ad')], env=self.environment,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline()
        if not line:
            self.__exit__()
            raise machine.Failed('no Samba directory here')
        self.facts = json.loads(line)
        self.account = self.facts['accounts']['helpdesk']
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def organisation(self, folder):
        path = os.path.join(folder, 'organisation.json')
        endpoint = {'kind': 'activeDirectory', 'name': 'ad', 'url': self.facts['ldaps'], 'caFile': self.facts['caFile'],
                    'baseDn': self.facts['baseDn'], 'account': self.account['upn']}
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'title': 'Bench', 'endpoints': [endpoint]}, file)
        return path


def scanned(setting, directory):
    """Everybody, into a ledger that is empty."""
    home = tempfile.mkdtemp(prefix='likeness-bench-')
    try:
        command = [os.path.join(setting.build, 'bin', 'likeness-cli'), 'scan', '--full', '--json', '--password-stdin',
                   '--organisation', directory.organisation(home), '--ledger', os.path.join(home, 'ledger.sqlite')]
        figures = machine.fresh(command, {'HOME': home}, given=directory.account['password'] + '\n')
    finally:
        shutil.rmtree(home)
    return figures


def measure(setting):
    peer = setting.program('ldap')
    if not peer:
        return [not_run('J7', 'bench_ldap was not built')], None
    try:
        with Directory(setting, setting.rounds(5000, 500)) as directory:
            bare = [peer, directory.facts['ldaps'], directory.facts['caFile'], directory.facts['baseDn'],
                    directory.account['upn']]
            secret = {'LDAP_PASSWORD': directory.account['password']}
            samples = machine.contest({'scan': lambda: scanned(setting, directory),
                                       'libldap': lambda: machine.fresh(bare, secret)}, setting.rounds(3, 1))
    except machine.Failed as failure:
        return [not_run('J7', str(failure))], None
    people = samples.rounds['scan'][0]['people']
    ratio = 1 / samples.ratio('scan', 'libldap', 'wall')
    rows = [at_least(SHARE, ratio, f'scan of {people} people with photos : libldap',
                     ours=people * 1e3 / samples.least('scan', 'wall'),
                     peer=people * 1e3 / samples.least('libldap', 'wall'), ratio=ratio, unit='people/s')]
    rows.append(Row('scan, memory', ours=samples.middle('scan', 'memory'), unit='MB'))
    return rows, None
