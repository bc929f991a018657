from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.ci import read
from aireview.checks.packages.surfaces.table import readers_of

_WORKFLOW = ".github/workflows/x.yml"


def _lines(path: str, text: str) -> dict[str, int]:
    return {found.name: found.line for found in read(path, text).references}


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        (_WORKFLOW, "jobs:\n  a:\n    steps:\n      - run: pip install a-xtr\n", {"a-xtr": 4}),
        (_WORKFLOW, "steps:\n- run: |\n    # b\n\n    pip install a-xtr\n    npm i b-xtr\n", {"a-xtr": 5, "b-xtr": 6}),
        (_WORKFLOW, "steps:\n- run: |2-\n\n    pip install a-xtr\n", {"a-xtr": 4}),
        (_WORKFLOW, "steps:\n- run: >\n    pip install\n    a-xtr\n    b-xtr\n", {"a-xtr": 4, "b-xtr": 5}),
        (_WORKFLOW, "steps:\n- run: >-\n    pip install a-xtr\n\n    npm i b-xtr\n", {"a-xtr": 3, "b-xtr": 5}),
        (_WORKFLOW, "steps:\n- run: pip install\n    a-xtr\n    b-xtr\n", {"a-xtr": 3, "b-xtr": 4}),
        (_WORKFLOW, 'steps:\n- run: "pip install a-xtr\\nnpm i b-xtr"\n', {"a-xtr": 2, "b-xtr": 2}),
        (_WORKFLOW, "steps:\n- run: 'pip install\n    a-xtr'\n", {"a-xtr": 3}),
        (_WORKFLOW, "steps:\n- shell: python\n  run: |\n    pip install a-xtr\n", {}),
        (_WORKFLOW, "steps:\n- name: pip install a-xtr\n  with: {x: npx b-xtr}\n", {}),
        (_WORKFLOW, "steps:\n- uses: actions/github-script@v7\n  with:\n    script: npx a-xtr\n", {}),
        (_WORKFLOW, "defaults:\n  run:\n    shell: bash\nsteps:\n- run: npx a-xtr\n", {"a-xtr": 5}),
        ("action.yml", "runs:\n  steps:\n  - run: npx a-xtr\n    shell: bash\n", {"a-xtr": 3}),
        (".gitlab-ci.yml", "x:\n  before_script:\n    - pip install a-xtr\n  script:\n    - - npm i b-xtr\n", {"a-xtr": 3, "b-xtr": 5}),
        (".gitlab-ci.yml", "x:\n  script: !reference [y, script]\nz:\n  script: npx a-xtr\n", {"a-xtr": 4}),
        (".circleci/config.yml", "jobs:\n- run: npx a-xtr\n- run:\n    name: x\n    command: npx b-xtr\n", {"a-xtr": 2, "b-xtr": 5}),
        ("azure-pipelines.yml", "steps:\n- script: npx a-xtr\n- bash: npx b-xtr\n- pwsh: |\n    npx c-xtr\n", {"a-xtr": 2, "b-xtr": 3, "c-xtr": 5}),
        ("bitbucket-pipelines.yml", "pipelines:\n  default:\n  - step:\n      script:\n      - npx a-xtr\n", {"a-xtr": 5}),
        (".travis.yml", "install:\n- pip install a-xtr\nscript: npx b-xtr\n", {"a-xtr": 2, "b-xtr": 3}),
        (".drone.yml", "steps:\n- commands:\n  - npx a-xtr\n---\nsteps:\n- commands: [npx b-xtr]\n", {"a-xtr": 3, "b-xtr": 6}),
        (".buildkite/pipeline.yml", "steps:\n- command: npx a-xtr\n- commands:\n  - npx b-xtr\n", {"a-xtr": 2, "b-xtr": 4}),
        ("Taskfile.yml", "tasks:\n  a:\n    cmds:\n    - npx a-xtr\n    - cmd: npx b-xtr\n  c: npx c-xtr\n", {"a-xtr": 4, "b-xtr": 5, "c-xtr": 6}),
        ("docker-compose.yml", "services:\n  a:\n    command: [npx, a-xtr]\n  b:\n    entrypoint: sh -c 'npx b-xtr'\n", {"a-xtr": 3, "b-xtr": 5}),
        (".devcontainer/devcontainer.json", '{"postCreateCommand": "pip install a-xtr", // c\n"onCreateCommand": ["npx",\n"b-xtr"],\n"postStartCommand": {"x": "npx c-xtr"}}', {"a-xtr": 1, "b-xtr": 3, "c-xtr": 4}),
        ("lefthook.yml", "pre-commit:\n  commands:\n    x:\n      run: npx a-xtr {staged_files}\n", {"a-xtr": 4}),
    ],
)  # fmt: skip
def test_services(path: str, text: str, lines: dict[str, int]) -> None:
    assert _lines(path, text) == lines
    assert any(entry.reader == "ci" for entry in readers_of(path))
    assert all(entry.may_name(text) for entry in readers_of(path)) or not lines


