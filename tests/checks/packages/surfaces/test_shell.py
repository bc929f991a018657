from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.shell import arguments, commands, read
from aireview.checks.packages.surfaces.table import readers_of
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Surface


def _read(text: str, surface: Surface = Surface.COMMAND) -> Reading:
    return commands(text, path="run.sh", line=1, surface=surface)


def _names(reading: Reading) -> list[str]:
    return [f"{found.ecosystem.value}:{found.name}" for found in reading.references]


def _only(text: str) -> Reference:
    (reference,) = _read(text).references
    return reference


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # PyPI
        ("pip install a-xtr b-xtr", "pypi:a-xtr pypi:b-xtr"),
        ("pip3.12 install a-xtr", "pypi:a-xtr"),
        ("/usr/bin/pip3 install a-xtr", "pypi:a-xtr"),
        ("python -m pip install a-xtr", "pypi:a-xtr"),
        ("python3.11 -I -m pip install a-xtr", "pypi:a-xtr"),
        ("py -3 -m pip install a-xtr", "pypi:a-xtr"),
        (r".venv\Scripts\pip.exe install a-xtr", "pypi:a-xtr"),
        ("pip --no-cache-dir install -U a-xtr", "pypi:a-xtr"),
        ("pip install -r requirements.txt -c limits.txt a-xtr", "pypi:a-xtr"),
        ("pip install -Ur requirements.txt a-xtr", "pypi:a-xtr"),
        ("pip install --target lib --platform linux a-xtr", "pypi:a-xtr"),
        ("pip download a-xtr", "pypi:a-xtr"),
        ("uv pip install a-xtr", "pypi:a-xtr"),
        ("uv --directory x add --dev a-xtr", "pypi:a-xtr"),
        ("uv add --script run.py a-xtr", "pypi:a-xtr"),
        ("uv tool install a-xtr --with b-xtr", "pypi:b-xtr pypi:a-xtr"),
        ("uv tool run a-xtr b-xtr", "pypi:a-xtr"),
        ("uvx a-xtr@latest serve b", "pypi:a-xtr"),
        ("uvx --from a-xtr command b", "pypi:a-xtr"),
        ("uvx --python 3.12 a-xtr", "pypi:a-xtr"),
        ("uv run --with a-xtr,b-xtr pytest tests", "pypi:a-xtr pypi:b-xtr"),
        ("uv run pip install a-xtr", "pypi:a-xtr"),
        ("pipx install a-xtr", "pypi:a-xtr"),
        ("pipx run a-xtr b", "pypi:a-xtr"),
        ("pipx run --spec a-xtr command", "pypi:a-xtr"),
        ("poetry add --group dev a-xtr", "pypi:a-xtr"),
        ("poetry run pip install a-xtr", "pypi:a-xtr"),
        ("pdm add -G test a-xtr", "pypi:a-xtr"),
        ("pipenv install --dev a-xtr", "pypi:a-xtr"),
        ("rye add a-xtr", "pypi:a-xtr"),
        ("pixi add --pypi a-xtr", "pypi:a-xtr"),
        # npm
        ("npm i a-xtr", "npm:a-xtr"),
        ("npm install --save-dev @s-xtr/a b-xtr", "npm:@s-xtr/a npm:b-xtr"),
        ("npm --prefix web install a-xtr", "npm:a-xtr"),
        ("npm i -g a-xtr --unsafe-perm true", "npm:a-xtr"),
        ("yarn add -D a-xtr", "npm:a-xtr"),
        ("yarn global add a-xtr", "npm:a-xtr"),
        ("yarn workspace web add a-xtr", "npm:a-xtr"),
        ("yarn dlx a-xtr b", "npm:a-xtr"),
        ("yarn dlx -p a-xtr b", "npm:a-xtr"),
        ("pnpm --filter web add a-xtr", "npm:a-xtr"),
        ("pnpm dlx a-xtr b", "npm:a-xtr"),
        ("bun add a-xtr", "npm:a-xtr"),
        ("bun x a-xtr", "npm:a-xtr"),
        ("bunx a-xtr", "npm:a-xtr"),
        ("npx a-xtr b c", "npm:a-xtr"),
        ("npx -y @s-xtr/a@latest install b", "npm:@s-xtr/a"),
        ("npx -p a-xtr -p b-xtr command", "npm:a-xtr npm:b-xtr"),
        ("npx --package=a-xtr command", "npm:a-xtr"),
        ("npx -c 'pip install a-xtr'", "pypi:a-xtr"),
        ("npm exec -- a-xtr b", "npm:a-xtr"),
        ("npm x a-xtr", "npm:a-xtr"),
        ("npm init x-xtr@latest app", "npm:create-x-xtr"),
        ("npm create @s-xtr app", "npm:@s-xtr/create"),
        ("npm create @s-xtr@2", "npm:@s-xtr/create"),
        ("yarn create @s-xtr/a app", "npm:@s-xtr/create-a"),
        ("pnpm create a-xtr app -- --template vue", "npm:create-a-xtr"),
        ("npm init -y", ""),
        ("npx npm@10 install a-xtr", "npm:npm npm:a-xtr"),
        ("uvx --from a-xtr pip install b-xtr", "pypi:a-xtr pypi:b-xtr"),
        ("npx concurrently 'npx a-xtr' \"npx b-xtr\"", "npm:concurrently npm:a-xtr npm:b-xtr"),
        ("deno add npm:a-xtr@1 jsr:@b/c", "npm:a-xtr"),
        # others
        ("go install example-xtr.dev/x/cmd/y@latest", "go:example-xtr.dev/x/cmd/y"),
        ("go get -u ./... golang-xtr.org/x", "go:golang-xtr.org/x"),
        ("go run github.com/a-xtr/b@v1 c", "go:github.com/a-xtr/b"),
        ("go run main.go", ""),
        ("cargo add a-xtr@1 --features b,c", "cargo:a-xtr"),
        ("cargo install --locked a-xtr", "cargo:a-xtr"),
        ("cargo +nightly install a-xtr", "cargo:a-xtr"),
        ("cargo install --git https://x.invalid/y a-xtr", ""),
        ("gem install a-xtr:1.0 -v 2", "rubygems:a-xtr"),
        ("bundle add a-xtr", "rubygems:a-xtr"),
        ("composer require v-xtr/a '^2' php ext-json", "packagist:v-xtr/a"),
        ("composer global require v-xtr/a:1", "packagist:v-xtr/a"),
        ("composer create-project v-xtr/a folder 1.0", "packagist:v-xtr/a"),
        ("dotnet add src/x.csproj package A.Xtr", "nuget:A.Xtr"),
        ("dotnet tool install -g A.Xtr", "nuget:A.Xtr"),
        ("Install-Package A.Xtr -Version 1", "nuget:A.Xtr"),
        # where a command may stand
        (
            "sudo -H pip install a-xtr && npm i b-xtr || yarn add c-xtr",
            "pypi:a-xtr npm:b-xtr npm:c-xtr",
        ),
        ("env A=b pip install a-xtr; A=b pip install b-xtr", "pypi:a-xtr pypi:b-xtr"),
        ("time nohup pip install a-xtr &", "pypi:a-xtr"),
        ("if ! command -v x; then pip install a-xtr; fi", "pypi:a-xtr"),
        ("if ! npx a-xtr; then", "npm:a-xtr"),
        ("(cd web && npm i a-xtr)", "npm:a-xtr"),
        ("{ pip install a-xtr; }", "pypi:a-xtr"),
        ("bash -c 'pip install a-xtr && npm i b-xtr'", "pypi:a-xtr npm:b-xtr"),
        ('sh -lc "pip install a-xtr"', "pypi:a-xtr"),
        ("cmd /c npm install a-xtr", "npm:a-xtr"),
        ("X=$(npx a-xtr) Y=`npx b-xtr`", "npm:a-xtr npm:b-xtr"),
        ('echo "$(npx a-xtr "b c")"', "npm:a-xtr"),
        ("docker run --rm -v a:b node:20 npx a-xtr", "npm:a-xtr"),
        ("docker exec web bash -c 'pip install a-xtr'", "pypi:a-xtr"),
        ("ssh host 'pip install a-xtr'", "pypi:a-xtr"),
        ("corepack pnpm add a-xtr", "npm:a-xtr"),
        ("xargs -n 1 pip install < names.txt", ""),
        ("$PIP install a-xtr", "pypi:a-xtr"),
        ('"${PYTHON}" -m pip install a-xtr', "pypi:a-xtr"),
        ("agent mcp add name -- npx -y a-xtr", "npm:a-xtr"),
        ("case $x in\n a) pip install a-xtr;;\nesac", "pypi:a-xtr"),
        ("bash <<EOF\npip install a-xtr\nEOF", "pypi:a-xtr"),
        ("cat <<'EOF' | sh\npip install a-xtr\nEOF", "pypi:a-xtr"),
        ("cat > x.sh <<-EOF\n\tpip install a-xtr\n\tEOF\nnpm i b-xtr", "pypi:a-xtr npm:b-xtr"),
        ("cat > x.txt <<EOF\npip install a-xtr\nEOF\nnpm i b-xtr", "npm:b-xtr"),
        ("pip install `\n  a-xtr", "pypi:a-xtr"),
        ("echo don't\npip install a-xtr", "pypi:a-xtr"),
        ("pip install a-xtr 'b-xtr\nnpm i c-xtr", "pypi:a-xtr pypi:b-xtr npm:c-xtr"),
    ],
)
def test_commands(text: str, names: str) -> None:
    assert sorted(_names(_read(text))) == sorted(names.split())


