"""The outside world, one class or module per port. Every error that leaves here is ours."""

from __future__ import annotations
