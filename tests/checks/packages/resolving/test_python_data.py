from __future__ import annotations

import sys

import pytest

from aireview.checks.packages.data.python_hosts import HOSTS
from aireview.checks.packages.data.python_modules import (
    AMBIGUOUS,
    BRINGS,
    CONDA,
    FAMILIES,
    NAMESPACES,
    NOTHING,
    PARTS,
    PROVIDES,
    SAME,
    SPELLINGS,
)
from aireview.checks.packages.data.python_stdlib import REMOVED, STANDARD, SUCCESSORS
from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem

PYPI = Ecosystem.PYPI
NAMES = (
    *PROVIDES,
    *SAME,
    *NOTHING,
    *CONDA,
    *SPELLINGS,
    *BRINGS,
    *(n for p in PARTS.values() for n in p),
)
MODULES = [module for modules in PROVIDES.values() for module in modules.split()]


def test_every_module_of_this_python_is_known() -> None:
    ours = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    assert ours - STANDARD - REMOVED.keys() == set()


def test_no_module_is_both_there_and_removed() -> None:
    assert not STANDARD & REMOVED.keys()
    assert SUCCESSORS.keys() <= REMOVED.keys()
    assert all(version.startswith("3.") for version in REMOVED.values())


def test_names_of_distributions_are_valid_and_normalised() -> None:
    wrong = [n for n in NAMES if not valid(PYPI, n) or normalise(PYPI, n) != n]
    assert wrong == []


def test_no_distribution_stands_in_two_tables() -> None:
    assert not PROVIDES.keys() & SAME
    assert not PROVIDES.keys() & NOTHING
    assert not SAME & NOTHING


def test_spellings_are_those_of_the_same_name() -> None:
    assert all(normalise(PYPI, written) == name for name, written in SPELLINGS.items())


@pytest.mark.parametrize(
    "modules", [MODULES, list(NAMESPACES), list(AMBIGUOUS), [h.rstrip("*") for h in HOSTS]]
)
def test_modules_can_be_imported_by_name(modules: list[str]) -> None:
    wrong = [m for m in modules if not all(part.isidentifier() for part in m.split("."))]
    assert wrong == []


def test_no_distribution_provides_a_namespace_by_itself() -> None:
    assert not NAMESPACES.intersection(MODULES)
    assert not NAMESPACES & {name.replace("-", "_") for name in SAME}


def test_a_namespace_lies_in_namespaces() -> None:
    packages = {"dbt", "opencensus", "trytond", "odoo", "airflow", "livekit"}
    for module in NAMESPACES:
        above = module.rpartition(".")[0]
        assert not above or above in NAMESPACES or above in packages, module


def test_parts_are_of_namespaces_and_families_of_names() -> None:
    assert PARTS.keys() <= NAMESPACES
    assert all(start.endswith("-") for start, _ in FAMILIES)


def test_the_first_of_several_is_the_one_to_suggest() -> None:
    first: dict[str, str] = {}
    for distribution, modules in PROVIDES.items():
        for module in modules.split():
            first.setdefault(module, distribution)
    for module, expected in {
        "PIL": "pillow",
        "Crypto": "pycryptodome",
        "cv2": "opencv-python",
        "dateutil": "python-dateutil",
        "dotenv": "python-dotenv",
        "docx": "python-docx",
        "jwt": "pyjwt",
        "magic": "python-magic",
        "psycopg2": "psycopg2",
        "tensorflow": "tensorflow",
    }.items():
        assert first[module] == expected
