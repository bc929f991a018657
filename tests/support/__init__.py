"""What several tests need: real git repositories, fakes of ports, builders of values."""

from __future__ import annotations
