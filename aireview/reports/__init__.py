"""One file per output format: a report in, text out. `formats` lists them."""

from __future__ import annotations
