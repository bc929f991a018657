from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.dockerfile import read
from aireview.checks.packages.surfaces.table import readers_of


def _lines(text: str) -> dict[str, int]:
    return {found.name: found.line for found in read("Dockerfile", text).references}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("FROM x\nRUN pip install a-xtr\n", {"a-xtr": 2}),
        ("run npm i a-xtr", {"a-xtr": 1}),
        ('RUN ["pip", "install", "a-xtr"]', {"a-xtr": 1}),
        ('RUN ["sh", "-c", \\\n "pip install a-xtr"]', {"a-xtr": 2}),
        ('CMD ["npx", "a-xtr"]\n', {"a-xtr": 1}),
        ("ENTRYPOINT npx a-xtr", {"a-xtr": 1}),
        ("ONBUILD RUN pip install a-xtr", {"a-xtr": 1}),
        ("HEALTHCHECK --interval=5s CMD npx a-xtr", {"a-xtr": 1}),
        ("RUN apt-get install -y b \\\n # why\n\n && pip install \\\n  a-xtr", {"a-xtr": 5}),
        (
            "RUN --mount=type=cache,target=/x \\\n  --network=none \\\n  pip install a-xtr",
            {"a-xtr": 3},
        ),
        ("RUN <<EOF\npip install a-xtr\nEOF\nRUN npm i b-xtr", {"a-xtr": 2, "b-xtr": 4}),
        ("RUN <<EOF\n#!/usr/bin/env python\npip install a-xtr\nEOF\nRUN npm i b-xtr", {"b-xtr": 5}),
        ("# escape=`\nRUN pip install `\n  a-xtr", {"a-xtr": 3}),
        ("# RUN pip install a-xtr\nCOPY pip /install\nENV X='pip install b-xtr'", {}),
        ("ARG V\nRUN pip install a-xtr==$V ${EXTRA}", {"a-xtr": 2}),
        ("RUN [not json pip install a-xtr", {}),
        ("RUN pip install a-xtr\r\nRUN npm i b-xtr\r\n", {"a-xtr": 1, "b-xtr": 2}),
    ],
)
def test_instructions(text: str, lines: dict[str, int]) -> None:
    assert _lines(text) == lines


def test_an_unpinned_name_is_read_like_a_pinned_one() -> None:  # R15
    assert _lines("RUN pip install a-xtr b-xtr==1") == {"a-xtr": 1, "b-xtr": 1}


def test_an_index_in_the_environment_binds_the_names() -> None:
    text = "ENV PIP_INDEX_URL=https://u:p@x.invalid/simple\nRUN pip install a-xtr && npm i b-xtr"
    found = {each.name: each.index for each in read("Dockerfile", text).references}
    assert found == {"a-xtr": "https://x.invalid/simple", "b-xtr": ""}


@pytest.mark.parametrize(
    ("path", "read_by"),
    [
        ("Dockerfile", True),
        ("x/Dockerfile.dev", True),
        ("web.Dockerfile", True),
        ("Containerfile", True),
        ("x/dockerfile.py", False),
    ],
)
def test_the_table_knows_the_files(path: str, *, read_by: bool) -> None:
    assert ("dockerfile" in [entry.reader for entry in readers_of(path)]) is read_by


_PARTS = st.sampled_from(
    [
        "RUN ",
        "CMD ",
        "\n",
        "\\\n",
        "[",
        "]",
        '"',
        ",",
        "pip install a-xtr",
        "<<EOF",
        "EOF",
        "# c",
        " ",
        "--x=y",
        "`",
    ]
)


@given(st.lists(_PARTS, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    reading = read("Dockerfile", text)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)


@pytest.mark.parametrize("unit", ["RUN <<A\n", "RUN pip \\\n", "RUN [\n", "RUN --a=b \\\n"])
def test_hostile_text_is_read_in_time(unit: str) -> None:
    read("Dockerfile", "RUN pip install a-xtr\n" + unit * 5_000)
