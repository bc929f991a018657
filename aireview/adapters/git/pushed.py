"""Questions about the commits that a push brings, asked of a real repository."""

from __future__ import annotations

from collections.abc import Sequence

from aireview.adapters.git.command import Git, failure


class PushedHistory:
    """Answers what is new to a remote, from the commits and remote branches known here."""

    def __init__(self, git: Git) -> None:
        self._git = git

    def commit(self, name: str) -> str | None:
        """Return the id of the commit that `name` stands for; None if it is none or not here."""
        done = self._git.try_run(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
        )
        return done.stdout.decode("ascii").strip() if done.code == 0 else None

    def merge_base(self, commit: str, others: Sequence[str]) -> str | None:
        """Return the best common ancestor of `commit` and a merge of `others`, if any."""
        done = self._git.try_run(["merge-base", commit, *others])
        return done.stdout.decode("ascii").strip() if done.code == 0 else None

    def footing(self, commit: str, remote: str) -> tuple[str, ...] | None:
        """Return the commits known of `remote` on which the new history of `commit` stands.

        None: `commit` brings nothing new. Empty: it is new down to its first commit. A remote
        without a name (a URL, a path) is measured against the branches of all remotes.
        """
        named = remote and not set(remote) & set("/:\\*?[")
        remotes = f"--remotes={remote}" if named else "--remotes"
        done = self._git.try_run(["rev-list", "--boundary", commit, "--not", remotes])
        if done.code != 0:
            raise failure(done.stderr)
        lines = done.stdout.decode("ascii").split()
        if all(line.startswith("-") for line in lines):
            return None
        return tuple(line[1:] for line in lines if line.startswith("-"))
