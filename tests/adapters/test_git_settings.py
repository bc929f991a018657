"""No setting, attribute or variable of the user or of the repository changes what is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.reading import by_path, gitlink, lines, staged
from support.repo import Repo

from aireview.model.change import Change

TEXT = "".join(f"line {number}\n\n" for number in range(1, 31))
OTHER = TEXT.replace("line", "row")
ONE, TWO, MID = (f"begin\n    say {name}\n" for name in ("one", "two", "mid"))
COMMIT = "1234567890" * 4

# What is set, and whether plain `git diff --cached` is known to answer differently for it.
SETTINGS = [
    ("color.ui", "always", True),
    ("color.diff", "always", True),
    ("diff.noprefix", "true", True),
    ("diff.mnemonicPrefix", "true", True),
    ("core.quotePath", "false", True),
    ("core.quotePath", "true", False),
    ("diff.renames", "false", True),
    ("diff.renames", "copies", True),
    ("diff.renameLimit", "1", False),
    ("diff.context", "0", True),
    ("diff.context", "9", True),
    ("diff.interHunkContext", "40", True),
    ("diff.submodule", "log", True),
    ("diff.submodule", "diff", True),
    ("diff.ignoreSubmodules", "all", True),
    ("diff.suppressBlankEmpty", "true", True),
    ("diff.algorithm", "patience", True),
    ("diff.algorithm", "histogram", True),
    ("diff.algorithm", "minimal", False),
    ("diff.indentHeuristic", "false", True),
    ("diff.relative", "true", False),
    ("diff.external", "true", True),
    ("diff.orderFile", "{order}", True),
    ("diff.wordRegex", ".", False),
    ("diff.autoRefreshIndex", "false", False),
    ("diff.statGraphWidth", "1", False),
    ("core.attributesFile", "{attributes}", True),
    ("core.pager", "false", False),
    ("pager.diff", "false", False),
    ("core.abbrev", "4", True),
    ("core.whitespace", "cr-at-eol", False),
    ("core.safecrlf", "true", False),
    ("core.autocrlf", "true", False),
    ("core.preloadIndex", "false", False),
    ("index.threads", "4", False),
    ("status.relativePaths", "false", False),
    ("alias.diff", "!false", False),
]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Repo]:
    """Return a repository with a staged change of every sort."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for name in [name for name in os.environ if name.startswith("GIT_CONFIG_KEY")]:
            patch.delenv(name)
        repo = Repo(tmp_path_factory.mktemp("busy") / "repo")
        _build(repo)
        yield repo


def _build(repo: Repo) -> None:
    repo.write("a.py", TEXT)
    repo.write("moved.py", OTHER)
    repo.write("gone.py", "x\n")
    repo.write("kind", "x\n")
    repo.write("indent.c", ONE + TWO)
    repo.write("blocks", "\n".join("ab}bc}c}") + "\n")
    gitlink(repo, "vendor", COMMIT)
    repo.git("add", "-A", "--", ":!vendor")
    repo.commit_staged()
    repo.write("a.py", TEXT.replace("line 5\n", "five\n").replace("line 20\n", "twenty\n"))
    repo.git("mv", "moved.py", "Moved.py")
    repo.write("Moved.py", OTHER.replace("row 7\n", "seven \n"))
    repo.write("copied.py", TEXT)
    repo.git("rm", "-q", "gone.py")
    (repo.path / "kind").unlink()
    (repo.path / "kind").symlink_to("a.py")
    repo.write("indent.c", ONE + MID + TWO)
    repo.write("blocks", "\n".join("}c}bcacb") + "\n")
    repo.write("na\u00efve file.py", "a\n\0\nb")
    repo.write("sub/below.py", "x\r\ny\r\n")
    repo.git("add", "-A", "--", ":!vendor")
    gitlink(repo, "vendor", COMMIT[::-1])


