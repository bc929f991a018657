from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.pyproject import includes, read
from aireview.model.packages import Ecosystem, Reading, Source

PATH = "api/pyproject.toml"


def names(reading: Reading) -> list[str]:
    return [each.name for each in reading.references]


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ('[project]\ndependencies = [\n"a-xtr>=1"]', False),
        ('[project.optional-dependencies]\n\nx = ["a-xtr"]', True),
        ('[dependency-groups]\n\ndev = [{include-group = "x"}, "a-xtr"]', False),
        ('[build-system]\n\nrequires = ["a-xtr"]', False),
        ('[tool.poetry.dependencies]\npython = "^3.9"\na-xtr = "^1"', False),
        ('[tool.poetry.dev-dependencies]\n\na-xtr = "*"', False),
        ("[tool.poetry.group.dev.dependencies]\n\na-xtr = { version = '1' }", False),
        ('[tool.poetry.dependencies]\n\na-xtr = {version="1", optional=true}', True),
        ('[tool.pdm.dev-dependencies]\n\nx = ["a-xtr"]', False),
        ('[tool.hatch.envs.test]\n\ndependencies = ["a-xtr"]', False),
        ('[tool.hatch.envs.test]\n\nextra-dependencies = ["a-xtr"]', False),
        ('[tool.uv]\n\ndev-dependencies = ["a-xtr"]', False),
        ('[tool.uv]\n\nconstraint-dependencies = ["a-xtr"]', False),
        ('[tool.uv]\n\noverride-dependencies = ["a-xtr"]', False),
        ('[tool.tox.env_run_base]\n\ndeps = ["a-xtr"]', False),
        ('[tool.tox]\nlegacy_tox_ini = """[testenv]\ndeps = a-xtr"""', False),
        ("tool.tox.legacy_tox_ini='''\n[testenv]\ndeps = a-xtr'''", False),
        ('[tool.pixi.pypi-dependencies]\n\na-xtr = "*"', False),
        ('[tool.flit.metadata]\n\nrequires = ["a-xtr"]', False),
    ],
)
def test_each_table_that_declares(text: str, optional: bool) -> None:  # noqa: FBT001 - a table
    [reference] = read(PATH, text).references
    assert (reference.name, reference.line) == ("a-xtr", 3)
    assert (reference.ecosystem, reference.optional) == (Ecosystem.PYPI, optional)


def test_a_multiple_constraint_is_read_once_per_variant() -> None:
    text = '[tool.poetry.dependencies]\nfoo-xtr = [{version="<2", python="3.8"}, {version=">2"}]'
    assert [each.specifier for each in read(PATH, text).references] == ["<2", ">2"]


@pytest.mark.parametrize(
    ("source", "kind", "index"),
    [
        ("{ workspace = true }", Source.LOCAL, ""),
        ('{ path = "../x", editable = true }', Source.LOCAL, ""),
        ('{ git = "https://h.test/x" }', Source.DIRECT, ""),
        ('{ url = "https://h.test/x.whl" }', Source.DIRECT, ""),
        ('{ index = "corp" }', Source.REGISTRY, "corp"),
        ('{ index = "public" }', Source.REGISTRY, ""),
        ('[{ index = "corp", marker = "x" }]', Source.REGISTRY, "corp"),
    ],
)
def test_sources_of_uv_bind_names_in_any_spelling(source: str, kind: Source, index: str) -> None:
    text = f"""
[project]
dependencies = ["my_Lib-xtr>=1", "other-xtr"]
[tool.uv.sources]
my-lib-xtr = {source}
[[tool.uv.index]]
name = "corp"
url = "https://u:p@corp.test/simple"
explicit = true
[[tool.uv.index]]
name = "public"
url = "https://pypi.org/simple"
"""
    reading = read(PATH, text)
    mine, other = reading.references
    assert (mine.source, mine.index) == (kind, index)
    assert (other.source, other.index) == (Source.REGISTRY, "")
    [found] = reading.indexes
    assert (found.name, found.url, found.explicit) == ("corp", "https://corp.test/simple", True)
    assert found.names == (("my-lib-xtr",) if index else ())


def test_an_index_of_uv_replaces_the_default_only_when_it_says_so() -> None:
    text = '[[tool.uv.index]]\nurl="https://a.test"\n[[tool.uv.index]]\nurl="https://b.test"\ndefault=true'
    assert [(each.replaces, each.line) for each in read(PATH, text).indexes] == [
        (False, 2),
        (True, 4),
    ]


