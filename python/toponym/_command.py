"""The command ``toponym``, which the package brings: the same program as ``cargo install`` gives."""

from __future__ import annotations

import signal
import sys

from . import _core


def main() -> int:
    """Run the command with the arguments of the process, and give its exit status."""
    # Python would only note Ctrl-C until the command ends; the command is to end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _core.run_command(["toponym", *sys.argv[1:]])
