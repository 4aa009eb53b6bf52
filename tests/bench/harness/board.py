# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""J5: the sync board of one person over the five stores of the sandbox, in the whole window: from Refresh to the
first card, and how long the window's thread is busy at a stretch while cards arrive. A frame of 60 a second has
16.7 ms. There is no peer: no other program shows this."""
from . import machine
from .table import Row, at_most, not_run

TITLE = 'the sync board'
FRAME = 16.7


def measure(setting):
    program = setting.program('board')
    if not program:
        return [not_run('J5', 'bench_board was not built')], None
    figures = machine.fresh([program], {'QT_QPA_PLATFORM': 'offscreen'})
    rows = []
    for key, words in (('new', 'seen for the first time'), ('known', 'seen before')):
        found = figures[key]
        rows.append(at_most(100, found['first'], f'refresh to the first card, {words}', ours=found['first'], unit='ms'))
        rows.append(Row(f'refresh to the last card, {words}', ours=found['all'], unit='ms'))
        rows.append(at_most(FRAME, found['busy'], f'longest busy stretch, {words}', ours=found['busy'], unit='ms'))
        rows.append(Row(f'the worst of {found["looks"]} looks, {words}', ours=found['busiest'], unit='ms'))
    return rows, None
