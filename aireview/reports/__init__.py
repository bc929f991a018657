"""One file per output format: a report in, text out."""

from __future__ import annotations
