from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from support.repo import Repo

from aireview.adapters import installation
from aireview.cli.main import run
from aireview.errors import AireviewError


@pytest.fixture
def tree(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    monkeypatch.chdir(repo.path)
    return repo


def files(root: Path) -> list[str]:
    return sorted(
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(root).parts
    )


def test_it_writes_a_valid_policy_and_the_hooks(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--profile", "soc2"]) == 0
    out = capsys.readouterr().out
    assert files(tree.path) == [".aireview.yml", ".pre-commit-config.yaml"]
    assert "created .aireview.yml\ncreated .pre-commit-config.yaml\n" in out
    assert "pre-commit install -t pre-commit" in out
    assert "remote.origin.fetch '+refs/notes/aireview*:refs/notes/origin/aireview*'" in out
    config = yaml.safe_load((tree.path / ".pre-commit-config.yaml").read_text())
    (entry,) = config["repos"]
    assert [hook["id"] for hook in entry["hooks"]] == [
        "aireview",
        "aireview-message",
        "aireview-push",
        "aireview-record",
    ]
    capsys.readouterr()
    assert run(["policy", "lint"]) == 0
    assert run(["policy", "show"]) == 0
    assert "soc2" in capsys.readouterr().out


def test_the_hook_ids_are_those_of_the_manifest(tree: Repo) -> None:
    assert run(["init"]) == 0
    config = yaml.safe_load((tree.path / ".pre-commit-config.yaml").read_text())
    manifest = yaml.safe_load(
        (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
    )
    known = {hook["id"] for hook in manifest}
    assert {hook["id"] for hook in config["repos"][0]["hooks"]} <= known
    stages = {stage for hook in manifest for stage in hook["stages"]}
    assert set(config["default_install_hook_types"]) <= stages


def test_a_second_run_changes_nothing(tree: Repo, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    before = {path: (tree.path / path).read_bytes() for path in files(tree.path)}
    assert run(["init", "--profile", "strict"]) == 0
    assert {path: (tree.path / path).read_bytes() for path in files(tree.path)} == before
    out = capsys.readouterr().out
    assert out.count("kept") == 2
    assert "is set up already" in out


def test_a_file_of_somebody_else_is_left_and_the_lines_are_printed(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = "repos:   # mine\n-   repo: local\n    hooks: []\n"
    tree.write(".pre-commit-config.yaml", mine)
    assert run(["init"]) == 0
    assert (tree.path / ".pre-commit-config.yaml").read_text() == mine
    out = capsys.readouterr().out
    assert "kept    .pre-commit-config.yaml: it is yours. Add to it:" in out
    assert "      - id: aireview-record" in out


def test_an_existing_lefthook_or_husky_is_used(
    tree: Repo, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.write(".lefthook.yml", "pre-commit: {}\n")
    assert run(["init"]) == 0
    assert "kept    .lefthook.yml" in capsys.readouterr().out
    tree.write(".husky/pre-commit", "npm test\n")
    assert run(["init"]) == 0
    out = capsys.readouterr().out
    assert (tree.path / ".husky/pre-commit").read_text() == "npm test\n"
    assert (
        "kept    .husky/pre-commit: it is yours. Add to it:\n\n        aireview hook commit" in out
    )
    assert "created .husky/post-commit" in out
    assert (tree.path / ".husky/pre-push").read_text() == 'aireview hook push "$@"\n'
    assert (tree.path / ".husky/prepare-commit-msg").read_text() == 'aireview hook message "$@"\n'


def test_a_new_lefthook_file_runs_every_hook(tree: Repo) -> None:
    assert run(["init", "--hooks", "lefthook"]) == 0
    config = yaml.safe_load((tree.path / "lefthook.yml").read_text())
    assert {stage: one["commands"]["aireview"]["run"] for stage, one in config.items()} == {
        "pre-commit": "aireview hook commit",
        "pre-merge-commit": "aireview hook commit",
        "prepare-commit-msg": "aireview hook message {0}",
        "commit-msg": "aireview hook message --stage commit-msg {0}",
        "pre-push": "aireview hook push {0}",
        "post-commit": "aireview hook record",
        "post-rewrite": "aireview hook record {0}",
    }
    assert config["pre-push"]["commands"]["aireview"]["use_stdin"] is True


def test_no_hooks_on_request(tree: Repo) -> None:
    assert run(["init", "--hooks", "none"]) == 0
    assert files(tree.path) == [".aireview.yml"]


def test_it_writes_at_the_root_and_names_the_remote(
    tree: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tree.git("remote", "add", "upstream", "https://example.com/x.git")
    (tree.path / "below").mkdir()
    monkeypatch.chdir(tree.path / "below")
    assert run(["init"]) == 0
    assert (tree.path / ".aireview.yml").is_file()
    assert "git push upstream refs/notes/aireview" in capsys.readouterr().out


def test_outside_a_work_tree_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init"]) == 2
    assert "not a git work tree" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_printed_commands_share_records(tree: Repo, tmp_path: Path) -> None:
    tree.commit("first")
    for name in ("one", "two"):
        tree.git("clone", "-q", "--bare" if name == "one" else "-q", ".", str(tmp_path / name))
    tree.git("remote", "add", "origin", str(tmp_path / "one"))
    spec = "+refs/notes/aireview*:refs/notes/origin/aireview*"
    tree.git("notes", "--ref", "aireview", "add", "-m", "ours")
    tree.git("push", "-q", "origin", "refs/notes/aireview")
    other = Repo(tmp_path / "two", init=False)
    other.git("remote", "set-url", "origin", str(tmp_path / "one"))
    other.git("config", "--add", "remote.origin.fetch", spec)
    other.git("fetch", "-q", "origin")
    other.git("notes", "--ref", "aireview", "merge", "-s", "ours", "origin/aireview")
    assert other.git("notes", "--ref", "aireview", "show") == "ours"


def test_a_file_is_created_whole_or_not_at_all(tmp_path: Path) -> None:
    root = str(tmp_path)
    assert installation.create(root, "a/b", b"x")
    assert not installation.create(root, "a/b", b"y")
    assert (tmp_path / "a/b").read_bytes() == b"x"
    (tmp_path / "dangling").symlink_to("nowhere")
    assert not installation.create(root, "dangling", b"x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(AireviewError, match="its folder is a link"):
        installation.create(root, "link/c", b"x")
    with pytest.raises(AireviewError, match="cannot be written"):
        installation.create(root, "a/b/c", b"x")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
