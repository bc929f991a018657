"""The packages check from end to end over install commands, documents and the other ecosystems."""

from __future__ import annotations

import json

import pytest
from support.packages import Files, World, fails, passes, review
from support.registry import Package

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

DOCKERFILE = "FROM node:22\nRUN npm i -g left-padz-xtr && npx -y create-foo-xtr@latest\n"
BOTH = ["create-foo-xtr", "left-padz-xtr"]


# --- install commands ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Dockerfile", DOCKERFILE),
        ("build/api.Dockerfile", DOCKERFILE),
        ("setup.sh", "#!/bin/sh\nnpm i -g left-padz-xtr && npx -y create-foo-xtr@latest\n"),
        ("Makefile", "all:\n\tnpm i -g left-padz-xtr && npx -y create-foo-xtr@latest\n"),
        (
            ".github/workflows/ci.yml",
            (
                "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n"
                "          npm i -g left-padz-xtr\n          npx -y create-foo-xtr@latest\n"
            ),
        ),
        (
            ".gitlab-ci.yml",
            "a:\n  script:\n    - npm i -g left-padz-xtr\n    - npx -y create-foo-xtr@latest\n",
        ),
        (
            "package.json",
            json.dumps(
                {
                    "name": "own-xtr",
                    "scripts": {"x": "npm i -g left-padz-xtr && npx create-foo-xtr"},
                }
            ),
        ),
        (".husky/pre-commit", "npm i -g left-padz-xtr\nnpx -y create-foo-xtr@latest\n"),
        (
            ".devcontainer/devcontainer.json",
            '{"postCreateCommand": "npm i -g left-padz-xtr && npx -y create-foo-xtr@latest"}',
        ),
        ("Procfile", "web: npm i -g left-padz-xtr && npx -y create-foo-xtr@latest\n"),
        ("justfile", "a:\n    npm i -g left-padz-xtr\n    npm create foo-xtr\n"),
    ],
)
def test_an_install_command_wherever_it_stands(path: str, text: str) -> None:
    said = review({path: text})
    assert said.names == BOTH
    assert {(word.verdict, word.tier) for word in said.words} == {("hallucinated", "A")}


def test_what_is_no_name_in_a_command() -> None:
    command = (
        'pip install -q foo-xtr==1.0 -r req.txt "bar-xtr[x]>=1" . ./pkg git+https://x.example/y '
        "$PKG ${{ matrix.p }} --index-strategy first-index x-1.0-py3-none-any.whl\n"
    )
    said = review({"a.sh": command}, world=World(there=[Package("bar-xtr", extras=("x",))]))
    assert said.names == ["foo-xtr"]


@pytest.mark.parametrize(
    "command",
    [
        "uv add made-up-xtr",
        "uvx made-up-xtr",
        "uv tool install made-up-xtr",
        "uv run --with made-up-xtr main.py",
        "uv pip install made-up-xtr",
        "pipx run made-up-xtr",
        "pipx install made-up-xtr",
        "poetry add made-up-xtr",
        "pdm add made-up-xtr",
        "pipenv install made-up-xtr",
        "python -m pip install made-up-xtr",
        "sudo pip3 install --upgrade made-up-xtr",
        "pixi add --pypi made-up-xtr",
        "npm install made-up-xtr",
        "npx made-up-xtr build",
        "bunx made-up-xtr",
        "bun add made-up-xtr",
        "pnpm dlx made-up-xtr",
        "pnpm add -D made-up-xtr",
        "yarn add made-up-xtr",
        "yarn dlx made-up-xtr",
        "npm exec -- made-up-xtr",
        "cargo install made-up-xtr",
        "cargo add made-up-xtr",
        "gem install made-up-xtr",
        "bundle add made-up-xtr",
    ],
)
def test_every_installer(command: str) -> None:
    said = review({"a.sh": f"{command}\n"})
    assert [(w.verdict, w.tier, w.line) for w in said.words] == [("hallucinated", "A", 1)]
    assert said.one.symbol == "made-up-xtr"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("npm create foo-xtr", "create-foo-xtr"),
        ("yarn create @made-xtr/app", "@made-xtr/create-app"),
        ("pnpm create @made-xtr", "@made-xtr/create"),
        ("go install github.com/nobody-xtr/tool@latest", "github.com/nobody-xtr/tool"),
        ("composer require nobody-xtr/made-up", "nobody-xtr/made-up"),
        ("dotnet add package Made.Up.Xtr", "made.up.xtr"),
    ],
)
def test_what_an_installer_makes_of_a_word(command: str, name: str) -> None:
    said = review({"a.sh": f"{command}\n"})
    assert said.names == [name]


