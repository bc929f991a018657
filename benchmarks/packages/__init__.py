"""The packages check against labelled names and real repositories, with a registry on this machine.

    python -m benchmarks.packages --corpus FOLDER [--repositories FOLDER] [--parts installs,imports]

FOLDER of `--corpus` holds `names-dev.jsonl` and `fp-repos-dev.json`, that of `--repositories` the
exported trees of the latter by name. No name of a corpus is kept here.
"""

from __future__ import annotations

import sys
from pathlib import Path

# The fake registry of the tests is the registry of the measurements.
sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
