from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from support.reports import CASES, blocked, ended, finding, hostile
from support.runner import RUNNER_TEXTS, commands

from aireview.model.finding import Outcome
from aireview.reports.formats import FORMATS, Terminal

replace = msgspec.structs.replace


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "gitlab"])
@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.PASSED])
def test_a_check_that_did_not_pass_is_told_with_its_reason(outcome: Outcome, name: str) -> None:
    text = FORMATS[name](ended(outcome), Terminal(verbose=True))
    assert "semgrep" in text
    assert outcome.value in text or outcome is Outcome.FAILED
    assert "because" in text


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "gitlab"])
def test_no_two_outcomes_look_alike(name: str) -> None:
    texts = {FORMATS[name](ended(outcome), Terminal(verbose=True)) for outcome in Outcome}
    assert len(texts) == len(Outcome)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_leaves_no_control_character_in_the_output(name: str) -> None:
    text = FORMATS[name](hostile(), Terminal())
    text.encode()  # no lone surrogate
    bad = {c for c in text if not c.isprintable()} - {"\n", "\t"}
    assert bad == set()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_no_output_makes_a_ci_runner_execute_foreign_text(case: str, name: str) -> None:
    executed = {command.name for command in commands(FORMATS[name](CASES[case], Terminal()))}
    allowed = {"error", "warning", "notice"} if name == "github" else set()
    assert executed <= allowed


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "github"])
@given(text=RUNNER_TEXTS)
def test_no_text_becomes_a_command(name: str, text: str) -> None:
    item = replace(
        finding(path=text), message=text, snippet=text, fix=text, evidence=(text,), symbol=text
    )
    report = replace(blocked(), findings=(item,), reasons=(text,), notices=(text,))
    assert list(commands(FORMATS[name](report, Terminal()))) == []


def test_only_the_chosen_format_is_loaded() -> None:
    program = (
        "import sys; from aireview.reports.formats import FORMATS, Terminal;"
        "from support.reports import warnings; FORMATS['text'](warnings(), Terminal());"
        "print(*(m for m in sys.modules if m.startswith('aireview.reports.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, 'tests'); {program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert loaded == {"formats", "text", "gaps", "log_safe", "passage", "selection"}
