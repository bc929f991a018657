"""Git, through plumbing commands, bytes and NUL-separated output only."""

from __future__ import annotations
