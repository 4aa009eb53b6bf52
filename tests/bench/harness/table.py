# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""One measured figure a row, as a table on the terminal and as JSON."""
import json
from dataclasses import asdict, dataclass


@dataclass
class Row:
    name: str
    ours: float | None = None
    peer: float | None = None
    ratio: float | None = None
    target: str = ''
    met: bool | None = None  # None: no target, or not measured
    unit: str = ''
    note: str = ''


def at_most(limit, value, name, **columns):
    """A row whose value (the ratio, or our figure) must not be above the limit."""
    return judged(f'≤ {limit:g}', value <= limit, value / limit - 1, name, columns)


def at_least(limit, value, name, **columns):
    return judged(f'≥ {limit:g}', value >= limit, 1 - value / limit, name, columns)


def judged(target, met, excess, name, columns):
    row = Row(name, target=target, met=met, **columns)
    if not met:
        row.note = f'missed by {excess:.0%}' + (f'; {row.note}' if row.note else '')
    return row


def not_run(name, why, target=''):
    return Row(name, target=target, note=f'not measured: {why}')


def number(value):
    if value is None:
        return ''
    return f'{value:.0f}' if abs(value) >= 1000 else f'{value:.1f}' if abs(value) >= 10 else f'{value:.2f}'


def show(rows):
    verdicts = {True: 'met', False: 'MISSED', None: ''}
    lines = [('', 'ours', 'other', 'ratio', 'unit', 'target', '')]
    lines += [(row.name, number(row.ours), number(row.peer), number(row.ratio), row.unit, row.target, verdicts[row.met])
              for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(7)]
    notes = [''] + [row.note for row in rows]
    for line, note in zip(lines, notes):
        name, *figures, unit, target, verdict = line
        cells = [name.ljust(widths[0])] + [cell.rjust(widths[i + 1]) for i, cell in enumerate(figures)]
        cells += [unit.ljust(widths[4]), target.ljust(widths[5]), verdict.ljust(widths[6]), note]
        print('  ' + '  '.join(cells).rstrip(), flush=True)


def conclude(rows, loads):
    judged_rows = [row for row in rows if row.met is not None]
    missed = [row for row in judged_rows if not row.met]
    print(f'\n{len(judged_rows) - len(missed)} of {len(judged_rows)} targets met.')
    for row in missed:
        print(f'  missed: {row.name}: {number(row.ratio if row.ratio is not None else row.ours)}, '
              f'target {row.target}, {row.note}')
    for row in rows:
        if row.note.startswith('not measured'):
            print(f'  {row.name}: {row.note}')
    if loads and max(loads) > 0.15:
        print('The machine was not quiet: ratios still compare like with like, absolute times are too long.')


def save(path, rows):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump([asdict(row) for row in rows], file, indent=1, ensure_ascii=False)
        file.write('\n')
