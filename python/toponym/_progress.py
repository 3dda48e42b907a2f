"""Bars that say how far a long piece of work has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Progress = bool | Callable[[int], object]


@contextmanager
def counting(progress: Progress, unit: str) -> Iterator[Callable[[int], object] | None]:
    """Give what is to be called with the number of things done: nothing, a bar's, or the caller's own."""
    if callable(progress) or not progress:
        yield progress or None
        return
    with tqdm()(unit=unit, unit_scale=True) as bar:
        done = 0

        def show(now: int) -> None:
            nonlocal done
            bar.update(now - done)
            done = now

        yield show


def tqdm() -> Any:
    """Give the class of bars, or say how to get it."""
    try:
        from tqdm.auto import tqdm
    except ImportError as missing:
        raise ImportError("progress=True needs tqdm: pip install tqdm") from missing
    return tqdm
