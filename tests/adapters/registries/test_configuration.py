"""The user's own indexes: every tool's files and variables, in the tool's own order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.adapters.files import read_regular
from aireview.adapters.registries import configuration
from aireview.adapters.registries.configuration import NOWHERE, UserIndexes, user_indexes
from aireview.model.packages import Ecosystem, Index

# What the machine's own files in /etc say is not the test's business.
Files = Mapping[str, str]
_Short = tuple[str, str, str, tuple[str, ...], bool, bool]


@pytest.fixture(autouse=True)
def only_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def of_the_home(path: str, limit: int) -> bytes | None:
        return None if path.startswith(("/etc/", "/usr/")) else read_regular(path, limit)

    monkeypatch.setattr(configuration, "read_regular", of_the_home)


def read(home: Path, files: Files, **environ: str) -> UserIndexes:
    for name, text in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return user_indexes({"HOME": str(home), **environ}, home)


def short(index: Index) -> _Short:
    return (
        index.ecosystem.value,
        index.url,
        index.path,
        index.names,
        index.replaces,
        index.explicit,
    )


def shown(home: Path, files: Files, **environ: str) -> list[_Short]:
    found = read(home, files, **environ)
    assert found.notices == ()
    return [short(index) for index in found.indexes]


def replacing(home: Path, files: Files, **environ: str) -> list[str]:
    return [one[1] for one in shown(home, files, **environ) if one[4]]


def test_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, {}) == UserIndexes((), ())


PIP, LEGACY_PIP = ".config/pip/pip.conf", ".pip/pip.conf"


def conf(url: str, extra: str = "") -> str:
    return f"[global]\nindex-url = {url}\n" + (f"extra-index-url = {extra}\n" if extra else "")


def test_pip(tmp_path: Path) -> None:
    files = {PIP: conf("https://ci:secret@one.example/simple", "https://two.example/simple")}
    assert shown(tmp_path, files) == [
        ("pypi", "https://one.example/simple", f"~/{PIP}", (), True, False),
        ("pypi", "https://two.example/simple", f"~/{PIP}", (), False, False),
    ]


def test_the_order_of_pip(tmp_path: Path) -> None:
    files: dict[str, str] = {LEGACY_PIP: conf("https://legacy.example/")}
    assert replacing(tmp_path, files) == ["https://legacy.example/"]
    files[PIP] = conf("https://user.example/")
    assert replacing(tmp_path, files) == ["https://user.example/"]
    files["venv/pip.conf"] = conf("https://site.example/")
    environ = {"VIRTUAL_ENV": str(tmp_path / "venv")}
    assert replacing(tmp_path, files, **environ) == ["https://site.example/"]
    files["own.conf"] = conf("https://own.example/")
    environ["PIP_CONFIG_FILE"] = str(tmp_path / "own.conf")
    assert replacing(tmp_path, files, **environ) == ["https://own.example/"]
    environ["PIP_INDEX_URL"] = "https://variable.example/"
    assert replacing(tmp_path, files, **environ) == ["https://variable.example/"]
    # Back to the public index: what files say no longer counts.
    environ["PIP_INDEX_URL"] = "https://pypi.org/simple"
    assert replacing(tmp_path, files, **environ) == []
    assert replacing(tmp_path, files, PIP_CONFIG_FILE="/dev/null") == []


def test_pip_variables(tmp_path: Path) -> None:
    found = shown(
        tmp_path,
        {},
        PIP_EXTRA_INDEX_URL="https://u:p@a.example/s https://b.example/s",
        PIP_FIND_LINKS="/wheels https://c.example/links",
        PIP_NO_INDEX="1",
    )
    assert [(one[1], one[4]) for one in found] == [
        ("https://a.example/s", False),
        ("https://b.example/s", False),
        ("https://c.example/links", False),
        (NOWHERE, True),
    ]


def test_uv(tmp_path: Path) -> None:
    toml = (
        '[[index]]\nname = "corp"\nurl = "https://u:p@corp.example/simple"\nexplicit = true\n'
        '[[index]]\nurl = "https://default.example/simple"\ndefault = true\n'
    )
    files = {".config/uv/uv.toml": toml}
    assert [(one[1], one[4], one[5]) for one in shown(tmp_path, files)] == [
        ("https://corp.example/simple", False, True),
        ("https://default.example/simple", True, False),
    ]
    environ = {
        "UV_DEFAULT_INDEX": "main=https://t:s@main.example/simple",
        "UV_INDEX_URL": "https://old.example/simple",
        "UV_INDEX": "team=https://team.example/simple https://more.example/simple",
    }
    found = read(tmp_path, {}, **environ).indexes
    assert [(one.url, one.name, one.replaces) for one in found if one.path.startswith("$")] == [
        ("https://team.example/simple", "team", False),
        ("https://more.example/simple", "", False),
        ("https://main.example/simple", "main", True),
    ]
    assert shown(tmp_path, files, UV_NO_CONFIG="1") == []
    other = {"other.toml": 'index-url = "https://other.example/simple"\n'}
    named = {"UV_CONFIG_FILE": str(tmp_path / "other.toml")}
    assert replacing(tmp_path, {**files, **other}, **named) == ["https://other.example/simple"]


def test_npm(tmp_path: Path) -> None:
    files = {
        ".npmrc": "//npm.example/:_authToken=SECRET\nregistry=https://npm.example/\n"
        "@acme-xtr:registry=https://u:p@acme.example/\n"
    }
    assert shown(tmp_path, files) == [
        ("npm", "https://npm.example/", "~/.npmrc", (), True, False),
        ("npm", "https://acme.example/", "~/.npmrc", ("@acme-xtr/*",), True, False),
    ]
    assert "SECRET" not in str(read(tmp_path, files))
    for variable in ("npm_config_registry", "NPM_CONFIG_REGISTRY", "npm_config_REGISTRY"):
        urls = [one[1] for one in shown(tmp_path, files, **{variable: "https://v.example/"})]
        assert urls == ["https://acme.example/", "https://v.example/"]
    scope = {"npm_config_@acme-xtr:registry": "https://scope.example/"}
    assert shown(tmp_path, files, **scope)[-1][1:4] == (
        "https://scope.example/", "$npm_config_@acme-xtr:registry", ("@acme-xtr/*",),
    )  # fmt: skip
    (tmp_path / "own").write_text("registry=https://own.example/\n")
    own = {"NPM_CONFIG_USERCONFIG": str(tmp_path / "own")}
    assert replacing(tmp_path, files, **own) == ["https://own.example/"]


def test_variables_inside_of_files(tmp_path: Path) -> None:
    files = {
        ".npmrc": "registry=https://${USER_XTR}:${TOKEN_XTR}@${HOST_XTR}/npm/\n"
        "@a:registry=https://${MISSING_XTR}/\n//x/:_authToken=${TOKEN_XTR}\n"
    }
    environ = {"USER_XTR": "u", "TOKEN_XTR": "SECRET", "HOST_XTR": "host.example"}
    found = read(tmp_path, files, **environ)
    assert found.indexes[0].url == "https://host.example/npm/"
    assert "SECRET" not in str(found)


def test_yarn_pnpm_and_bun(tmp_path: Path) -> None:
    yarn = (
        'npmRegistryServer: "https://yarn.example"\n'
        "npmScopes:\n  acme-xtr:\n    npmRegistryServer: https://s.example\n    npmAuthToken: SECRET\n"
    )
    assert [one[1:4] for one in shown(tmp_path, {".yarnrc.yml": yarn})] == [
        ("https://yarn.example", "~/.yarnrc.yml", ()),
        ("https://s.example", "~/.yarnrc.yml", ("@acme-xtr/*",)),
    ]
    variable = {"YARN_NPM_REGISTRY_SERVER": "https://v.example"}
    assert replacing(tmp_path, {}, **variable) == ["https://s.example", "https://v.example"]
    for name in (".config/pnpm/rc", ".bunfig.toml"):
        (tmp_path / ".yarnrc.yml").unlink(missing_ok=True)
        text = "registry=https://x.example/\n"
        if name.endswith("toml"):
            text = '[install]\nregistry = "https://user:SECRET@x.example/"\n'
        home = tmp_path / name.replace("/", "-")
        home.mkdir()
        assert replacing(home, {name: text}) == ["https://x.example/"]


def test_go(tmp_path: Path) -> None:
    environ = {
        "GOPROXY": "https://u:p@goproxy.example,https://proxy.golang.org,direct",
        "GOPRIVATE": "*.corp.example,github.com/acme-xtr/",
        "GONOPROXY": "none",
    }
    assert shown(tmp_path, {}, **environ) == [
        ("go", "https://goproxy.example", "$GOPROXY", (), True, False),
        ("go", "", "$GOPRIVATE",
         ("*.corp.example", "*.corp.example/*", "github.com/acme-xtr", "github.com/acme-xtr/*"),
         False, True),
    ]  # fmt: skip
    files = {".config/go/env": "GOPROXY=https://file.example\nGONOSUMDB=x.example/y\n"}
    assert [one[1] for one in shown(tmp_path, files)] == ["https://file.example", ""]
    assert replacing(tmp_path, files, GOPROXY="direct") == [NOWHERE]
    assert shown(tmp_path, files, GOENV="off") == []


def test_cargo(tmp_path: Path) -> None:
    toml = (
        '[registries.corp]\nindex = "sparse+https://u:p@crates.example/index/"\n'
        '[source.crates-io]\nreplace-with = "mirror"\n'
        '[source.mirror]\nregistry = "sparse+https://mirror.example/"\n'
    )
    assert [(one[1], one[4], one[5]) for one in shown(tmp_path, {".cargo/config.toml": toml})] == [
        ("https://crates.example/index/", False, True),
        ("https://mirror.example/", True, False),
    ]
    variable = {"CARGO_REGISTRIES_MY_CORP_INDEX": "sparse+https://v.example/"}
    found = read(tmp_path, {}, CARGO_HOME=str(tmp_path / "elsewhere"), **variable).indexes
    assert [(one.name, one.url, one.explicit) for one in found] == [
        ("my-corp", "https://v.example/", True)
    ]


def test_maven_nuget_and_composer(tmp_path: Path) -> None:
    files = {
        ".m2/settings.xml": "<settings><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf>"
        "<url>https://u:p@maven.example/all</url></mirror></mirrors>"
        "<servers><server><password>SECRET</password></server></servers></settings>",
        ".nuget/NuGet/NuGet.Config": "<configuration><packageSources><clear/>"
        '<add key="corp" value="https://nuget.example/v3/index.json"/></packageSources></configuration>',
        ".config/composer/config.json": '{"repositories": [{"type": "composer", '
        '"url": "https://php.example"}, {"packagist.org": false}]}',
    }
    assert [(one[0], one[1], one[4]) for one in shown(tmp_path, files)] == [
        ("maven", "https://maven.example/all", True),
        ("nuget", "https://nuget.example/v3/index.json", True),
        ("packagist", "https://php.example", True),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".config/uv/uv.toml", "[[index\n"),
        (".yarnrc.yml", "a: [\n"),
        (".cargo/config.toml", "= 1\n"),
        (".m2/settings.xml", "<settings>"),
        (".nuget/NuGet/NuGet.Config", "<a>&b;</a>"),
        (".config/composer/config.json", "{"),
        (PIP, "no section\n"),
    ],
)
def test_a_broken_file_is_a_notice(tmp_path: Path, name: str, text: str) -> None:
    found = read(tmp_path, {name: text})
    assert found.indexes == ()
    assert len(found.notices) == 1
    assert name in found.notices[0]


def test_other_things_than_files_are_a_notice(tmp_path: Path) -> None:
    (tmp_path / ".npmrc").mkdir()
    (tmp_path / ".bunfig.toml").symlink_to(tmp_path / "nothing")
    (tmp_path / ".yarnrc.yml").write_bytes(b"x" * 1_000_001)
    assert len(read(tmp_path, {}).notices) == 3


@given(st.binary(max_size=200))
def test_any_content(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in (PIP, ".npmrc", ".yarnrc.yml", ".cargo/config.toml", ".config/go/env"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    environ = {"GOPROXY": ",|", "UV_INDEX": "=", "PIP_INDEX_URL": "x y"}
    for index in user_indexes(environ, home).indexes:
        assert index.ecosystem in Ecosystem
