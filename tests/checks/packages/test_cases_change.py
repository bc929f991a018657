"""What is new in a change, what may be sent out for it, and how often it is said."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytest_socket import disable_socket, enable_socket
from support.packages import Files, World, fails, passes, review
from support.registry import Package

from aireview.model.change import Origin
from aireview.model.finding import Outcome
from aireview.model.packages import Ecosystem, Index
from aireview.policy.values import AllowedPackage, PackagePolicy

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

BASE: dict[str, str] = {
    "requirements.txt": "# tools\nold-made-up-xtr\nrequests==2.31.0\n",
    "package.json": '{\n  "name": "own-app-xtr",\n  "dependencies": {\n    "old-npm-xtr": "^1",\n'
    '    "lodash": "^4"\n  }\n}\n',
    "app/a.py": "import old_made_up_xtr\nimport requests\n\n\ndef f():\n    return 1\n",
    "web/a.js": "import x from 'old-npm-xtr';\nimport y from 'no-such-thing-xtr';\n",
    "Dockerfile": "FROM python\nRUN pip install old-tool-xtr requests\n",
    "lib/b.py": "from google.cloud import storage\nfrom google.cloud import bigquery\n",
    "README.md": "# x\n\n```sh\nnpx old-cli-xtr\n```\n",
    "uv.lock": '[[package]]\nname = "locked-xtr"\nversion = "1.0"\n'
    'source = { registry = "https://pypi.org/simple" }\n',
    "go.mod": "module github.com/own-xtr/app\n\nrequire github.com/none-xtr/x v1.0.0\n",
}


# --- nothing new: nothing said, nothing sent -----------------------------------------------------

SAME: dict[str, dict[str, str]] = {
    "lines in another order": {"requirements.txt": "requests==2.31.0\nold-made-up-xtr\n"},
    "another spelling": {"requirements.txt": "# tools\nOld_Made.Up-XTR\nrequests==2.31.0\n"},
    "other white space": {"package.json": json.dumps(json.loads(BASE["package.json"]), indent=4)},
    "a comment": {"requirements.txt": "# more tools\nold-made-up-xtr\n\nrequests==2.31.0\n"},
    "an entry less": {"requirements.txt": "requests==2.31.0\n"},
    "another range": {"requirements.txt": "# tools\nold-made-up-xtr>=2\nrequests>=2\n"},
    "one import instead of two": {"lib/b.py": "from google.cloud import bigquery, storage\n"},
    "a moved import": {"app/a.py": "def f():\n    import old_made_up_xtr\n    import requests\n"},
    "another import style": {"app/a.py": "import requests as r, old_made_up_xtr as o\n"},
    "code alone": {"app/a.py": BASE["app/a.py"].replace("return 1", "return 2")},
    "a moved command": {"Dockerfile": "FROM python\nRUN true \\\n && pip install -q requests old-tool-xtr\n"},
    "another section": {
        "package.json": '{"name": "own-app-xtr", "dependencies": {"lodash": "^4"},'
        ' "devDependencies": {"old-npm-xtr": "^1"}}\n'
    },
    "a lock entry of another version": {"uv.lock": BASE["uv.lock"].replace("1.0", "2.0")},
    "another version of a module": {"go.mod": BASE["go.mod"].replace("v1.0.0", "v1.0.1")},
}  # fmt: skip


@pytest.fixture
def no_sockets() -> Iterator[None]:
    """Refuse every socket, loopback too."""
    disable_socket()
    yield
    enable_socket()


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("files", SAME.values(), ids=SAME)
def test_a_change_without_new_names_opens_no_socket(files: dict[str, str]) -> None:
    said = review({**BASE, **files}, BASE, World(nobody=True))
    assert said.verdicts == []
    assert said.outcome is Outcome.PASSED
    assert said.run.reason == ""


@pytest.mark.parametrize("files", SAME.values(), ids=SAME)
def test_a_change_without_new_names_sends_no_request(files: dict[str, str]) -> None:
    said = passes({**BASE, **files}, base=BASE)
    assert said.sent == ()
    assert said.read == ()


def test_a_file_that_moves_brings_nothing_new() -> None:
    head = {("srv/b.py" if path == "app/a.py" else path): text for path, text in BASE.items()}
    assert review(head, BASE, moved={"srv/b.py": "app/a.py"}).sent == ()
    said = review(head, BASE)  # the same, as an added and a deleted file
    assert (said.verdicts, said.sent) == ([], ())


def test_an_entry_that_moves_to_another_manifest() -> None:
    head = {**BASE, "requirements.txt": "requests==2.31.0\n", "requirements/dev.txt": "old-made-up-xtr\n"}  # fmt: skip
    assert (review(head, BASE).verdicts, review(head, BASE).sent) == ([], ())


def test_a_name_that_an_unchanged_manifest_has() -> None:
    head = {**BASE, "tools/requirements.txt": "old-made-up-xtr\n"}
    said = passes(head, base=BASE)
    assert said.sent == ()


def test_a_lock_of_what_the_manifest_had() -> None:
    head = {**BASE, "poetry.lock": '[[package]]\nname = "old-made-up-xtr"\nversion = "1"\n'}
    assert passes(head, base=BASE).sent == ()


def test_a_binary_or_a_plain_document_is_nothing() -> None:
    said = passes({**BASE, "a.bin": b"\x00\xff", "notes.txt": "pip install x-xtr\n"}, base=BASE)
    assert said.sent == ()


# --- something new -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("requirements.txt", "# tools\nold-made-up-xtr\nnew-xtr\nrequests==2.31.0\n", 3),
        ("Dockerfile", "FROM python\nRUN pip install old-tool-xtr \\\n    requests new-xtr\n", 3),
        ("README.md", "# x\n\n```sh\nnpx old-cli-xtr\nnpx new-xtr\n```\n", 5),
        ("app/a.py", "import old_made_up_xtr\nimport requests\nimport new_xtr\n", 3),
        ("web/a.js", BASE["web/a.js"] + "import z from 'new-xtr';\n", 3),
        (
            "uv.lock",
            BASE["uv.lock"] + '[[package]]\nname = "new-xtr"\nversion = "1"\n'
            'source = { registry = "https://pypi.org/simple" }\n',
            6,
        ),
    ],
)
def test_only_what_is_new_is_looked_up(path: str, text: str, line: int) -> None:
    said = review({**BASE, path: text}, BASE)
    assert [(word.verdict, word.path, word.line) for word in said.words] == [
        ("hallucinated", path, line)
    ]
    assert said.asked_for("new-xtr")
    assert not said.asked_for("old-")
    assert not said.asked_for("locked-xtr")


@pytest.mark.parametrize(
    ("path", "text", "old", "new"),
    [
        ("a.ts", "import {\n  a,\n  b,\n} from 'NAME';\n", "react", "new-xtr"),
        ("a.ts", "const x = require(\n  'NAME',\n);\n", "react", "new-xtr"),
        ("a.py", "import importlib\nimportlib.import_module(\n    'NAME',\n)\n", "os", "new_xtr"),
        ("a.py", "import os, \\\n    NAME\n", "sys", "new_xtr"),
        ("Dockerfile", 'FROM x\nRUN ["pip", "install", \\\n  "NAME"]\n', "flask", "new-xtr"),
        (".mcp.json", '{"mcpServers": {"x": {"command": "npx",\n"args": [\n"-y",\n"NAME"\n]}}}', "y-xtr", "new-xtr"),
        ("pom.xml", "<project><dependencies>\n<dependency>\n<groupId>org.x-xtr</groupId>\n<artifactId>NAME</artifactId>\n</dependency>\n</dependencies></project>\n", "a", "new-xtr"),
        ("pom.xml", "<project><dependencies>\n<dependency>\n<groupId>NAME</groupId>\n<artifactId>x</artifactId>\n</dependency>\n</dependencies></project>\n", "org.a-xtr", "org.new-xtr"),
        ("a.csproj", '<Project><ItemGroup>\n<PackageReference\n  Include="NAME"\n  Version="1.0"/>\n</ItemGroup></Project>\n', "A.Xtr", "New.Xtr"),
        ("Gemfile", "gem(\n  'NAME',\n  '~> 1'\n)\n", "a-xtr", "new-xtr"),
        ("package.json", '{"dependencies": {\n"x-xtr":\n"npm:NAME@1"\n}}', "a-xtr", "new-xtr"),
        ("Cargo.toml", '[dependencies.x-xtr]\npackage = "NAME"\nversion = "1"\n', "a-xtr", "new-xtr"),
        ("Cargo.toml", '[dependencies.NAME]\nversion = "1"\n', "a-xtr", "new-xtr"),
        ("main.go", 'package x\nimport (\n\ty "fmt"\n\tz "NAME"\n)\n', "os", "github.com/new-xtr/x"),
        ("requirements.txt", "# x \\\nNAME \\\n  --hash=sha256:0\n", "a-xtr", "new-xtr"),
        ("yarn.lock", '# yarn lockfile v1\n\n\n"NAME@^1":\n  version "1.0.0"\n', "a-xtr", "new-xtr"),
        ("a.yml.sh", "pip install \\\n  -q \\\n  NAME\n", "a-xtr", "new-xtr"),
        (".github/workflows/x.yml", "on: push\njobs:\n  a:\n    steps:\n    - run: >-\n        pip install\n        NAME\n", "a-xtr", "new-xtr"),
    ],
)  # fmt: skip
def test_the_line_of_a_finding_is_the_one_of_its_name(
    path: str, text: str, old: str, new: str
) -> None:
    """Where nothing else of a statement has changed, only that line is the change's own."""
    said = review({path: text.replace("NAME", new)}, {path: text.replace("NAME", old)})
    assert said.verdicts == ["hallucinated"]
    shown = text.split("\n").index(next(line for line in text.split("\n") if "NAME" in line)) + 1
    assert said.words[0].line == shown


