from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.errors import AireviewError, ExitCode
from aireview.model.finding import Tier
from aireview.model.provenance import Authorship
from aireview.policy.load import parse
from aireview.policy.profiles import defaults
from aireview.policy.values import OnUnsanctioned, Policy, Profile, ToolClass, Trailer

CHECKS = ("content", "hidden-text", "semgrep")
TODAY = "2026-05-05"
WAIVER = "{id: W-1, rule: py-*, owner: ada, reason: legacy, expires: 2026-12-31}"


def waiver(old: str, new: str) -> str:
    return f"waivers: [{WAIVER.replace(old, new)}]"


def load(text: str | bytes) -> Policy:
    data = text.encode() if isinstance(text, str) else text
    return parse(data, name=".aireview.yml", known_checks=CHECKS, today=TODAY)


def refused(text: str | bytes) -> AireviewError:
    with pytest.raises(AireviewError) as caught:
        load(text)
    assert caught.value.exit_code == ExitCode.USAGE
    return caught.value


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\ufeff", "profile:\nchecks:\n", "~"])
def test_a_file_that_says_nothing_is_the_starter_profile(text: str) -> None:
    policy = load(text)
    assert policy.profile is Profile.STARTER
    assert policy.block == defaults().block
    assert policy.checks == CHECKS
    assert policy.source == ".aireview.yml"


@pytest.mark.parametrize(
    ("profile", "blocks", "reaction"),
    [
        ("starter", "AAAA", OnUnsanctioned.RECORD),
        ("soc2", "BBAA", OnUnsanctioned.WARN),
        ("strict", "BBBA", OnUnsanctioned.BLOCK),
    ],
)
def test_a_profile_sets_thresholds(profile: str, blocks: str, reaction: OnUnsanctioned) -> None:
    policy = load(f"profile: {profile}")
    order = (Authorship.AI, Authorship.MIXED, Authorship.UNKNOWN, Authorship.BOT)
    assert [policy.block[one] for one in order] == [Tier(letter) for letter in blocks]
    assert policy.on_unsanctioned is reaction
    assert policy.unknown_is_ai is (profile == "strict")


def test_every_setting_overrides_its_profile() -> None:
    policy = load(
        """
version: 1
profile: soc2
checks: {disable: [semgrep]}
findings: {block: {ai: C, bot: off, mixed: none}, baseline: known.json}
paths: {exclude: ["vendor/**"]}
limits: {max_file_bytes: 2000}
semgrep: {rules: [security/rules], timeout: 9}
ai_tools:
  default: unsanctioned
  sanctioned:
    - tool-a
    - {id: tool-b, vendor: Somebody, evaluated_on: 2026-01-02, modes: [local], retention_days: 30}
  tolerated: ["tool-c*"]
  unsanctioned: [{id: "*"}]
  on_unsanctioned: block
provenance: {trailer: assisted-by, record: false, git_ai_note: true, required: true}
waivers:
  - {id: W-1, rule: py-jwt, paths: ["a/**"], owner: ada, reason: why, expires: 2026-12-31, ticket: T-1}
"""
    )
    assert policy.checks == ("content", "hidden-text")
    assert policy.block == {
        Authorship.AI: Tier.C,
        Authorship.MIXED: None,
        Authorship.UNKNOWN: Tier.A,
        Authorship.BOT: None,
    }
    assert policy.baseline == "known.json"
    assert policy.exclude == ("vendor/**",)
    assert policy.max_file_bytes == 2000
    assert policy.rule_folders == ("security/rules",)
    assert policy.semgrep_timeout_s == 9
    assert policy.sanctioned == ("tool-a", "tool-b")
    assert policy.tolerated == ("tool-c*",)
    assert policy.unsanctioned == ("*",)
    assert policy.default_tool_class is ToolClass.UNSANCTIONED
    assert policy.on_unsanctioned is OnUnsanctioned.BLOCK
    assert policy.trailer is Trailer.ASSISTED_BY
    assert not policy.record
    assert policy.git_ai_note
    assert policy.block_on_missing_record
    kept = policy.waivers[0]
    assert (kept.id, kept.rule, kept.paths) == ("W-1", "py-jwt", ("a/**",))
    assert (kept.owner, kept.expires, kept.ticket) == ("ada", "2026-12-31", "T-1")
    assert policy.warnings == ()


