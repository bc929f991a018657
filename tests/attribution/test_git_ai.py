from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.attribution.git_ai import (
    MAX_BYTES,
    read_legacy,
    read_note,
    session_key,
    write_note,
)
from aireview.model.change import LineRange
from aireview.model.finding import Outcome
from aireview.model.lines import Contributor, LineEvidence, NoteReading
from aireview.model.provenance import Strength

COMMIT = "c" * 40
SESSION = "s_0123456789abcd"
TURN = f"{SESSION}::t_fedcba98765432"
PERSON = "h_00112233445566"
PROMPT = "0011223344556677"


def note(head: str, **metadata: object) -> bytes:
    table = {"schema_version": "authorship/3.0.0", "base_commit_sha": COMMIT, "prompts": {}}
    return f"{head}---\n{json.dumps(table | metadata)}".encode()


def agent(tool: str = "codex", model: str = "large-2") -> dict[str, object]:
    return {"agent_id": {"tool": tool, "id": "x-1", "model": model}}


def said(reading: NoteReading) -> list[tuple[str, str, str, str]]:
    return [
        (
            entry.path,
            entry.contributor.value,
            entry.tool,
            ",".join(f"{span.start}-{span.end}" for span in entry.lines),
        )
        for entry in reading.evidence
    ]


def test_a_full_note_gives_lines_tools_and_people_apart() -> None:
    head = f'src/lamp.py\n  {TURN} 1-8,12\n  {PERSON} 9-11\n"dir with space/x.py"\n  {PROMPT} 3\n'
    reading = read_note(
        note(
            head,
            sessions={SESSION: agent()},
            prompts={PROMPT: agent("cursor", "fast-1")},
            humans={PERSON: {"author": "Ina Quist <ina@example.com>"}},
        )
    )
    assert said(reading) == [
        ("src/lamp.py", "ai", "codex", "1-8,12-12"),
        ("src/lamp.py", "human", "", "9-11"),
        ("dir with space/x.py", "ai", "cursor", "3-3"),
    ]
    assert reading.evidence[0].model == "large-2"
    assert reading.base_commit == COMMIT
    assert reading.warnings == ()


def test_sessions_alone_are_read() -> None:
    reading = read_note(note(f"a.py\n  {TURN} 1\n", sessions={SESSION: agent("claude")}))
    assert said(reading) == [("a.py", "ai", "claude-code", "1-1")]


def test_prompts_alone_are_read_with_short_keys() -> None:
    reading = read_note(note("a.py\n  0123abc 1-2\n", prompts={"0123abc": agent("github-copilot")}))
    assert said(reading) == [("a.py", "ai", "copilot", "1-2")]


@pytest.mark.parametrize("content", [b"", b"\n", b"  \n\t\n"])
def test_an_empty_note_states_nothing(content: bytes) -> None:
    reading = read_note(content)
    assert (reading.outcome, reading.evidence) == (Outcome.SKIPPED, ())


def test_a_note_about_people_only_has_no_ai_evidence() -> None:
    reading = read_note(note(f"a.py\n  {PERSON} 1-3\n", humans={PERSON: {"author": "Ina"}}))
    assert said(reading) == [("a.py", "human", "", "1-3")]


@pytest.mark.parametrize(
    "key",
    [TURN, SESSION, PROMPT, "0123abc", "ai_agent", "0b1c2d3e-1111-4222-8333-444455556666"],
)
def test_a_dangling_key_of_an_agent_is_ai_by_an_unknown_agent(key: str) -> None:
    assert said(read_note(note(f"a.py\n  {key} 4\n"))) == [("a.py", "ai", "unknown-agent", "4-4")]


@pytest.mark.parametrize("key", [PERSON, "human"])
def test_a_dangling_key_of_a_person_is_human(key: str) -> None:
    assert said(read_note(note(f"a.py\n  {key} 4\n"))) == [("a.py", "human", "", "4-4")]


def test_a_key_of_no_known_kind_is_nobody_and_warned_about() -> None:
    reading = read_note(note("a.py\n  who-knows 4\n"))
    assert said(reading) == [("a.py", "unknown", "", "4-4")]
    assert "who-knows" in reading.warnings[0]


@pytest.mark.parametrize("tool", ["mock_ai", "test-agent"])
def test_test_tools_are_ignored(tool: str) -> None:
    assert read_note(note(f"a.py\n  {TURN} 1\n", sessions={SESSION: agent(tool)})).evidence == ()


def test_missing_version_and_unknown_top_level_keys_are_tolerated() -> None:
    reading = read_note(
        note(f"a.py\n  {TURN} 1\n", sessions={SESSION: agent()}, logical_commit_id="z")
    )
    assert said(reading) == [("a.py", "ai", "codex", "1-1")]


def test_a_note_above_the_limit_is_unavailable() -> None:
    reading = read_note(b"a.py\n" + b"x" * MAX_BYTES)
    assert reading.outcome is Outcome.UNAVAILABLE
    assert str(MAX_BYTES) in reading.reason