def test_a_name_only_a_document_had_is_new_in_a_manifest() -> None:
    head = {**BASE, "requirements.txt": BASE["requirements.txt"] + "old-tool-xtr\n"}
    assert review(head, BASE).words == [("hallucinated", "A", "requirements.txt", 4)]


def test_an_exact_version_that_is_new() -> None:
    there = [Package("requests", versions=("2.30.0", "2.31.0", "2.32.0"), yanked=("2.30.0",))]
    for version, verdicts in (("2.32.0", []), ("99.0.0", ["hallucinated"]), ("2.30.0", ["suspicious"])):  # fmt: skip
        text = BASE["requirements.txt"].replace("2.31.0", version)
        said = review({**BASE, "requirements.txt": text}, BASE, World(there=there))
        assert said.verdicts == verdicts
        assert not said.asked_for("old-made-up-xtr")


def test_an_extra_that_is_new() -> None:
    text = BASE["requirements.txt"].replace("requests==", "requests[made-up-xtr]==")
    there = [Package("requests", versions=("2.31.0",), extras=("socks",))]
    said = review({**BASE, "requirements.txt": text}, BASE, World(there=there))
    assert said.verdicts == ["suspicious"]


PINNED = {
    "package.json": '{"dependencies": {\n"one-xtr": "1.0.0",\n"two-xtr": "1.0.0"}}\n',
    "Cargo.toml": '[dependencies]\nfast-xtr = { version = "0.4.0", features = ["std"] }\n',
}


