"""What the extension module offers to the modules of the package; no part of the interface."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

__version__: str
ATTRIBUTION: str

class Error(ValueError): ...

class CoreTable:
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...

class CoreResolver:
    def __new__(cls, path: str | os.PathLike[str] | None = None) -> CoreResolver: ...
    def counts(self) -> tuple[int, int]: ...
    def resolve(self, name: str, options: Mapping[str, Any], explain: bool) -> dict[str, Any]: ...
    def resolve_many(
        self,
        names: Any,
        options: Mapping[str, Any],
        country: Any | None,
        near: tuple[Any, Any] | None,
        threads: int | None,
        progress: Callable[[int], object] | None,
    ) -> CoreTable: ...
    def scan(self, text: str, options: Mapping[str, Any], explain: bool) -> list[dict[str, Any]]: ...
    def scan_many(
        self,
        texts: Any,
        options: Mapping[str, Any],
        ids: Any | None,
        threads: int | None,
        progress: Callable[[int], object] | None,
    ) -> CoreTable: ...
    def nearest(self, lat: float, lon: float, options: Mapping[str, Any]) -> list[dict[str, Any]]: ...
    def place(self, id: str) -> dict[str, Any] | None: ...
    def map_page(
        self,
        texts: Sequence[tuple[str, str]],
        options: Mapping[str, Any],
        ids: Sequence[str],
        title: str,
        name_language: str | None,
    ) -> str: ...

def build_index(
    sources: Mapping[str, Any],
    output: str | os.PathLike[str],
    progress: Callable[[str, int, int], object] | None,
) -> dict[str, int]: ...
def run_command(arguments: Sequence[str]) -> int: ...
def write_file(path: str | os.PathLike[str], contents: str) -> None: ...
