from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from aireview.model.finding import Finding, Rule, Severity, Tier
from aireview.policy.fingerprint import assign, fingerprint

RULE = Rule(id="r-1", title="t", tier=Tier.A, severity=Severity.HIGH, check="semgrep")
words = st.lists(st.text(alphabet="abc(){};=é", min_size=1, max_size=5), min_size=1, max_size=4)


def finding(line: int, snippet: str, *, path: str = "a.py", symbol: str = "f") -> Finding:
    return Finding(
        rule=RULE,
        path=path,
        start_line=line,
        end_line=line,
        message="m",
        symbol=symbol,
        snippet=snippet,
    )


def prints(*findings: Finding) -> list[str]:
    return [item.fingerprint for item in assign(findings)]


def test_it_is_the_same_value_in_every_release() -> None:
    assert fingerprint("r-1", "a.py", "f", "x = 1") == "f2d31001dde46075e62cb80d5c777e6f"


@given(st.lists(words, min_size=1, max_size=4), st.integers(1, 9_999), st.text(" \t", max_size=8))
def test_moving_and_indenting_code_keeps_it(lines: list[list[str]], line: int, indent: str) -> None:
    snippet = "\n".join(" ".join(parts) for parts in lines)
    moved = "\r\n".join(indent + "  ".join(parts) for parts in lines)
    assert prints(finding(1, snippet)) == prints(finding(line, moved))


@given(words)
def test_equal_snippets_of_one_file_are_told_apart_in_line_order(parts: list[str]) -> None:
    snippet = " ".join(parts)
    first, second = prints(finding(3, snippet), finding(9, snippet))
    assert first != second
    assert prints(finding(19, snippet), finding(13, snippet)) == [second, first]


def test_rule_path_and_symbol_count() -> None:
    other = msgspec.structs.replace(finding(1, "x"), rule=msgspec.structs.replace(RULE, id="r-2"))
    several = prints(
        finding(1, "x"), finding(1, "x", path="b.py"), finding(1, "x", symbol="g"), other
    )
    assert len(set(several)) == 4
    assert all(len(one) == 32 for one in several)


def test_lone_surrogates_and_nul_are_hashed() -> None:
    assert fingerprint("r", "a\udcff", "", "x\0y") != fingerprint("r", "a\udcfe", "", "x\0y")
    assert fingerprint("r", "a", "b\0c", "") != fingerprint("r", "a", "b", "c")
