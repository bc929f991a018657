"""Run every benchmark and print what it measured."""

from __future__ import annotations

import argparse
import importlib
import sys

PARTS = ("hook", "provenance")


def main() -> int:
    """Parse the words and run the parts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"of: {', '.join(PARTS)}")
    parser.add_argument("--times", type=int, default=9, help="counted runs of each command")
    words = parser.parse_args()
    for part in words.parts:
        for line in importlib.import_module(f"benchmarks.{part}").report(words.times):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
