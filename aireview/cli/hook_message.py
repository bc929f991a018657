"""prepare-commit-msg and commit-msg: the trailer, and warnings that the commit hook had."""

from __future__ import annotations

import os
from collections.abc import Mapping

from aireview.adapters.git.command import Git
from aireview.adapters.git.head import staged_tree
from aireview.adapters.git.message import add_trailer, read_message, replays, squashed
from aireview.adapters.hook_files import read_hook_file, remove_hook_file, write_hook_file
from aireview.cli.hook_facts import committed_policy, here, say, say_error
from aireview.errors import AireviewError, ExitCode
from aireview.model.change import Commit
from aireview.model.provenance import Signal
from aireview.pipeline import last_check
from aireview.pipeline.message import Drafting, deciding, missing_trailers
from aireview.wiring.surroundings import surroundings

COMMIT_MSG = "commit-msg"
PREPARE = "prepare-commit-msg"


def run(file: str, source: str, stage: str) -> int:
    """Do the work of both stages; see `aireview hook message --help`."""
    environ = os.environ
    git = here()
    source = source or environ.get("PRE_COMMIT_COMMIT_MSG_SOURCE", "")
    stage = stage or environ.get("PREK_HOOK_STAGE", "") or (PREPARE if source else "")
    folder = os.path.dirname(os.path.join(git.directory, file))  # noqa: PTH118, PTH120 - start-up
    if folded := squashed(file):
        # After the commit git has forgotten them; the record asks then.
        write_hook_file(folder, "squash", "\n".join(folded).encode("ascii"))
    else:
        remove_hook_file(folder, "squash")
    code = _provenance(git, file, source, environ)
    if stage in ("", COMMIT_MSG):
        _repeat_warnings(git, folder, file)
    return code


def _provenance(git: Git, file: str, source: str, environ: Mapping[str, str]) -> int:
    around = surroundings(environ)
    drafting = Drafting(
        source=source,
        # git sets the editor to a no-op where it opens none (git-commit: GIT_EDITOR=:).
        editor=environ.get("GIT_EDITOR") != ":",
        terminal=around.terminal,
        replayed=replays(file),
    )
    agents = deciding(around.signals, drafting)
    if not agents:
        return ExitCode.PASS
    required = False
    try:
        policy = committed_policy(git)
        required = policy.block_on_missing_record
        text = read_message(git, file)
        # An empty message aborts the commit; a trailer alone would turn it into one.
        if text.strip():
            for trailer in missing_trailers(agents, _named(text), policy.trailer):
                add_trailer(git, file, trailer)
    except AireviewError as error:
        say_error(error)
        return ExitCode.VIOLATION if required else ExitCode.PASS
    return ExitCode.PASS


def _named(text: bytes) -> tuple[Signal, ...]:
    """Return every signal of a tool that the message carries already."""
    from aireview.attribution.judge import attribute_commit  # noqa: PLC0415 - only with evidence

    message = text.decode("utf-8", "surrogateescape")
    return attribute_commit(Commit(sha="", message=message)).signals


def _repeat_warnings(git: Git, folder: str, file: str) -> None:
    """Print what the commit hook warned of when it passed: hook runners hide that.

    Before the editor opens there is no message yet, and they would be printed twice.
    """
    last = last_check.decode(read_hook_file(folder, "last-check"))
    if last is None or last.code != ExitCode.PASS or not last.warnings:
        return
    if staged_tree(git) == last.tree and read_message(git, file).strip():
        for line in last.warnings:
            say(line)