@pytest.mark.parametrize(
    "text",
    [
        "pip install . -e .[dev] ./x ../y /opt/z ~/w",
        "pip install git+https://x.invalid/y https://x.invalid/y.zip a.whl a-1.0.tar.gz",
        "pip install $X ${X} {x} ${{ x.y }} %X% <name> $(cat names) ... dist/*.whl [options]",
        "pip install '' 'a b' '../x' 'http://x' PACKAGE_NAME",
        "npm install ./x file:../y user/repo github:u/r git+ssh://x a@workspace:* a@file:b 5 NAME",
        "pip uninstall a-xtr",
        "npm rm a-xtr; yarn remove b-xtr",
        "pip install .; apt-get install -y a-xtr && brew install b-xtr && apk add c-xtr",
        "conda install a-xtr; mamba install b-xtr; pixi add c-xtr",
        "npx --no-install a-xtr",
        "go install example.com/x@latest",
    ],
)
def test_what_is_no_name_is_counted(text: str) -> None:
    reading = _read(text)
    assert reading.references == ()
    if "uninstall" not in text:
        assert reading.ignored > 0


@pytest.mark.parametrize(
    "text",
    [
        "echo pip install a-xtr",
        "# pip install a-xtr",
        "echo 'run: npm install a-xtr'",
        "npm ci",
        "npm run install a-xtr",
        "pip freeze",
        "pnpm exec a-xtr",
        "yarn a-xtr",
        "grep -r 'pip install' .",
        "python setup.py install a-xtr",
        "git commit -m 'npx a-xtr'",
        "cargo install --path .",
    ],
)
def test_what_installs_nothing(text: str) -> None:
    assert _read(text).references == ()


