"""Tables of names: plain data, each with its source and date."""

from __future__ import annotations
