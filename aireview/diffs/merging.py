"""What a merge commit adds of its own, apart from what its parents bring."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from aireview.diffs.lines import common
from aireview.model.change import ChangedFile


def own_changes(
    ours: Sequence[ChangedFile], others: Sequence[Sequence[ChangedFile]]
) -> tuple[ChangedFile, ...]:
    """Return the files that differ from every parent, with the lines that no parent has.

    `ours` is the change against the first parent, each of `others` against a further one. A file
    that some parent has word for word was reviewed there and is left out.
    """
    by_path = [{file.path: file for file in other} for other in others]
    kept = list(ours)
    for other in by_path:
        kept = [
            msgspec.structs.replace(file, added=common(file.added, other[file.path].added))
            for file in kept
            if file.path in other
        ]
    return tuple(kept)
