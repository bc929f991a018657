from __future__ import annotations

from aireview.checks.packages.surfaces.tox import includes, read

TOX = """[tox]
requires = tox-x-xtr
envlist = py3
[testenv]
deps =
    a-xtr>=1
    py{38,39}-django: b-xtr
    -r{toxinidir}/requirements.txt
    {[base]deps}
    {env:X:y}
commands = pytest {posargs}
[testenv:lint]
deps = c-xtr  # why
[pytest]
pythonpath = src
"""


def test_tox_ini() -> None:
    reading = read("x/tox.ini", TOX)
    assert [(each.name, each.line) for each in reading.references] == [
        ("tox-x-xtr", 2),
        ("a-xtr", 6),
        ("b-xtr", 7),
        ("c-xtr", 13),
    ]
    assert reading.ignored == 2
    assert not reading.unread
    assert reading.roots == ("x/src",)
    assert includes("x/tox.ini", TOX) == ("x/requirements.txt",)


def test_tox_toml() -> None:
    text = 'requires = ["a-xtr"]\n[env_run_base]\ndeps = ["b-xtr"]\n[env.lint]\ndeps = ["c-xtr"]'
    found = [(each.name, each.line) for each in read("tox.toml", text).references]
    assert found == [("a-xtr", 1), ("b-xtr", 3), ("c-xtr", 5)]


NOX = """
import nox
DEPS = ["d-xtr"]
@nox.session
def tests(session):
    session.install("a-xtr", "b-xtr>=1", "-r", "requirements.txt", "-q", "--index-url", "https://h.test")
    session.install(".", "-e", ".[dev]", *DEPS, *computed())
    session.conda_install("c-xtr")
"""


def test_noxfile() -> None:
    reading = read("noxfile.py", NOX)
    assert [(each.name, each.index) for each in reading.references] == [
        ("a-xtr", ""),
        ("b-xtr", ""),
        ("d-xtr", ""),
        ("c-xtr", "conda"),
    ]
    assert [each.url for each in reading.indexes] == ["https://h.test"]
    assert reading.ignored == 3


def test_what_is_not_python_is_told() -> None:
    assert read("noxfile.py", "def (").unread


def test_commands_install_too() -> None:
    text = "[testenv]\ndeps = pytest\ncommands =\n    pip install odd-xtr\n    pytest {posargs}\n"
    found = read("tox.ini", text).references
    assert [(one.name, one.surface.value, one.line) for one in found] == [
        ("pytest", "manifest", 2),
        ("odd-xtr", "install-cmd", 4),
    ]


def test_a_session_runs_an_installer() -> None:
    text = "def a(session):\n    session.run('pip', 'install', 'odd-xtr')\n    session.run('pytest', 'x')\n"
    found = read("noxfile.py", text).references
    assert [(one.name, one.surface.value, one.line) for one in found] == [
        ("odd-xtr", "install-cmd", 2)
    ]
