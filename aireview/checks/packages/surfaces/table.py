"""Which files are read for package names, and by which reader.

A reader is a module of this folder with a function `read(path, text) -> Reading`. It is imported when
a file needs it. A new surface is one file, one line here, one pair of tests and one line in
docs/packages.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from aireview.checks.packages.surfaces.installers import COOL_DOWN, HINT
from aireview.model.packages import Reading

Read = Callable[[str, str], Reading]


class Entry(NamedTuple):
    """A reader by the name of its module, and the paths it reads.

    `paths` is matched against the whole path in lower case. `declares`: the file says what a
    project consists of, so that it is read for every file of the project and not only when it
    changes. `hint` is a pattern without which the text cannot hold a name: a cheap first look.
    """

    reader: str
    paths: re.Pattern[str]
    declares: bool = False
    hint: re.Pattern[str] | None = None


def _named(*patterns: str) -> re.Pattern[str]:
    """Match a file by its name, in any folder; a pattern with `/` reaches into folders above."""
    return re.compile(rf"(?:.*/)?(?:{'|'.join(patterns)})")


TABLE: tuple[Entry, ...] = (
    Entry(
        "requirements",
        _named(
            r"(?:[^/]*[._-])?(?:requirements?|constraints?)\d*(?:[._-][^/]*)?\.(?:txt|in|pip)",
            r"(?:[^/]*[._-])?(?:requirements|reqs|constraints)/(?:[^/]*/)*[^/]*\.(?:txt|in|pip)",
        ),
        declares=True,
    ),
    Entry("pyproject", _named(r"pyproject\.toml"), declares=True),
    Entry("uv_config", _named(r"\.?uv\.toml"), declares=True),
    Entry("setup_files", _named(r"setup\.(?:py|cfg)", r"\.?pytest\.ini"), declares=True),
    Entry("pipfile", _named(r"pipfile"), declares=True),
    Entry("tox", _named(r"tox\.(?:ini|toml)", r"noxfile\.py"), declares=True),
    Entry(
        "inline_script",
        _named(r"[^/]*\.py"),
        hint=re.compile(r"^# /// script", re.MULTILINE),
    ),
    Entry("pre_commit", _named(r"\.pre-commit-(?:config|hooks)\.ya?ml"), declares=True),
    Entry(
        "conda",
        _named(
            r"(?:[^/]*[._-])?(?:environment|env|conda)(?:[._-][^/]*)?\.ya?ml",
            r"(?:[^/]*[._-])?conda(?:[._-]envs?)?/[^/]*\.ya?ml",
            r"pixi\.toml",
        ),
        declares=True,
        hint=re.compile(r"dependencies"),
    ),
    Entry("pip_config", _named(r"\.?pip\.(?:conf|ini)"), declares=True),
    Entry("uv_lock", _named(r"uv\.lock", r"[^/]*\.py\.lock"), declares=True),
    Entry("poetry_lock", _named(r"poetry\.lock"), declares=True),
    Entry("pdm_lock", _named(r"pdm(?:\.[^/]*)?\.lock"), declares=True),
    Entry("pipfile_lock", _named(r"pipfile\.lock"), declares=True),
    Entry("pylock", _named(r"pylock(?:\.[^/]*)?\.toml"), declares=True),
    Entry(
        "shell",
        _named(
            r"[^/]*\.(?:sh|bash|zsh|fish|ksh|ps1|psm1|bat|cmd)",
            r"procfile[^/]*",
            r"\.?justfile",
            r"[^/]*\.just",
            r"\.husky/[^/._][^/]*",
            r"\.?(?:git)?hooks/(?:pre|post|commit|prepare)-[a-z-]+",
        ),
        hint=HINT,
    ),
    Entry(
        "dockerfile",
        _named(
            r"(?:[^/]*[._-])?(?:dockerfile|containerfile)"
            r"(?:(?![^/]*\.(?:py|[jt]sx?|go|rs|rb|java|json|ya?ml|md|txt)$)[._-][^/]*)?",
        ),
        hint=HINT,
    ),
    Entry("makefile", _named(r"(?:gnu)?makefile(?:\.[^/]*)?", r"[^/]*\.mk"), hint=HINT),
    Entry(
        "ci",
        _named(
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
        hint=HINT,
    ),
    # A cool-down of the repository counts for every change, so this one is always read.
    Entry("ci", _named(r"\.github/dependabot\.ya?ml"), declares=True, hint=COOL_DOWN),
    Entry(
        "markdown",
        _named(
            r"[^/]*\.(?:md|mdx|mdc|markdown|rst)",
            r"(?:readme|install|contributing|hacking|building|getting[-_]?started)[^/]*\.txt",
            r"readme|install",
            r"\.(?:cursorrules|windsurfrules|clinerules|goosehints|roorules)",
            r"\.(?:cursor|windsurf|clinerules|roo)/.*\.(?:mdc|md|txt)",
            r"\.clinerules/[^/]*",
        ),
        hint=HINT,
    ),
    Entry(
        "mcp",
        _named(
            r"(?:[^/]*\.)?mcp\.json",
            r"mcp[-_](?:config|servers|settings)\.json",
            r"[^/]*mcp[-_]settings\.json",
            r"claude_desktop_config\.json",
            r"\.(?:gemini|claude)/settings[^/]*\.json",
            r"\.vscode/(?:mcp|tasks)\.json",
            r"\.codex/[^/]*\.toml",
            r"opencode\.jsonc?",
        ),
        hint=HINT,
    ),
    # npm: manifests, locks, registries, aliases, tools. Code that configures a bundler gives aliases.
    Entry("package_json", _named(r"package\.json"), declares=True),
    Entry("pnpm_workspace", _named(r"pnpm-workspace\.ya?ml"), declares=True),
    Entry(
        "deno",
        _named(r"deno\.jsonc?", r"jsr\.jsonc?", r"import[_-]?map\.json"),
        declares=True,
    ),
    Entry("package_lock", _named(r"package-lock\.json", r"npm-shrinkwrap\.json"), declares=True),
    Entry("pnpm_lock", _named(r"pnpm-lock\.ya?ml"), declares=True),
    Entry("yarn_lock", _named(r"yarn\.lock"), declares=True),
    Entry("bun_lock", _named(r"bun\.lockb?"), declares=True),
    Entry(
        "npm_config",
        _named(r"\.npmrc", r"\.yarnrc(?:\.ya?ml)?", r"\.?bunfig\.toml"),
        declares=True,
    ),
    Entry("ts_config", _named(r"[tj]sconfig[^/]*\.json"), declares=True),
    Entry(
        "js_config",
        _named(
            r"\.(?:eslint|babel|prettier|postcss|stylelint|browserslist)rc(?:\.(?:json[5c]?|ya?ml|toml))?",
            r"(?:babel|jest|prettier|postcss|stylelint)[^/]*\.config\.(?:json[5c]?|ya?ml|toml)",
            r"jest\.json",
        ),
        declares=True,
    ),
    Entry(
        "bundler_config",
        _named(
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
    Entry("go_mod", _named(r"go\.(?:mod|work)"), declares=True),
    Entry("go_sum", _named(r"go(?:\.work)?\.sum")),
    Entry("cargo_toml", _named(r"cargo\.toml"), declares=True),
    Entry("cargo_lock", _named(r"cargo\.lock"), declares=True),
    Entry("cargo_config", _named(r"\.cargo/config(?:\.toml)?"), declares=True),
    Entry(
        "maven",
        _named(
            r"(?:pom|[^/]*[._-]pom|pom[._-][^/]*)\.xml", r"[^/]*\.pom", r"\.mvn/extensions\.xml"
        ),
        declares=True,
    ),
    Entry(
        "maven",
        _named(r"(?:[^/]*[._-])?settings\.xml"),
        declares=True,
        hint=re.compile(r"<(?:mirrors|repositor|pluginRepositor)"),
    ),
    Entry("gradle", _named(r"[^/]*\.gradle(?:\.kts)?"), declares=True),
    Entry("gradle_catalog", _named(r"[^/]*\.versions\.toml"), declares=True),
    Entry(
        "gradle_lock",
        _named(r"(?:[^/]*-)?gradle\.lockfile", r"gradle/dependency-locks/[^/]*\.lockfile"),
        declares=True,
    ),
    Entry("gemfile", _named(r"(?:[^/]*\.)?gemfile", r"gems\.rb", r"[^/]*\.gemspec"), declares=True),
    Entry("gemfile_lock", _named(r"(?:[^/]*\.)?gemfile\.lock", r"gems\.locked"), declares=True),
    Entry("composer", _named(r"composer\.(?:json|lock)"), declares=True),
    Entry(
        "nuget",
        _named(
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
        _named(r"[^/]*\.(?:props|targets|proj)"),
        declares=True,
        hint=re.compile(r"Package(?:Reference|Version|Download)|CliToolReference|\bSdk\b"),
    ),
    Entry("nuget_config", _named(r"nuget(?:\.[^/]*)?\.config"), declares=True),
    # Code: what it imports. The rows above read some of the same files for other names.
    Entry("python_code", _named(r"[^/]*\.py[iw]?"), hint=re.compile(r"import")),
    # Install magics declare for a notebook, sometimes for another one; a cell may write a module.
    Entry("notebook", _named(r"[^/]*\.ipynb"), declares=True),
    Entry(
        "javascript_code",
        _named(r"[^/]*\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro|mdx)"),
        hint=re.compile(r"import|require|export|[mM]ock|<reference"),
    ),
    Entry("go_code", _named(r"[^/]*\.go"), hint=re.compile(r"import")),
    Entry("rust_code", _named(r"[^/]*\.rs"), hint=re.compile(r"use|extern")),
)


def readers_of(path: str) -> tuple[Entry, ...]:
    """Return the entries whose reader reads the path."""
    low = path.lower()
    return tuple(entry for entry in TABLE if entry.paths.fullmatch(low))


def load(entry: Entry) -> Read:
    """Return the function that reads the files of an entry."""
    from importlib import import_module  # noqa: PLC0415 - only where there is something to read

    module = import_module(f"aireview.checks.packages.surfaces.{entry.reader}")
    read: Read = module.read
    return read
