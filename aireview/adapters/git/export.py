"""A folder of a commit, written to a place outside the repository."""

from __future__ import annotations

import os

from aireview.adapters.git.command import Git
from aireview.errors import AireviewError
from aireview.model.text import quote


def export_folder(git: Git, commit: str, folder: str, into: str) -> None:
    """Write the regular files of `folder` as `commit` has it below the folder `into`, flat.

    Raises AireviewError where the commit has no such folder.
    """
    listed = git.run(["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder.rstrip("/") + "/"])
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0")[:-1]]
    files = [(meta.split()[2].decode(), path) for meta, path in entries if meta[:3] == b"100"]
    if not files:
        raise AireviewError(
            f"{quote(folder)} holds no file at {commit[:12]}",
            "Correct `semgrep.rules` in .aireview.yml, or commit the rules there first.",
        )
    os.makedirs(into, mode=0o700, exist_ok=True)  # noqa: PTH103 - as everywhere in adapters
    for number, (blob, path) in enumerate(files):
        if path.endswith((b".yaml", b".yml")):
            # Semgrep takes rules from any file name; ours cannot collide or leave the folder.
            with open(f"{into}/{number:05}.yaml", "wb") as file:  # noqa: PTH123 - as above
                file.write(git.run(["cat-file", "blob", blob]))
