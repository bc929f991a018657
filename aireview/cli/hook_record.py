"""post-commit and post-rewrite: the provenance record. Nothing here may stop or delay git."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from aireview import __version__
from aireview.adapters.git.command import Git
from aireview.adapters.git.head import Head, Place, read_head, read_place
from aireview.adapters.git.notes import copy_notes, read_note, write_note
from aireview.adapters.git.rewrite import amended_pair, listed_pairs, parse_pairs, picked
from aireview.adapters.hook_files import read_hook_file, remove_hook_file
from aireview.adapters.terminal import read_stdin
from aireview.attribution.branch import branch_signals
from aireview.attribution.own_record import REF
from aireview.cli.hook_facts import committed_policy, here, say, say_error
from aireview.cli.hook_trace import traced
from aireview.errors import AireviewError, ExitCode
from aireview.pipeline import last_check
from aireview.pipeline.record import Circumstances, carried, how_made, new_record
from aireview.wiring.surroundings import surroundings


def run(words: Sequence[str], *, rewritten: bool) -> int:
    """Write or carry over records; always returns 0, and says in one line what went wrong."""
    environ = os.environ
    command = words[0] if words else environ.get("PRE_COMMIT_REWRITE_COMMAND", "")
    rewritten = rewritten or bool(command) or environ.get("PREK_HOOK_STAGE") == "post-rewrite"
    try:
        if rewritten:
            _carry_over(here(), command)
        else:
            _write(here(), environ)
    except AireviewError as error:
        say_error(error)
    except OSError as error:
        say(f"no provenance record: {error.strerror}")
    return ExitCode.PASS


def _write(git: Git, environ: Mapping[str, str]) -> None:
    head = read_head(git)
    if head is None:
        return
    place = read_place(git)
    found = traced(git, head)
    own = new_record(
        head.commit,
        Circumstances(
            how=how_made(head.action, same_tree=head.tree == head.before_tree),
            tree=head.tree,
            around=surroundings(environ).signals,
            branch=branch_signals(place.branch) if place.branch else (),
            lines=found,
            last_check=last_check.decode(read_hook_file(place.git_folder, "last-check")),
        ),
        tool_version=__version__,
    )
    sources = _sources(head, place)
    content = carried(own, {sha: read_note(git, REF, sha) or b"" for sha in sources})
    if not content:
        return
    policy = committed_policy(git)
    if policy.record:
        write_note(git, REF, head.commit.sha, content)
    if policy.git_ai_note and found.spans:
        from aireview.attribution import git_ai  # noqa: PLC0415 - few ask for it

        sha = head.commit.sha
        note = git_ai.write_note(found.spans, commit=sha, conversation=sha)
        write_note(git, git_ai.REF, sha, note, only_if_absent=True)


def _sources(head: Head, place: Place) -> tuple[str, ...]:
    """Return the commits that this one replaces or repeats, as far as git still knows."""
    found = list(picked(place.git_folder))
    if head.action == "commit (amend)" and head.before:
        found.append(head.before)
    folded = read_hook_file(place.git_folder, "squash")
    if folded:
        remove_hook_file(place.git_folder, "squash")
        found += folded.decode("ascii", "replace").split()
    return tuple(dict.fromkeys(sha for sha in found if sha != head.commit.sha))


def _carry_over(git: Git, command: str) -> None:
    """Join the records of rewritten commits into those of their successors."""
    handed = parse_pairs(read_stdin() or b"")
    if git.try_run(["rev-parse", "--verify", "--quiet", REF]).code == 0:
        copy_notes(git, REF, handed or _pairs_left_behind(git, command), _joined)


def _joined(contents: Sequence[bytes], olds: Sequence[str]) -> bytes:
    """Join notes as `copy_notes` hands them over: the new commit's own first, if it has one."""
    newest = contents[0] if len(contents) > len(olds) else b""
    return carried(newest, dict(zip(olds, contents[-len(olds) :], strict=True)))


def _pairs_left_behind(git: Git, command: str) -> tuple[tuple[str, str], ...]:
    """Find out what was rewritten where a hook runner has swallowed git's list."""
    if command != "amend" and (listed := listed_pairs(read_place(git).git_folder)):
        return listed
    return amended_pair(git) if command != "rebase" else ()
