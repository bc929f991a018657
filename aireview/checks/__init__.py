"""One file per check: a change in, findings out."""

from __future__ import annotations