def test_a_new_version_that_nobody_could_look_up_is_a_note() -> None:
    """The name was there before: the change invents nothing, and CI without a network goes on."""
    one = {**PINNED, "package.json": PINNED["package.json"].replace("1.0.0", "1.1.0", 1)}
    said = review(one, PINNED, World(offline=True))
    assert (said.outcome, said.words) == (Outcome.FAILED, [("unverified", "C", "package.json", 2)])
    assert (
        said.one.message == "version 1.1.0 of `one-xtr` could not be verified: this run is offline."
    )
    both = {**PINNED, "package.json": PINNED["package.json"].replace("1.0.0", "1.1.0")}
    said = review(both, PINNED, World(offline=True))
    assert said.one.message.startswith("2 versions in this file could not be verified (`one-xtr`, ")
    new = {**one, "package.json": one["package.json"].replace("two-xtr", "new-xtr")}
    said = review(new, PINNED, World(offline=True))
    assert said.outcome is Outcome.UNAVAILABLE
    assert said.run.reason.startswith("1 new name could not be verified (new-xtr)")


def test_a_wider_version_with_the_same_extras_asks_for_nothing_new() -> None:
    for text in ('"0.4.18", features = ["std"]', '"0.4.0", features = []'):
        head = {**PINNED, "Cargo.toml": f"[dependencies]\nfast-xtr = {{ version = {text} }}\n"}
        assert passes(head, base=PINNED, world=World(nobody=True)).words == []