@pytest.mark.parametrize(
    "command",
    [
        "apt-get install foo-xtr",
        "brew install foo-xtr",
        "apk add foo-xtr",
        "conda install foo-xtr",
        "mamba install -y foo-xtr",
        "pixi add foo-xtr",
        "pip uninstall -y foo-xtr",
        "npm remove foo-xtr",
        "pip install $PKG {name} ${X} %X%",
        "npm install",
        "npm ci",
        "pip install -e .",
        "echo pip is nice",
        "# pip install foo-xtr",
        "npx {cmd}",
    ],
)
def test_other_namespaces_and_no_names(command: str) -> None:
    assert passes({"a.sh": f"{command}\n"}).sent == ()


def test_a_runner_takes_one_package() -> None:
    passes(
        {"a.sh": "npx create-next-app --example https://x.example dir-xtr\n"},
        world=World(there=["npm:create-next-app"]),
    )


@pytest.mark.parametrize(
    "command",
    [
        "pip install --index-url https://pypi.acme.example/simple acme-billing-xtr",
        "pip install --extra-index-url=https://pypi.acme.example/simple acme-billing-xtr",
        "npm install --registry https://npm.acme.example acme-billing-xtr",
    ],
)
def test_an_index_on_the_command_line(command: str) -> None:
    said = review({"a.sh": f"{command}\n"})
    assert [(w.verdict, w.tier) for w in said.words] == [("unverified", "C")]
    assert said.sent == ()


# --- documents and agents ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "tier"),
    [
        ("README.md", "B"),
        ("docs/start.rst", "B"),
        ("SKILL.md", "A"),
        (".claude/skills/x/SKILL.md", "A"),
        ("AGENTS.md", "A"),
        ("CLAUDE.md", "A"),
        (".github/copilot-instructions.md", "A"),
        (".cursor/rules/x.mdc", "A"),
    ],
)
def test_a_command_that_documents_show(path: str, tier: str) -> None:
    text = "Then:\n\n```sh\nnpx made-up-codemod-xtr\n```\n"
    if path.endswith(".rst"):
        text = "Then::\n\n    npx made-up-codemod-xtr\n"
    said = review({path: text})
    assert [(w.verdict, w.tier, w.line) for w in said.words] == [
        ("hallucinated", tier, 3 if path.endswith(".rst") else 4)
    ]


def test_an_install_in_an_agent_file_that_runs_nothing() -> None:
    said = review({"CLAUDE.md": "```sh\npip install made-up-xtr\n```\n"})
    assert [(w.verdict, w.tier) for w in said.words] == [("hallucinated", "B")]


def test_prose_is_no_command() -> None:
    text = (
        "`!pip` may install the library inside of it, and pip install is nice.\n"
        "Run npm install of everything you like. Use `foo-xtr` for that.\n"
    )
    assert passes({"README.md": text}).sent == ()


def test_inline_code_that_begins_with_an_installer() -> None:
    said = review({"README.md": "Run `pip install made-up-xtr` first.\n"})
    assert [(w.verdict, w.tier) for w in said.words] == [("hallucinated", "B")]


@pytest.mark.parametrize("path", [".mcp.json", ".cursor/mcp.json", ".vscode/mcp.json"])
def test_the_server_of_an_agent(path: str) -> None:
    servers = {"x": {"command": "npx", "args": ["-y", "made-up-mcp-xtr", "--flag", "other-xtr"]}}
    key = "servers" if path.startswith(".vscode") else "mcpServers"
    said = review({path: json.dumps({key: servers}, indent=1)})
    assert said.names == ["made-up-mcp-xtr"]
    assert said.words[0][:2] == ("hallucinated", "A")


def test_the_packages_of_a_hook() -> None:
    config = (
        "repos:\n- repo: https://github.com/pre-commit/mirrors-mypy\n  rev: v1\n  hooks:\n"
        "  - id: mypy\n    additional_dependencies:\n    - types-made-up-xtr\n    - requests\n"
        "- repo: https://github.com/pre-commit/mirrors-eslint\n  rev: v1\n  hooks:\n"
        "  - id: eslint\n    additional_dependencies: [eslint-made-up-xtr@1.0.0]\n"
    )
    said = review({".pre-commit-config.yaml": config}, world=World(there=["requests"]))
    assert said.names == ["eslint-made-up-xtr", "types-made-up-xtr"]


