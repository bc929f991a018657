from __future__ import annotations

from aireview.checks.packages.surfaces.gradle_lock import read


def test_lines() -> None:
    text = "# comment\ng:a-xtr:1.0=compileClasspath,runtimeClasspath\ng:b-xtr:2\nempty=x\nodd\n"
    reading = read("gradle.lockfile", text)
    assert [(r.name, r.line, r.specifier) for r in reading.references] == [
        ("g:a-xtr", 2, "1.0"),
        ("g:b-xtr", 3, "2"),
    ]
    assert [part.line for part in reading.unread] == [5]