@pytest.mark.parametrize(
    "content",
    [
        f"a.py\n  {TURN} 1-2\n---\n{{broken".encode(),
        f"a.py\n  {TURN} 1-2\n---\n".encode(),
        f"a.py\n  {TURN} 1-2\n".encode(),
        f"a.py\n  {TURN} 1-2\n---\n[1]".encode(),
        f"a.py\n  {TURN} 1-2\n---\n".encode() + b"[" * 100_000,
    ],
    ids=["broken", "no-json", "no-divider", "array", "nested"],
)
def test_lines_survive_broken_metadata_as_strong(content: bytes) -> None:
    reading = read_note(content)
    assert said(reading) == [("a.py", "ai", "unknown-agent", "1-2")]
    assert reading.evidence[0].strength is Strength.STRONG
    assert reading.warnings


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"hello", b"[1, 2]", b'{"a": 1}', b"{nope"])
def test_what_is_no_log_is_an_error(content: bytes) -> None:
    reading = read_note(content)
    assert (reading.outcome, reading.evidence) == (Outcome.ERROR, ())
    assert reading.reason


def test_a_path_that_is_no_utf8_is_kept_as_git_has_it() -> None:
    content = note(f"a.py\n  {TURN} 1\n").replace(b"a.py", b"caf\xe9.py")
    assert read_note(content).evidence[0].path == "caf\udce9.py"


def test_metadata_that_is_no_utf8_still_names_the_tool() -> None:
    content = note(f"a.py\n  {TURN} 1\n", sessions={SESSION: agent()}).replace(b"x-1", b"\xe9-1")
    assert said(read_note(content)) == [("a.py", "ai", "codex", "1-1")]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("12,1-8,4-9", "1-9,12-12"),
        ("5-3,7", "7-7"),
        ("0-2,7", "7-7"),
        ("9" * 5000 + ",7", "7-7"),
        ("1-,-2,x,7", "7-7"),
        ("99999999999", ""),
        ("4000000000,7", "7-7"),
    ],
)
def test_ranges_out_of_order_are_sorted_and_senseless_ones_dropped(
    written: str, lines: str
) -> None:
    reading = read_note(note(f"a.py\n  {TURN} {written}\n"))
    assert [entry[3] for entry in said(reading)] == ([lines] if lines else [])


def test_an_entry_without_path_or_ranges_is_warned_about() -> None:
    reading = read_note(note(f"  {TURN} 1\na.py\n  {TURN}\n"))
    assert reading.evidence == ()
    assert len(reading.warnings) == 2


def test_a_quoted_path_may_hold_a_newline() -> None:
    reading = read_note(note(f'"a\nb c.py"\n  {TURN} 1\n'))
    assert [entry.path for entry in reading.evidence] == ["a\nb c.py"]


def test_a_quote_that_never_closes_costs_only_its_own_path() -> None:
    reading = read_note(note(f'"open\n  {TURN} 1\nb.py\n  {TURN} 2\n'))
    assert [entry.path for entry in reading.evidence] == ["open", "b.py"]


def test_a_note_with_crlf_is_read() -> None:
    content = note(f"a.py\n  {TURN} 1-2\n", sessions={SESSION: agent()}).replace(b"\n", b"\r\n")
    assert said(read_note(content)) == [("a.py", "ai", "codex", "1-2")]


def test_a_hostile_model_name_is_made_printable() -> None:
    reading = read_note(
        note(f"a.py\n  {TURN} 1\n", sessions={SESSION: agent("\x1b[31mred", "m\x1b[0m\u202e")})
    )
    assert reading.evidence[0].tool == "unknown-agent"
    assert reading.evidence[0].model == "m\\u{001B}[0m\\u{202E}"


def test_metadata_of_wrong_types_is_passed_over() -> None:
    reading = read_note(
        note(f"a.py\n  {TURN} 1\n", sessions=[1], prompts="x", humans={"h": 3}, base_commit_sha=5)
    )
    assert said(reading) == [("a.py", "ai", "unknown-agent", "1-1")]
    assert reading.base_commit == ""


def test_many_warnings_are_cut() -> None:
    reading = read_note(note("a.py\n" + "".join(f"  odd-{n} 1\n" for n in range(50))))
    assert len(reading.warnings) == 21
    assert "30 more" in reading.warnings[-1]


def legacy(*authors: object) -> bytes:
    return json.dumps(
        {"schema_version": "authorship/0.0.1", "files": {"a.py": {"authors": list(authors)}}}
    ).encode()


def test_the_legacy_log_tells_agents_from_people_called_like_them() -> None:
    reading = read_legacy(
        legacy(
            {"author": "Cursor", "lines": [2, [8, 34], [8, 9]], "agent_metadata": None},
            {"author": "Claude", "lines": [40], "agent_metadata": None},
            {"author": "Claude", "lines": [50], "agent_metadata": {"model": "m-1"}},
            {"author": "mock_ai", "lines": [60]},
        )
    )
    assert said(reading) == [
        ("a.py", "ai", "cursor", "2-2,8-34"),
        ("a.py", "human", "", "40-40"),
        ("a.py", "ai", "claude-code", "50-50"),
    ]
    assert [entry.strength for entry in reading.evidence if entry.tool] == [
        Strength.STRONG,
        Strength.EXPLICIT,
    ]