def test_names_that_nobody_answered_for_are_counted_once_and_said() -> None:
    head = {"package.json": '{"dependencies": {\n"a-xtr": "1",\n"b-xtr": "1"},\n'
            '"devDependencies": {\n"a-xtr": "1"}}\n'}  # fmt: skip
    said = review(head, world=World(offline=True))
    assert said.one.message == (
        "2 package names in this file could not be verified (`a-xtr`, `b-xtr`): this run is offline."
    )
    assert "aireview packages snapshot" in said.one.fix


def test_a_lock_entry_of_a_name_that_a_manifest_brings_is_not_said_again() -> None:
    head = {
        "Cargo.toml": '[dependencies]\nfresh-xtr = "1"\n',
        "Cargo.lock": "".join(
            f'[[package]]\nname = "{name}"\nversion = "1.0.0"\nchecksum = "0"\n'
            'source = "registry+https://github.com/rust-lang/crates.io-index"\n\n'
            for name in ("fresh-xtr", "below-xtr")
        ),
    }
    found = [
        (f.path, f.message.split("`")[1]) for f in review(head, world=World(offline=True)).findings
    ]
    assert found == [("Cargo.lock", "below-xtr"), ("Cargo.toml", "fresh-xtr")]


def test_a_local_package_that_becomes_one_of_the_registry() -> None:
    """The name is not new, what it installs is."""
    base = {"package.json": '{"name": "a-xtr",\n "dependencies": {"ui-xtr": "file:../ui"}}\n'}
    head = {"package.json": '{"name": "a-xtr",\n "dependencies": {"ui-xtr": "^1.0.0"}}\n'}
    assert review(head, base).verdicts == ["hallucinated"]


UV = (
    '[project]\nname = "a-xtr"\ndependencies = [\n  "acme-billing-xtr",\n  {}\n]\n{}'
    '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\nexplicit = true\n'
)
PIN = (
    '[tool.uv.sources]\nacme-billing-xtr = { index = "acme" }\nacme-new-xtr = { index = "acme" }\n'
)


def test_a_package_that_is_pinned_no_more() -> None:
    base = {"pyproject.toml": UV.format("", PIN)}
    head = {
        "pyproject.toml": UV.format("", "").replace('"acme-billing-xtr",', '"acme-billing-xtr",#')
    }
    said = review(head, base)  # fmt: skip
    assert said.verdicts == ["unverified"]
    assert said.sent == ()


# --- private sources -----------------------------------------------------------------------------


def test_a_pin_of_the_base_is_right_and_not_asked_for() -> None:
    for before in (PIN, PIN.partition("acme-new")[0]):
        base = {"pyproject.toml": UV.format("", before)}
        head = {"pyproject.toml": UV.format('"acme-new-xtr",', PIN)}
        assert passes(head, base=base).sent == ()


def test_a_lock_entry_of_the_private_index_is_right() -> None:
    base = {"pyproject.toml": UV.format("", PIN)}
    entry = (
        '[[package]]\nname = "acme-new-xtr"\nversion = "1"\n'
        'source = { registry = "https://pypi.acme.example/simple" }\n'
    )
    head = {"pyproject.toml": UV.format('"acme-new-xtr",', PIN), "uv.lock": entry}
    assert passes(head, base=base).sent == ()


