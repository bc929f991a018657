"""`aireview hook message` in real prepare-commit-msg and commit-msg hooks."""

from __future__ import annotations

import json
import os
import pty
import sys
from collections.abc import Iterator

import pytest
from support.hooked import AGENT, MAYBE_AGENT, HookedRepo

TRAILER = "Assisted-by: Codex"


@pytest.fixture
def writing(hooked: HookedRepo) -> HookedRepo:
    """Return a repository with both message hooks."""
    hooked.install("prepare-commit-msg", "commit-msg")
    return hooked


@pytest.fixture
def terminal() -> Iterator[str]:
    """Yield the path of a terminal that is open on our side too."""
    main, other = pty.openpty()
    yield os.ttyname(other)
    os.close(main)
    os.close(other)


def editor(text: str) -> dict[str, str]:
    """Return the variable for an editor that puts `text` before what is in the file."""
    script = "import sys; p = sys.argv[1]; s = open(p).read(); open(p, 'w').write(%r + s)"
    return {"GIT_EDITOR": f'"{sys.executable}" -c "{script % text}"'}


def test_a_person_gets_the_message_they_wrote(writing: HookedRepo) -> None:
    writing.make("by hand\n\nSee-also: x")
    assert writing.message() == "by hand\n\nSee-also: x"


def test_an_agent_gets_a_trailer_once(writing: HookedRepo) -> None:
    writing.make("change", env=AGENT)
    assert writing.message() == f"change\n\n{TRAILER}"
    writing.git("commit", "-q", "--amend", "--no-edit", env=AGENT)
    assert writing.message() == f"change\n\n{TRAILER}"


def test_the_trailer_joins_those_that_are_there(writing: HookedRepo) -> None:
    writing.make("change\n\nwhy\n\nSigned-off-by: Ada <ada@example.com>", env=AGENT)
    assert writing.message().endswith(f"\n\nSigned-off-by: Ada <ada@example.com>\n{TRAILER}")


@pytest.mark.parametrize(
    "marker",
    ["Co-authored-by: Codex <codex@openai.com>", "Assisted-by: Codex:gpt-9", "assisted-by: codex"],
)
def test_a_message_that_names_the_tool_is_left_alone(writing: HookedRepo, marker: str) -> None:
    writing.make(f"change\n\n{marker}", env=AGENT)
    assert writing.message() == f"change\n\n{marker}"


@pytest.mark.parametrize("said", ["Not written with Codex.", "Reviewed by Codex."])
def test_a_denial_or_a_review_is_no_trailer(writing: HookedRepo, said: str) -> None:
    writing.make(f"change\n\n{said}", env=AGENT)
    assert writing.message() == f"change\n\n{said}\n\n{TRAILER}"


def test_without_the_policy_there_is_no_trailer(writing: HookedRepo) -> None:
    writing.write(".aireview.yml", "profile: starter\n")
    writing.commit("no trailer")
    writing.make("change", env=AGENT)
    assert writing.message() == "change"


def test_strong_evidence_counts_only_without_a_terminal(writing: HookedRepo, terminal: str) -> None:
    writing.make("alone", env=MAYBE_AGENT)
    assert writing.message() == "alone\n\nAssisted-by: Claude Code"
    writing.terminal = terminal
    writing.change()
    writing.run("git", "commit", "-q", "-m", "watched", env=MAYBE_AGENT)
    writing.terminal = ""
    assert writing.message() == "watched"


def test_strong_evidence_does_not_count_in_an_editor(writing: HookedRepo) -> None:
    writing.change()
    writing.git("commit", "-q", env=MAYBE_AGENT | editor("typed"))
    assert writing.message() == "typed"


def test_a_trailer_never_turns_an_empty_message_into_a_commit(writing: HookedRepo) -> None:
    before = writing.git("rev-parse", "HEAD")
    writing.change()
    done = writing.run("git", "commit", "-q", env=AGENT | {"GIT_EDITOR": "true"})
    assert done.returncode != 0
    assert b"empty commit message" in done.stderr
    assert writing.git("rev-parse", "HEAD") == before


def test_comments_and_the_verbose_diff_are_neither_kept_nor_in_the_way(
    writing: HookedRepo,
) -> None:
    writing.change()
    writing.git("commit", "-q", "-v", env=AGENT | editor("typed\n\nwhy\n"))
    assert writing.message() == f"typed\n\nwhy\n\n{TRAILER}"


def test_the_verbose_diff_is_no_part_of_the_message(writing: HookedRepo) -> None:
    writing.change("notes.txt", "Co-authored-by: Codex <codex@openai.com>\n")
    writing.git("commit", "-q", "-m", "notes")
    writing.change("notes.txt", "Co-authored-by: Codex <codex@openai.com>\nmore\n")
    writing.git("commit", "-q", "-v", env=AGENT | editor("typed\n"))
    assert writing.message() == f"typed\n\n{TRAILER}"


def test_a_divider_in_the_message_does_not_move_the_trailer(writing: HookedRepo) -> None:
    writing.make("change\n\nabove\n\n---\nbelow", env=AGENT)
    assert writing.message() == f"change\n\nabove\n\n---\nbelow\n\n{TRAILER}"


