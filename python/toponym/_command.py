"""The command ``toponym``, which the package brings: the same program as ``cargo install`` gives."""

from __future__ import annotations

import os
import signal
import sys

from . import _core


def main() -> int:
    """Run the command with the arguments of the process, and give its exit status."""
    _occupy_closed_streams()
    # Python would only note Ctrl-C until the command ends; the command is to end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _core.run_command(["toponym", *sys.argv[1:]])


def _occupy_closed_streams() -> None:
    """Give the numbers of standard streams that are not open to what fails where it is used.

    A file that is opened later would have them, and messages would be written into it.
    """
    for number, flags in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free.
            os.open(os.devnull, flags)