def test_a_pin_that_the_change_adds_proves_nothing_and_sends_nothing() -> None:
    base = {"pyproject.toml": '[project]\nname = "a-xtr"\n'}
    head = {"pyproject.toml": UV.format('"acme-new-xtr",', PIN)}
    said = review(head, base)
    assert set(said.verdicts) == {"unverified"}
    assert said.sent == ()


EXTRA = "--extra-index-url https://pypi.acme.example/simple\nrequests\n"


@pytest.mark.parametrize("base", [EXTRA, "requests\n"])
def test_an_index_beside_the_public_one(base: str) -> None:
    said = review(
        {"requirements.txt": EXTRA + "acme-billing-xtr==4.1\nflask\n"},
        {"requirements.txt": base},
        World(there=["flask", "requests"]),
    )
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "C")]
    assert not said.asked_for("acme-billing-xtr")
    assert said.outcome is Outcome.FAILED  # a note; the check is complete


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".npmrc", "@acme-xtr:registry=https://npm.acme.example/\n"),
        (".npmrc", "registry=https://npm.acme.example/\n"),
        (
            ".yarnrc.yml",
            "npmScopes:\n  acme-xtr:\n    npmRegistryServer: https://npm.acme.example\n",
        ),
        ("bunfig.toml", '[install.scopes]\n"@acme-xtr" = "https://npm.acme.example/"\n'),
    ],
)
def test_a_registry_that_the_change_adds(name: str, text: str) -> None:
    head = {name: text, "package.json": '{"dependencies": {"@acme-xtr/sdk": "*"}}'}
    said = review(head, {"package.json": "{}"})
    assert set(said.verdicts) == {"unverified"}
    assert said.sent == ()


def test_private_names_of_the_policy() -> None:
    policy = PackagePolicy(private_names=("acme-*",), private_scopes=("@acme-xtr",))
    head = {
        "requirements.txt": "Acme_Billing.xtr\n",
        "package.json": '{"dependencies": {"@acme-xtr/sdk": "*"}}',
        "a.py": "import acme_other_xtr\n",
        "a.sh": "pip install acme-tool-xtr\n",
    }
    said = review(head, world=World(policy=policy))
    assert set(said.verdicts) == {"unverified"}
    assert {word.tier for word in said.words} == {"C"}
    assert said.sent == ()
    assert said.outcome is Outcome.FAILED
    # To put it into the private names is no advice for a name that is one of them.
    listed = next(one for one in said.findings if one.path == "requirements.txt")
    assert "private_names" not in listed.fix


@pytest.mark.parametrize(
    ("extra", "policy"),
    [
        ("", PackagePolicy(private_names=("acme-*",))),
        ("-i https://pypi.acme.example/simple\n", PackagePolicy()),
        ("--extra-index-url https://pypi.acme.example/simple\n", PackagePolicy()),
    ],
)
def test_the_files_of_a_private_package_are_not_asked_for(
    extra: str, policy: PackagePolicy
) -> None:
    """It may provide what is imported, but nobody outside is told its name."""
    base = {"requirements/base.txt": f"{extra}acme-billing-xtr\n"}
    head = {**base, "app/a.py": "import something_xtr\nfrom acme_other_xtr import x\n"}
    said = review(head, base, World(policy=policy))
    assert said.read == ()
    assert not said.asked_for("acme")


def test_the_files_of_a_private_namesake_are_not_asked_for() -> None:
    policy = PackagePolicy(private_names=("flask",))
    said = review({"a.py": "import flask\n"}, world=World(there=["flask"], policy=policy))
    assert said.read == ()
    assert said.sent == ()


@pytest.mark.parametrize("there", [[], ["acme-billing-xtr"]])
def test_private_names_are_looked_up_where_the_policy_wants_it(there: list[str]) -> None:
    policy = PackagePolicy(private_names=("acme-*",), dependency_confusion=True)
    world = World(there=there, policy=policy)
    said = review({"requirements.txt": "acme-billing-xtr\n"}, world=world)
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "B")]
    assert "Dependency confusion" in said.one.message
    assert said.asked_for("acme-billing-xtr")
    assert said.outcome is Outcome.FAILED


