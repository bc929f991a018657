from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.shellwords import DYNAMIC, simple_commands


def _words(text: str) -> list[list[str]]:
    return [[word.text for word in command.words] for command in simple_commands(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b; c && d || e | f & g", [["a", "b"], ["c"], ["d"], ["e"], ["f"], ["g"]]),
        ("a 'b c' \"d e\" f\\ g", [["a", "b c", "d e", "f g"]]),
        ("a'b'\"c\"", [["abc"]]),
        ("a \\\n b", [["a", "b"]]),
        ("a # b\nc#d", [["a"], ["c#d"]]),
        ("a > b 2>&1 c >>d", [["a", "c"]]),
        ("a b>=1 c>2 <d>", [["a", "b>=1", "c>2", DYNAMIC]]),
        ("a $B ${C} {d} %E% x$F", [["a", DYNAMIC, DYNAMIC, DYNAMIC, DYNAMIC, f"x{DYNAMIC}"]]),
        ('a "$B c"', [["a", f"{DYNAMIC} c"]]),
        ("a '$B'", [["a", "$B"]]),
        ("a $(b c) `d`", [["a", DYNAMIC, DYNAMIC], ["d"], ["b", "c"]]),
        ('a "$(b "c d")"', [["a", DYNAMIC], ["b", "c d"]]),
        (r"C:\x\pip.exe a", [[r"C:\x\pip.exe", "a"]]),
        ("a ${{ b.c }} {{ d }}", [["a", DYNAMIC, DYNAMIC]]),
        ("a 'b", [["a", "b"]]),
        ("", []),
    ],
)
def test_words(text: str, words: list[list[str]]) -> None:
    assert _words(text) == words


def test_a_here_document_belongs_to_its_command() -> None:
    first, second = simple_commands("cat > a.sh <<EOF\nb 'c\nEOF\nd", 5)
    assert (first.document, first.targets) == (("b 'c\n", 6), ("a.sh",))
    assert [(word.text, word.line) for word in second.words] == [("d", 8)]


def test_prompts() -> None:
    text = "$ a\n> b\nPS C:\\x> c\n(v) % d\nme@host:~$ e\nf"
    assert [command.words[0].text for command in simple_commands(text, prompts=True)] == list(
        "abcdef"
    )


@given(st.text(alphabet="ab \n\t'\"\\$(){}`<>|&;#=%\0\udc80é-^.", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for command in simple_commands(text, prompts=True):
        assert all(1 <= word.line <= text.count("\n") + 1 for word in command.words)
