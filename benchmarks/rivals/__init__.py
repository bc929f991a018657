"""The packages check and other tools over the same inputs, with registries on this machine.

    python -m benchmarks.rivals TOOLS RESULTS.json [--only slopcheck,aireview]

TOOLS holds a virtual environment for each tool: `slopcheck`, `slopguard-cli`, `skylos`, `deptry`,
`guarddog`, `aireview`. Linux only: everything runs in a network of its own, where the public
registries are stand-ins (root, or user namespaces, needed). The inputs are written here; every
invented name in them ends in `-xtr`.
"""

from __future__ import annotations

import sys
from pathlib import Path

# The fake registry of the tests is the registry of the measurements.
sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
