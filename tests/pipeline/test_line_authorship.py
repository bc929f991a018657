from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest
from support.repo import Repo

from aireview.adapters.git.added import added_lines
from aireview.adapters.git.blame import blamer
from aireview.adapters.git.command import Git
from aireview.adapters.git.diff import list_changes
from aireview.adapters.git.notes import Notes, write_note
from aireview.adapters.git.objects import Objects
from aireview.attribution.agent_trace import content_hash
from aireview.attribution.entire import metadata_path
from aireview.errors import AireviewError
from aireview.model.change import Change, ChangedFile, Commit, LineRange, Origin
from aireview.model.lines import BlamedLines, LineAuthorship
from aireview.model.provenance import (
    Attribution,
    Authorship,
    CommitAttribution,
    Effect,
    Signal,
    Strength,
)
from aireview.pipeline import line_authorship as module
from aireview.pipeline.line_authorship import (
    NOTE_REFS,
    LineSources,
    export_agent_trace,
    gather,
    line_authorship,
)

GIT_AI = "refs/notes/ai"


def judge(commit: Commit, extra: Sequence[Signal]) -> CommitAttribution:
    """Judge as the real one does, as far as these tests need: trailers, notes, the rest."""
    signals = list(extra)
    for marker, tool in (("Robot", "codex"), ("Entire-Checkpoint", "entire")):
        if marker in commit.message:
            signals.append(
                Signal(
                    kind="trailer",
                    tool=tool,
                    strength=Strength.EXPLICIT,
                    effect=Effect.AI,
                    quote=marker,
                    signature=f"{tool}.row",
                )
            )
    decisive = [s for s in signals if s.strength in (Strength.EXPLICIT, Strength.STRONG)]
    effects = {s.effect for s in decisive}
    if Effect.AI in effects:
        kind = Authorship.AI
    else:
        kind = Authorship.MIXED if effects & {Effect.LINES, Effect.PARTIAL} else Authorship.UNKNOWN
    return CommitAttribution(
        sha=commit.sha,
        authorship=kind,
        tools=tuple(s.tool for s in decisive),
        signals=tuple(signals),
    )


def history(repo: Repo, base: str) -> list[Commit]:
    entries = repo.git("log", "--format=%H%x01%P%x01%B%x02", f"{base}..HEAD").split("\x02")
    fields = [entry.strip().split("\x01") for entry in entries if entry.strip()]
    return [
        Commit(sha=sha, parents=tuple(parents.split()), message=message)
        for sha, parents, message in fields
    ]


class Scene:
    """A repository, the range from `base` to HEAD, and real sources over it."""

    def __init__(self, repo: Repo) -> None:
        self.repo = repo
        self.git = Git(str(repo.path))
        self.base = repo.commit("base")
        self.trace: bytes | None = None
        self.checkpoints: Mapping[str, bytes] = {}
        self.blamed: list[str] = []

    def write(self, path: str, *lines: str) -> None:
        self.repo.write(path, "".join(f"{line}\n" for line in lines))

    def note(self, sha: str, body: str, tool: str = "claude") -> None:
        metadata = {
            "schema_version": "authorship/3.0.0",
            "base_commit_sha": sha,
            "prompts": {"0011223344556677": {"agent_id": {"tool": tool, "id": "1", "model": "m"}}},
        }
        write_note(self.git, GIT_AI, sha, f"{body}---\n{json.dumps(metadata)}".encode())

    def sources(self) -> LineSources:
        notes = Notes(self.git, NOTE_REFS)
        ask = blamer(self.git, self.base, self.repo.git("rev-parse", "HEAD"))

        def blame(path: str, *, ignore_whitespace: bool = False) -> Sequence[BlamedLines]:
            self.blamed.append(path)
            return ask(path, ignore_whitespace=ignore_whitespace)

        def file_at(sha: str, path: str) -> bytes | None:
            done = self.repo.run("git", "show", f"{sha}:{path}")
            return done.stdout if done.returncode == 0 else None

        return LineSources(
            notes=notes.read,
            problems=notes.problems,
            added=lambda shas: added_lines(self.git, shas),
            blame=blame,
            trace=self.trace,
            checkpoint=self.checkpoints.get,
            file_at=file_at,
        )

    def files(self) -> tuple[ChangedFile, ...]:
        with Objects(self.git) as objects:
            return list_changes(self.git, objects, [self.base, "HEAD"]).files

    def run(self) -> LineAuthorship:
        return line_authorship(history(self.repo, self.base), self.files(), judge, self.sources())


@pytest.fixture
def scene(repo: Repo) -> Scene:
    return Scene(repo)


def marks(found: LineAuthorship) -> dict[str, list[tuple[int, int, str]]]:
    return {
        file.path: [(m.lines.start, m.lines.end, m.tool) for m in file.lines]
        for file in found.files
    }


