"""One commit judged by its identities, trailers, footers and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aireview.attribution.change import attribute_change
from aireview.attribution.judge import attribute_commit
from aireview.model.change import Commit
from aireview.model.provenance import (
    Authorship,
    CommitAttribution,
    Effect,
    Signal,
    Strength,
)

CLAUDE = "Co-authored-by: Claude <noreply@anthropic.com>"
BOT = ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com")
WORKFLOW = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
PERSON = ("Ada Tester", "ada@example.com")
AGENT = ("copilot-swe-agent[bot]", "198982749+Copilot@users.noreply.github.com")


def judge(
    message: str = "Change the parser",
    author: tuple[str, str] = PERSON,
    committer: tuple[str, str] | None = None,
    date: str = "2026-08-01",
    extra: tuple[Signal, ...] = (),
) -> CommitAttribution:
    by = committer or author
    commit = Commit(
        sha="1" * 40,
        author_name=author[0],
        author_email=author[1],
        author_date=date,
        committer_name=by[0],
        committer_email=by[1],
        message=message,
    )
    return attribute_commit(commit, extra)


def said(message: str, author: tuple[str, str] = PERSON) -> str:
    return judge(message, author).authorship.value


@pytest.mark.parametrize(
    ("name", "email", "expected"),
    [
        ("Claude", "noreply@anthropic.com", "ai"),
        ("Claude Martin", "claude@martin.example", "unknown"),
        ("Claude Martin", "claude.martin@anthropic.com", "unknown"),
        ("Claude", "8123+claudem@users.noreply.github.com", "unknown"),
        ("Jules", "jules@example.com", "unknown"),
        ("google-labs-jules[bot]", "1+google-labs-jules[bot]@users.noreply.github.com", "ai"),
        ("Devin Lake", "devin@lake.example", "unknown"),
        ("Devin", "777+devin-ai-integration[bot]@users.noreply.github.com", "ai"),
        ("Mira", "agent-0a1b2c3d@letta.com", "ai"),
        ("Mira", "mira@letta.com", "unknown"),
        ("claude[bot]", "41898282+claude[bot]@users.noreply.github.com", "ai"),
        ("open-swe[bot]", "ada@example.com", "ai"),
        ("Ada Tester (aider)", "ada@example.com", "ai"),
        ("Ada Aider", "ada@example.com", "unknown"),
        ("Emil Bot", "emil@example.com", "unknown"),
        ("Robin", "robot-inventor@example.com", "unknown"),
        ("Prow", "prowess@example.com", "unknown"),
        ("Cline Evaluation", "cline@example.com", "unknown"),
        ("gemini-cli-robot", "gemini-cli-robot@google.com", "bot"),
        ("opencode", "opencode@sst.dev", "bot"),
        ("vercel[bot]", "35613825+vercel[bot]@users.noreply.github.com", "bot"),
        ("Release", "some-release-bot@example.com", "bot"),
        ("warp-repo-sync[bot]", "1+warp-repo-sync[bot]@users.noreply.github.com", "bot"),
        ("never-seen[bot]", "5+never-seen[bot]@users.noreply.github.com", "bot"),
        ("coderabbitai[bot]", "136622811+coderabbitai[bot]@users.noreply.github.com", "ai"),
        *(
            ("Sam Staff", f"sam@{domain}", "unknown")
            for domain in (
                "anthropic.com",
                "openai.com",
                "all-hands.dev",
                "cline.bot",
                "continue.dev",
                "mistral.ai",
                "warp.dev",
                "charm.land",
            )
        ),
        (*BOT, "bot"),
        (*WORKFLOW, "bot"),
    ],
)
def test_the_address_decides_who_the_author_is(name: str, email: str, expected: str) -> None:
    assert judge(author=(name, email)).authorship.value == expected


@pytest.mark.parametrize(
    ("trailer", "expected"),
    [
        ("Co-authored-by: Claude <noreply@anthropic.com>", "ai"),
        ("CO-AUTHOR-BY: Claude <NoReply@Anthropic.com>", "ai"),
        ("Coauthored-by: Claude <noreply@anthropic.com>", "ai"),
        ("Co authored by: Claude <noreply@anthropic.com>", "ai"),
        ("* Co-authored-by: Claude <noreply@anthropic.com>", "ai"),
        ("│ Co-authored-by: Claude <noreply@anthropic.com>        │", "ai"),
        ("**Co-authored-by:** Claude <noreply@anthropic.com>", "ai"),
        ("Co-authored-by: Claude noreply@anthropic.com", "ai"),
        ("Co-authored-by: Claude &lt;noreply@anthropic.com&gt;", "ai"),
        (
            "Co-authored-by: Claude [noreply@anthropic.com](mailto:noreply@anthropic.com)",
            "ai",
        ),
        ("Co-authored-by: Claude <noreply@anthropics.com>", "ai"),
        ("Co-authored-by: Claude Opus 9 <ada+claude@example.com>", "ai"),
        ("Co-authored-by: Claude Martin <claude@martin.example>", "unknown"),
        ("Co-authored-by: Claude Martin", "unknown"),
        ("Co-authored-by: Sam Staff <sam@anthropic.com>", "unknown"),
        ("> Co-authored-by: Claude <noreply@anthropic.com>", "unknown"),
        ("- `Co-authored-by: Claude <noreply@anthropic.com>`", "unknown"),
        ("```\nCo-authored-by: Claude <noreply@anthropic.com>\n```", "unknown"),
        ("```\nCo-authored-by: Claude <noreply@anthropic.com>", "ai"),
        ("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", "mixed"),
        ("Co-authored-by: x <136622811+coderabbitai[bot]@users.noreply.github.com>", "mixed"),
        ("Co-authored-by: x <49699333+dependabot[bot]@users.noreply.github.com>", "unknown"),
        ("Assisted-by: Claude Code:some-model-5", "ai"),
        ("Assisted-by: an AI assistant", "ai"),
        ("Assisted-by: helper <helper-agent@example.com>", "ai"),
        ("Assisted-by: coccinelle", "unknown"),
        ("Assisted-by: clang-tidy", "unknown"),
        ("Assisted-by: Bob Stone <bob@example.com>", "unknown"),
        ("Assisted-by: Claude Martin", "unknown"),
        ("Assisted-by: AGENT_NAME:MODEL_VERSION", "unknown"),
        ("Assisted-by: https://example.com/tool", "unknown"),
        ("Generated-by: scripts/gen.sh", "unknown"),
        ("Claude-Session: 0a1b", "ai"),
        ("Claude-Session: none", "unknown"),
        ("Made-with: Cursor", "ai"),
        ("Made-with: love", "unknown"),
        ("Agent: Codex", "ai"),
        ("Agent: add Codex support", "unknown"),
        ("Codex-Reviewed-By: Codex", "unknown"),
    ],
)
def test_a_trailer_counts_when_it_names_a_tool(trailer: str, expected: str) -> None:
    assert said(f"Change the parser\n\nBecause.\n\n{trailer}\n") == expected


@pytest.mark.parametrize(
    "message",
    [
        f"Change it\n\n{CLAUDE}\n\nA paragraph after it.\n",
        f"Change it\r\n\r\n{CLAUDE}\r\n",
        f"Change it\r\r{CLAUDE}\r",
        f"Change it\\n\\nBecause.\\n\\n{CLAUDE}",
        f"Change it\\n{CLAUDE}",
        f"Change it. {CLAUDE}",
        f"Change it\n\n    Because.\n\n    {CLAUDE}\n",
        "Squash (#1)\n\n" + "* one step\n\n" * 40 + f"{CLAUDE}\n\n* last step\n",
        f"Ändere «alles» 🎉\n\n{CLAUDE}\n",
        "Change it\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n",
        "Change it\n\n🤖 Generated with [Novel Harness](https://example.com)\n",
    ],
)
def test_a_marker_is_found_wherever_it_stands(message: str) -> None:
    assert said(message) == "ai"


@pytest.mark.parametrize(
    "message",
    [
        "Fix C:\\new\\nothing",
        f"Add the {CLAUDE} line to the docs",
        "Detect `Co-authored-by: Claude <noreply@anthropic.com>` in messages",
        "Match the footer Generated with Claude Code in squash bodies",
        "Merge branch 'claude/fix-parser' into main",
        "copilot: move the agent's cursor when the composer continues",
        "Update the docs\n\n🤖 Generated with `scripts/docs`\n",
        "Bump\n\n🤖 Generated by release-please\n",
    ],
)
def test_text_about_a_marker_is_none(message: str) -> None:
    assert said(message) == "unknown"


def test_a_person_reverting_an_agent_is_unknown_and_an_agent_reverting_is_ai() -> None:
    message = f'Revert "Change it\\n\\n{CLAUDE}"\n\nThis reverts commit 0123abc.\n'
    assert said(message) == "unknown"
    assert said(message, AGENT) == "ai"
    assert said(f"{message}\n{CLAUDE}\n") == "ai"


def test_a_review_summary_is_no_authorship() -> None:
    body = "Fix (#1)\n\n## Summary by CodeRabbit\n\n* New feature\n* Written by Claude\n"
    verdict = judge(body)
    assert verdict.authorship is Authorship.UNKNOWN
    assert [s.effect for s in verdict.signals] == [Effect.NOT_AI]
    assert said(f"{body}\nCo-authored-by: Claude <noreply@anthropic.com>\n") == "ai"


@pytest.mark.parametrize(
    ("author", "message", "expected"),
    [
        (BOT, "Bump x", "bot"),
        (BOT, f"Bump x\n\n{CLAUDE}", "mixed"),
        (BOT, "Bump x\n\nWritten by Claude.", "bot"),
        (WORKFLOW, f"Apply\n\n{CLAUDE}", "ai"),
        (WORKFLOW, "Apply", "bot"),
        (("CI Workflow", "noreply@github.com"), "Update files", "bot"),
        (("Ada Tester", "noreply@github.com"), "Update files", "unknown"),
    ],
)
def test_automation_with_and_without_an_agent(
    author: tuple[str, str], message: str, expected: str
) -> None:
    assert said(message, author) == expected


def note(effect: Effect = Effect.LINES) -> Signal:
    return Signal(
        kind="note",
        tool="codex",
        strength=Strength.EXPLICIT,
        effect=effect,
        quote="q",
        signature="n",
    )


def test_a_note_on_an_automation_commit_is_misplaced() -> None:
    verdict = judge(author=BOT, extra=(note(),))
    assert verdict.authorship is Authorship.BOT
    assert [s.vetoed_by for s in verdict.signals] == [None, "automation.email.16"]
    assert "misplaced" in verdict.warnings[0]


def test_a_note_of_some_lines_makes_a_commit_mixed_and_one_of_all_ai() -> None:
    assert judge(extra=(note(),)).authorship is Authorship.MIXED
    assert judge(extra=(note(Effect.AI),)).authorship is Authorship.AI


def test_an_agent_as_committer_only_decides_nothing() -> None:
    verdict = judge(committer=AGENT)
    assert verdict.authorship is Authorship.UNKNOWN
    assert [(s.strength, s.effect) for s in verdict.signals] == [(Strength.WEAK, Effect.CONTEXT)]


@pytest.mark.parametrize(
    "committer",
    [("Ada Tester (aider)", "ada@example.com"), ("ForgeCode", "noreply@forgecode.dev")],
)
def test_a_tool_that_only_commits_wrote_the_message(committer: tuple[str, str]) -> None:
    verdict = judge(committer=committer)
    assert verdict.authorship is Authorship.UNKNOWN
    assert verdict.message_only


def test_a_sentence_about_the_message_is_message_only_unless_a_trailer_says_more() -> None:
    message = "Fix it\n\n(Commit message generated by Copilot)\n"
    assert judge(message).message_only
    more = judge(f"{message}\n{CLAUDE}\n")
    assert (more.authorship, more.message_only) == (Authorship.AI, False)


@pytest.mark.parametrize(
    ("date", "expected", "warned"),
    [
        ("2026-04-14", "ai", False),
        ("2026-04-15", "unknown", True),
        ("2026-05-20", "unknown", True),
        ("2026-05-21", "ai", False),
    ],
)
def test_the_trailer_that_an_editor_added_by_default(
    date: str, expected: str, *, warned: bool
) -> None:
    verdict = judge("Fix\n\nCo-authored-by: Copilot <copilot@github.com>\n", date=date)
    assert verdict.authorship.value == expected
    assert bool(verdict.warnings) == warned


def test_another_harness_behind_the_vendor_address_keeps_the_tool_and_names_the_model() -> None:
    verdict = judge("Fix\n\nCo-authored-by: Claude (glm-4.7) <noreply@anthropic.com>\n")
    assert verdict.tools == ("claude-code",)
    assert verdict.signals[0].model == "glm-4.7"


def test_an_explicit_trailer_beats_a_denial_with_a_warning() -> None:
    verdict = judge(f"Fix\n\nNo AI was used.\n\n{CLAUDE}\n")
    assert verdict.authorship is Authorship.AI
    assert "denies" in verdict.warnings[0]


def test_a_denial_is_kept_and_clears_nothing() -> None:
    verdict = judge("Fix\n\nNo AI was used.\n")
    assert verdict.authorship is Authorship.UNKNOWN
    assert [s.effect for s in verdict.signals] == [Effect.NOT_AI]


def test_two_hundred_co_authors_and_a_hostile_message() -> None:
    people = "\n".join(f"Co-authored-by: P{n} <p{n}@example.com>" for n in range(200))
    assert judge(f"Fix\n\n{people}\n{CLAUDE}\n{CLAUDE}\n").tools == ("claude-code",)
    assert len(judge(f"Fix\n\n{CLAUDE}\n{CLAUDE}\n").signals) == 1
    for hostile in ("> \n" * 100_000, "[" * 300_000, "<!--" * 70_000, "a-" * 150_000 + "@x"):
        judge(f"Fix claude\n\n{hostile}", author=("\x1b[31m\u202e", "a" * 10_000 + "@example.com"))


def test_quotes_are_printable_and_short() -> None:
    verdict = judge(f"Fix\n\nCo-authored-by: \x1b[31m{'C' * 500}\u202e <noreply@anthropic.com>\n")
    (signal,) = verdict.signals
    assert len(signal.quote) <= 200
    assert "\x1b" not in signal.quote


TEXT = st.text(max_size=400) | st.lists(
    st.sampled_from(
        [
            CLAUDE, "\n", "\\n", " ", "> ", "```\n", "Written by Claude", "No AI was used.", "AI: ",
            "🤖 Generated with [X](u)", 'Revert "', '"', "<!--", "-->", "## Summary by CodeRabbit\n",
            "Assisted-by: ", "Codex", "\r", "    ", "- [x] ", "\ud800", "ß", "Ｃlaude",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(message=TEXT, name=TEXT, email=TEXT)
def test_any_text_is_judged_the_same_twice(message: str, name: str, email: str) -> None:
    first = judge(message, author=(name, email))
    assert judge(message, author=(name, email)) == first
    for signal in first.signals:
        signal.quote.encode()


@settings(max_examples=300, deadline=None)
@given(message=TEXT)
def test_a_quoted_message_says_nothing(message: str) -> None:
    text = message.replace("\r\n", "\n").replace("\r", "\n").replace("\\n", "\n")
    quoted = "\n".join(f"> {line}" for line in text.split("\n"))
    verdict = judge(f"Fix\n\nOn Monday somebody said:\n{quoted}\n")
    assert [s for s in verdict.signals if s.effect is not Effect.NOT_AI] == []


def commits(*verdicts: Authorship) -> tuple[CommitAttribution, ...]:
    return tuple(
        CommitAttribution(
            sha=str(n) * 40, authorship=value, tools=("codex",) if value is Authorship.AI else ()
        )
        for n, value in enumerate(verdicts)
    )


AI, MIXED, BOTS, UNKNOWN = Authorship.AI, Authorship.MIXED, Authorship.BOT, Authorship.UNKNOWN


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((AI, AI), AI),
        ((BOTS, BOTS), BOTS),
        ((AI, UNKNOWN), MIXED),
        ((MIXED,), MIXED),
        ((BOTS, UNKNOWN), UNKNOWN),
        ((UNKNOWN,) * 9 + (AI,), MIXED),
        ((), UNKNOWN),
    ],
)
def test_a_change_joins_its_commits(verdicts: tuple[Authorship, ...], expected: Authorship) -> None:
    assert attribute_change(commits(*verdicts)).authorship is expected


def branch(strength: Strength) -> Signal:
    return Signal(kind="branch", tool="codex", strength=strength, effect=Effect.AI, quote="codex/x")


def test_a_strong_signal_lifts_an_unknown_change_and_leaves_its_commits() -> None:
    verdict = attribute_change(commits(UNKNOWN, UNKNOWN), (branch(Strength.STRONG),))
    assert (verdict.authorship, verdict.tools) == (AI, ("codex",))
    assert {c.authorship for c in verdict.commits} == {UNKNOWN}
    assert attribute_change(commits(UNKNOWN), (branch(Strength.WEAK),)).authorship is UNKNOWN
    assert attribute_change((), (branch(Strength.STRONG),)).authorship is AI


def test_a_merge_commit_does_not_dilute_a_change() -> None:
    verdicts = commits(AI, UNKNOWN)
    merged = attribute_change(verdicts, merges=frozenset({verdicts[1].sha}))
    assert merged.authorship is AI
