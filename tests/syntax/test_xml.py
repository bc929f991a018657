from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.syntax.nodes import NodeError
from aireview.syntax.xml import descendants, elements, read_xml


def test_elements_attributes_text_and_lines() -> None:
    name, root = read_xml(
        '\ufeff<?xml version="1.0" encoding="utf-16"?>\n<!-- <x/> -->\n<m:p xmlns:m="u">\n'
        '  <d\n   a="1"\n   B = \'2\n3\' c="4"/>\n'
        "  <d>\n    text &amp; more\n  </d>\n  <e><![CDATA[<f>]]></e>\n</m:p>\n"
    )
    assert name == "p"
    first, second = elements(root, "d")
    assert [(key, line, value.text) for key, line, value in first.pairs] == [
        ("@a", 5, "1"),
        ("@B", 6, "2 3"),
        ("@c", 7, "4"),
    ]
    assert (second.text, second.line, second.kind) == ("text & more", 9, "scalar")
    assert root.get("e").text == "<f>"
    assert [key for key, _ in descendants(root)] == ["d", "d", "e"]


def test_paths_yield_every_match() -> None:
    _, root = read_xml("<a><b><c>1</c><c>2</c></b><b><c>3</c></b></a>")
    assert [node.text for node in elements(root, "b", "c")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/">%a;]><x/>',
        "<x>&a;</x>",
        "<x>",
        "<x></y>",
        "",
        "<x/><y/>",
        "<a>" * 100_000,
        "<x>\x00</x>",
        "<r>" + "<x/>" * 300_000 + "</r>",
    ],
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(NodeError):
        read_xml(text)


def test_bytes_that_are_no_text_are_read_over() -> None:
    assert read_xml("<x>a\udcffb</x>")[1].text == "a?b"


@given(st.text(alphabet="<>/a=\"' &;!-[]\n:", max_size=40))
def test_never_raises_anything_else(text: str) -> None:
    with contextlib.suppress(NodeError):
        read_xml(text)