def kinds(found: LineAuthorship) -> list[str]:
    return [commit.authorship.value for commit in found.commits]


def test_a_note_marks_its_lines_through_later_commits_and_a_rename(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b", "c", "d")
    first = scene.repo.commit("add lamp")
    scene.note(first, "lamp.py\n  0011223344556677 2-3\n")
    scene.write("lamp.py", "zero", "a", "b", "c", "d")
    scene.repo.commit("by hand")
    scene.repo.git("mv", "lamp.py", "light.py")
    scene.repo.commit("rename")
    found = scene.run()
    assert kinds(found) == ["unknown", "unknown", "mixed"]
    assert marks(found) == {"light.py": [(3, 4, "claude-code")]}
    assert found.files[0].lines[0].commit == first
    assert (found.warnings, found.incomplete) == ((), ())


def test_an_ai_commit_without_note_marks_all_its_lines(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b")
    scene.repo.commit("add\n\nRobot")
    scene.write("lamp.py", "a", "b", "c")
    scene.repo.commit("by hand")
    found = scene.run()
    assert marks(found) == {"lamp.py": [(1, 2, "codex")]}
    assert found.files[0].authorship is Authorship.MIXED


def test_lines_that_somebody_only_reindents_stay_the_tools(scene: Scene) -> None:
    scene.write("lamp.py", "a = 1", "b = 2")
    scene.repo.commit("add\n\nRobot")
    scene.write("lamp.py", "    a = 1", "b = 2")
    scene.repo.commit("format")
    assert marks(scene.run()) == {"lamp.py": [(1, 2, "codex")]}


def test_one_commit_needs_no_blame(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b", "c")
    sha = scene.repo.commit("add")
    scene.note(sha, "lamp.py\n  0011223344556677 1-3\n")
    found = scene.run()
    assert (kinds(found), marks(found)) == (["ai"], {"lamp.py": [(1, 3, "claude-code")]})
    assert scene.blamed == []


def test_a_range_without_evidence_is_not_blamed(scene: Scene) -> None:
    for n in range(2):
        scene.write("lamp.py", *(str(line) for line in range(n + 1)))
        scene.repo.commit("by hand")
    found = scene.run()
    assert [file.authorship for file in found.files] == [Authorship.UNKNOWN]
    assert scene.blamed == []


def test_a_merge_leaves_lines_with_the_commits_of_its_branch(scene: Scene) -> None:
    scene.repo.git("checkout", "-q", "-b", "side")
    scene.write("side.py", "s")
    scene.repo.commit("side\n\nRobot")
    scene.repo.git("checkout", "-q", "main")
    scene.write("main.py", "m")
    scene.repo.commit("main")
    scene.repo.git("merge", "-q", "--no-edit", "side")
    assert marks(scene.run()) == {"main.py": [], "side.py": [(1, 1, "codex")]}


def test_a_note_outside_the_diff_is_weak_and_warned_about(scene: Scene) -> None:
    scene.write("lamp.py", "a")
    sha = scene.repo.commit("add")
    scene.note(sha, "lamp.py\n  0011223344556677 40-50\n")
    found = scene.run()
    assert (kinds(found), marks(found)) == (["unknown"], {"lamp.py": []})
    assert [s.strength for s in found.commits[0].signals] == [Strength.WEAK]
    assert "did not add" in found.warnings[0]


def trace(path: str, revision: str, start: int, end: int, **more: object) -> bytes:
    span = {"start_line": start, "end_line": end, **more}
    return json.dumps(
        {
            "version": "1.0",
            "tool": {"name": "cursor"},
            "vcs": {"type": "git", "revision": revision},
            "files": [
                {"path": path, "conversations": [{"contributor": {"type": "ai"}, "ranges": [span]}]}
            ],
        }
    ).encode()


def test_a_trace_that_names_the_parent_is_about_the_child(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b")
    scene.repo.commit("add")
    scene.trace = trace("lamp.py", scene.base, 1, 1)
    found = scene.run()
    assert (kinds(found), marks(found)) == (["mixed"], {"lamp.py": [(1, 1, "cursor")]})


def test_a_trace_goes_to_the_commit_that_it_fits_best(scene: Scene) -> None:
    scene.write("lamp.py", "a")
    first = scene.repo.commit("one")
    scene.write("lamp.py", "a", "b", "c")
    second = scene.repo.commit("two")
    scene.trace = trace("lamp.py", first, 1, 3)
    found = gather(history(scene.repo, scene.base), scene.sources())
    assert [entry.lines for entry in found.evidence[second].spans] == [(LineRange(2, 3),)]
    assert first not in found.evidence


def test_a_trace_whose_lines_moved_is_found_by_its_hash(scene: Scene) -> None:
    scene.write("lamp.py", "head", "a", "b", "c")
    scene.repo.commit("add")
    scene.trace = trace("lamp.py", scene.base, 1, 2, content_hash=content_hash([b"b", b"c"]))
    assert marks(scene.run()) == {"lamp.py": [(3, 4, "cursor")]}


def test_a_trace_that_claims_lines_for_a_person_clears_nothing(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b")
    scene.repo.commit("add\n\nRobot")
    scene.trace = trace("lamp.py", scene.base, 1, 2, contributor={"type": "human"})
    found = scene.run()
    assert (kinds(found), marks(found)) == (["ai"], {"lamp.py": [(1, 2, "codex")]})


def test_a_trace_of_older_history_is_no_news(scene: Scene) -> None:
    scene.write("lamp.py", "a")
    scene.repo.commit("add")
    scene.trace = trace("lamp.py", "f" * 40, 1, 1)
    found = scene.run()
    assert (kinds(found), found.warnings, found.incomplete) == (["unknown"], (), ())


def test_evidence_that_cannot_be_read_is_incomplete_not_absent(scene: Scene) -> None:
    scene.write("lamp.py", "a")
    sha = scene.repo.commit("add")
    write_note(scene.git, GIT_AI, sha, b"x" * (4 * 1024 * 1024 + 1))
    write_note(scene.git, "refs/notes/aireview", sha, b"no record")
    broken = scene.repo.path / ".git/refs/notes/ai-attribution"
    broken.write_text("nonsense\n")
    scene.trace = b"no\njson\n"
    said = "\n".join(scene.run().incomplete)
    for part in (
        "ai-attribution is broken",
        "limit of",
        "aireview/record/v1",
        "no line is a trace",
    ):
        assert part in said


CHECKPOINT = "0123456789ab"


def checkpoint(share: int) -> bytes:
    attribution = {"agent_percentage": share}
    return json.dumps({"agent": "codex", "initial_attribution": attribution}).encode()


@pytest.mark.parametrize(("share", "kind"), [(0, "unknown"), (40, "mixed"), (100, "ai")])
def test_a_checkpoint_speaks_instead_of_the_trailer_that_names_it(
    scene: Scene, share: int, kind: str
) -> None:
    scene.write("lamp.py", "a")
    scene.repo.commit(f"add\n\nEntire-Checkpoint: {CHECKPOINT}")
    scene.checkpoints = {metadata_path(CHECKPOINT): checkpoint(share)}
    assert kinds(scene.run()) == [kind]


def test_without_the_checkpoint_its_trailer_stands(scene: Scene) -> None:
    scene.write("lamp.py", "a")
    scene.repo.commit(f"add\n\nEntire-Checkpoint: {CHECKPOINT}")
    found = scene.run()
    assert kinds(found) == ["ai"]
    assert "checkpoint" in found.warnings[0]


def test_files_above_the_limit_are_not_blamed_and_it_is_said(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BLAMED", 1)
    for name in ("a.py", "b.py", "c.py"):
        scene.write(name, "x")
    scene.repo.commit("add\n\nRobot")
    scene.write("d.py", "x")
    scene.repo.commit("by hand")
    found = scene.run()
    assert set(scene.blamed) == {"a.py"}
    assert [file.authorship.value for file in found.files] == ["ai", "mixed", "mixed", "mixed"]
    assert "3 more were not" in found.warnings[0]


def test_a_file_that_git_cannot_blame_is_said_and_not_lost(scene: Scene) -> None:
    scene.write("a.py", "x")
    scene.repo.commit("add\n\nRobot")
    scene.write("b.py", "x")
    scene.repo.commit("by hand")

    def fail(path: str, *, ignore_whitespace: bool = False) -> Sequence[BlamedLines]:
        raise AireviewError(f"no {path} {ignore_whitespace}")

    sources = scene.sources()._replace(blame=fail)
    found = line_authorship(history(scene.repo, scene.base), scene.files(), judge, sources)
    assert [file.authorship for file in found.files] == [Authorship.MIXED, Authorship.MIXED]
    assert "no line authorship" in found.warnings[0]


def test_a_judged_range_is_exported_as_a_trace(scene: Scene) -> None:
    scene.write("lamp.py", "a", "b")
    scene.repo.commit("add\n\nRobot")
    head = scene.repo.git("rev-parse", "HEAD")
    found = scene.run()
    change = Change(origin=Origin.RANGE, base=scene.base, head=head, files=scene.files())
    who = Attribution(authorship=Authorship.AI, commits=found.commits, files=found.files)
    content = export_agent_trace(change, who, timestamp="2026-03-01T12:00:00Z", tool_version="1")
    record = json.loads(content)
    assert record["vcs"]["revision"] == head
    [span] = record["files"][0]["conversations"][0]["ranges"]
    assert (span["start_line"], span["end_line"], span["contributor"]["type"]) == (1, 2, "ai")