def test_a_legacy_log_under_the_new_ref_is_read_as_what_it_is() -> None:
    content = legacy({"author": "Cursor", "lines": [[1, 2]]})
    assert said(read_note(content)) == said(read_legacy(content))


@pytest.mark.parametrize("content", [b"[]", b"nonsense", b'{"a": 1}'])
def test_a_legacy_log_that_is_none_is_an_error(content: bytes) -> None:
    assert read_legacy(content).outcome is Outcome.ERROR


def test_an_empty_or_huge_legacy_log() -> None:
    assert read_legacy(b"").outcome is Outcome.SKIPPED
    assert read_legacy(b"{" * (MAX_BYTES + 1)).outcome is Outcome.UNAVAILABLE


def test_metadata_without_attestations_names_no_line() -> None:
    reading = read_note(json.dumps({"prompts": {PROMPT: agent()}}).encode())
    assert (reading.outcome, reading.evidence) == (Outcome.PASSED, ())
    assert reading.warnings


@given(st.binary(max_size=400))
def test_reading_never_raises(content: bytes) -> None:
    for reading in (read_note(content), read_legacy(content)):
        assert reading.outcome in Outcome


FRAGMENTS = st.sampled_from(
    [
        "a.py\n",
        '"',
        "\n",
        "---\n",
        f"  {TURN} 1-3\n",
        "  ",
        "{",
        "}",
        '"prompts":{}',
        "1-2,",
        "\r\n",
        "\x00",
        "\ud800",
    ]
)


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
def test_reading_never_raises_for_what_looks_like_a_note(text: str) -> None:
    assert read_note(text.encode("utf-8", "surrogatepass")).outcome in Outcome


PATHS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\0") | st.sampled_from(' "\n\t\udce9'),
    min_size=1,
    max_size=12,
)
SPANS = st.builds(
    lambda start, length: LineRange(start, start + length), st.integers(1, 500), st.integers(0, 9)
)
EVIDENCE = st.builds(
    LineEvidence,
    path=PATHS,
    contributor=st.just(Contributor.AI),
    lines=SPANS.map(lambda span: (span,)),
    tool=st.sampled_from(["codex", "claude-code"]),
    model=st.sampled_from(["m-1", "m-2"]),
)


@given(st.lists(EVIDENCE, min_size=1, max_size=5))
def test_what_is_written_reads_back(evidence: list[LineEvidence]) -> None:
    content = write_note(evidence, commit=COMMIT, conversation="run-1")
    back = read_note(content)
    expected = {
        (entry.path, entry.tool, entry.model, line)
        for entry in evidence
        if holds(entry.path)
        for line in range(entry.lines[0].start, entry.lines[0].end + 1)
    }
    found = {
        (entry.path, entry.tool, entry.model, line)
        for entry in back.evidence
        for span in entry.lines
        for line in range(span.start, span.end + 1)
    }
    assert found == expected
    assert not expected or back.base_commit == COMMIT


def holds(path: str) -> bool:
    """Whether the line-based format can express the path at all."""
    lines = path.split("\n")
    return "---" not in lines and not any(line.endswith('"') for line in lines[:-1])


def test_the_written_note_is_what_the_standard_shows() -> None:
    content = write_note(
        [
            LineEvidence(
                path="b c.py",
                contributor=Contributor.AI,
                lines=(LineRange(1, 8), LineRange(12, 12)),
                tool="codex",
                model="m-1",
            ),
            LineEvidence(
                path="a.py", contributor=Contributor.HUMAN, lines=(LineRange(3, 3),), key="Ina"
            ),
            LineEvidence(path="d.py", contributor=Contributor.AI, tool="codex"),
        ],
        commit=COMMIT,
        conversation="run-1",
    )
    head, _, tail = content.partition(b"---\n")
    lines = head.decode().split("\n")
    assert lines[0] == "a.py"
    assert lines[1].startswith("  h_")
    assert lines[2] == '"b c.py"'
    key, ranges = lines[3].split()
    assert ranges == "1-8,12"
    assert len(key) == len(TURN)
    metadata = json.loads(tail)
    assert metadata["schema_version"] == "authorship/3.0.0"
    assert metadata["base_commit_sha"] == COMMIT
    assert metadata["prompts"] == {}
    session = key.partition("::")[0]
    assert metadata["sessions"][session]["agent_id"]["tool"] == "codex"
    assert b"d.py" not in content


def test_writing_is_deterministic_and_says_nothing_without_lines() -> None:
    entry = LineEvidence(
        path="a.py", contributor=Contributor.AI, lines=(LineRange(1, 2),), tool="t"
    )
    other = msgspec.structs.replace(entry, path="b.py")
    first = write_note([entry, other], commit=COMMIT, conversation="r")
    assert first == write_note([other, entry], commit=COMMIT, conversation="r")
    assert write_note([], commit=COMMIT, conversation="r") == b""


def test_a_session_is_named_by_the_hash_of_tool_and_conversation() -> None:
    # printf 'codex:run-1' | sha256sum
    assert session_key("codex", "run-1") == "s_cf101d7c8f59be"
