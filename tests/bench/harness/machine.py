# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""Runs contestants: in turn, in a new order each round, so that a slow phase of the machine hits all of them alike."""
import json
import os
import random
import statistics
import subprocess
import time


class Failed(Exception):
    """A contestant did not do its job; the text says what it printed."""


def description():
    model = 'unknown processor'
    with open('/proc/cpuinfo', encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('model name'):
                model = line.split(':', 1)[1].strip()
                break
    return f'{model}, {os.cpu_count()} processors, {time.strftime("%Y-%m-%d")}'


def busy_seconds():
    """Processor time that everything on the machine has used since it started."""
    with open('/proc/stat', encoding='utf-8') as file:
        ticks = [int(word) for word in file.readline().split()[1:9]]
    user, nice, system, _idle, _wait, interrupts, soft, stolen = ticks
    return (user + nice + system + interrupts + soft + stolen) / os.sysconf('SC_CLK_TCK')


class Warm:
    """A contestant that stays: each call is one job, and nothing but the job is counted."""

    def __init__(self, command, environment=None):
        self.command = command
        self.process = subprocess.Popen(command, env=dict(os.environ, **(environment or {})), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failed(f'{os.path.basename(self.command[0])}: {self.process.stderr.read().strip()[-300:]}')
        return json.loads(line)

    def __call__(self):
        try:
            self.process.stdin.write('\n')
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        return self.answer()

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


def fresh(command, environment=None, inherit=True, given='\n'):
    """One job in a process of its own, with what it is given to read; time and memory are those of the whole process."""
    started = time.perf_counter()
    whole = dict(os.environ if inherit else {}, **(environment or {}))
    with subprocess.Popen(command, env=whole, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        try:
            process.stdin.write(given.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        output, errors = process.stdout.read(), process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f'{os.path.basename(command[0])}: {errors.decode(errors="replace").strip()[-300:]}')
    figures = json.loads(output.splitlines()[-1]) if output.startswith(b'{') else {}
    figures.update(wall=(time.perf_counter() - started) * 1e3, cpu=(used.ru_utime + used.ru_stime) * 1e3,
                   memory=used.ru_maxrss / 1024)
    return figures


class Samples:
    """What each contestant measured, round by round."""

    def __init__(self, names):
        self.rounds = {name: [] for name in names}
        self.wall = self.own = self.busy = 0.0

    def load(self):
        """How much of one core was used by programs that are not part of the contest."""
        return max(0.0, (self.busy - self.own) / self.wall) if self.wall else 0.0

    def least(self, name, figure='cpu'):
        return min(sample[figure] for sample in self.rounds[name])

    def middle(self, name, figure='cpu'):
        return statistics.median(sample[figure] for sample in self.rounds[name])

    def ratio(self, name, other, figure='cpu'):
        """The median over the rounds of name : other, both of the same round."""
        pairs = zip(self.rounds[name], self.rounds[other])
        return statistics.median(one[figure] / two[figure] for one, two in pairs)


def contest(contestants, rounds, warm_up=1):
    """Runs every contestant (a name and a callable that gives its figures) once a round."""
    samples = Samples(contestants)
    for _ in range(warm_up):
        for run in contestants.values():
            run()
    for number in range(rounds):
        order = list(contestants)
        random.Random(number).shuffle(order)
        for name in order:
            busy, started = busy_seconds(), time.perf_counter()
            figures = contestants[name]()
            samples.wall += time.perf_counter() - started
            samples.busy += busy_seconds() - busy
            samples.own += figures['cpu'] / 1e3
            samples.rounds[name].append(figures)
    return samples


def warm_contest(commands, rounds, greeted=False):
    """A contest of programs that stay; each command is (argv, environment). Greeted: they speak first, once ready."""
    programs = {}
    try:
        for name, command in commands.items():
            programs[name] = Warm(*command)
            if greeted:
                programs[name].answer()
        return contest(programs, rounds, warm_up=2)
    finally:
        for program in programs.values():
            program.close()