@pytest.mark.parametrize(
    ("priority", "replaces", "explicit"),
    [
        ("", True, False),
        ('priority = "supplemental"', False, False),
        ('priority = "explicit"', False, True),
        ('priority = "primary"', True, False),
    ],
)
def test_sources_of_poetry(priority: str, replaces: bool, explicit: bool) -> None:  # noqa: FBT001 - a table
    text = f"""
[tool.poetry.dependencies]
a-xtr = {{ version = "1.2", source = "corp" }}
b-xtr = {{ version = "^1", source = "PyPI" }}
[[tool.poetry.source]]
name = "corp"
url = "https://corp.test/simple/"
{priority}
"""
    reading = read(PATH, text)
    assert [(each.index, each.specifier) for each in reading.references] == [
        ("corp", "==1.2"),
        ("", "^1"),
    ]
    [found] = reading.indexes
    assert (found.replaces, found.explicit) == (replaces, explicit)


def test_poetry_binds_names_of_the_standard_table() -> None:
    text = (
        '[project]\ndependencies = ["a-xtr"]\n[tool.poetry.dependencies]\na-xtr = {path = "../a"}'
    )
    assert {each.source for each in read(PATH, text).references} == {Source.LOCAL}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[project]\ndynamic = ["dependencies"]', True),
        ('[project]\ndynamic = ["version"]', False),
        (
            (
                '[project]\ndynamic = ["dependencies"]\n[tool.setuptools.dynamic]\n'
                'dependencies = {file = ["deps.txt"]}'
            ),
            False,
        ),
        ('[project]\ndynamic=["dependencies"]\n[tool.poetry.dependencies]\na-xtr="*"', False),
    ],
)
def test_dynamic_dependencies_are_open_ended(text: str, says: bool) -> None:  # noqa: FBT001 - a table
    assert bool(read(PATH, text).open_ended) is says


def test_files_that_a_build_reads_are_included() -> None:
    text = '[tool.setuptools.dynamic]\ndependencies = {file = ["deps.txt", "../../x"]}'
    assert includes(PATH, text) == ("api/deps.txt",)


def test_the_package_itself() -> None:
    reading = read(
        PATH,
        """
[project]
name = "Mine-xtr"
requires-python = ">=3.12"
[project.optional-dependencies]
all = ["mine_xtr[dev]"]
[project.scripts]
run-xtr = "x:y"
[tool.setuptools]
py-modules = ["one_xtr"]
package-dir = {"" = "src"}
[tool.setuptools.packages.find]
where = ["lib", "../../out"]
[tool.pytest.ini_options]
pythonpath = [".", "helpers"]
[tool.maturin]
module-name = "mine._native"
[tool.uv]
exclude-newer = "1 week"
""",
    )
    [member] = reading.members
    assert (member.name, member.folder, member.binaries) == ("Mine-xtr", "api", ("run-xtr",))
    assert set(member.modules) == {"one_xtr", "mine._native"}
    assert set(reading.roots) == {"api/src", "api/lib", "api", "api/helpers"}
    assert (reading.language, reading.cool_down_days) == (">=3.12", 7)
    assert [each.source for each in reading.references] == [Source.LOCAL]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[project]\nname = "a"\nname = "b"', 3),
        ("[project]\n[project]", 2),
        ('[project]\ndependencies = ["a"', 2),
        ("[project]\ndependencies = 'a-xtr'", 2),
        ('[project]\ndependencies = [\n"ok-xtr",\n"not a name"]', 4),
    ],
)
def test_what_cannot_be_read_is_told(text: str, line: int) -> None:
    assert [each.line for each in read(PATH, text).unread] == [line]


def test_names_that_are_none_are_still_read() -> None:
    text = '[project]\ndependencies = ["../../evil", "@acme/x"]\n[tool.poetry.dependencies]\n"http://h/x" = "*"'
    assert names(read(PATH, text)) == ["../../evil", "@acme/x", "http://h/x"]


TABLES = st.sampled_from(
    ["project", "tool.poetry", "tool.uv", "dependency-groups", "tool.pixi", "tool.hatch.envs.x"]
)
KEYS = st.sampled_from(
    ["dependencies", "sources", "index", "source", "group", "name", "deps", "dynamic", "packages"]
)
VALUES = st.sampled_from(
    ['"x"', "[]", "{}", "1", '["a b", 1]', "[{a=1}]", '{path="x"}', "[[]]", '[{url="u"}]']
)


@given(st.lists(st.tuples(TABLES, KEYS, VALUES), max_size=6))
def test_values_of_any_shape_are_read_over(parts: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{table}.{key} = {value}" for table, key, value in parts)
    reading = read(PATH, text)
    for line in lines_of(reading):
        assert 1 <= line <= text.count("\n") + 1


def lines_of(reading: Reading) -> list[int]:
    return [
        *(each.line for each in reading.references),
        *(each.line for each in reading.indexes),
        *(each.line for each in reading.unread),
    ]
