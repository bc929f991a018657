"""Run the parts and print a table for each."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.packages import imports, installs, planted, repositories
from benchmarks.packages.corpus import names_in, repositories_in
from benchmarks.packages.running import Room


def main() -> int:
    """Parse the words and run the parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.packages", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the labelled names")
    parser.add_argument("--repositories", type=Path, help="folder with the exported repositories")
    parser.add_argument("--parts", default="", help="comma-separated, of those that can be run")
    parser.add_argument("--only", default="", help="repositories whose name holds this text")
    words = parser.parse_args()
    parts: dict[str, Callable[[Room], Iterable[str]]] = {
        "installs": lambda room: installs.report(names_in(words.corpus), room),
        "imports": lambda room: imports.report(names_in(words.corpus), room),
    }
    if words.repositories:
        known = [
            one
            for one in repositories_in(words.corpus, words.repositories)
            if words.only in one.name
        ]
        parts |= {
            "repositories": lambda room: repositories.report(known, room),
            "planted": lambda room: planted.report(known, room),
        }
    for part in words.parts.split(",") if words.parts else parts:
        with tempfile.TemporaryDirectory(prefix="aireview-packages-") as folder:
            for line in parts[part](Room(Path(folder))):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
