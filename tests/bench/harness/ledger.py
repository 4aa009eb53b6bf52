# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J6: a ledger of 100,000 people and ten workloads, a million sightings beside, in SQLite and in PostgreSQL: how long the
Overview waits for a page and for its counts, by the clock; medians of fifteen."""
import json
import subprocess

from .table import Row, at_most, not_run

TITLE = 'the ledger behind the Overview'
LIMIT = 50  # milliseconds


def measured(setting, kind, people):
    program = setting.program('ledger')
    if not program:
        return [not_run(f'ledger, {kind}', 'bench_ledger was not built')]
    run = subprocess.run([program, kind, str(people)], capture_output=True, text=True, check=False)
    if run.returncode == 77:
        return [not_run(f'ledger, {kind}', 'PostgreSQL is not installed')]
    rows = []
    for line in run.stdout.splitlines():
        found = json.loads(line)
        name = f'{kind}: {found["row"]}'
        if 'perSecond' in found:
            rows.append(Row(name, ours=found['perSecond'], unit='/s'))
        elif 'ms' in found:
            note = f'worst {found["worst"]:.0f}'
            rows.append(at_most(LIMIT, found['ms'], name, ours=found['ms'], unit='ms', note=note))
        else:
            rows.append(not_run(name, 'it failed'))
    if run.returncode != 0:
        rows.append(not_run(f'ledger, {kind}', run.stderr.strip() or f'exit status {run.returncode}'))
    return rows


def measure(setting):
    people = 20_000 if setting.quick else 100_000
    return measured(setting, 'sqlite', people) + measured(setting, 'postgresql', people), None
