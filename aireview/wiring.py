"""The one place that chooses adapters and reads the environment."""

from __future__ import annotations
