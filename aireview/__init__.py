"""Review AI-authored code: attribution, checks, and human review as evidence."""

from __future__ import annotations

__version__ = "0.1.0"