def test_a_threshold_for_unknown_lines_counts_in_the_strict_profile_too() -> None:
    policy = load("profile: strict\nfindings: {block: {unknown: off}}")
    assert policy.block[Authorship.UNKNOWN] is None
    assert not policy.unknown_is_ai


def test_strict_gives_unknown_lines_the_threshold_of_ai_lines() -> None:
    assert load("profile: strict\nfindings: {block: {ai: C}}").block[Authorship.UNKNOWN] is Tier.C


@pytest.mark.parametrize("word", ["off", "Off", "none", "no", "false", "never"])
def test_never_blocking_is_spelled_off_or_none(word: str) -> None:
    text = f"findings: {{block: {{bot: {word}}}}}"
    if word in ("off", "none"):
        assert load(text).block[Authorship.BOT] is None
    else:
        assert "Allowed: A, B, C, none, off." in refused(text).hint


BAD = [
    ("profil: soc2", "1:1: unknown key `profil`", "Did you mean `profile`?"),
    ("profile: sox", "1:10: `profile` cannot be `sox`", "Allowed: soc2, starter, strict."),
    ("profile: startr", "`profile` cannot be `startr`", "Did you mean `starter`?"),
    ("version: 2", "version 2 of this file is not known", "version: 1"),
    ("version: '1'", "1:10: `version` must be a whole number", "Allowed: 1"),
    ("- a", "1:1: the file must be a mapping of keys, not a list", "profile: starter"),
    ("just words", "1:1: the file must be a mapping of keys, not text", "profile: starter"),
    ("profile: a\nprofile: b", "2:1: `profile` is set twice", "first is on line 1"),
    ("paths:\n\texclude: [a]", "2:1: this is not YAML", "Indent with spaces"),
    ("paths:\n  exclude:\n    - *.md", "3:8: this is not YAML", "in quotes"),
    ("paths:\n  exclude: [*a]", "2:13: `*a` refers to nothing", "in quotes"),
    ("paths: {exclude: a}", "1:18: `paths.exclude` must be a list, not text", "Write a list"),
    ("paths: {exclude: ['!a']}", "1:19: `!a`: `!` patterns", "docs/configuration.md"),
    ("paths: {exclude: ['../a']}", "`..` have no meaning", ""),
    ("paths: {exclude: ['']}", "1:19: `paths.exclude[1]` is empty", ""),
    ("paths: {only: [a]}", "1:9: unknown key `only` in `paths`", "Keys: exclude."),
    ("limits: {max_file_bytes: 1MB}", "must be a whole number, not text", "without quotes"),
    ("limits: {max_file_bytes: 1.5}", "must be a whole number, not a number", ""),
    ("limits: {max_file_bytes: 10}", "1:26: `limits.max_file_bytes` must be at least 1,000", ""),
    ("limits: 5", "1:9: `limits` must be a mapping of keys", "Keys: max_file_bytes."),
    ("semgrep: {timeout: 0}", "must be at least 1, not 0", ""),
    ("semgrep: {rules: [../up]}", "1:19: `../up` is not a path inside", "without `..`"),
    ("semgrep: {rules: [/etc]}", "`/etc` is not a path inside", "root"),
    ("findings: {baseline: /b}", "1:22: `/b` is not a path inside", "root"),
    ("checks: {disable: [semgrp]}", "there is no check `semgrp`", "Did you mean `semgrep`?"),
    ("checks: [semgrep]", "1:9: `checks` must be a mapping of keys, not a list", "disable"),
    ("provenance: {record: yes}", "must be true or false, not text", "`true` or `false`"),
    ("provenance: {trailer: co-authored-by}", "cannot be `co-authored-by`", "assisted-by, off"),
    ("ai_tools: {default: banned}", "cannot be `banned`", "sanctioned, tolerated"),
    ("ai_tools: {sanctioned: [3]}", "`ai_tools.sanctioned[1]` must be text or a mapping", ""),
    ("ai_tools: {sanctioned: [{id: x, vendr: y}]}", "1:33: unknown key `vendr`", "`vendor`"),
    ("ai_tools: {sanctioned: [{vendor: y}]}", "`id` is missing in `ai_tools.sanctioned[1]`", "id"),
    ("waivers: {a: b}", "1:10: `waivers` must be a list", ""),
    ("waivers: [{id: a, rule: b, owner: c, reason: d}]", "1:11: `expires` is missing", "expires"),
    ("waivers: [{id: a, rule: b, owner: c, expires: 2026-12-31}]", "`reason` is missing", ""),
    ("waivers: [{id: a, rule: b, reason: c, expires: 2026-12-31}]", "`owner` is missing", ""),
    (waiver("legacy", "' '"), "`reason` of a waiver is empty", "text"),
    (waiver("ada", "''"), "`waivers[1].owner` is empty", "text"),
    (waiver("2026-12-31", "soon"), "must be a day, not `soon`", "YYYY"),
    (waiver("12-31", "02-31"), "not a day of the calendar", "YYYY"),
    (f"waivers: [{WAIVER}, {WAIVER}]", "two waivers are called `W-1`", "Rename"),
    (f"waivers: [{WAIVER[:-1]}, paths: []}}]", "a waiver for no path", "every path"),
    ("a: 1\n---\nb: 2", "2:1: a second document", "---"),
    ("a: !!python/object/apply:os.system [x]", "1:4: the tag", "Remove"),
    ("a: &x [*x]", "1:8: `*x` refers to nothing", ""),
    ("? [a]\n: b", "1:3: a key that is not a word", "key: value"),
    ("a: b: c", "1:5: this is not YAML", "quotes"),
    ("a: [", "this is not YAML", "brackets"),
    ("a: \x01", "1:4: a character that YAML does not allow", "control"),
    ("[" * 100_000, "more than 32 levels deep", "Flatten"),
]


