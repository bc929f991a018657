"""Measure every tool over every input, print a line for each and write all findings to a file."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.packages.running import Room
from benchmarks.rivals import change, commands, imports, manifests
from benchmarks.rivals.cases import write
from benchmarks.rivals.measuring import Bench
from benchmarks.rivals.network import INSIDE, certificates, enter, take_hosts
from benchmarks.rivals.published import published
from benchmarks.rivals.standin import serving
from benchmarks.rivals.tools import TOOLS

_WRITTEN = (*manifests.CASES, *imports.CASES, *commands.CASES, *change.CASES)


def main() -> int:
    """Parse the words, go into a network of its own, and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rivals", description=__doc__)
    parser.add_argument("tools", type=Path, help="folder with a virtual environment per tool")
    parser.add_argument("results", type=Path, help="file to write, JSON")
    parser.add_argument("--only", default=",".join(TOOLS), help="tools, comma-separated")
    parser.add_argument("--inputs", default="", help="inputs, comma-separated")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, default=600, help="seconds for one command")
    parser.add_argument(INSIDE, action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if not words.inside:
        enter()
    with tempfile.TemporaryDirectory(prefix="aireview-rivals-") as folder:
        _measure(words, Path(folder))
    return 0


def _measure(words: argparse.Namespace, folder: Path) -> None:
    cases, known = list(_WRITTEN), published(_WRITTEN)
    take_hosts(folder)
    files = certificates(folder)
    room = Room(folder)
    results: dict[str, dict[str, object]] = {}
    print("|input|tool|found|wrong|seconds|notes|\n|-|-|-|-|-|-|", flush=True)
    with serving(known, files) as standin:
        bench = Bench(words.tools, folder, files.authority, known, standin, words.runs, words.limit)
        for case in cases:
            if words.inputs and case.name not in words.inputs.split(","):
                continue
            tree = write(case, room)
            for tool in words.only.split(","):
                result = bench.measure(TOOLS[tool], case, tree)
                results.setdefault(case.name, {})[tool] = result._asdict()
                words.results.write_text(json.dumps(results, indent=1), encoding="utf-8")
                cells = (
                    case.name,
                    tool,
                    f"{result.found} of {result.invented}",
                    len(result.wrong),
                    result.seconds,
                    "; ".join(note.splitlines()[-1].strip() for note in result.notes),
                )
                print(f"|{'|'.join(map(str, cells))}|", flush=True)


if __name__ == "__main__":
    sys.exit(main())
