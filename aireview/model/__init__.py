"""Frozen values that every room speaks in. Nothing here computes or reads."""

from __future__ import annotations
