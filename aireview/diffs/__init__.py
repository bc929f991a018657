"""Text of a diff to values: which lines are ours to judge."""

from __future__ import annotations
