"""`readings new`: each contribution is a file of its own, checked before it is written."""

from build_scripts.commands.command import Group
from build_scripts.commands.new import reading
from build_scripts.commands.new.entries import ENTRIES

COMMAND = Group(
    "new",
    "write a new file with a contribution",
    "KIND",
    (*(entry.command() for entry in ENTRIES), reading.COMMAND),
)
