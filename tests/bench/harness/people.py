# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J9: the People page over an OpenLDAP of 100,000 people with photos: from the last letter of a name to the first rows on
the screen (what rests after typing included), and frames of 60 a second while 5,000 rows with their photos are scrolled
through. There is no peer."""
from . import machine
from .table import Row, at_most, not_run

TITLE = 'a list of 100,000 people'


def measure(setting):
    program = setting.program('people')
    if not program:
        return [not_run('J9', 'bench_people was not built')], None
    count = setting.rounds(100_000, 10_000)
    try:
        found = machine.fresh([program, str(count)], {'QT_QPA_PLATFORM': 'offscreen'})
    except machine.Failed as failure:
        return [not_run('J9', str(failure))], None
    late = 100 * found['late'] / found['frames']
    return [
        at_most(150, found['first'], f'{count} people, last letter to first rows', ours=found['first'], unit='ms',
                note=f'slowest of nine {found["slowest"]:.0f}'),
        at_most(1, late, f'scrolling {found["rows"]:.0f} rows, frames that came late', ours=late, unit='%',
                note=f'99 % busy ≤ {found["busy"]:.1f} ms, worst {found["busiest"]:.1f}'),
        at_most(250, found['resident'], 'memory then', ours=found['resident'], unit='MB'),
        Row('frames scrolled', ours=found['frames']),
    ], None
