"""`aireview init`: the configuration file and the hook entries, written once and never over others.

A file that is there already is somebody's: it is left as it is, and what to add is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from aireview import __version__
from aireview.policy.values import FILE_NAME, Profile
from aireview.reports.project import HOME

PRE_COMMIT, LEFTHOOK, HUSKY, NONE = "pre-commit", "lefthook", "husky", "none"
RUNNERS = (PRE_COMMIT, LEFTHOOK, HUSKY, NONE)
LEFTHOOK_FILES = ("lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml")
PRE_COMMIT_FILES = (".pre-commit-config.yaml", "prek.toml")
NOTES_REF = "refs/notes/aireview"

_ABOUT = {
    Profile.STARTER: "only findings that are nearly certain fail a change",
    Profile.SOC2: "AI-authored lines also fail on likely findings; unsanctioned tools are named",
    Profile.STRICT: "lines of unknown origin count as AI-authored; unsanctioned tools fail a change",
}
_STAGES = ("pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "pre-push",
           "post-commit", "post-rewrite")  # fmt: skip
# What each git hook runs. The words in braces are lefthook's, "$@" is husky's.
_COMMANDS = {
    "pre-commit": "commit",
    "pre-merge-commit": "commit",
    "prepare-commit-msg": "message",
    "commit-msg": "message --stage commit-msg",
    "pre-push": "push",
    "post-commit": "record",
    "post-rewrite": "record",
}
_WITH_ARGUMENTS = frozenset({"prepare-commit-msg", "commit-msg", "pre-push", "post-rewrite"})
_WITH_STDIN = frozenset({"pre-push", "post-rewrite"})


class Entry(NamedTuple):
    """One file of the set-up: what it should be, and what to add where it is there already."""

    path: str
    content: str
    addition: str


class Files(NamedTuple):
    """What `init` may do to the work tree: look, and create a file that is not there."""

    read: Callable[[str], bytes | None]
    exists: Callable[[str], bool]
    create: Callable[[str, bytes], bool]


def runner_in_use(exists: Callable[[str], bool]) -> str:
    """Return the hook runner that a repository is set up for; pre-commit where there is none."""
    if exists(".husky"):
        return HUSKY
    if any(map(exists, LEFTHOOK_FILES)):
        return LEFTHOOK
    return PRE_COMMIT


def init(files: Files, *, profile: Profile, runner: str, remotes: Sequence[str]) -> tuple[str, ...]:
    """Write what is missing and return what was done and what to do next, as lines."""
    lines: list[str] = []
    for entry in (_config(profile), *_hooks(runner, files.exists)):
        lines += _applied(entry, files)
    return (*lines, "", *_next_steps(runner, remotes))


def _applied(entry: Entry, files: Files) -> list[str]:
    if not files.exists(entry.path) and files.create(entry.path, entry.content.encode()):
        return [f"created {entry.path}"]
    text = (files.read(entry.path) or b"").decode("utf-8", "replace")
    if entry.path == FILE_NAME or re.search(r"(?<![\w.-])aireview", text):
        return [f"kept    {entry.path}: it is set up already"]
    added = [f"        {line}".rstrip() for line in entry.addition.rstrip("\n").split("\n")]
    return [f"kept    {entry.path}: it is yours. Add to it:", "", *added, ""]


def _config(profile: Profile) -> Entry:
    content = (
        "# What aireview asks of changes to this repository (docs/configuration.md).\n"
        "# Profiles: starter, soc2, strict. `aireview policy show` prints every setting.\n"
        "version: 1\n"
        f"profile: {profile.value}  # {_ABOUT[profile]}\n"
    )
    return Entry(FILE_NAME, content, "")


def _hooks(runner: str, exists: Callable[[str], bool]) -> tuple[Entry, ...]:
    if runner == PRE_COMMIT:
        return (_pre_commit(),)
    if runner == LEFTHOOK:
        return (_lefthook(next(filter(exists, LEFTHOOK_FILES), LEFTHOOK_FILES[0])),)
    return tuple(_husky(stage) for stage in _STAGES) if runner == HUSKY else ()


def _pre_commit() -> Entry:
    repo = (
        f"  - repo: {HOME}\n"
        f"    rev: v{__version__}\n"
        "    hooks:\n"
        "      - id: aireview\n"
        "      - id: aireview-message\n"
        "      - id: aireview-push\n"
        "      - id: aireview-record\n"
    )
    stages = f"default_install_hook_types: [{', '.join(_STAGES)}]\n"
    return Entry(PRE_COMMIT_FILES[0], f"{stages}repos:\n{repo}", f"repos:\n{repo}")


def _lefthook(path: str) -> Entry:
    text = ""
    for stage, job in _COMMANDS.items():
        arguments = " {0}" if stage in _WITH_ARGUMENTS else ""
        text += f"{stage}:\n  commands:\n    aireview:\n      run: aireview hook {job}{arguments}\n"
        if stage in _WITH_STDIN:
            text += "      use_stdin: true\n"
    return Entry(path, text, text)


def _husky(stage: str) -> Entry:
    arguments = ' "$@"' if stage in _WITH_ARGUMENTS else ""
    line = f"aireview hook {_COMMANDS[stage]}{arguments}\n"
    return Entry(f".husky/{stage}", line, line)


def _next_steps(runner: str, remotes: Sequence[str]) -> list[str]:
    lines = ["next:"]
    if runner == PRE_COMMIT:
        types = " ".join(f"-t {stage}" for stage in _STAGES)
        lines.append(f"  pre-commit install {types}")
    elif runner == LEFTHOOK:
        lines.append("  lefthook install")
    elif runner == HUSKY:
        lines.append("  npx husky    # once, where husky is not installed yet")
    lines += [
        f"  commit {FILE_NAME}: a check reads it from the base of a change",
        "  aireview doctor    # what is installed, and what would not run",
    ]
    remote = "origin" if "origin" in remotes or not remotes else remotes[0]
    return [
        *lines,
        "",
        f"Records of who wrote a commit are git notes in {NOTES_REF}. To share them:",
        f"  git config --add remote.{remote}.fetch '+{NOTES_REF}*:refs/notes/{remote}/aireview*'",
        f"  git fetch {remote} && git notes --ref aireview merge -s ours {remote}/aireview",
        f"  git push {remote} {NOTES_REF}",
    ]
