"""Questions to registries: each one once, and none where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aireview.model.packages import Question, Standing
from aireview.ports import Registries


def ask(registries: Registries, questions: Iterable[Question]) -> Mapping[Question, Standing]:
    """Return an answer to each question."""
    wanted = tuple(dict.fromkeys(questions))
    return registries.ask(wanted) if wanted else {}
