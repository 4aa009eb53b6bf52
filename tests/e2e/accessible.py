# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""A person at the keyboard, by the accessibility tree: find by role and accessible name, press, read, wait."""
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


class NotSeen(AssertionError):
    """What was waited for did not show up; the text lists what was there instead."""


def role_of(node):
    """The role in the words of at-spi 2.46; newer ones call a push button a button."""
    name = node.get_role_name()
    return "push button" if name == "button" else name


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for index in range(node.get_child_count()):
        yield from walk(node.get_child_at_index(index), depth + 1)


def showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def until(look, what, seconds=20.0):
    """Polls the other process; nothing here can be told by a signal of ours."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(what() if callable(what) else what)
        time.sleep(0.05)


class Window:
    """The application's tree."""

    def __init__(self, application, seconds=20.0):
        self.root = until(lambda: self._application(application), f"no application '{application}'", seconds)

    @staticmethod
    def _application(name):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name() == name and child.get_child_count():
                return child
        return None

    def _look(self, role, name, enabled):
        for node in walk(self.root):
            try:
                if role and role_of(node) != role:
                    continue
                if not (name(node.get_name()) if callable(name) else node.get_name() == name):
                    continue
                if showing(node) and (not enabled or node.get_state_set().contains(Atspi.StateType.ENABLED)):
                    return node
            except gi.repository.GLib.Error:
                continue            # gone while we looked
        return None

    def find(self, role, name, seconds=20.0, enabled=False):
        return until(lambda: self._look(role, name, enabled),
                     lambda: f"no {role} named '{name}' in:\n{self.describe()}", seconds)

    def has(self, role, name):
        return self._look(role, name, False) is not None

    def press(self, name, role="push button", seconds=20.0):
        node = self.find(role, name, seconds, enabled=True)
        for index in range(node.get_n_actions()):
            if node.get_action_name(index) in ("Press", "Toggle", "Check"):
                node.do_action(index)
                return node
        raise NotSeen(f"'{name}' cannot be pressed")

    def describe(self):
        return "\n".join(f"  {role_of(node)}: {node.get_name()!r}" for node in walk(self.root) if showing(node))


def extents(node):
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height
