"""`aireview packages`, against a registry on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
from support.registry import FakeRegistry, Package, Response, wheel
from support.repo import Repo

from aireview.cli.main import run
from aireview.model.packages import Ecosystem

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
SCHEMA = Path(__file__).parents[2] / "docs" / "schemas" / "packages.v1.schema.json"
Row = Mapping[str, object]


@pytest.fixture
def fake() -> Iterator[FakeRegistry]:
    name, content = wheel("py-shapes-xtr", "1.0", ["shapes_xtr/__init__.py"])
    packages: dict[Ecosystem, list[Package | str]] = {
        Ecosystem.PYPI: [
            Package("real-xtr", versions=("1.0.0", "2.0.0"), extras=("fast",)),
            Package("shapes-xtr"),
            Package("py-shapes-xtr", files={name: content}),
            Package("quarantined-xtr", status="quarantined"),
        ],
        Ecosystem.NPM: ["real-xtr", "@scope-xtr/real"],
        Ecosystem.GO: ["github.com/real-xtr/module"],
        Ecosystem.MAVEN: ["org.xtr:real"],
    }
    with FakeRegistry(packages) as registry:
        yield registry


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: FakeRegistry) -> Path:
    """Return a folder whose policy names the registry, with a home of its own."""
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "VIRTUAL_ENV", "GOPROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in (
        "AIREVIEW_OFFLINE",
        "PIP_INDEX_URL",
        "PIP_EXTRA_INDEX_URL",
        "PIP_CONFIG_FILE",
        "http_proxy",
        "HTTP_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "work"
    folder.mkdir()
    write(folder, ".aireview.yml", policy(fake))
    monkeypatch.chdir(folder)
    return folder


def policy(fake: FakeRegistry, more: str = "") -> str:
    urls = "".join(f"    {one.value}: {url}\n" for one, url in fake.bases.items())
    return f"packages:\n  registries:\n{urls}{more}"


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[Row]]:
    code = run(["packages", "check", "--format", "json", *words])
    answer = json.loads(capsys.readouterr().out)
    jsonschema.validate(answer, json.loads(SCHEMA.read_text()))
    assert next(iter(answer.items())) == ("schema", "aireview/packages/v1")
    return code, answer["names"]


def verdicts(rows: list[Row]) -> dict[object, object]:
    return {row["name"]: row["verdict"] for row in rows}


PYPI = ("--ecosystem", "pypi", "--context", "install")


@pytest.mark.usefixtures("here")
def test_packages_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = check(capsys, *PYPI, "Real_Xtr[fast]==2.0.0", "invented-xtr", "quarantined-xtr")
    assert code == 1
    assert verdicts(rows) == {
        "Real_Xtr[fast]==2.0.0": "ok",
        "invented-xtr": "hallucinated",
        "quarantined-xtr": "malicious",
    }
    assert [row["tier"] for row in rows] == [None, "A", "A"]
    assert "invented-xtr" in str(rows[1]["message"])
    assert rows[1]["evidence"]
    assert {row["context"] for row in rows} == {"install"}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("ecosystem", "name", "fake_name"),
    [
        ("npm", "real-xtr@^1", "fake-xtr@1.0.0"),
        ("npm", "@scope-xtr/real", "@scope-xtr/fake"),
        ("go", "github.com/real-xtr/module@v1.0.0", "github.com/fake-xtr/module"),
        ("maven", "org.xtr:real:1.0.0", "org.xtr:fake"),
    ],
)
def test_other_ecosystems(
    ecosystem: str, name: str, fake_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--ecosystem", ecosystem, "--context", "install")
    assert check(capsys, *words, name)[0] == 0
    code, rows = check(capsys, *words, name, fake_name)
    assert (code, list(verdicts(rows).values())) == (1, ["ok", "hallucinated"])


@pytest.mark.usefixtures("here")
def test_a_version_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = check(capsys, *PYPI, "real-xtr==9.9.9")
    assert (code, rows[0]["verdict"]) == (1, "hallucinated")


IMPORT = ("--ecosystem", "pypi", "--context", "import")


@pytest.mark.usefixtures("here")
def test_modules_to_import(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = check(capsys, *IMPORT, "os.path", "yaml", "wholly_invented_xtr")
    assert code == 1
    assert verdicts(rows) == {
        "os.path": "ok",
        "yaml": "undeclared",
        "wholly_invented_xtr": "hallucinated",
    }
    assert rows[1]["suggestion"] == "PyYAML"


def test_with_the_declarations_of_a_project(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    write(here, "app/.aireview.yml", policy(fake))
    write(here, "app/requirements.txt", "PyYAML\npy-shapes-xtr\n")
    write(here, "app/own_xtr/__init__.py", "")
    words = (*IMPORT, "--project", "app", "yaml", "own_xtr", "shapes_xtr", "nothing_xtr")
    code, rows = check(capsys, *words)
    assert verdicts(rows) == {
        "yaml": "ok",
        "own_xtr": "ok",
        "shapes_xtr": "ok",
        "nothing_xtr": "hallucinated",
    }
    assert code == 1


def test_an_invented_name_ends_with_1_however_sure_it_is(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    write(here, "app/.aireview.yml", policy(fake))
    write(here, "app/requirements.txt", "-e git+https://git.example/tools.git#egg=tools-xtr\n")
    code, rows = check(capsys, *IMPORT, "--project", "app", "nothing_xtr")
    assert (code, rows[0]["verdict"], rows[0]["tier"]) == (1, "hallucinated", "B")


def test_a_project_that_is_a_part_of_a_repository(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    repo = Repo(here)
    repo.write("one/requirements.txt", "PyYAML\n")
    repo.write("two/own_xtr.py", "")
    repo.write("one/package.json", '{"dependencies": {"real-xtr": "1"}}')
    repo.write("two/.npmrc", "registry=https://two-xtr.example/\n")
    repo.commit()
    code, rows = check(capsys, *IMPORT, "--project", "two", "own_xtr", "invented_xtr")
    assert (code, list(verdicts(rows).values())) == (1, ["ok", "hallucinated"])
    npm = ("--ecosystem", "npm", "--context", "import", "--project", "one", "real-xtr/sub")
    assert check(capsys, *npm)[1][0]["verdict"] == "ok"
    assert fake.requests


def test_the_environment_of_a_project(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = "app/.venv/lib/python3.11/site-packages/py_shapes_xtr-1.0.dist-info"
    write(here, f"{site}/top_level.txt", "strange_xtr\n")
    write(here, "app/requirements.txt", "py-shapes-xtr\n")
    words = (*IMPORT, "--offline", "--project", "app", "strange_xtr")
    assert check(capsys, *words)[1][0]["verdict"] == "ok"


def test_private_indexes_of_a_project_count(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    write(here, "app/.npmrc", "@acme-xtr:registry=https://npm.acme-xtr.example/\n")
    write(here, "app/package.json", "{}")
    write(here, "app/.aireview.yml", policy(fake))
    words = ("--ecosystem", "npm", "--context", "install", "--project", "app", "@acme-xtr/secret")
    code, rows = check(capsys, *words)
    assert (code, rows[0]["verdict"]) == (0, "unverified")
    assert fake.requests == []


def test_allowed_names(here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry) -> None:
    write(here, ".aireview.yml", policy(fake, "  allow:\n    - {name: ours-xtr, reason: soon}\n"))
    code, rows = check(capsys, *PYPI, "ours-xtr")
    assert (code, rows[0]["verdict"]) == (0, "ignored")
    assert fake.requests == []


def test_offline(here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry) -> None:
    assert here.exists()
    code, rows = check(capsys, *PYPI, "--offline", "requests", "invented-xtr")
    assert (code, list(verdicts(rows).values())) == (3, ["ok", "unverified"])
    assert check(capsys, *PYPI, "--offline", "requests")[0] == 0
    code, rows = check(capsys, *IMPORT, "--offline", "invented_xtr")
    assert (code, rows[0]["verdict"]) == (3, "unverified")
    assert fake.requests == []


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("fault", ["unavailable", "absent-all", "html", "unauthorized"])
def test_a_registry_that_does_not_answer(
    fault: str, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    fake.fault(fault)
    code, rows = check(capsys, *PYPI, "invented-xtr")
    assert (code, rows[0]["verdict"]) == (3, "unverified")


@pytest.mark.usefixtures("here")
def test_an_advisory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    package = {"name": "real-xtr", "ecosystem": "PyPI"}
    record = {"id": "MAL-2026-1", "affected": [{"package": package, "versions": ["2.0.0"]}]}
    write(tmp_path / "work", "osv.json", json.dumps(record))
    write(tmp_path / "work", ".aireview.yml", policy(fake, "  osv: osv.json\n"))
    code, rows = check(capsys, *PYPI, "real-xtr==2.0.0", "real-xtr==1.0.0")
    assert (code, list(verdicts(rows).values())) == (1, ["malicious", "ok"])
    assert "MAL-2026-1" in str(rows[0]["message"])


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words",
    [
        (*PYPI,),
        ("--ecosystem", "cpan", "--context", "install", "x"),
        ("--context", "install", "x"),
        ("--ecosystem", "pypi", "x"),
        ("--ecosystem", "pypi", "--context", "use", "x"),
        ("--ecosystem", "maven", "--context", "import", "org.xtr"),
        (*PYPI, "not a name"),
        (*PYPI, "real-xtr", "../../etc/passwd"),
        (*PYPI, ""),
        (*PYPI, "x" * 10_000),
        (*PYPI, "\x1b[31mred"),
        (*IMPORT, "a-b"),
        (*IMPORT, ".relative"),
        (*PYPI, "--project", "nowhere", "x"),
    ],
)
def test_wrong_words(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    assert run(["packages", "check", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("aireview: ")
    assert "\x1b" not in said.err
    assert fake.requests == []


@pytest.mark.usefixtures("here")
def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packages", "check", *PYPI, "real-xtr", "invented-xtr"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "real-xtr      ok"
    assert lines[1] == "invented-xtr  hallucinated" or "invented-xtr  hallucinated" in lines
    assert any(line.startswith("    fix: ") for line in lines)


@pytest.mark.usefixtures("here")
def test_text_is_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    npm = ("--ecosystem", "npm", "--context", "import", "--offline")
    run(["packages", "check", *npm, "##[error]x", "\u202eevil-xtr"])
    said = capsys.readouterr()
    assert "##[" not in said.out
    assert "\u202e" not in said.out + said.err


# --- snapshots ----------------------------------------------------------------------------------


def test_a_snapshot(here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry) -> None:
    listing = {"meta": {"api-version": "1.4"}, "projects": [{"name": "In_Snapshot.xtr"}]}
    fake.extra["/pypi/simple/"] = Response(json.dumps(listing).encode())
    url = fake.bases[Ecosystem.PYPI].replace("//", "//user:SECRET@")
    assert run(["packages", "snapshot", "--ecosystem", "pypi", "--from", url]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "1 names of pypi" in said.err
    written = here.parent / "home" / ".local" / "share" / "aireview" / "pypi.snapshot"
    assert b"SECRET" not in written.read_bytes()
    code, rows = check(capsys, *PYPI, "--offline", "in-snapshot-xtr", "invented-xtr")
    assert (code, list(verdicts(rows).values())) == (3, ["ok", "unverified"])


def test_a_snapshot_of_a_file(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    write(here, "names.txt", "one-xtr\ntwo-xtr\n")
    words = [
        "packages",
        "snapshot",
        "--ecosystem",
        "npm",
        "--from",
        "names.txt",
        "--output",
        "out/deep",
    ]
    assert run(words) == 0
    capsys.readouterr()
    write(here, ".aireview.yml", policy(fake, "  snapshot: out/deep\n"))
    npm = ("--ecosystem", "npm", "--context", "install", "--offline")
    code, rows = check(capsys, *npm, "two-xtr")
    assert (code, rows[0]["verdict"]) == (0, "ok")


def test_a_snapshot_that_cannot_be_taken(
    here: Path, capsys: pytest.CaptureFixture[str], fake: FakeRegistry
) -> None:
    write(here, "names.json", '["one-xtr", ')
    write(here, "file", "")
    snapshot = ["packages", "snapshot", "--ecosystem", "npm"]
    assert run([*snapshot, "--from", "names.json", "--output", "out"]) == 2
    assert run([*snapshot, "--from", "none.json", "--output", "out"]) == 2
    assert run([*snapshot, "--from", "names.json", "--output", "file/x"]) == 2
    fake.fault("truncated")
    assert run([*snapshot, "--from", fake.url, "--output", "out"]) == 3
    assert list((here / "out").iterdir()) == []
    assert capsys.readouterr().out == ""


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["packages", "--help"]) == 0
    assert "snapshot" in capsys.readouterr().out
