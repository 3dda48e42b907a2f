"""Maps, as notebooks show them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from html import escape

from ._core import write_file


@dataclass(frozen=True, slots=True)
class Map:
    """A page with a map, which needs no network; notebooks show it.

    Attributes
    ----------
    html : str
        The page.
    """

    html: str = field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file.

        Parameters
        ----------
        path : path
            The file, such as ``map.html``, which is replaced when the new one is complete.

        Raises
        ------
        OSError
            If the file cannot be written. One that was there before is left as it was.
        """
        write_file(path, self.html)

    def _repr_html_(self) -> str:
        # In a frame of its own: neither the notebook nor the page can touch the other.
        style = "width: 100%; height: 600px; border: 0"
        return f'<iframe sandbox="allow-scripts" style="{style}" srcdoc="{escape(self.html)}"></iframe>'