@pytest.mark.parametrize(
    ("text", "name", "specifier", "extras"),
    [
        ("pip install 'a-xtr[x, y]>=1,<2'", "a-xtr", ">=1,<2", ("x", "y")),
        ("pip install a-xtr[x][y]", "a-xtr", "", ("x", "y")),
        ("pip install a-xtr==1.0", "a-xtr", "==1.0", ()),
        ("pip install a-xtr>=1.0", "a-xtr", ">=1.0", ()),
        ("pip install \"a-xtr; python_version < '3.11'\"", "a-xtr", "", ()),
        ('pip install a-xtr=="$V"', "a-xtr", "", ()),
        ("uvx a-xtr@1.2", "a-xtr", "==1.2", ()),
        ("poetry add a-xtr@^1", "a-xtr", "^1", ()),
        ("npm i a-xtr@^1.2", "a-xtr", "^1.2", ()),
        ("npm i a-xtr@<version>", "a-xtr", "", ()),
        ("cargo install a-xtr --version 1.0", "a-xtr", "1.0", ()),
    ],
)
def test_versions_and_extras(text: str, name: str, specifier: str, extras: tuple[str, ...]) -> None:
    found = _only(text)
    assert (found.name, found.specifier, found.extras) == (name, specifier, extras)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("pip install -i https://u:secret@x.invalid/simple a-xtr", "https://x.invalid/simple"),
        ("pip install a-xtr --extra-index-url=https://x.invalid/", "https://x.invalid/"),
        ("npm i --registry https://x.invalid a-xtr", "https://x.invalid"),
        ("PIP_INDEX_URL=https://x.invalid pip install a-xtr", "https://x.invalid"),
        ("pip install -i $INDEX a-xtr", "$INDEX"),
        ("poetry add --source private a-xtr", "private"),
        ("pip install a-xtr", ""),
    ],
)
def test_an_index_of_the_command_binds_its_names(text: str, index: str) -> None:
    assert _only(text).index == index


@pytest.mark.parametrize(
    ("text", "runs", "prefers_local"),
    [
        ("npx a-xtr", True, True),
        ("bunx a-xtr", True, True),
        ("npm exec a-xtr", True, True),
        ("pnpm dlx a-xtr", True, False),
        ("uvx a-xtr", True, False),
        ("npm create a-xtr", True, False),
        ("npm install a-xtr", False, False),
    ],
)
def test_runners(text: str, *, runs: bool, prefers_local: bool) -> None:
    found = _only(text)
    assert (found.runs, found.prefers_local) == (runs, prefers_local)