def test_indexes_of_the_user() -> None:
    index = Index(ecosystem=Ecosystem.PYPI, url="https://pypi.acme.example/simple", path="pip.conf")
    said = review({"requirements.txt": "acme-billing-xtr\n"}, world=World(user=[index]))
    assert said.verdicts == ["unverified"]
    assert said.sent == ()


def test_a_private_go_module_is_not_sent_out() -> None:
    index = Index(
        ecosystem=Ecosystem.GO,
        url="",
        path="go env",
        names=("github.com/acme-xtr/*",),
        explicit=True,
    )
    head = {"go.mod": "module x.example/y\n\nrequire github.com/acme-xtr/lib v1.0.0\n"}
    assert passes(head, world=World(user=[index])).sent == ()


# --- settings ------------------------------------------------------------------------------------


def allow(name: str, *, until: str = "", ecosystem: str = "") -> World:
    entry = AllowedPackage(name=name, reason="seen", until=until, ecosystem=ecosystem)
    return World(policy=PackagePolicy(allow=(entry,)))


@pytest.mark.parametrize(
    "world",
    [
        allow("made-up-xtr"),
        allow("Made_Up.XTR"),
        allow("made-*"),
        allow("made-up-xtr", until="2026-09-21"),
        allow("made-up-xtr", ecosystem="pypi"),
    ],
)
def test_a_name_that_somebody_allowed(world: World) -> None:
    said = passes({"requirements.txt": "made-up-xtr\n"}, world=world)
    assert said.sent == ()
    assert "1 ignored" in said.run.reason


@pytest.mark.parametrize(
    "world",
    [
        allow("made-up-xtr", until="2026-09-20"),
        allow("made-up-xtr", ecosystem="npm"),
        allow("made-up"),
    ],
)
def test_an_entry_that_does_not_count(world: World) -> None:
    fails({"requirements.txt": "made-up-xtr\n"}, "hallucinated", world=world)


def test_own_modules_and_those_of_the_host() -> None:
    policy = PackagePolicy(first_party=("gen_xtr*",), host_modules=("host_xtr",))
    head = {"a.py": "import gen_xtr.api\nfrom gen_xtr_more import x\nimport host_xtr\n"}
    said = review(head, world=World(policy=policy))
    assert said.verdicts == ["unverified"]
    assert said.words[0].line == 3
    assert said.sent == ()


def test_a_setting_in_the_change_itself_counts_for_nothing() -> None:
    """The check is given its policy; the file of the head is not its business."""
    text = "packages:\n  allow:\n  - name: made-up-xtr\n    reason: x\n"
    fails({".aireview.yml": text, "requirements.txt": "made-up-xtr\n"}, "hallucinated")


# --- how often it is said ------------------------------------------------------------------------


def test_one_finding_for_a_name_in_a_file() -> None:
    files = {
        "a.py": "import made_up_xtr\nfrom made_up_xtr.sub import x\n\ndef f():\n    import made_up_xtr.y\n",
        "b.py": "import made_up_xtr\n",
    }
    said = review(files)
    assert [(word.path, word.line) for word in said.words] == [("a.py", 1), ("b.py", 1)]
    assert any(line.startswith("also on line 2") for line in said.findings[0].evidence)


def test_a_manifest_line_carries_its_imports_and_its_lock_entries() -> None:
    lock = '[[package]]\nname = "made-up-xtr"\nversion = "1"\nsource = { registry = "https://pypi.org/simple" }\n'  # fmt: skip
    files = {
        "pyproject.toml": '[project]\nname = "own-xtr"\ndependencies = ["made-up-xtr"]\n',
        "uv.lock": lock,
        "a.py": "import made_up_xtr\n",
        "b.py": "from made_up_xtr.sub import x\n",
    }
    found = fails(files, "hallucinated")
    assert (found.path, found.start_line) == ("pyproject.toml", 3)
    assert {"imported at a.py:1", "imported at b.py:1", "locked at uv.lock:2"} <= set(
        found.evidence
    )