# --- Go, Rust ------------------------------------------------------------------------------------

GO_MOD = "module github.com/own-xtr/app\n\ngo 1.22\n\nrequire (\n\tgithub.com/{}\n)\n"


def test_a_module_with_capitals() -> None:
    said = passes(
        {"go.mod": GO_MOD.format("BurntSushi/toml v1.3.2")},
        world=World(there=["go:github.com/BurntSushi/toml"]),
    )
    assert said.asked_for("github.com/!burnt!sushi/toml")


def test_imports_of_go() -> None:
    base = {"go.mod": GO_MOD.format("foo-xtr/bar/v2 v2.0.0")}
    code = (
        'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n\t"C"\n'
        '\t"github.com/own-xtr/app/internal/x"\n\ty "github.com/foo-xtr/bar/v2/pkg"\n)\n'
    )
    assert passes({**base, "main.go": code}, base=base).sent == ()


def test_an_invented_module_of_go() -> None:
    base = {"go.mod": GO_MOD.format("foo-xtr/bar v1.0.0")}
    code = 'package main\n\nimport "github.com/tidwall/fastjson-xtr"\n'
    said = review({**base, "main.go": code}, base)
    assert [(w.verdict, w.tier, w.line) for w in said.words] == [("hallucinated", "A", 3)]
    fails({"go.mod": GO_MOD.format("made-up-xtr/x v1.0.0")}, "hallucinated")


def test_a_replaced_module_of_go() -> None:
    text = GO_MOD.format("made-up-xtr/x v1.0.0") + "replace github.com/made-up-xtr/x => ../x\n"
    assert passes({"go.mod": text}).sent == ()


CARGO = '[package]\nname = "own-xtr"\nedition = "2021"\n[dependencies]\n{}\n'


def test_paths_of_rust() -> None:
    base = {"Cargo.toml": CARGO.format('regex-syntax = "0.8"\nserde.workspace = true')}
    code = (
        "mod helpers;\nuse crate::x;\nuse self::y;\nuse super::z;\nuse std::fs;\n"
        "use regex_syntax::Parser;\nuse helpers::a;\nuse serde::Serialize;\n"
    )
    head = {**base, "src/main.rs": code, "src/helpers.rs": ""}
    assert passes(head, base=base).sent == ()


@pytest.mark.parametrize(
    ("line", "verdicts"),
    [
        ('made-up-xtr = "1"', ["hallucinated"]),
        ('other = { package = "made-up-xtr", version = "1" }', ["hallucinated"]),
        ('made-up-xtr = { path = "../x" }', []),
        ('made-up-xtr = { git = "https://x.example/x" }', []),
        ("made-up-xtr = { workspace = true }", []),
        ("made-up-xtr.workspace = true", []),
        ('made-up-xtr = { version = "1", registry = "acme" }', ["unverified"]),
    ],
)
def test_dependencies_of_cargo(line: str, verdicts: list[str]) -> None:
    said = review({"Cargo.toml": CARGO.format(line)})
    assert said.verdicts == verdicts
    assert said.asked_for("made-up-xtr") == (verdicts == ["hallucinated"])


def test_an_invented_crate_in_code() -> None:
    base = {"Cargo.toml": CARGO.format('serde = "1"')}
    said = review({**base, "src/main.rs": "use serde::S;\nuse made_up_xtr::T;\n"}, base)
    assert said.verdicts == ["hallucinated"]
    assert said.words[0].line == 2


# --- JVM, Ruby, PHP, .NET ------------------------------------------------------------------------

POM = """<project>
  <groupId>com.own-xtr</groupId>
  <artifactId>app</artifactId>
  <version>1</version>
  <properties><ok.version>1.0</ok.version><group>org.real-xtr</group></properties>
  <dependencyManagement><dependencies><dependency>
    <groupId>org.real-xtr</groupId><artifactId>bom</artifactId><version>1.0.0</version>
    <type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>${{project.groupId}}</groupId>
      <artifactId>core</artifactId>
    </dependency>
    <dependency>
      <groupId>${{group}}</groupId>
      <artifactId>{artifact}</artifactId>
      <version>${{ok.version}}</version>
    </dependency>
  </dependencies>
</project>
"""
CORE = "<project><groupId>com.own-xtr</groupId><artifactId>core</artifactId></project>\n"


