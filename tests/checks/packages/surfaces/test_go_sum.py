from __future__ import annotations

from aireview.checks.packages.surfaces.go_sum import read


def test_modules_whose_content_is_used_each_once() -> None:
    text = (
        "x.test/a-xtr v1.0.0 h1:aa=\nx.test/a-xtr v1.0.0/go.mod h1:bb=\n"
        "x.test/a-xtr v1.1.0 h1:cc=\nx.test/seen-xtr v0.1.0/go.mod h1:dd=\n\nbroken\n"
    )
    reading = read("go.sum", text)
    assert [(r.name, r.specifier, r.line) for r in reading.references] == [
        ("x.test/a-xtr", "v1.0.0", 1)
    ]
    assert [part.line for part in reading.unread] == [6]
