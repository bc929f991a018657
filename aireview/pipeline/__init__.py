"""One module per command: what happens, in order, with every effect handed in."""

from __future__ import annotations
