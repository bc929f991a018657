"""The packages check from end to end over what Python projects write: imports and manifests."""

from __future__ import annotations

import json

import pytest
from support.packages import Files, World, fails, passes, review
from support.registry import Package, wheel

from aireview.model.finding import Outcome

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

GOOGLE = {
    "google-cloud-storage": ["google.cloud.storage"],
    "google-cloud-bigquery": ["google.cloud.bigquery"],
}


def notebook(*cells: tuple[str, str]) -> str:
    """Return a notebook with cells of these kinds and sources."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": kind, "source": source.splitlines(keepends=True), "metadata": {}}
                for kind, source in cells
            ],
            "metadata": {},
            "nbformat": 4,
            "nbformat_minor": 5,
        },
        indent=1,
    )


FINE: dict[str, Files] = {
    "the standard library": {"a.py": "import os\nimport asyncio.events\nfrom json import loads\n"},
    "a new module of the standard library": {"a.py": "import tomllib\nimport compression.zstd\n"},
    "relative": {"app/a.py": "from . import helpers\nfrom ..x import y\nfrom .z import w\n"},
    "own package below src": {
        "app.py": "from app_xtr.helpers import x\n",
        "src/app_xtr/helpers.py": "",
    },
    "a module beside the one that imports it": {
        "tests/test_a.py": "import conftest_helpers_xtr\n",
        "tests/conftest_helpers_xtr.py": "",
    },
    "own package below a folder with a manifest": {
        "backend/manage.py": "",
        "backend/shop_xtr/models.py": "",
        "backend/pay_xtr/views.py": "from shop_xtr.models import Order\n",
    },
    "own package by an absolute name": {
        "pkg_xtr/__init__.py": "",
        "pkg_xtr/deep/a.py": "import pkg_xtr.deep.b\nfrom pkg_xtr import deep\n",
        "pkg_xtr/deep/b.py": "",
    },
    "a vendored module": {
        "pkg_xtr/a.py": "from pkg_xtr._vendor import six\n",
        "pkg_xtr/_vendor/six.py": "",
    },
    "generated modules": {
        "proto/person_xtr.proto": 'syntax = "proto3";\n',
        "proto/use.py": "import person_xtr_pb2\nimport person_xtr_pb2_grpc\n",
    },
    "another name than the package": {
        "requirements.txt": "PyYAML\n",
        "a.py": "import yaml\nfrom yaml.loader import Loader\n",
    },
    "only locked": {
        "uv.lock": '[[package]]\nname = "pyyaml"\nversion = "6.0"\n'
        'source = { registry = "https://pypi.org/simple" }\n',
        "pyproject.toml": '[project]\nname = "own-xtr"\ndependencies = []\n',
        "a.py": "import yaml\n",
    },
    "any of several packages": {
        "requirements.txt": "opencv-python-headless\n",
        "a.py": "import cv2\n",
    },
    "a well-known other name": {
        "requirements.txt": "djangorestframework\n",
        "a.py": "import rest_framework\nfrom rest_framework.views import APIView\n",
    },
    "a marker and a second top level": {
        "requirements.txt": 'pywin32; sys_platform == "win32"\n',
        "a.py": "import win32api\nimport win32con\nimport pythoncom\n",
    },
    "a namespace package": {
        "requirements.txt": "google-cloud-storage\n",
        "a.py": "from google.cloud import storage\nimport google.cloud.storage.blob\n",
    },
    "a deep namespace": {
        "requirements.txt": "opentelemetry-instrumentation-flask\n",
        "a.py": "from opentelemetry.instrumentation.flask import FlaskInstrumentor\n",
    },
    "underscore for hyphen": {
        "poetry.lock": '[[package]]\nname = "typing-extensions"\nversion = "4.0"\n',
        "a.py": "import typing_extensions\n",
    },
    "a dot in the name of the package": {
        "requirements.txt": "ruamel.yaml\n",
        "a.py": "import ruamel.yaml\nfrom ruamel.yaml import YAML\n",
    },
    "a literal that is relative": {
        "a.py": 'import importlib\nimportlib.import_module(".x", __package__)\n'
    },
    "a name that is computed": {
        "a.py": 'import importlib\nimportlib.import_module(name)\n__import__(f"x{name}")\n'
    },
    "the import function": {"requirements.txt": "requests\n", "a.py": '__import__("requests")\n'},
    "a submodule made at run time": {
        "requirements.txt": "six\n",
        "a.py": "import six.moves.urllib\nfrom six.moves import range\n",
    },
    "setuptools for the build": {
        "pyproject.toml": '[build-system]\nrequires = ["setuptools"]\n',
        "a.py": "import pkg_resources\nimport setuptools\n",
    },
    "words in strings, comments and docstrings": {
        "a.py": '"""\nimport made_up_xtr\n"""\nx = "import other_xtr"\n# import third_xtr\n'
    },
    "a stub package for types alone": {
        "requirements.txt": "types-PyYAML\n",
        "a.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import os\n",
    },
    "a declared optional extra": {
        "pyproject.toml": '[project]\nname = "own-xtr"\n[project.optional-dependencies]\n'
        'x = ["requests"]\n',
        "a.py": "try:\n    import requests\nexcept ImportError:\n    requests = None\n",
    },
    "the project's own name": {
        "pyproject.toml": '[project]\nname = "own-tool-xtr"\n',
        "src/own_tool_xtr/__init__.py": "",
        "tests/test_a.py": "import own_tool_xtr\n",
    },
    "an unpinned and a normalised name": {"requirements.txt": "requests\nRequests\n"},
    "a marker that is no name": {"requirements.txt": 'tomli; python_version < "3.11"\n'},
    "a local folder": {
        "requirements.txt": "-e ./libs/mylib-xtr\n./libs/other-xtr\n",
        "libs/mylib-xtr/setup.py": "",
    },
    "version control": {"requirements.txt": "git+https://github.com/psf/black@24.1.0\n"},
    "an archive": {"requirements.txt": "foo-xtr @ https://files.example/foo.whl\n"},
    "hashes and options": {
        "requirements.txt": "requests==2.31.0 \\\n    --hash=sha256:"
        + "0" * 64
        + "\n--only-binary :all:\n"
    },
    "groups that include each other": {
        "pyproject.toml": '[dependency-groups]\nx = ["requests"]\ndev = [{include-group = "x"}]\n'
    },
    "a member of the workspace": {
        "pyproject.toml": '[project]\nname = "own-xtr"\ndependencies = ["mylib-xtr"]\n'
        "[tool.uv.sources]\nmylib-xtr = {workspace = true}\n"
    },
    "a path of Poetry": {
        "pyproject.toml": "[tool.poetry]\nname = 'own-xtr'\n[tool.poetry.dependencies]\n"
        "python = '^3.11'\nmylib-xtr = {path = '../mylib'}\nother-xtr = {git = 'https://x.example/o'}\n"
    },
    "the language itself": {
        "Pipfile": '[packages]\nrequests = "*"\n[requires]\npython_version="3"\n'
    },
    "a literal list of a setup script": {
        "setup.py": 'from setuptools import setup\nsetup(install_requires=["requests>=2"])\n'
    },
    "places of a lock": {
        "uv.lock": '[[package]]\nname = "a-xtr"\nversion = "1"\nsource = { git = "https://x.example/a" }\n'
        '[[package]]\nname = "b-xtr"\nversion = "1"\nsource = { editable = "libs/b" }\n'
        '[[package]]\nname = "c-xtr"\nversion = "1"\nsource = { virtual = "." }\n'
        '[[package]]\nname = "d-xtr"\nversion = "1"\nsource = { directory = "d" }\n'
    },
    "a conda environment": {
        "environment.yml": "dependencies:\n  - conda-only-xtr\n  - pip:\n      - requests\n"
    },
}
SERVED = (
    "PyYAML",
    "opencv-python-headless",
    "djangorestframework",
    "pywin32",
    "google-cloud-storage",
    "opentelemetry-instrumentation-flask",
    "ruamel.yaml",
    Package("requests", versions=("2.30.0", "2.31.0")),
    "six",
    "setuptools",
    "types-PyYAML",
    "tomli",
    "typing-extensions",
)


@pytest.mark.parametrize("files", FINE.values(), ids=FINE)
def test_what_is_right_is_not_reported(files: Files) -> None:
    passes(files, world=World(there=SERVED, modules=GOOGLE))


def test_the_registry_is_not_asked_for_what_the_repository_settles() -> None:
    local = (
        "a local folder",
        "version control",
        "an archive",
        "a member of the workspace",
        "a path of Poetry",
        "places of a lock",
        "relative",
        "own package below src",
        "a vendored module",
        "the standard library",
        "words in strings, comments and docstrings",
    )
    for case in local:
        assert passes(FINE[case]).sent == (), case


# --- imports -------------------------------------------------------------------------------------


def test_an_import_that_nothing_provides_and_no_registry_has() -> None:
    found = fails({"a.py": "import os\nimport fastjsonlib_xtr\n"}, "hallucinated")
    assert (found.rule.tier.value, found.start_line, found.symbol) == ("A", 2, "fastjsonlib-xtr")
    assert "has no package `fastjsonlib-xtr`" in found.message
    assert any("answered HTTP 404" in line for line in found.evidence)


@pytest.mark.parametrize(
    ("code", "tier"),
    [
        ('import importlib\nimportlib.import_module("made_up_xtr")\n', "A"),
        ('__import__("made_up_xtr.sub")\n', "A"),
        ("import made_up_xtr.sub.part as p\n", "A"),
        ("from made_up_xtr.sub import part\n", "A"),
        ("def f():\n    import made_up_xtr\n", "A"),
        ("try:\n    import made_up_xtr\nexcept ImportError:\n    made_up_xtr = None\n", "B"),
        ('import pytest\npytest.importorskip("made_up_xtr")\n', "B"),
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import made_up_xtr\n",
            "B",
        ),
    ],
)
def test_every_form_of_an_invented_import(code: str, tier: str) -> None:
    files = {"requirements.txt": "pytest\n", "a.py": code}
    said = review(files, {"requirements.txt": "pytest\n"})
    assert [(word.verdict, word.tier) for word in said.words] == [("hallucinated", tier)]


def test_a_stub_file_is_for_types_alone() -> None:
    said = review({"pkg_xtr/a.pyi": "import made_up_xtr\n"})
    assert [(word.verdict, word.tier) for word in said.words] == [("hallucinated", "B")]


def test_an_import_that_the_project_does_not_declare() -> None:
    found = fails({"a.py": "import yaml\n"}, "undeclared", world=World(there=["pyyaml"]))
    assert found.rule.tier.value == "C"
    assert "`pyyaml`" in found.fix.lower()
    assert "`yaml`" not in found.fix


def test_a_stub_package_is_not_what_runs() -> None:
    files = {"requirements.txt": "types-PyYAML\n", "a.py": "import yaml\n"}
    world = World(there=["types-PyYAML", "PyYAML"], modules={"types-pyyaml": ["yaml-stubs"]})
    found = fails(files, "undeclared", world=world)
    assert "pyyaml" in found.fix.lower()


def test_an_optional_import_of_a_test_that_nothing_declares() -> None:
    code = 'import pytest\npd = pytest.importorskip("pandas")\n'
    files = {"requirements.txt": "pytest\n", "tests/test_a.py": code}
    world = World(there=["pytest", "pandas"], modules={"pandas": ["pandas"]})
    assert review(files, world=world).names == ["pandas"]
    assert review(files, world=world).verdicts == ["undeclared"]


def test_a_package_of_a_namespace_that_is_not_declared() -> None:
    files = {
        "requirements.txt": "google-cloud-bigquery\n",
        "a.py": "from google.cloud import storage\n",
    }
    world = World(there=["google-cloud-bigquery", "google-cloud-storage"], modules=GOOGLE)
    found = fails(files, "undeclared", world=world)
    assert "`google-cloud-storage`" in found.fix


def test_a_part_of_a_namespace_that_does_not_exist() -> None:
    files = {
        "requirements.txt": "google-cloud-storage\n",
        "a.py": "from google.cloud import quantumstore_xtr\n",
    }
    found = fails(
        files, "hallucinated", world=World(there=["google-cloud-storage"], modules=GOOGLE)
    )
    assert "google-cloud-quantumstore-xtr" in found.message


def test_a_new_name_in_an_old_import_stands_on_its_own_line() -> None:
    manifest = {"requirements.txt": "google-cloud-storage\n"}
    code = "import os\nfrom google.cloud import (\n    storage,\n{})\n"
    base = {**manifest, "a.py": code.format("")}
    head = {**manifest, "a.py": code.format("    quantumstore_xtr,\n")}
    said = review(head, base, World(there=["google-cloud-storage"], modules=GOOGLE))
    assert said.words == [("hallucinated", "A", "a.py", 4)]


def test_a_bare_namespace_is_provided_by_nobody() -> None:
    files = {
        "requirements.txt": "google-cloud-storage\nprotobuf\n",
        "a.py": "import google.cloud.madeup_xtr\n",
    }
    world = World(there=["google-cloud-storage", "protobuf", "google"], modules=GOOGLE)
    assert review(files, world=world).verdicts == ["hallucinated"]


@pytest.mark.parametrize(
    "files",
    [
        {"pyproject.toml": '[project]\nrequires-python = ">=3.12"\n', "a.py": "import distutils\n"},
        {"a.py": "import urllib2\n"},
        {"a.py": "import ConfigParser\nfrom HTMLParser import HTMLParser\n"},
    ],
)
def test_a_module_that_the_language_dropped(files: Files) -> None:
    said = review(files)
    assert set(said.verdicts) == {"legacy"}
    assert {word.tier for word in said.words} == {"C"}
    assert said.sent == ()


@pytest.mark.parametrize(
    "files",
    [
        {"a.ipynb": notebook(("code", "import kaggle_secrets\nfrom google.colab import drive\n"))},
        {"addon.py": "import bpy\n"},
        {"job.py": "from awsglue.context import GlueContext\n"},
    ],
)
def test_a_module_of_a_host_program(files: Files) -> None:
    said = review(files)
    assert set(said.verdicts) == {"unverified"}
    assert {word.tier for word in said.words} == {"C"}
    assert said.outcome is Outcome.FAILED
    assert said.sent == ()


def test_a_namesake_that_holds_something_else_is_no_suggestion() -> None:
    world = World(there=["helper-kit-xtr"], modules={"helper-kit-xtr": ["quite_other"]})
    found = fails({"a.py": "import helper_kit_xtr\n"}, "suspicious", world=world)
    assert "does not hold that module" in found.message


def test_a_namesake_whose_files_hold_the_module_is_suggested() -> None:
    world = World(there=["helper-kit-xtr"], modules={"helper-kit-xtr": ["helper_kit_xtr"]})
    found = fails({"a.py": "import helper_kit_xtr\n"}, "undeclared", world=world)
    assert found.fix == "Declare `helper-kit-xtr` in the manifest."


def test_a_namesake_whose_files_nobody_could_read_is_not_suggested() -> None:
    found = fails(
        {"a.py": "import helper_kit_xtr\n"}, "undeclared", world=World(there=["helper-kit-xtr"])
    )
    assert "helper-kit-xtr" not in found.fix


def test_a_young_namesake() -> None:
    young = Package("helper-kit-xtr", first_published="2026-09-18T00:00:00Z")
    world = World(there=[young], modules={"helper-kit-xtr": ["helper_kit_xtr"]})
    found = fails({"a.py": "import helper_kit_xtr\n"}, "suspicious", world=world)
    assert "3 days ago" in found.message


def test_the_files_of_a_declared_package_prove_what_it_installs() -> None:
    files = {"requirements.txt": "odd-dist-xtr\n", "a.py": "import surprising_xtr.sub\n"}
    there = ["odd-dist-xtr", "surprising-xtr"]  # the second is somebody else's
    world = World(there=there, modules={"odd-dist-xtr": ["surprising_xtr"]})
    said = passes(files, world=world)
    assert said.read == ("odd-dist-xtr",)
    assert not said.asked_for("surprising")


def test_a_wheel_is_read_without_being_run() -> None:
    files = {
        "requirements.txt": "odd-dist-xtr\n",
        "a.py": "import surprising_xtr.sub\nimport made_up_xtr\n",
    }
    made = wheel("odd-dist-xtr", "1.0.0", ["surprising_xtr/__init__.py"])
    dist = Package("odd-dist-xtr", files=dict([made]))
    said = review(files, world=World(there=[dist], wheels=True))
    assert said.words == [("hallucinated", "A", "a.py", 2)]


def test_an_installed_package_proves_what_it_installs() -> None:
    files = {"requirements.txt": "odd-dist-xtr\n", "a.py": "import surprising_xtr\n"}
    world = World(there=["odd-dist-xtr"], installed={"odd-dist-xtr": ("surprising_xtr",)})
    assert passes(files, world=world).read == ()


@pytest.mark.parametrize(
    ("path", "manifest"),
    [
        ("pyproject.toml", '[project]\nname = "own-xtr"\ndynamic = ["dependencies"]\n'),
        ("requirements.txt", "git+https://github.com/psf/black@24.1.0\n"),
        ("requirements.txt", "-e git+https://git.example/x.git#egg=x-xtr\n"),
        (
            "setup.py",
            'from setuptools import setup\nsetup(install_requires=open("r.list").read())\n',
        ),
    ],
)
def test_open_ended_declarations_do_not_silence_an_invented_import(
    path: str, manifest: str
) -> None:
    files = {path: manifest, "app/a.py": "import made_up_xtr\n"}
    said = review(files, {path: manifest})
    assert said.names == ["made-up-xtr"]
    found = said.one
    assert found.rule.id == "hallucinated-package"
    assert found.rule.tier.value == "B"
    assert any(line.startswith("less sure") for line in found.evidence)


def test_newer_syntax_than_the_hooks_own_is_read() -> None:
    code = "type Pair[T] = tuple[T, T]\n\nclass Box[T]:\n    pass\n\nimport made_up_xtr\n"
    assert review({"a.py": code}).words[0][:4] == ("hallucinated", "A", "a.py", 6)


def test_a_file_that_does_not_parse_is_told() -> None:
    said = review({"a.py": "import os\ndef f(:\n    import (\n", "b.py": "import made_up_xtr\n"})
    assert said.verdicts == ["hallucinated", "unread"]
    assert said.outcome is Outcome.FAILED


# --- notebooks and scripts -----------------------------------------------------------------------


def test_a_command_in_the_text_of_a_notebook() -> None:
    cell = "Install it first:\n\n```bash\npip install x-hallu-xtr\n```\n"
    said = review({"a.ipynb": notebook(("markdown", cell))})
    assert [(word.verdict, word.tier) for word in said.words] == [("hallucinated", "B")]


def test_an_install_magic_declares_for_its_notebook() -> None:
    cells = notebook(
        ("code", "%pip install real-one-xtr\n!pip install -q made-up-xtr\n"),
        ("code", "import real_one_xtr\nimport made_up_xtr\n"),
    )
    said = review({"a.ipynb": cells}, world=World(there=["real-one-xtr"]))
    assert said.names == ["made-up-xtr"]
    assert said.verdicts == ["hallucinated"]


def test_a_notebook_declares_for_another_one_of_its_folder() -> None:
    first = notebook(("code", "%pip install real-one-xtr\n"))
    second = notebook(("code", "import real_one_xtr\n"))
    base = {"course/01.ipynb": first}
    passes({**base, "course/02.ipynb": second}, base=base, world=World(there=["real-one-xtr"]))


def test_a_module_that_a_cell_writes() -> None:
    cells = notebook(
        ("code", "%%writefile helper_xtr.py\nx = 1\n"),
        ("code", "import helper_xtr\n"),
    )
    passes({"a.ipynb": cells})


def test_removing_a_package_is_no_install() -> None:
    passes({"a.ipynb": notebook(("code", "%pip uninstall -y made-up-xtr\n"))})


def test_inline_metadata_of_a_script() -> None:
    script = '# /// script\n# dependencies = ["x-hallu-xtr", "requests"]\n# ///\nimport requests\n'
    found = fails({"tool.py": script}, "hallucinated", world=World(there=["requests"]))
    assert (found.rule.tier.value, found.start_line) == ("A", 2)


# --- manifests -----------------------------------------------------------------------------------

INVENTED: dict[str, tuple[str, str, int]] = {
    "unpinned": ("requirements.txt", "requests\nmade-up-xtr\n", 2),
    "pinned": ("requirements/dev.txt", "made-up-xtr==1.2.3\n", 1),
    "with extras and a marker": (
        "requirements.in",
        'made_up.XTR[x]>=1; python_version > "3"\n',
        1,
    ),
    "constraints": ("constraints.txt", "made-up-xtr<3\n", 1),
    "project": ("pyproject.toml", '[project]\ndependencies = [\n  "made-up-xtr>=1",\n]\n', 3),
    "optional": (
        "pyproject.toml",
        '[project.optional-dependencies]\nx = ["made-up-xtr"]\n',
        2,
    ),
    "group": ("pyproject.toml", '[dependency-groups]\ndev = ["made-up-xtr"]\n', 2),
    "build": ("pyproject.toml", '[build-system]\nrequires = ["made-up-xtr"]\n', 2),
    "poetry": ("pyproject.toml", '[tool.poetry.dependencies]\nmade-up-xtr = "^1"\n', 2),
    "poetry group": (
        "pyproject.toml",
        '[tool.poetry.group.dev.dependencies]\nmade-up-xtr = "^1"\n',
        2,
    ),
    "pdm": ("pyproject.toml", '[tool.pdm.dev-dependencies]\nx = ["made-up-xtr"]\n', 2),
    "hatch": ("pyproject.toml", '[tool.hatch.envs.x]\ndependencies = ["made-up-xtr"]\n', 2),
    "uv": ("pyproject.toml", '[tool.uv]\ndev-dependencies = ["made-up-xtr"]\n', 2),
    "setup script": ("setup.py", "from setuptools import setup\nsetup(\n  install_requires=[\n    'made-up-xtr',\n  ],\n)\n", 4),
    "setup.cfg": ("setup.cfg", "[options]\ninstall_requires =\n    made-up-xtr\n", 3),
    "Pipfile": ("Pipfile", '[packages]\nmade-up-xtr = "*"\n', 2),
    "tox": ("tox.ini", "[testenv]\ndeps =\n    made-up-xtr\n", 3),
    "pre-commit": (
        ".pre-commit-config.yaml",
        ("repos:\n  - repo: https://github.com/pre-commit/mirrors-mypy\n    rev: v1\n    hooks:\n"
        "      - id: mypy\n        additional_dependencies: [made-up-xtr]\n"),
        6,
    ),
    "conda's list for pip": (
        "environment.yml",
        "dependencies:\n  - python\n  - pip:\n      - made-up-xtr\n",
        4,
    ),
    "pixi": ("pixi.toml", '[pypi-dependencies]\nmade-up-xtr = "*"\n', 2),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text", "line"), INVENTED.values(), ids=INVENTED)
def test_an_invented_name_in_a_manifest(path: str, text: str, line: int) -> None:
    said = review({path: text}, world=World(there=["requests"]))
    assert [word for word in said.words if word.verdict != "unread"] == [
        ("hallucinated", "A", path, line)
    ]
    assert said.one.symbol == "made-up-xtr"


def test_an_import_name_in_a_manifest_comes_with_the_package_that_is_meant() -> None:
    found = fails({"requirements.txt": "yaml\n"}, "hallucinated")
    assert "`pyyaml`" in found.fix.lower()
    found = fails({"requirements.txt": "cv2\n"}, "hallucinated")
    assert "`opencv-python`" in found.fix


def test_a_short_form_of_a_real_name() -> None:
    found = fails({"requirements.txt": "opencv\n"}, "hallucinated")
    assert "opencv-python" in found.fix + " ".join(found.evidence)


def test_a_module_of_the_standard_library_in_a_manifest() -> None:
    found = fails({"requirements.txt": "json\n"}, "hallucinated")
    assert "standard library" in found.fix


def test_a_package_that_sends_people_elsewhere() -> None:
    decoy = Package(
        "sklearn", summary="deprecated sklearn package, use scikit-learn instead", versions=("0.0",)
    )
    found = fails({"requirements.txt": "sklearn\n"}, "suspicious", world=World(there=[decoy]))
    assert "`scikit-learn`" in found.fix


@pytest.mark.parametrize("name", ["reqeusts-xtr", "requesuts-xtr"])
def test_a_name_that_is_listed_as_malicious(name: str) -> None:
    world = World(there=[name], bad={name: "MAL-2024-1"})
    found = fails({"requirements.txt": f"{name}\n"}, "malicious", world=world)
    assert found.rule.tier.value == "A"
    assert "MAL-2024-1" in found.message


def test_a_malicious_version_of_an_honest_package() -> None:
    world = World(
        there=[Package("honest-xtr", versions=("1.0", "1.1"))],
        bad={"honest-xtr==1.1": "MAL-2026-7"},
    )
    fails({"requirements.txt": "honest-xtr==1.1\n"}, "malicious", world=world)
    passes({"requirements.txt": "honest-xtr==1.0\n"}, world=world)


def test_a_version_that_does_not_exist() -> None:
    flask = Package("flask", versions=("2.0.0", "3.0.0"))
    found = fails(
        {"requirements.txt": "flask==99.0.0\n"}, "hallucinated", world=World(there=[flask])
    )
    assert "no version 99.0.0" in found.message
    assert "latest is 3.0.0" in found.message


@pytest.mark.parametrize("spec", ["flask==3.0", "flask==3", "flask>=3", "flask~=3.0", "flask==3.*"])
def test_a_version_that_is_there_in_another_spelling(spec: str) -> None:
    flask = Package("flask", versions=("2.0.0", "3.0.0"))
    passes({"requirements.txt": f"{spec}\n"}, world=World(there=[flask]))


def test_a_version_that_was_withdrawn() -> None:
    yanked = Package("flask", versions=("2.0.0", "3.0.0"), yanked=("3.0.0",))
    found = fails({"requirements.txt": "flask==3.0.0\n"}, "suspicious", world=World(there=[yanked]))
    assert "withdrawn" in found.message


def test_an_extra_that_does_not_exist() -> None:
    requests = Package("requests", extras=("socks", "use_chardet_on_py3"))
    world = World(there=[requests])
    found = fails({"requirements.txt": "requests[securityy-xtr]\n"}, "suspicious", world=world)
    assert "no extra `securityy-xtr`" in found.message
    passes({"requirements.txt": "requests[socks,use-chardet-on-py3]\n"}, world=world)


def test_a_computed_list_is_told() -> None:
    code = "from setuptools import setup\nsetup(install_requires=['pkg-xtr' + suffix, *more])\n"
    said = review({"setup.py": code})
    assert "hallucinated" not in said.verdicts
    assert said.verdicts
    assert set(said.verdicts) <= {"unverified", "unread"}


def test_files_that_requirements_include() -> None:
    files = {
        "requirements.txt": "-r deps/base.list\n-c deps/pins.list\n",
        "deps/base.list": "-r deeper.list\nrequests\n",
        "deps/deeper.list": "# nothing\nmade-up-xtr\n",
        "deps/pins.list": "other-made-up-xtr==1\n",
        "deps/unrelated.list": "third-xtr\n",
    }
    said = review(files, world=World(there=["requests"]))
    assert [(word.path, word.line) for word in said.words] == [
        ("deps/deeper.list", 2),
        ("deps/pins.list", 1),
    ]


def test_what_an_unchanged_file_includes_is_read_where_only_the_included_one_changes() -> None:
    base = {"requirements.txt": "-r deps/base.list\n", "deps/base.list": "requests\n"}
    head = {**base, "deps/base.list": "requests\nmade-up-xtr\n"}
    said = review(head, base, World(there=["requests"]))
    assert said.words == [("hallucinated", "A", "deps/base.list", 2)]


def test_what_an_included_file_declares_counts() -> None:
    base = {"requirements.txt": "-r deps/base.list\n", "deps/base.list": "requests\n"}
    passes({**base, "a.py": "import requests\n"}, base=base, world=World(there=["requests"]))


@pytest.mark.parametrize(
    "name", ["made up xtr", "../../etc/passwd", "x" * 300, "-xtr", "xtr\u202e", "a;rm-xtr -rf"]
)
def test_what_cannot_be_a_name_is_never_sent(name: str) -> None:
    manifest = f"[tool.poetry.dependencies]\n{json.dumps(name)} = '^1'\n"
    said = review({"pyproject.toml": manifest})
    assert said.sent == ()
    assert said.verdicts
    assert "hallucinated" not in said.verdicts