@pytest.fixture(scope="module")
def expected(busy: Repo) -> Change:
    """Return what is read without any setting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        return staged(busy)


def test_the_plain_answer_is_the_right_one(expected: Change) -> None:
    found = by_path(expected)
    assert {path: (lines(file.added), file.status.value) for path, file in found.items()} == {
        "Moved.py": ([13], "renamed"),
        "a.py": ([9, 39], "modified"),
        "blocks": ([4, 6, 7, 8], "modified"),
        "copied.py": (list(range(1, 61)), "added"),
        "gone.py": ([], "deleted"),
        "indent.c": ([3, 4], "modified"),
        "kind": ([1], "type-changed"),
        "na\u00efve file.py": ([1, 2, 3], "added"),
        "sub/below.py": ([1, 2], "added"),
        "vendor": ([], "modified"),
    }


@pytest.mark.parametrize(
    ("key", "value", "felt"), SETTINGS, ids=[f"{key}={value}" for key, value, _ in SETTINGS]
)
def test_settings_change_nothing(
    busy: Repo,
    expected: Change,
    key: str,
    value: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    felt: bool,
) -> None:
    (tmp_path / "order").write_text("sub/*\nkind\n")
    (tmp_path / "attributes").write_text("*.py -diff\n*.py filter=x\n")
    plain = busy.run("git", "diff", "--cached").stdout
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", key)
    value = value.format(order=tmp_path / "order", attributes=tmp_path / "attributes")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", value)
    assert staged(busy) == expected
    assert staged(busy, "sub") == expected
    if felt:
        assert busy.run("git", "diff", "--cached").stdout != plain, "this row proves nothing"


@pytest.mark.parametrize(
    "settings",
    [
        {"diff.colorMoved": "zebra", "color.ui": "always"},
        {"diff.wsErrorHighlight": "all", "color.diff": "always"},
        {"diff.x.textconv": "echo", "diff.x.cachetextconv": "true"},
        {"diff.x.command": "false"},
        {"diff.x.binary": "true"},
        {"diff.x.xfuncname": "^line.*$"},
        {"diff.x.algorithm": "histogram"},
    ],
)
def test_drivers_change_nothing(
    busy: Repo,
    expected: Change,
    settings: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "attributes").write_text("* diff=x\n")
    pairs = {**settings, "core.attributesFile": str(tmp_path / "attributes")}
    plain = busy.run("git", "diff", "--cached").stdout
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(pairs)))
    for number, (key, value) in enumerate(pairs.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    assert staged(busy) == expected
    if "diff.x.algorithm" not in pairs:
        assert busy.run("git", "diff", "--cached").stdout != plain, "this row proves nothing"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIFF_OPTS", "-u0"),
        ("GIT_EXTERNAL_DIFF", "false"),
        ("GIT_PAGER", "false"),
        ("GIT_PREFIX", "sub/"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_ICASE_PATHSPECS", "1"),
        ("GIT_TRACE", "1"),
        ("GIT_OPTIONAL_LOCKS", "1"),
        ("LC_ALL", "de_DE.UTF-8"),
        ("LANGUAGE", "de"),
        ("TERM", "xterm-256color"),
    ],
)
def test_variables_change_nothing(
    busy: Repo, expected: Change, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert staged(busy) == expected


def test_the_repository_that_variables_name_is_read(
    busy: Repo, expected: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(busy.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(busy.path))
    elsewhere = Repo(tmp_path / "elsewhere", init=False)
    assert staged(elsewhere) == expected


def test_replaced_objects_are_not_reviewed_instead(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GIT_NO_REPLACE_OBJECTS", raising=False)
    repo.write("a.py", "real\nreal\n")
    repo.git("add", "a.py")
    harmless = repo.git("hash-object", "-w", "--stdin", stdin=b"harmless\n")
    repo.git("replace", "-f", repo.git("rev-parse", ":a.py"), harmless)
    assert lines(by_path(staged(repo))["a.py"].added) == [1, 2]