def test_an_invented_dependency_does_not_make_other_imports_less_sure() -> None:
    files = {"requirements.txt": "made-up-xtr\n", "a.py": "import other_made_up_xtr\n"}
    assert [(word.verdict, word.tier) for word in review(files).words] == [
        ("hallucinated", "A"),
        ("hallucinated", "A"),
    ]


def test_the_worst_place_of_a_name_is_the_one_that_is_shown() -> None:
    code = "try:\n    import made_up_xtr\nexcept ImportError:\n    pass\n\nimport made_up_xtr.sub\n"
    said = review({"a.py": code})
    assert [(word.tier, word.line) for word in said.words] == [("A", 6)]


def test_findings_have_what_reports_need() -> None:
    found = fails({"requirements.txt": "requests\nmade-up-xtr\n"}, "hallucinated", world=World(there=["requests"]))  # fmt: skip
    assert found.snippet == "made-up-xtr"
    assert found.symbol == "made-up-xtr"
    assert found.fix
    assert found.rule.cwe


# --- a whole repository, and files that cannot be read -------------------------------------------


def test_all_files_of_a_repository_are_new() -> None:
    said = review(BASE, BASE, World(there=["requests", "npm:lodash"]), origin=Origin.ALL)
    assert {one.symbol for one in said.findings} >= {"old-made-up-xtr", "old-npm-xtr", "locked-xtr"}


def test_configuration_of_a_whole_repository_counts() -> None:
    files = {
        ".npmrc": "@acme-xtr:registry=https://npm.acme.example/\n",
        "package.json": '{"dependencies": {"@acme-xtr/sdk": "*"}}',
    }
    said = review(files, origin=Origin.ALL)
    assert said.verdicts == ["unverified"]
    assert said.sent == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", '{"dependencies": {"made-up-xtr": '),
        ("pyproject.toml", "[project\nname"),
        ("uv.lock", "[[package]\n"),
        ("pnpm-lock.yaml", "a: &a [*a, *b\n"),
        ("bun.lockb", b"#!/usr/bin/env bun\n\x00\x01"),
        ("package-lock.json", "[1]"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_told(path: str, text: str | bytes) -> None:
    said = review({path: text})
    assert "unread" in said.verdicts
    assert said.outcome is not Outcome.PASSED


def test_a_file_that_is_there_and_cannot_be_had() -> None:
    files: Files = {"requirements.txt": "x-xtr\n"}
    said = review(files, world=World(broken=["requirements.txt"]))
    assert said.verdicts == ["unread"]


def test_text_of_other_encodings() -> None:
    files: Files = {
        "requirements.txt": "requests\r\nmade-up-xtr\r\n".encode("utf-16"),
        "dev-requirements.txt": b"\xef\xbb\xbfother-xtr\n# \xff\n",
    }
    said = review(files, world=World(there=["requests"]))
    assert said.names == ["made-up-xtr", "other-xtr"]


@pytest.mark.parametrize("text", ["", "\n", "\x00", "\udcff", "{}", "[]", "a: b"])
@pytest.mark.parametrize(
    "path",
    ["package.json", "requirements.txt", "pyproject.toml", "a.py", "a.ts", "yarn.lock", "go.mod"],
)
def test_odd_texts_end_in_an_outcome(path: str, text: str) -> None:
    assert review({path: text}).outcome in (Outcome.PASSED, Outcome.FAILED)


PRIVATE = {".npmrc": "@acme-xtr:registry=https://npm.acme.example/\n", "package.json": "{}"}


def test_configuration_that_cannot_be_read_ends_the_check_and_sends_nothing() -> None:
    head = {**PRIVATE, "package.json": '{"dependencies": {"@acme-xtr/sdk": "*"}}'}
    said = review(head, PRIVATE, World(broken=[".npmrc"]))
    assert said.outcome is Outcome.ERROR
    assert ".npmrc" in said.run.reason
    assert said.sent == ()