def test_a_registry_in_the_environment_binds_the_names() -> None:
    text = "env:\n  NPM_CONFIG_REGISTRY: https://x.invalid\nsteps:\n- run: npx a-xtr\n"
    assert [found.index for found in read(_WORKFLOW, text).references] == ["https://x.invalid"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("updates:\n- cooldown: {default-days: 7}\n- cooldown: {default-days: 3}\n", 3),
        ("updates:\n- cooldown: {semver-major-days: 7}\n", None),
        ("updates: []\n", None),
        ("updates:\n- cooldown: {default-days: x}\n", None),
    ],
)
def test_the_cool_down_of_dependabot(text: str, days: int | None) -> None:
    assert read(".github/dependabot.yml", text).cool_down_days == days


@pytest.mark.parametrize(
    "text", ["run: npx a-xtr\n\tx: [", "run: {npx a-xtr", "\x01 run: npx a-xtr"]
)
def test_what_is_not_yaml_is_reported(text: str) -> None:
    reading = read(_WORKFLOW, text)
    assert reading.references == ()
    assert len(reading.unread) == 1


def test_an_alias_is_not_expanded() -> None:
    bomb = "a: &a [npx a-xtr]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    assert read(_WORKFLOW, bomb).references == ()


_PARTS = st.sampled_from(
    [
        "run: ",
        "- ",
        "  ",
        "\n",
        "|\n",
        ">-\n",
        "pip install",
        " a-xtr",
        '"',
        "'",
        "#",
        "\n\n",
        "b-xtr ",
    ]
)


@given(st.lists(_PARTS, max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    reading = read(_WORKFLOW, text)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)


@given(st.lists(st.sampled_from(["a-xtr", "b-xtr", "c-xtr", "d-xtr"]), min_size=1, max_size=4, unique=True), st.sampled_from(["|", "|-", ">", ">-", "", "'", '"']), st.data())  # fmt: skip
def test_the_line_is_that_of_the_name(names: list[str], style: str, data: st.DataObject) -> None:
    quote = style if style in ("'", '"') else ""
    rows = [f"{quote}pip install" if not style or quote else style]
    if rows[0] == style:
        rows.append("    pip install" + (" \\" if style[0] == "|" else ""))
    for at, name in enumerate(names):
        end = quote if at == len(names) - 1 else ""
        more = " \\" if style[:1] == "|" and at < len(names) - 1 else ""
        rows.append(f"    {name}{end}{more}")
    before = "# x\n" * data.draw(st.integers(0, 3))
    text = f"{before}steps:\n- run: " + "\n".join(rows) + "\n- run: echo\n"
    found = _lines(_WORKFLOW, text)
    lines = text.split("\n")
    assert set(found) == set(names)
    assert all(name in lines[line - 1] for name, line in found.items())


@pytest.mark.parametrize(
    "text",
    [
        "script: [" + "npx a-xtr, " * 20_000 + "]",
        "script: npx " + "a " * 50_000 + "# b",
        "".join(f"- run: >\n    npx\n    a{n}-xtr\n" for n in range(2_000)),
    ],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    read(_WORKFLOW, text)
