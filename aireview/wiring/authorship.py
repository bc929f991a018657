"""Who wrote a change: commits and their notes for a range, the surroundings for an index."""
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Callable

import msgspec

from aireview.errors import AireviewError
from aireview.model.change import Change, Origin, PullRequest
from aireview.model.provenance import Attribution, Signal
from aireview.model.text import quote
from aireview.wiring.opening import Opened
from aireview.wiring.options import CheckOptions


def attributor(opened: Opened, options: CheckOptions) -> Callable[[Change], Attribution]:
    """Return the function that says who wrote a change.

    Raises AireviewError at once for a pull-request file that cannot be read.
    """
    pull_request = read_pull_request(options.pull_request)
    branch = options.branch

    def attribute(change: Change) -> Attribution:
        from aireview.attribution.change import attribute_change

        match change.origin:
            case Origin.ALL:
                return Attribution()
            case Origin.STAGED:
                from aireview.wiring.surroundings import surroundings

                around = surroundings(os.environ).signals
                signals = (*around, *_of_branch(branch or opened.source.branch()))
                return attribute_change((), (*signals, *_of_pull_request(pull_request)))
            case Origin.RANGE:
                return attribute_range(opened, change, branch, pull_request)

    return attribute


def attribute_range(
    opened: Opened, change: Change, branch: str | None, pull_request: PullRequest
) -> Attribution:
    """Return who wrote a range: its commits, their notes, and what the forge knows."""
    from aireview.attribution.change import attribute_change
    from aireview.attribution.judge import attribute_commit
    from aireview.pipeline.line_authorship import line_authorship
    from aireview.wiring.line_sources import line_sources

    if opened.git is None or change.head is None:
        raise AssertionError("a range is read from git and has a head")
    commits = tuple(opened.source.commits())
    sources = line_sources(opened.git, change.base, change.head)
    found = line_authorship(commits, change.files, attribute_commit, sources)
    merges = frozenset(commit.sha for commit in commits if len(commit.parents) > 1)
    signals = (*_of_branch(branch or _forge_branch()), *_of_pull_request(pull_request))
    whole = attribute_change(found.commits, signals, found.files, merges)
    unread = (f"evidence of authorship could not be read: {what}" for what in found.incomplete)
    return msgspec.structs.replace(whole, warnings=(*whole.warnings, *unread, *found.warnings))


def read_pull_request(path: str | None) -> PullRequest:
    """Return what a JSON file says about a pull request; nothing without a file.

    Raises AireviewError for a file that cannot be read or holds something else.
    """
    if path is None:
        return PullRequest()
    from aireview.adapters.files import read_input

    content = read_input(path, "the pull-request file")
    try:
        return msgspec.json.decode(content, type=PullRequest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise AireviewError(
            f"{quote(path)}: {error}",
            "Give a JSON object with branch, title, body, author (texts) and labels (a list).",
        ) from error


def _forge_branch() -> str:
    """Return the head branch that GitHub names; it can only add evidence."""
    return os.environ.get("GITHUB_HEAD_REF", "") if os.environ.get("GITHUB_ACTIONS") else ""


def _of_branch(branch: str) -> tuple[Signal, ...]:
    if not branch:
        return ()
    from aireview.attribution.branch import branch_signals

    return branch_signals(branch)


def _of_pull_request(pull_request: PullRequest) -> tuple[Signal, ...]:
    if pull_request == PullRequest():
        return ()
    from aireview.attribution.pull_request import pull_request_signals

    return pull_request_signals(pull_request)