def test_an_alias_asks_for_its_target() -> None:
    found = _only("npm install a-xtr@npm:@s-xtr/b@1")
    assert (found.name, found.alias, found.specifier) == ("@s-xtr/b", "a-xtr", "1")


def test_a_direct_reference_keeps_its_name_and_source() -> None:
    found = _only('uv add "a-xtr @ git+https://u:p@x.invalid/y"')
    assert (found.name, found.source, found.url) == (
        "a-xtr",
        Source.DIRECT,
        "git+https://x.invalid/y",
    )


def test_the_line_is_that_of_the_name() -> None:
    text = "pip install \\\n  a-xtr \\\n  b-xtr # c\nbash -c '\n  npm i c-xtr\n'\nnpm i d-xtr"
    lines = {
        found.name: found.line
        for found in commands(text, path="x", line=10, surface=Surface.COMMAND).references
    }
    assert lines == {"a-xtr": 11, "b-xtr": 12, "c-xtr": 14, "d-xtr": 16}


def test_prompts_are_read_in_documentation_only() -> None:
    text = "$ pip install a-xtr\n> npm i b-xtr\nPS C:\\x> pip install c-xtr\n(venv) % pip install d-xtr"
    assert len(_read(text, Surface.DOCS).references) == 4
    assert _names(_read("> npm i b-xtr")) == []


@pytest.mark.parametrize(
    "name", ["your-package", "my-cool-plugin", "@your-scope/x", "package-name"]
)
def test_a_stand_in_of_documentation_is_no_name(name: str) -> None:
    assert _read(f"npm install {name}", Surface.DOCS).references == ()
    assert _read(f"npm install {name}").references != ()


def test_a_file_of_processes_and_recipes() -> None:
    assert _names(read("Procfile", "web: npx a-xtr\nworker: uvx b-xtr\n")) == [
        "npm:a-xtr",
        "pypi:b-xtr",
    ]
    assert _names(read("justfile", "build:\n    @npx a-xtr\n")) == ["npm:a-xtr"]


@pytest.mark.parametrize(
    "path", ["a/run.sh", "Procfile", "justfile", ".husky/pre-commit", "x.ps1", ".githooks/pre-push"]
)
def test_the_table_knows_the_files(path: str) -> None:
    assert [entry.reader for entry in readers_of(path)] == ["shell"]


def test_a_text_that_is_too_large_is_reported() -> None:
    reading = _read("pip install a-xtr\n" * 400_000)
    assert reading.references == ()
    assert [unread.line for unread in reading.unread] == [1]


@pytest.mark.parametrize(
    "unit",
    [
        "$(",
        "`",
        '"$(',
        '"',
        "'",
        "<<A\n",
        "{{",
        "${{",
        "<a",
        '"$("',
        "pip install (",
        "npx x|",
        "\\",
    ],
)
def test_hostile_text_is_read_in_time(unit: str) -> None:
    _read("pip install a-xtr\n" + unit * 20_000)  # the time limit of the suite is the assertion


_PARTS = st.sampled_from(
    [
        "pip", "install", "npm", "npx", "uv", "run", "--with", "-r", "add", "go", "get", "bash", "-c", "sudo",
        "a-xtr", "@s-xtr/b", "==1", "$(", ")", "`", "'", '"', "\\", "\n", " ", ";", "&&", "|", "<<EOF", "EOF",
        "#", "{", "}", "${X}", ">", "<", "=", "docker", "-m", "python", "--", "é", "\0", "\udc80",
    ]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=60).map("".join) | st.lists(_PARTS, max_size=40).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    reading = _read(text, Surface.DOCS)
    assert all(1 <= found.line <= text.count("\n") + 1 for found in reading.references)
    assert not reading.references or names_installer(text)


def test_arguments_are_one_command() -> None:
    reading = arguments(
        [("sh", 3), ("-c", 3), ("pip install a-xtr\nnpm i b-xtr", 4)],
        path="x",
        surface=Surface.CONFIG,
    )
    assert [(found.name, found.line) for found in reading.references] == [
        ("a-xtr", 4),
        ("b-xtr", 5),
    ]
    reading = arguments([("npx", 1), ("-y", 1), ("a b; c", 1)], path="x", surface=Surface.CONFIG)
    assert (reading.references, reading.ignored) == ((), 1)


@pytest.mark.parametrize("ecosystem", [e for e in Ecosystem if e is not Ecosystem.MAVEN])
def test_every_ecosystem_has_a_command(ecosystem: Ecosystem) -> None:
    text = "pip install a-xtr; npm i b-xtr; go get c-xtr.dev/d; cargo add e-xtr; gem install f-xtr"
    text += "; composer require g-xtr/h; dotnet tool install I.Xtr"
    assert any(found.ecosystem is ecosystem for found in _read(text).references)
