#!/usr/bin/python3
# SPDX-FileCopyrightText: Likeness contributors
# SPDX-License-Identifier: Apache-2.0
"""The main job in the real window: opens a picture, moves the crop, uploads to Active Directory and the folder of the
sandbox, and restores, as a person would; run below display.sh.

    window.py LIKENESS_BINARY [SCREENSHOT_DIR]
"""
import glob
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from accessible import Window, extents, until, walk  # noqa: E402

PERSON = "ada.reyes"


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)


def drag(start, end):
    steps = [["mousemove", *map(str, start)], ["mousedown", "1"]]
    for part in range(1, 11):
        steps.append(["mousemove", *(str(a + (b - a) * part // 10) for a, b in zip(start, end))])
    steps.append(["mouseup", "1"])
    for step in steps:
        subprocess.run(["xdotool", *step], check=True)


def screenshot(folder, name):
    if folder:
        subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], check=False)


def said(window, text):
    """How many visible texts say this."""
    return sum(1 for node in walk(window.root) if node.get_name() == text)


def value_of(node):
    text = node.get_text_iface()
    return text.get_text(0, -1) if text else node.get_description() or ""


class Story:
    def __init__(self, process, sandbox, shots):
        self.process, self.sandbox, self.shots = process, sandbox, shots
        self.window = Window("likeness", 60)

    def photo(self):
        """The bytes the folder store holds for the person."""
        found = glob.glob(f"{self.sandbox}/**/photos/{PERSON}.jpg", recursive=True)
        return pathlib.Path(found[0]).read_bytes() if found else None

    def open_picture(self):
        picture = until(lambda: glob.glob(f"{self.sandbox}/**/pictures/ada-reyes-phone.jpg", recursive=True),
                        "the sandbox has no pictures", 60)[0]
        self.window.find("check box", "Upload to Active Directory", 150)
        self.window.find("check box", "Upload to Photo folder")
        title = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Likeness"], check=True,
                               capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowactivate", "--sync", title], check=True)
        keys("ctrl+o")
        self.window.find("push button", "Open", enabled=False)
        write(picture)
        keys("Return")
        self.editor = self.window.find(None, "Crop editor", 30)
        until(lambda: value_of(self.editor).startswith("crop"), "the crop editor does not say what it shows", 60)

    def move_the_crop(self):
        before = value_of(self.editor)
        x, y, width, height = extents(self.editor)
        drag((x + width // 2, y + height // 2), (x + width // 2 + 12, y + height // 2 - 40))
        moved = until(lambda: value_of(self.editor) != before and value_of(self.editor), "a drag moves nothing")
        keys("ctrl+z")
        until(lambda: value_of(self.editor) == before, lambda: f"undo leaves {value_of(self.editor)}")
        keys("ctrl+shift+z")
        until(lambda: value_of(self.editor) == moved, lambda: f"redo leaves {value_of(self.editor)}")

    def upload(self):
        before = self.photo()
        self.window.press("Upload", seconds=30)
        until(lambda: said(self.window, "saved and read back") >= 5,
              lambda: "not every store was written:\n" + self.window.describe(), 60)
        assert self.photo() != before, "the folder holds the old photo"
        return before

    def restore(self, before):
        self.window.press("History", role=None)
        restore = until(lambda: next((node for node in walk(self.window.root)
                                      if node.get_name().startswith("Restore what Photo folder had before")), None),
                        lambda: "no Restore in the history:\n" + self.window.describe())
        restore.do_action(0)
        until(lambda: self.photo() == before, "the folder does not hold the photo from before", 30)

    def board(self):
        """By keys alone: to the board, along the cards to SharePoint's, its Why, and back."""
        keys("ctrl+b")
        card = self.window.find(None, lambda name: name.startswith("SharePoint:"), 30)
        until(lambda: "In step" in card.get_name() or "Stale" in card.get_name(),
              lambda: f"the board says of SharePoint: {card.get_name()}", 60)
        keys("F5")
        self.window.find("push button", "Refresh", 60, enabled=True)
        first = self.window.find(None, lambda name: name.startswith("Exchange:"))
        first.get_component_iface().grab_focus()
        keys("Right", "Return")
        until(lambda: said(self.window, "Until when") == 1, lambda: "no Why:\n" + self.window.describe())
        screenshot(self.shots, "window-board")
        keys("ctrl+b")
        self.window.find(None, "Crop editor")

    def run(self):
        self.open_picture()
        self.move_the_crop()
        screenshot(self.shots, "window-cropped")
        before = self.upload()
        screenshot(self.shots, "window-uploaded")
        self.restore(before)
        screenshot(self.shots, "window-restored")
        self.board()


def main():
    binary = os.path.abspath(sys.argv[1])
    shots = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory(prefix="lk") as private:
        environment = dict(os.environ, TMPDIR=private, LC_ALL="C.UTF-8", LANG="C.UTF-8")
        process = subprocess.Popen([binary, "--sandbox"], env=environment)
        story = None
        try:
            story = Story(process, private, shots)
            story.run()
        except BaseException:
            screenshot(shots or os.getcwd(), "window-failed")
            if story:
                print(story.window.describe(), file=sys.stderr)
            raise
        finally:
            process.terminate()
            process.wait(20)
    print("the main job went through in the real window, to all five stores")


if __name__ == "__main__":
    main()
