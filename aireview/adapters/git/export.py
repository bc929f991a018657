"""A folder of rules of a commit, written to a place outside the repository."""

from __future__ import annotations

import os

from aireview.adapters.git.command import Git
from aireview.errors import AireviewError
from aireview.model.text import quote


def export_folder(git: Git, commit: str, folder: str, into: str) -> int:
    """Write the YAML files of `folder` as `commit` has it below `into`, flat; return how many.

    Raises AireviewError for a YAML file that is a link: what it points to is not in the commit.
    """
    listed = git.run(["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder.rstrip("/") + "/"])
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0")[:-1]]
    rules = [(meta.split(), path) for meta, path in entries if path.endswith((b".yaml", b".yml"))]
    for meta, path in rules:
        if not meta[0].startswith(b"100"):
            raise AireviewError(
                f"the rule file {quote(os.fsdecode(path))} is a symbolic link",
                "Commit the rule itself.",
            )
    if rules:
        os.makedirs(into, mode=0o700, exist_ok=True)  # noqa: PTH103 - as everywhere in adapters
    for number, (meta, _) in enumerate(rules):
        # Semgrep takes rules from any file name; ours cannot collide or leave the folder.
        with open(f"{into}/{number:05}.yaml", "wb") as file:  # noqa: PTH123 - as above
            file.write(git.run(["cat-file", "blob", meta[2].decode("ascii")]))
    return len(rules)
