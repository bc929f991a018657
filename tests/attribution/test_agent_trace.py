from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from aireview.attribution.agent_trace import (
    MAX_BYTES,
    content_hash,
    locate,
    read_traces,
)
from aireview.attribution.murmur3 import murmur3_32
from aireview.attribution.trace_export import write_trace
from aireview.model.change import Change, ChangedFile, FileStatus, LineRange, Origin
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence
from aireview.model.provenance import (
    Attribution,
    AuthoredLines,
    Authorship,
    CommitAttribution,
    Effect,
    FileAttribution,
    Signal,
    Strength,
)

HEAD = "d" * 40
BASE = "e" * 40
TIME = "2026-03-01T12:00:00Z"

# The facts of the specification's record, in our own words: what is required, of which type, and
# that nothing else may stand there.
_CONTRIBUTOR = {
    "type": "object",
    "required": ["type"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": ["human", "ai", "mixed", "unknown"]},
        "model_id": {"type": "string", "maxLength": 250},
    },
}
_LINE = {"type": "integer", "minimum": 1}
SCHEMA = {
    "type": "object",
    "required": ["version", "id", "timestamp", "files"],
    "additionalProperties": False,
    "properties": {
        "version": {"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"},
        "id": {
            "type": "string",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        },
        "timestamp": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
        "vcs": {
            "type": "object",
            "required": ["type", "revision"],
            "additionalProperties": False,
            "properties": {
                "type": {"enum": ["git", "jj", "hg", "svn"]},
                "revision": {"type": "string"},
            },
        },
        "tool": {
            "type": "object",
            "required": ["name", "version"],
            "additionalProperties": False,
            "properties": {"name": {"type": "string"}, "version": {"type": "string"}},
        },
        "metadata": {"type": "object"},
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "conversations"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string"},
                    "conversations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ranges"],
                            "additionalProperties": False,
                            "properties": {
                                "contributor": _CONTRIBUTOR,
                                "ranges": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["start_line", "end_line"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "start_line": _LINE,
                                            "end_line": _LINE,
                                            "content_hash": {"type": "string"},
                                            "contributor": _CONTRIBUTOR,
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def trace(*ranges: object, path: str = "a.py", **more: object) -> dict[str, object]:
    conversation = {
        "contributor": {"type": "ai", "model_id": "openai/m-1"},
        "ranges": list(ranges) or [{"start_line": 1, "end_line": 4}],
    }
    record: dict[str, object] = {
        "version": "0.1.0",
        "id": "00000000-0000-4000-8000-000000000000",
        "timestamp": TIME,
        "vcs": {"type": "git", "revision": HEAD},
        "tool": {"name": "cursor", "version": "1"},
        "files": [{"path": path, "conversations": [conversation]}],
    }
    return record | more


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_a_record_gives_lines_with_tool_model_and_revision() -> None:
    [entry] = read_traces(lines(trace())).evidence
    assert (entry.path, entry.lines, entry.contributor) == (
        "a.py",
        (LineRange(1, 4),),
        Contributor.AI,
    )
    assert (entry.tool, entry.model, entry.revision) == ("cursor", "openai/m-1", HEAD)


@pytest.mark.parametrize("version", ["1.0", "0.1.0", 7])
def test_the_version_does_not_matter_for_reading(version: object) -> None:
    assert len(read_traces(lines(trace(version=version))).evidence) == 1


def test_a_range_may_have_its_own_contributor() -> None:
    own = {"start_line": 6, "end_line": 7, "contributor": {"type": "human"}}
    reading = read_traces(lines(trace({"start_line": 1, "end_line": 4}, own)))
    assert [(e.contributor, e.tool) for e in reading.evidence] == [
        (Contributor.AI, "cursor"),
        (Contributor.HUMAN, ""),
    ]


def test_a_bad_line_does_not_lose_the_rest() -> None:
    content = lines(trace()) + b'{"half": \n\n' + b"[" * 100_000 + b"\n" + lines(trace(path="b.py"))
    reading = read_traces(content)
    assert [entry.path for entry in reading.evidence] == ["a.py", "b.py"]
    assert reading.warnings == ("2 lines are no trace records, first 2",)


@pytest.mark.parametrize("path", [".sessions", ".shell-history", ""])
def test_pseudo_files_are_passed_over(path: str) -> None:
    assert read_traces(lines(trace(path=path))).evidence == ()


@pytest.mark.parametrize(
    "span",
    [
        {"start_line": 0, "end_line": 4},
        {"start_line": 5, "end_line": 4},
        {"start_line": "1", "end_line": 4},
        {"start_line": True, "end_line": True},
        {"end_line": 4},
        7,
    ],
)
def test_ranges_that_are_none_are_passed_over(span: object) -> None:
    assert read_traces(lines(trace(span))).evidence == ()


def test_another_version_control_system_names_no_commit() -> None:
    reading = read_traces(lines(trace(vcs={"type": "jj", "revision": "kkmp"})))
    assert reading.evidence[0].revision == ""


def test_a_contributor_of_no_known_type_is_nobody() -> None:
    record = json.dumps(trace()).replace('"ai"', '"robot"').encode()
    assert read_traces(record).evidence[0].contributor is Contributor.UNKNOWN


def test_files_that_are_empty_huge_or_no_traces() -> None:
    assert read_traces(b"\n \n").outcome is Outcome.SKIPPED
    assert read_traces(b"x" * (MAX_BYTES + 1)).outcome is Outcome.UNAVAILABLE
    assert read_traces(b"no\njson\n").outcome is Outcome.ERROR


@given(st.binary(max_size=200))
def test_reading_never_raises(content: bytes) -> None:
    assert read_traces(content).outcome in Outcome


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["path", "conversations", "ranges", "contributor", "type", "name", "vcs"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(st.lists(VALUES, max_size=3), VALUES, VALUES)
def test_records_of_wrong_types_are_passed_over(files: object, tool: object, vcs: object) -> None:
    record = {"files": files, "tool": tool, "vcs": vcs, "metadata": vcs}
    assert read_traces(lines(record)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", 0),
        (b"hello", 0x248BFA47),
        (b"hello, world", 0x149BBB7F),
        (b"The quick brown fox jumps over the lazy dog", 0x2E4FF723),
    ],
)
def test_murmur3_gives_the_published_values(data: bytes, expected: int) -> None:
    assert murmur3_32(data) == expected


def test_murmur3_takes_a_seed() -> None:
    assert murmur3_32(b"", seed=1) == 0x514E28B7


CONTENT = b"import x\n\ndef lamp():\n    return 1\n\nlast\n"
LAMP = [b"def lamp():", b"    return 1"]


def claim(start: int, end: int, wanted: str) -> LineEvidence:
    return LineEvidence(
        path="a.py",
        contributor=Contributor.AI,
        lines=(LineRange(start, end),),
        tool="cursor",
        content_hash=wanted,
    )


@pytest.mark.parametrize("start", [1, 2, 3, 5, 400])
def test_lines_that_moved_are_found_by_their_hash(start: int) -> None:
    found = locate(claim(start, start + 1, content_hash(LAMP)), CONTENT)
    assert found.lines == (LineRange(3, 4),)
    assert found.strength is Strength.EXPLICIT


def test_a_hash_with_the_final_newline_is_found_as_well() -> None:
    wanted = f"murmur3:{murmur3_32(b'def lamp():' + bytes([10]) + b'    return 1' + bytes([10])):x}"
    assert locate(claim(1, 2, wanted), CONTENT).lines == (LineRange(3, 4),)


def test_a_hash_that_fits_nowhere_is_not_confirmed() -> None:
    found = locate(claim(1, 2, "murmur3:12345678"), CONTENT)
    assert (found.lines, found.strength) == ((LineRange(1, 2),), Strength.STRONG)


@pytest.mark.parametrize("wanted", ["", "sha256:00", "murmur3"])
def test_a_hash_of_another_kind_is_left_alone(wanted: str) -> None:
    entry = claim(1, 2, wanted)
    assert locate(entry, CONTENT) == entry


def attribution(*files: FileAttribution) -> Attribution:
    signal = Signal(
        kind="co-author",
        tool="claude-code",
        model="claude-large-9",
        strength=Strength.EXPLICIT,
        effect=Effect.AI,
        quote="x",
    )
    commit = CommitAttribution(
        sha=HEAD, authorship=Authorship.AI, tools=("claude-code",), signals=(signal,)
    )
    return Attribution(
        authorship=Authorship.MIXED, tools=("claude-code",), commits=(commit,), files=files
    )


def change(*files: ChangedFile, head: str | None = HEAD) -> Change:
    return Change(origin=Origin.RANGE, base=BASE, head=head, files=files)


def added(path: str, *spans: tuple[int, int]) -> ChangedFile:
    return ChangedFile(
        path=path, status=FileStatus.ADDED, added=tuple(LineRange(*span) for span in spans)
    )


def marked(path: str, *spans: tuple[int, int]) -> FileAttribution:
    return FileAttribution(
        path=path,
        authorship=Authorship.MIXED,
        tools=("claude-code",),
        lines=tuple(
            AuthoredLines(
                lines=LineRange(*span), tool="claude-code", signature="row.1", commit=HEAD
            )
            for span in spans
        ),
    )


def exported(which: Change, who: Attribution) -> dict[str, object]:
    content = write_trace(which, who, timestamp=TIME, tool_version="9.9")
    assert content.count(b"\n") == 1
    record = json.loads(content)
    Draft202012Validator(SCHEMA).validate(record)
    assert isinstance(record, dict)
    return record


def test_an_export_is_valid_and_names_who_wrote_which_lines() -> None:
    record = exported(change(added("a.py", (1, 10))), attribution(marked("a.py", (2, 3), (5, 5))))
    assert record["vcs"] == {"type": "git", "revision": HEAD}
    assert record["version"] == "0.1.0"
    model = {"type": "ai", "model_id": "anthropic/claude-large-9"}
    assert record["files"] == [
        {
            "path": "a.py",
            "conversations": [
                {
                    "contributor": model,
                    "ranges": [
                        {"start_line": 2, "end_line": 3, "contributor": model},
                        {"start_line": 5, "end_line": 5, "contributor": model},
                    ],
                },
                {
                    "contributor": {"type": "unknown"},
                    "ranges": [
                        {"start_line": start, "end_line": end, "contributor": {"type": "unknown"}}
                        for start, end in ((1, 1), (4, 4), (6, 10))
                    ],
                },
            ],
        }
    ]
    assert record["metadata"]["dev.aireview"]["authorship"] == "mixed"  # type: ignore[index]


def test_a_mixed_file_without_lines_is_mixed_and_none_is_human() -> None:
    mixed = FileAttribution(path="a.py", authorship=Authorship.MIXED)
    bot = FileAttribution(path="b.py", authorship=Authorship.BOT)
    record = exported(change(added("a.py", (1, 2)), added("b.py", (1, 1))), attribution(mixed, bot))
    files = record["files"]
    kinds = [file["conversations"][0]["contributor"]["type"] for file in files]  # type: ignore[attr-defined]
    assert kinds == ["mixed", "unknown"]


def test_files_that_add_nothing_and_a_change_without_head() -> None:
    gone = ChangedFile(path="gone.py", status=FileStatus.DELETED)
    record = exported(change(gone, head=None), attribution())
    assert record["files"] == []
    assert "vcs" not in record


def test_names_that_are_no_utf8_do_not_break_an_export() -> None:
    record = exported(
        change(added("caf\udce9.py", (1, 1))), attribution(marked("caf\udce9.py", (1, 1)))
    )
    assert record["files"][0]["path"] == "caf\ufffd.py"  # type: ignore[index]


NUMBERS = st.lists(st.integers(1, 60), min_size=1, max_size=8, unique=True)


@given(NUMBERS, NUMBERS)
def test_what_is_exported_reads_back(all_lines: list[int], of_the_tool: list[int]) -> None:
    ours = sorted(set(of_the_tool))
    whole = sorted({*all_lines, *ours})
    content = write_trace(
        change(added("a.py", *((n, n) for n in whole))),
        attribution(marked("a.py", *((n, n) for n in ours))),
        timestamp=TIME,
        tool_version="1",
    )
    back = read_traces(content)
    found = {
        (entry.contributor, n)
        for entry in back.evidence
        for span in entry.lines
        for n in range(span.start, span.end + 1)
    }
    assert found == {(Contributor.AI if n in ours else Contributor.UNKNOWN, n) for n in whole}
    assert {entry.tool for entry in back.evidence if entry.contributor is Contributor.AI} == {
        "claude-code"
    }
    assert {entry.revision for entry in back.evidence} == {HEAD}


def test_the_same_range_gives_the_same_bytes_and_another_head_another_id() -> None:
    who = attribution()
    one = exported(change(), who)
    assert one == exported(change(), who)
    other = exported(msgspec.structs.replace(change(), head="f" * 40), who)
    assert one["id"] != other["id"]
