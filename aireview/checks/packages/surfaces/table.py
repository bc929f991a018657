"""Which files are read for package names, and by which reader.

A reader is a module of this folder with a function `read(path, text) -> Reading`. It is imported when
a file needs it. A new surface is one file, one line here, one pair of tests and one line in
docs/packages.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from aireview.checks.packages.surfaces.installers import COOL_DOWN, names_installer

if TYPE_CHECKING:
    from aireview.model.packages import Reading

# A name only: the values of readings are not needed to tell whether there is anything to read.
Read: TypeAlias = "Callable[[str, str], Reading]"


# Whether a text can hold a name at all: a cheap first look.
Hint = Callable[[str], bool]
# The endings of file names that choose a row without trying its pattern, and the pattern.
Paths = tuple[str, str]


class Entry(NamedTuple):
    """A reader by the name of its module, and the paths it reads.

    `paths` are matched in lower case. `declares`: the file says what a project consists of, so that
    it is read for every file of the project and not only when it changes. `hint` tells whether a
    text can hold a name at all; every text can without one.
    """

    reader: str
    paths: Paths
    declares: bool = False
    hint: Hint | None = None

    def may_name(self, text: str) -> bool:
        """Whether a text can hold a name at all."""
        return self.hint is None or self.hint(text)

    def matches(self, path: str, name: str) -> bool:
        """Whether the row is for a path whose last part is `name`, both in lower case."""
        pattern = self.paths[1]
        if _reaches_up(pattern):
            return _compiled(f"(?:.*/)?(?:{pattern})").fullmatch(path) is not None
        return _compiled(pattern).fullmatch(name) is not None


# Compiled when first needed: a commit hook looks at a few paths and must not pay for all rows.
_compiled = cache(re.compile)


@cache
def _reaches_up(pattern: str) -> bool:
    return pattern.count("/") > pattern.count("[^/")


def _named(endings: str, *patterns: str) -> Paths:
    """Match a file by its name, in any folder; a pattern with `/` reaches into folders above.

    `endings` are the last parts of the names, without the dot (`toml`, or a whole name without a
    dot); `*` is any.
    """
    return endings, "|".join(patterns)


def _with(*words: str) -> Hint:
    return lambda text: any(word in text for word in words)


TABLE: tuple[Entry, ...] = (
    Entry(
        "requirements",
        _named(
            "txt in pip",
            r"(?:[^/]*[._-])?(?:requirements?|constraints?)\d*(?:[._-][^/]*)?\.(?:txt|in|pip)",
            r"(?:[^/]*[._-])?(?:requirements|reqs|constraints)/(?:[^/]*/)*[^/]*\.(?:txt|in|pip)",
        ),
        declares=True,
    ),
    Entry("pyproject", _named("toml", r"pyproject\.toml"), declares=True),
    Entry("uv_config", _named("toml", r"\.?uv\.toml"), declares=True),
    Entry(
        "setup_files", _named("py cfg ini", r"setup\.(?:py|cfg)", r"\.?pytest\.ini"), declares=True
    ),
    Entry("pipfile", _named("pipfile", r"pipfile"), declares=True),
    Entry("tox", _named("ini toml py", r"tox\.(?:ini|toml)", r"noxfile\.py"), declares=True),
    Entry(
        "inline_script",
        _named("py", r"[^/]*\.py"),
        hint=_with("# /// script"),
    ),
    Entry("pre_commit", _named("yaml yml", r"\.pre-commit-(?:config|hooks)\.ya?ml"), declares=True),
    Entry(
        "conda",
        _named(
            "yaml yml toml",
            r"(?:[^/]*[._-])?(?:environment|env|conda)(?:[._-][^/]*)?\.ya?ml",
            r"(?:[^/]*[._-])?conda(?:[._-]envs?)?/[^/]*\.ya?ml",
            r"pixi\.toml",
        ),
        declares=True,
        hint=_with("dependencies"),
    ),
    Entry("pip_config", _named("conf ini", r"\.?pip\.(?:conf|ini)"), declares=True),
    Entry("uv_lock", _named("lock", r"uv\.lock", r"[^/]*\.py\.lock"), declares=True),
    Entry("poetry_lock", _named("lock", r"poetry\.lock"), declares=True),
    Entry("pdm_lock", _named("lock", r"pdm(?:\.[^/]*)?\.lock"), declares=True),
    Entry("pipfile_lock", _named("lock", r"pipfile\.lock"), declares=True),
    Entry("pylock", _named("toml", r"pylock(?:\.[^/]*)?\.toml"), declares=True),
    Entry(
        "shell",
        _named(
            "*",
            r"[^/]*\.(?:sh|bash|zsh|fish|ksh|ps1|psm1|bat|cmd)",
            r"procfile[^/]*",
            r"\.?justfile",
            r"[^/]*\.just",
            r"\.husky/[^/._][^/]*",
            r"\.?(?:git)?hooks/(?:pre|post|commit|prepare)-[a-z-]+",
        ),
        hint=names_installer,
    ),
    Entry(
        "dockerfile",
        _named(
            "*",
            r"(?:[^/]*[._-])?(?:dockerfile|containerfile)"
            r"(?:(?![^/]*\.(?:py|[jt]sx?|go|rs|rb|java|json|ya?ml|md|txt)$)[._-][^/]*)?",
        ),
        hint=names_installer,
    ),
    Entry(
        "makefile", _named("*", r"(?:gnu)?makefile(?:\.[^/]*)?", r"[^/]*\.mk"), hint=names_installer
    ),
    Entry(
        "ci",
        _named(
            "yaml yml json",
            r"\.github/(?:workflows|actions)/.*\.ya?ml",
            r"\.(?:gitea|forgejo)/workflows/.*\.ya?ml",
            r"action\.ya?ml",
            r"[^/]*\.?gitlab-ci[^/]*\.ya?ml",
            r"\.gitlab/.*\.ya?ml",
            r"\.circleci/.*\.ya?ml",
            r"\.?azure-?pipelines?(?:[./_-].*)?\.ya?ml",
            r"\.azure(?:-pipelines)?/.*\.ya?ml",
            r"\.pipelines/.*\.ya?ml",
            r"bitbucket-pipelines\.ya?ml",
            r"\.travis\.ya?ml",
            r"\.?appveyor\.ya?ml",
            r"\.drone\.ya?ml",
            r"\.woodpecker(?:/.*)?\.ya?ml",
            r"\.?buildkite/.*\.ya?ml",
            r"\.gitpod\.ya?ml",
            r"\.?readthedocs\.ya?ml",
            r"render\.ya?ml",
            r"cloudbuild[^/]*\.ya?ml",
            r"taskfile[^/]*\.ya?ml",
            r"(?:docker-)?compose[^/]*\.ya?ml",
            r"\.?lefthook[^/]*\.ya?ml",
            r"\.?devcontainer(?:/.*)?\.json",
        ),
        hint=names_installer,
    ),
    # A cool-down of the repository counts for every change, so this one is always read.
    Entry(
        "ci",
        _named("yaml yml", r"\.github/dependabot\.ya?ml"),
        declares=True,
        hint=_with(COOL_DOWN),
    ),
    Entry(
        "markdown",
        _named(
            "*",
            r"[^/]*\.(?:md|mdx|mdc|markdown|rst)",
            r"(?:readme|install|contributing|hacking|building|getting[-_]?started)[^/]*\.txt",
            r"readme|install",
            r"\.(?:cursorrules|windsurfrules|clinerules|goosehints|roorules)",
            r"\.(?:cursor|windsurf|clinerules|roo)/.*\.(?:mdc|md|txt)",
            r"\.clinerules/[^/]*",
        ),
        hint=names_installer,
    ),
    Entry(
        "mcp",
        _named(
            "json jsonc toml",
            r"(?:[^/]*\.)?mcp\.json",
            r"mcp[-_](?:config|servers|settings)\.json",
            r"[^/]*mcp[-_]settings\.json",
            r"claude_desktop_config\.json",
            r"\.(?:gemini|claude)/settings[^/]*\.json",
            r"\.vscode/(?:mcp|tasks)\.json",
            r"\.codex/[^/]*\.toml",
            r"opencode\.jsonc?",
        ),
        hint=names_installer,
    ),
    # npm: manifests, locks, registries, aliases, tools. Code that configures a bundler gives aliases.
    Entry("package_json", _named("json", r"package\.json"), declares=True),
    Entry("pnpm_workspace", _named("yaml yml", r"pnpm-workspace\.ya?ml"), declares=True),
    Entry(
        "deno",
        _named("json jsonc", r"deno\.jsonc?", r"jsr\.jsonc?", r"import[_-]?map\.json"),
        declares=True,
    ),
    Entry(
        "package_lock",
        _named("json", r"package-lock\.json", r"npm-shrinkwrap\.json"),
        declares=True,
    ),
    Entry("pnpm_lock", _named("yaml yml", r"pnpm-lock\.ya?ml"), declares=True),
    Entry("yarn_lock", _named("lock", r"yarn\.lock"), declares=True),
    Entry("bun_lock", _named("lock lockb", r"bun\.lockb?"), declares=True),
    Entry(
        "npm_config",
        _named(
            "npmrc yarnrc yaml yml toml", r"\.npmrc", r"\.yarnrc(?:\.ya?ml)?", r"\.?bunfig\.toml"
        ),
        declares=True,
    ),
    Entry("ts_config", _named("json", r"[tj]sconfig[^/]*\.json"), declares=True),
    Entry(
        "js_config",
        _named(
            "*",
            r"\.(?:eslint|babel|prettier|postcss|stylelint|browserslist)rc(?:\.(?:json[5c]?|ya?ml|toml))?",
            r"(?:babel|jest|prettier|postcss|stylelint)[^/]*\.config\.(?:json[5c]?|ya?ml|toml)",
            r"jest\.json",
        ),
        declares=True,
    ),
    Entry("importmap_rb", _named("rb", r"config/importmap\.rb"), declares=True),
    Entry(
        "bundler_config",
        _named(
            "js ts cjs mjs cts mts jsx tsx",
            r"(?:electron[.-])?(?:vite|vitest|webpack|rollup|rspack|rsbuild|next|nuxt|astro|svelte|vue"
            r"|metro|craco|quasar|jest|babel|prettier|postcss|stylelint)"
            r"(?:[._-][^/]*)?\.(?:config|workspace)[^/]*\.[cm]?[jt]s",
            r"(?:webpack|rollup)\.[^/]*\.[cm]?[jt]s",
            r"\.(?:eslint|babel|prettier|postcss|stylelint)rc\.[cm]?[jt]s",
            r"\.storybook/(?:main|webpack\.config)\.[cm]?[jt]sx?",
        ),
        declares=True,
    ),
    # Go, Rust, JVM, Ruby, PHP, .NET. What a Go build takes stands in go.mod: go.sum declares nothing.
    Entry("go_mod", _named("mod work", r"go\.(?:mod|work)"), declares=True),
    Entry("go_sum", _named("sum", r"go(?:\.work)?\.sum")),
    Entry("cargo_toml", _named("toml", r"cargo\.toml"), declares=True),
    Entry("cargo_lock", _named("lock", r"cargo\.lock"), declares=True),
    Entry("cargo_config", _named("config toml", r"\.cargo/config(?:\.toml)?"), declares=True),
    Entry(
        "maven",
        _named(
            "xml pom",
            r"(?:pom|[^/]*[._-]pom|pom[._-][^/]*)\.xml",
            r"[^/]*\.pom",
            r"\.mvn/extensions\.xml",
        ),
        declares=True,
    ),
    Entry(
        "maven",
        _named("xml", r"(?:[^/]*[._-])?settings\.xml"),
        declares=True,
        hint=_with("<mirrors", "<repositor", "<pluginRepositor"),
    ),
    Entry("gradle", _named("gradle kts", r"[^/]*\.gradle(?:\.kts)?"), declares=True),
    Entry("gradle_catalog", _named("toml", r"[^/]*\.versions\.toml"), declares=True),
    Entry(
        "gradle_lock",
        _named(
            "lockfile", r"(?:[^/]*-)?gradle\.lockfile", r"gradle/dependency-locks/[^/]*\.lockfile"
        ),
        declares=True,
    ),
    Entry(
        "gemfile",
        _named("*", r"(?:[^/]*\.)?gemfile", r"gems\.rb", r"[^/]*\.gemspec"),
        declares=True,
    ),
    Entry(
        "gemfile_lock",
        _named("lock locked", r"(?:[^/]*\.)?gemfile\.lock", r"gems\.locked"),
        declares=True,
    ),
    Entry("composer", _named("json lock", r"composer\.(?:json|lock)"), declares=True),
    Entry(
        "nuget",
        _named(
            "csproj fsproj vbproj config json",
            r"[^/]*\.(?:cs|fs|vb)proj",
            r"packages(?:\.[^/]*)?\.config",
            r"dotnet-tools\.json",
            r"global\.json",
            r"packages\.lock\.json",
        ),
        declares=True,
    ),
    Entry(
        "nuget",
        _named("props targets proj", r"[^/]*\.(?:props|targets|proj)"),
        declares=True,
        hint=_with(
            "PackageReference", "PackageVersion", "PackageDownload", "CliToolReference", "Sdk"
        ),
    ),
    Entry("nuget_config", _named("config", r"nuget(?:\.[^/]*)?\.config"), declares=True),
    # Code: what it imports. The rows above read some of the same files for other names.
    Entry("python_code", _named("py pyi pyw", r"[^/]*\.py[iw]?"), hint=_with("import")),
    # Install magics declare for a notebook, sometimes for another one; a cell may write a module.
    Entry("notebook", _named("ipynb", r"[^/]*\.ipynb"), declares=True),
    Entry(
        "javascript_code",
        _named(
            "js cjs mjs ts cts mts jsx tsx vue svelte astro mdx",
            r"[^/]*\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro|mdx)",
        ),
        hint=_with("import", "require", "export", "ock", "<reference"),
    ),
    Entry("go_code", _named("go", r"[^/]*\.go"), hint=_with("import")),
    Entry("rust_code", _named("rs", r"[^/]*\.rs"), hint=_with("use", "extern")),
)


_BY_ENDING: dict[str, tuple[Entry, ...]] = {}


def readers_of(path: str) -> tuple[Entry, ...]:
    """Return the entries whose reader reads the path."""
    low = path.lower()
    name = low.rpartition("/")[2]
    ending = name.rpartition(".")[2]
    entries = _BY_ENDING.get(ending)
    if entries is None:
        entries = tuple(
            entry for entry in TABLE if entry.paths[0] == "*" or ending in entry.paths[0].split()
        )
        _BY_ENDING[ending] = entries
    return tuple(entry for entry in entries if entry.matches(low, name))


# Requirements under another name, which only the file that includes them tells. Any name will do for
# pip; these are looked at where the including file is not part of the change.
_INCLUDED = re.compile(r"(?:.*/)?[^/]*\.(?:txt|in|pip|reqs?|list)|(?:.*/)?[^/.]+")
_REQUIREMENT = r"(?m)^(?:-[rce]\b|[A-Za-z0-9][A-Za-z0-9._-]*[ \t]*(?:\r?$|[=<>~!;@\[#]))"


def may_be_included(path: str, text: str) -> bool:
    """Whether a file that no row is for may be requirements that another file includes."""
    return (
        _INCLUDED.fullmatch(path) is not None
        and not readers_of(path)
        and _compiled(_REQUIREMENT).search(text) is not None
    )


def load(entry: Entry) -> Read:
    """Return the function that reads the files of an entry."""
    from importlib import import_module  # noqa: PLC0415 - only where there is something to read

    module = import_module(f"aireview.checks.packages.surfaces.{entry.reader}")
    read: Read = module.read
    return read
