"""The hooks under pre-commit, prek, lefthook and husky, installed from this repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.hooked import AGENT, HookedRepo
from support.repo import Repo

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SHIPPED = (
    ".pre-commit-hooks.yaml", "LICENSE", "README.md", "aireview", "pyproject.toml", "rules",
)  # fmt: skip
HIDDEN = 'name = "a\u202eb"\n'
UNSAFE = (
    "import jwt\n\n\ndef user_of(token):\n"
    '    return jwt.decode(token, options={"verify_signature": False})\n'
)
NO_EDITOR = {"GIT_EDITOR": ":", "GIT_SEQUENCE_EDITOR": ":"}
TRAILER = "Assisted-by: Codex"
STAGES = (
    "pre-commit", "pre-merge-commit", "prepare-commit-msg", "commit-msg", "post-commit",
    "post-rewrite", "pre-push",
)  # fmt: skip
FIRST_REF_ONLY = ("pre-commit", "prek")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with what this one would publish."""
    repo = Repo(tmp_path_factory.mktemp("published") / "aireview")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, repo.path / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
            )
        elif source.exists():
            shutil.copy(source, repo.path / name)
    for key in list(os.environ):
        assert not key.startswith("GIT_DIR")
    repo.commit("published")
    return repo.path


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all runners may keep their environments in."""
    return tmp_path_factory.mktemp("caches")


def program(name: str) -> str:
    """Return the path of a program, beside Python or on PATH; skips the test without it."""
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=os.pathsep.join((str(beside), os.environ["PATH"])))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def ran(repo: HookedRepo, *words: str) -> None:
    done = repo.run(*words)
    assert done.returncode == 0, (words, done.stdout.decode(), done.stderr.decode())


def pre_commit_config(published: Path, *, check: str = "aireview-light") -> str:
    ids = (check, "aireview-message", "aireview-record", "aireview-push")
    hooks = "".join(f"      - id: {name}\n" for name in ids)
    hooks += "        args: [--no-semgrep]\n        additional_dependencies: []\n"
    revision = Repo(published, init=False).git("rev-parse", "HEAD")
    return f"repos:\n  - repo: {published}\n    rev: {revision}\n    hooks:\n{hooks}"


def with_pre_commit(repo: HookedRepo, published: Path, caches: Path) -> None:
    os.environ["PRE_COMMIT_HOME"] = str(caches / "pre-commit")
    repo.write(".pre-commit-config.yaml", pre_commit_config(published))
    repo.commit("hooks")
    types = [word for stage in STAGES for word in ("-t", stage)]
    ran(repo, program("pre-commit"), "install", "--install-hooks", *types)


def with_prek(repo: HookedRepo, published: Path, caches: Path) -> None:
    os.environ["PREK_HOME"] = str(caches / "prek")
    repo.write(".pre-commit-config.yaml", pre_commit_config(published))
    repo.commit("hooks")
    types = [word for stage in STAGES for word in ("-t", stage)]
    ran(repo, program("prek"), "install", "--install-hooks", *types)


def documented(name: str) -> str:
    """Return the first block of docs/hooks.md that belongs to a file."""
    return (ROOT / "docs/hooks.md").read_text().partition(f"# {name}\n")[2].partition("```")[0]


def on_path() -> None:
    """Put `aireview` where hooks find it, as people install it."""
    os.environ["PATH"] = f"{Path(program('aireview')).parent}{os.pathsep}{os.environ['PATH']}"


def with_lefthook(repo: HookedRepo, published: Path, caches: Path) -> None:
    del published, caches
    on_path()
    repo.write("lefthook.yml", documented("lefthook.yml"))
    repo.commit("hooks")
    ran(repo, program("lefthook"), "install")


def with_husky(repo: HookedRepo, published: Path, caches: Path) -> None:
    del published
    on_path()
    npm = program("npm")
    modules = caches / "husky"
    if not (modules / "node_modules/husky").exists():
        modules.mkdir(exist_ok=True)
        (modules / "package.json").write_text(json.dumps({"private": True}))
        words = [npm, "install", "--no-audit", "--no-fund", "husky@9"]
        done = subprocess.run(words, cwd=modules, capture_output=True, check=False)
        if done.returncode != 0:
            pytest.skip("the package husky cannot be installed here")
    shutil.copytree(modules / "node_modules", repo.path / "node_modules", symlinks=True)
    repo.write(".gitignore", "node_modules\n")
    table = (ROOT / "docs/hooks.md").read_text().partition("## husky")[2].split("\n")
    rows = [line.split("`") for line in table if line.startswith("| `.husky/")]
    for _, file, _, line, _ in rows:
        repo.write(file, f"{line}\n")
    assert {Path(row[1]).name for row in rows} == set(STAGES)
    repo.commit("hooks")
    ran(repo, str(repo.path / "node_modules/.bin/husky"))


RUNNERS: dict[str, Callable[[HookedRepo, Path, Path], None]] = {
    "pre-commit": with_pre_commit,
    "prek": with_prek,
    "lefthook": with_lefthook,
    "husky": with_husky,
}


@pytest.fixture(params=RUNNERS)
def runner(request: pytest.FixtureRequest) -> str:
    """Return the name of each hook runner in turn."""
    name: str = request.param
    return name


@pytest.fixture
def project(
    hooked: HookedRepo,
    runner: str,
    published: Path,
    caches: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> HookedRepo:
    """Return a project with a remote whose hooks run under one runner."""
    # Restored at the end, whatever the set-up puts into them.
    for name in ("PRE_COMMIT_HOME", "PREK_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", os.environ["PATH"])
    monkeypatch.setenv("UV_CACHE_DIR", str(caches / "uv"))
    monkeypatch.setenv("PIP_CACHE_DIR", str(caches / "pip"))
    monkeypatch.setenv("npm_config_cache", str(caches / "npm"))
    Repo(tmp_path / "remote.git", init=False).git("init", "-q", "--bare", "-b", "main")
    hooked.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    RUNNERS[runner](hooked, published, caches)
    hooked.git("push", "-q", "--no-verify", "origin", "main")
    return hooked


def test_commits_of_people_and_of_agents(project: HookedRepo) -> None:
    project.make("by hand")
    assert (project.message(), project.note()) == ("by hand", {})
    first = project.make("with help", env=AGENT)
    assert project.message() == f"with help\n\n{TRAILER}"
    assert project.note()["tools"] == ["codex"]
    assert "the commit hook checked it, exit code 0" in str(project.note())
    project.change()
    project.git("commit", "-q", "--amend", "--no-edit")
    assert project.message() == f"with help\n\n{TRAILER}"
    assert project.note()["carried_from"] == [first]
    assert project.git("status", "--porcelain") == ""


def test_what_is_blocked_and_what_goes_round(project: HookedRepo) -> None:
    before = project.git("rev-parse", "HEAD")
    project.change("bad.py", HIDDEN)
    done = project.run("git", "commit", "-m", "bad", env=AGENT)
    assert done.returncode != 0
    assert b"bad.py:1" in done.stdout + done.stderr
    assert project.git("rev-parse", "HEAD") == before
    project.git("rm", "-q", "--cached", "bad.py")
    (project.path / "bad.py").unlink()
    project.change("other.py", HIDDEN)
    project.git("commit", "-q", "--no-verify", "-m", "bad", env=AGENT)
    assert "unverified tree" in str(project.note())


def test_deleting_only(project: HookedRepo) -> None:
    project.make()
    project.git("rm", "-q", "code.py")
    project.git("commit", "-q", "-m", "gone", env=AGENT)
    assert "the commit hook checked it, exit code 0" in str(project.note())


def test_rebase_fixup_and_cherry_pick(project: HookedRepo) -> None:
    base = project.git("rev-parse", "HEAD")
    project.git("checkout", "-q", "-b", "topic")
    first = project.make("one", env=AGENT)
    project.change()
    project.git("commit", "-q", "--fixup", "HEAD")
    fixup = project.git("rev-parse", "HEAD")
    project.make("two")
    project.git("checkout", "-q", "main")
    project.change("other.py", "x = 1\n")
    project.git("commit", "-q", "-m", "main moves")
    project.git("checkout", "-q", "topic")
    project.git("rebase", "-q", "-i", "--autosquash", "main", env=NO_EDITOR)
    assert project.git("log", "--format=%s", f"{base}..") == "two\none\nmain moves"
    assert project.note("HEAD~")["tools"] == ["codex"]
    assert first in str(project.note("HEAD~")["carried_from"])
    assert fixup not in str(project.note("HEAD~"))
    assert project.note() == {}
    picked = project.git("rev-parse", "HEAD~")
    project.git("checkout", "-q", "-b", "again", base)
    project.git("cherry-pick", picked)
    assert picked in str(project.note()["carried_from"])


def test_merging(project: HookedRepo) -> None:
    project.git("checkout", "-q", "-b", "topic")
    project.make("one", env=AGENT)
    project.git("checkout", "-q", "main")
    project.git("merge", "-q", "--no-ff", "--no-edit", "topic")
    assert project.message() == "Merge branch 'topic'"
    project.git("reset", "-q", "--hard", "HEAD~")
    project.git("merge", "-q", "--squash", "topic")
    project.git("commit", "-q", "-m", "the topic")
    assert project.note()["tools"] == ["codex"]


def test_a_push_of_two_refs(project: HookedRepo, runner: str) -> None:
    for name, text in (("a-good", "x = 1\n"), ("b-bad", HIDDEN)):
        project.git("checkout", "-q", "-b", name, "main")
        project.change(f"{name}.py", text)
        project.commit_staged(name)
    done = project.run("git", "push", "origin", "b-bad")
    assert done.returncode != 0
    assert b"b-bad.py:1" in done.stdout + done.stderr
    done = project.run("git", "push", "origin", "a-good", "b-bad")
    # These runners hand over the first ref only: docs/hooks.md says so.
    assert (done.returncode == 0) == (runner in FIRST_REF_ONLY), done.stdout.decode()


def test_the_editor(project: HookedRepo) -> None:
    project.change()
    script = "import sys; p = sys.argv[1]; s = open(p).read(); open(p, 'w').write('typed' + s)"
    project.git(
        "commit", "-q", "-v", env=AGENT | {"GIT_EDITOR": f'"{sys.executable}" -c "{script}"'}
    )
    assert project.message() == f"typed\n\n{TRAILER}"


@pytest.mark.parametrize("runner", ["prek"], indirect=True)
def test_the_full_hook_brings_semgrep_along(
    project: HookedRepo, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = str(Path(sys.executable).parent)
    others = [folder for folder in os.environ["PATH"].split(os.pathsep) if folder != beside]
    monkeypatch.setenv("PATH", os.pathsep.join(others))
    project.write(".pre-commit-config.yaml", pre_commit_config(published, check="aireview"))
    project.commit("the full hook")
    project.change("token.py", UNSAFE)
    done = project.run("git", "commit", "-m", "unsafe", env=AGENT)
    assert done.returncode != 0
    assert b"token.py:5" in done.stdout + done.stderr


@pytest.mark.parametrize("runner", ["pre-commit", "prek"], indirect=True)
def test_a_run_over_all_files(project: HookedRepo, runner: str) -> None:
    command = (program(runner), "run", "--all-files", "aireview-light")
    assert project.run(*command).returncode == 0
    project.change("bad.py", HIDDEN)
    project.commit_staged("bad")
    done = project.run(*command)
    assert done.returncode != 0
    assert b"bad.py:1" in done.stdout
    ends = ("--from-ref", "HEAD~2", "--to-ref", "HEAD~1")
    assert project.run(program(runner), "run", "aireview-light", *ends).returncode == 0
    ends = ("--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert project.run(program(runner), "run", "aireview-light", *ends).returncode != 0


@pytest.mark.parametrize("runner", ["pre-commit"], indirect=True)
def test_more_names_than_fit_into_one_command_line(project: HookedRepo) -> None:
    """pre-commit calls the hook once per 131,072 bytes of names, `require_serial` or not."""
    for number in range(1500):
        project.write(f"{'long' * 25}{number}.txt", "x\n")
    project.change("bad.py", HIDDEN)
    done = project.run("git", "commit", "-m", "many")
    assert done.returncode != 0
    assert (done.stdout + done.stderr).count(b"bad.py:1") == 1
    project.git("rm", "-q", "--cached", "bad.py")
    project.git("commit", "-q", "-m", "many, clean")