def test_a_pom() -> None:
    world = World(there=["maven:org.real-xtr:lib", "maven:org.real-xtr:bom"])
    files = {"pom.xml": POM.format(artifact="lib"), "core/pom.xml": CORE}
    assert not passes(files, world=world).asked_for("com/own-xtr")
    files = {**files, "pom.xml": POM.format(artifact="made-up-xtr")}
    assert fails(files, "hallucinated", world=world).symbol == "org.real-xtr:made-up-xtr"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (
            {"build.gradle": "dependencies {\n  implementation 'org.none-xtr:made-up:1.0'\n}\n"},
            ["org.none-xtr:made-up"],
        ),
        (
            {
                "gradle/libs.versions.toml": '[libraries]\nx = { module = "org.none-xtr:made-up", version = "1" }\n',
                "build.gradle.kts": "dependencies {\n  implementation(libs.x)\n"
                '  implementation(project(":core"))\n}\n',
            },
            ["org.none-xtr:made-up"],
        ),
    ],
)
def test_gradle(files: Files, names: list[str]) -> None:
    assert review(files).names == names


def test_a_gemfile() -> None:
    text = (
        "source 'https://rubygems.org'\ngem 'a-xtr', path: 'a'\ngem 'b-xtr', git: 'https://x.example/b'\n"
        "gem 'rake'\ngem 'made-up-xtr', '~> 1'\n"
    )
    said = review({"Gemfile": text})
    assert [(w.verdict, w.tier, w.line) for w in said.words] == [("hallucinated", "A", 5)]


def test_a_private_source_of_a_gemfile() -> None:
    text = (
        "source 'https://rubygems.org'\ngem 'rake'\n"
        "source 'https://gems.acme.example' do\n  gem 'acme-billing-xtr'\nend\n"
    )
    base = {"Gemfile": "source 'https://rubygems.org'\ngem 'rake'\n"}
    said = review({"Gemfile": text}, base)
    assert set(said.verdicts) == {"unverified"}
    assert said.sent == ()
    more = text.replace("  gem", "  gem 'acme-more-xtr'\n  gem")
    assert passes({"Gemfile": more}, base={"Gemfile": text}).sent == ()


def test_a_composer_file() -> None:
    require = {
        "php": ">=8",
        "ext-json": "*",
        "lib-icu": "*",
        "composer-plugin-api": "^2",
        "monolog/monolog": "^3",
        "own-xtr/lib": "*",
        "nobody-xtr/made-up": "^1",
    }
    text = json.dumps(
        {"require": require, "repositories": [{"type": "path", "url": "packages/*"}]}, indent=1
    )
    files = {"composer.json": text, "packages/lib/composer.json": '{"name": "own-xtr/lib"}'}
    said = review(files)
    assert said.names == ["nobody-xtr/made-up"]
    assert not said.asked_for("own-xtr/lib")


def test_a_project_of_dotnet() -> None:
    text = (
        '<Project><ItemGroup>\n<PackageReference Include="Newtonsoft.Json" Version="13.0.1"/>\n'
        '<PackageReference Include="Made.Up.Xtr" Version="1.0.0"/>\n</ItemGroup></Project>\n'
    )
    said = review({"a.csproj": text})
    assert [(w.verdict, w.tier, w.line) for w in said.words] == [("hallucinated", "A", 3)]


NUGET_CONFIG = """<configuration>
  <packageSources>
    <add key="nuget.org" value="https://api.nuget.org/v3/index.json" />
    <add key="acme" value="https://nuget.acme.example/v3/index.json" />
  </packageSources>
  <packageSourceMapping>
    <packageSource key="nuget.org"><package pattern="*" /></packageSource>
    <packageSource key="acme"><package pattern="Acme.*" /></packageSource>
  </packageSourceMapping>
</configuration>
"""


def test_a_mapping_of_sources() -> None:
    project = '<Project><ItemGroup><PackageReference Include="{}"/></ItemGroup></Project>\n'
    base = {"nuget.config": NUGET_CONFIG}
    head = {**base, "a.csproj": project.format("Acme.Billing.Xtr")}
    assert passes(head, base=base).sent == ()
    said = review(head)  # the mapping is new itself
    assert set(said.verdicts) == {"unverified"}
    assert said.sent == ()
    said = review({**base, "a.csproj": project.format("Made.Up.Xtr")}, base)
    assert said.verdicts == ["hallucinated"]