def test_a_diff_pasted_into_the_message_stays(writing: HookedRepo) -> None:
    body = "change\n\n+ # --- >8 ---\n-old\n+new"
    writing.make(body, env=AGENT)
    assert writing.message() == f"{body}\n\n{TRAILER}"


def test_bytes_that_are_no_utf8_are_kept(writing: HookedRepo) -> None:
    writing.git("config", "i18n.commitEncoding", "latin-1")
    writing.write("message", b"Stra\xdfe\n")
    writing.git("add", "-A")
    writing.git("commit", "-q", "-F", "message", env=AGENT)
    stored = writing.run("git", "cat-file", "commit", "HEAD").stdout
    assert stored.endswith(b"\n\nStra\xdfe\n\nAssisted-by: Codex\n")


def test_user_settings_for_trailers_change_nothing(writing: HookedRepo) -> None:
    for key, value in (
        ("trailer.separators", "=#"),
        ("trailer.ifexists", "replace"),
        ("trailer.where", "start"),
        ("trailer.ifmissing", "doNothing"),
    ):
        writing.git("config", key, value)
    writing.make("change\n\nSee-also: x", env=AGENT)
    assert writing.message() == f"change\n\nSee-also: x\n{TRAILER}"


def test_an_agent_that_takes_over_a_message_leaves_it(writing: HookedRepo) -> None:
    writing.git("checkout", "-q", "-b", "topic")
    writing.make("by hand")
    writing.git("checkout", "-q", "main")
    writing.change("other.py", "x = 1\n")
    writing.git("commit", "-q", "-m", "main moves")
    writing.git("cherry-pick", "topic", env=AGENT)
    assert writing.message() == "by hand"
    writing.git("checkout", "-q", "topic")
    writing.git("rebase", "-q", "main~", env=AGENT)
    writing.git("rebase", "-q", "--force-rebase", "main~", env=AGENT)
    assert writing.message() == "by hand"


def test_a_merge_by_an_agent(writing: HookedRepo) -> None:
    writing.git("checkout", "-q", "-b", "topic")
    writing.make("by hand")
    writing.git("checkout", "-q", "main")
    writing.git("merge", "-q", "--no-ff", "--no-edit", "topic", env=MAYBE_AGENT)
    assert writing.message() == "Merge branch 'topic'"
    writing.git("reset", "-q", "--hard", "HEAD~")
    writing.git("merge", "-q", "--no-ff", "--no-edit", "topic", env=AGENT)
    assert writing.message() == f"Merge branch 'topic'\n\n{TRAILER}"


def test_the_source_comes_from_a_variable_under_hook_runners(hooked: HookedRepo) -> None:
    hooked.install("prepare-commit-msg")
    hook = hooked.path / ".git/hooks/prepare-commit-msg"
    text = hook.read_text().replace('exec "', 'PRE_COMMIT_COMMIT_MSG_SOURCE="$2" exec "')
    hook.write_text(text.replace('"$@"', '"$1"'))
    hooked.make("alone", env=MAYBE_AGENT)
    assert hooked.message() == "alone\n\nAssisted-by: Claude Code"
    hooked.change()
    hooked.git("commit", "-q", "--amend", "-C", "HEAD~", env=MAYBE_AGENT)
    assert hooked.message() == "first"


@pytest.mark.parametrize(("required", "code"), [(False, 0), (True, 1)])
def test_a_trailer_that_cannot_be_written_blocks_only_where_it_must(
    hooked: HookedRepo, *, required: bool, code: int
) -> None:
    settings = f"provenance:\n  trailer: assisted-by\n  required: {str(required).lower()}\n"
    hooked.write(".aireview.yml", settings)
    hooked.commit("policy")
    words = ("hook", "message", "no/such/file", "message")
    done = hooked.run(sys.executable, "-I", "-m", "aireview", *words, env=AGENT)
    assert done.returncode == code
    assert done.stderr.startswith(b"aireview: the message file no/such/file cannot be read")


def test_warnings_of_the_commit_hook_are_repeated_once(writing: HookedRepo) -> None:
    writing.change()
    tree = writing.git("write-tree")
    state = {
        "tree": tree, "head": "", "version": "1", "runner": "", "options": "", "at": 0.0,
        "code": 0, "warnings": ["code.py:1: some-rule: look at this"],
    }  # fmt: skip
    writing.write(".git/aireview/last-check", json.dumps(state))
    done = writing.run("git", "commit", "-q", "-m", "x")
    assert done.stderr.decode() == "aireview: code.py:1: some-rule: look at this\n"
    # another tree, another check
    writing.change()
    done = writing.run("git", "commit", "-q", "-m", "y")
    assert done.stderr == b""


@pytest.mark.parametrize("content", ["", "{", "[]", '{"tree": 1}', "\x00"])
def test_a_damaged_state_file_is_nothing(writing: HookedRepo, content: str) -> None:
    writing.write(".git/aireview/last-check", content)
    writing.change()
    assert writing.run("git", "commit", "-q", "-m", "x").stderr == b""
