"""Who wrote a change: one file per kind of signal; signatures are a data file."""

from __future__ import annotations
