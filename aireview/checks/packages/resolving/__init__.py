"""What a repository alone says about the names that its code imports, one file per language."""

from __future__ import annotations
