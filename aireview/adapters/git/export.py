"""Files of a commit, written to a place outside the repository."""

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


def export_path(git: Git, commit: str, path: str, into: str) -> str | None:
    """Write a file, or the files of a folder, as `commit` has them below `into`.

    Returns where they are, None where the commit has no such path. The names of files are kept, the
    folders between are not. Links are left out: what they point to is not in the commit.
    """
    wanted = os.fsencode(path.strip("/"))
    listed = git.run(["ls-tree", "-r", "-z", "--full-tree", commit, "--", wanted])
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0")[:-1]]
    files = [(meta.split()[2], name) for meta, name in entries if meta.startswith(b"100")]
    if not files:
        return None
    os.makedirs(into, mode=0o700, exist_ok=True)  # noqa: PTH103 - as everywhere in adapters
    for number, (blob, name) in enumerate(files):
        target = os.path.join(os.fsencode(into), os.path.basename(name))  # noqa: PTH118, PTH119 - bytes
        if os.path.lexists(target):
            target = os.path.join(os.fsencode(into), b"%05d-" % number + os.path.basename(name))  # noqa: PTH118, PTH119 - bytes
        with open(target, "wb") as file:  # noqa: PTH123 - as above
            file.write(git.run(["cat-file", "blob", blob.decode("ascii")]))
    alone = len(files) == 1 and files[0][1] == wanted
    return os.fsdecode(os.path.join(os.fsencode(into), os.path.basename(wanted))) if alone else into  # noqa: PTH118, PTH119 - bytes
