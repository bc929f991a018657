"""Words in, exit code out. Nothing is decided here."""

from __future__ import annotations