@pytest.mark.parametrize(("text", "message", "hint"), BAD, ids=[case[0][:30] for case in BAD])
def test_bad_input_is_an_error_with_place_and_hint(text: str, message: str, hint: str) -> None:
    error = refused(text)
    assert error.message.startswith(".aireview.yml:")
    assert message in error.message
    assert hint in error.hint


def test_bytes_that_are_not_utf_8_are_located() -> None:
    assert (
        refused(b"profile: soc2\n# caf\xe9\n").message == ".aireview.yml:2:6: the file is not UTF-8"
    )


def test_a_long_file_is_refused_unread() -> None:
    assert "at most 262,144" in refused(b"# " + b"x" * 300_000).message


def test_aliases_work_and_cannot_explode() -> None:
    shared = "paths: {exclude: &x [a/**]}\nsemgrep: {rules: *x}"
    assert load(shared).rule_folders == ("a/**",)
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12))
    assert "more than 20,000 values" in refused(f"l0: &l0 [x]\n{levels}").message


def test_crlf_files_are_read() -> None:
    assert load(b"profile: soc2\r\nchecks:\r\n  disable: [semgrep]\r\n").profile is Profile.SOC2


def test_an_expired_waiver_is_kept_and_warned_about() -> None:
    policy = load("\n" + waiver("2026-12-31", "2026-05-04"))
    assert len(policy.waivers) == 1
    (warning,) = policy.warnings
    assert warning.startswith(".aireview.yml:2: waiver W-1 expired on 2026-05-04 ")
    assert load(waiver("2026-12-31", TODAY)).warnings == ()


def test_hostile_words_are_shown_escaped() -> None:
    error = refused('"\\u001b[2Jx": 1')
    assert "\x1b" not in error.message
    assert "\\u{001B}" in error.message


@given(st.text(max_size=200) | st.text(alphabet="a:-[]{}&*!\"'#\n\t ,?|>%@`", max_size=120))
def test_any_text_is_a_policy_or_a_located_error(text: str) -> None:
    try:
        policy = load(text.encode("utf-8", "surrogatepass"))
    except AireviewError as error:
        located = error.message.startswith(".aireview.yml:")
    else:
        located = policy.source == ".aireview.yml"
    assert located
