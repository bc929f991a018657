"""What the repository asks for: `.aireview.yml` to values, profiles, suppressions."""

from __future__ import annotations
