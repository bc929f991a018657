"""Ratios against peers and against the limit, measured in one run: `make bench`."""

from __future__ import annotations
