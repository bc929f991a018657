"""The commands that install or run packages, as data: one row per program and subcommand.

Sources: `pip install --help`, docs.astral.sh/uv (CLI reference), pipx.pypa.io, python-poetry.org,
pdm-project.org, docs.npmjs.com (CLI), pnpm.io, yarnpkg.com, bun.sh, go.dev/ref/mod, the Cargo book,
RubyGems and Bundler guides, getcomposer.org, the .NET CLI and NuGet references.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import NamedTuple

from aireview.model.packages import Ecosystem

_E = Ecosystem


class Take(enum.Enum):
    """Which positionals name packages.

    `ALL`: each. `FIRST`: the first, the rest are arguments of what it runs. `ONE`: the first, the
    rest are versions or folders. `CREATE`: the first, and its package is called `create-…`.
    `OPTIONS`: none, only values of options; what follows is a command. `NONE`: none at all.
    """

    ALL = "all"
    FIRST = "first"
    ONE = "one"
    CREATE = "create"
    OPTIONS = "options"
    NONE = "none"


class Row(NamedTuple):
    """A subcommand (its words, empty for the program itself) and how its arguments are read.

    `valued` are options whose value is the next word, `packages` those whose value is a package,
    `replaces`: such a package is what is installed, and positionals are something else. `indexes`
    are options that name an index, `versions` options that give the version, `direct` options that
    make the positionals something else than names of the registry. `only` is what a positional must
    start with to be a name, `needs` an option without which the command is another namespace's.
    """

    words: tuple[str, ...]
    ecosystem: Ecosystem | None
    take: Take
    valued: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    replaces: frozenset[str] = frozenset()
    indexes: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()
    direct: frozenset[str] = frozenset()
    only: str = ""
    needs: str = ""
    runs: bool = False
    prefers_local: bool = False


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PIP = {
    "valued": _set(
        "-r --requirement --requirements -c --constraint --constraints -b --build-constraints -e"
        " --editable -t --target --prefix --root --python --platform --python-version"
        " --python-platform --implementation --abi --no-binary --only-binary --progress-bar --cache-dir"
        " --log --proxy --retries --timeout --exists-action --trusted-host --cert --client-cert -d"
        " --dest --src --upgrade-strategy -C --config-settings --config-setting --global-option"
        " --install-option --report --use-feature --use-deprecated --hash -w --wheel-dir --group"
        " --build-option --keyring-provider --root-user-action -p --python-preference --extra"
        " --index-strategy --resolution --prerelease --exclude-newer --link-mode --directory --project"
        " --config-file --refresh-package -P --upgrade-package --reinstall-package --override"
        " --overrides --exclude --excludes --torch-backend --no-build-isolation-package"
        " --no-build-package --no-binary-package --allow-insecure-host --color --pip-args"
    ),
    "indexes": _set(
        "-i --index-url --pypi-url --extra-index-url --index --default-index -f --find-links"
    ),
}
_UV = {
    **_PIP,
    "valued": _PIP["valued"]
    | _set(
        "--script --optional --branch --tag --rev --package --bounds --marker -m"
        " --exclude-newer-package --env-file --module --no-group --only-group"
    ),
}
_UV_RUN = {**_UV, "packages": _set("--with -w"), "valued": (_UV["valued"] | _set("--with-requirements --with-editable --with-executables-from")) - _set("-w -m --module")}  # fmt: skip
_UV_TOOL = {**_UV_RUN, "replaces": _set("--from")}
_PIPX = {
    "valued": _set(
        "--python --suffix --pip-args --index --backend --fetch-python --cwd --requirement -r"
    ),
    "indexes": _set("-i --index-url"),
    "replaces": _set("--spec"),
    "packages": _set("--preinstall --with"),
}
_POETRY = {
    "valued": _set(
        "-G --group -E --extras --python --platform --markers -C --directory -P --project -p --index -m"
        " -s --categories --requirements -r --lockfile -L --config -c -e --editable --optional"
        " --features --git --url --path --tag --rev --branch --venv"
    )
    - _set("--index -s --optional"),
    "indexes": _set("--source --index -i --pypi-mirror"),
}
_NPM = {
    "valued": _set(
        "-w --workspace --prefix --tag --omit --include --cache --userconfig --globalconfig --loglevel"
        " --save-prefix --install-strategy --node-options --script-shell --otp --before --cpu --os"
        " --libc -C --dir --cwd --scope --fetch-timeout --fetch-retries --min-release-age"
    ),
    "indexes": _set("--registry"),
}
_PNPM = {
    "valued": _set(
        "-F --filter --filter-prod -C --dir --prefix --loglevel --reporter --store-dir"
        " --virtual-store-dir --save-catalog-name --cpu --os --libc --allow-build --config --tag"
        " --network-concurrency --lockfile-dir --modules-dir --global-dir"
    ),
    "indexes": _set("--registry"),
}
_YARN = {
    "valued": _set(
        "--cwd --modules-folder --cache-folder --mutex --network-timeout --network-concurrency --tag -m"
        " --mode --prefix --global-folder --use-yarnrc workspace --otp --proxy --https-proxy"
    ),
    "indexes": _set("--registry"),
}
_BUN = {
    "valued": _set(
        "--cwd -c --config --cache-dir --backend --omit --filter --concurrent-scripts --network-concurrency"
        " --ca --cafile --linker --minimum-release-age -F"
    ),
    "indexes": _set("--registry"),
}
_GO = {
    "valued": _set(
        "-C -o -p -ldflags -gcflags -asmflags -gccgoflags -tags -mod -modfile -exec -overlay -pgo"
        " -buildmode -compiler -installsuffix -pkgdir -toolexec -covermode -coverpkg"
    )
}
_CARGO = {
    "valued": _set(
        "-F --features --rename -p --package --target --root --profile --bin --example -j --jobs"
        " --manifest-path --branch --tag --rev --color --config -Z --target-dir -C --message-format"
        " --base --lockfile-path --pkg-url --pkg-fmt --bin-dir --targets --strategies --install-path"
        " --rate-limit --disable-strategies --github-token --min-tls-version --timeout --log-level"
    ),
    "indexes": _set("--registry --index"),
    "versions": _set("--version --vers"),
    "direct": _set("--git --path"),
}
_GEM = {
    "valued": _set(
        "-i --install-dir -n --bindir -P --trust-policy --platform -p --http-proxy -g --file --without"
        " -B --bulk-threshold --config-file --document --build-root -u --group --require --glob --ref"
        " --branch --build-flags --gem"
    ),
    "indexes": _set("-s --source"),
    "versions": _set("-v --version"),
    "direct": _set("--git --github --path"),
}
_COMPOSER = {"valued": _set("-d --working-dir --prefer-install --apcu-autoloader-prefix"), "indexes": _set("--repository --repository-url")}  # fmt: skip
_DOTNET = {
    "valued": _set(
        "-f --framework --package-directory --project --tool-path --configfile --tool-manifest -a --arch"
        " --verbosity -OutputDirectory -Framework -ConfigFile -DependencyVersion -Verbosity"
        " -ProjectName -Destination -RequiredVersion -ProviderName -Scope -SolutionDirectory"
    ),
    "indexes": _set("-s --source --add-source -Source"),
    "versions": _set("-v --version -Version"),
}
_RUNS = {"runs": True}
_LOCAL = {"runs": True, "prefers_local": True}
_NPX = {
    **_NPM,
    "valued": _NPM["valued"] | _set("-n --node-arg --shell -s --userconfig"),
    "replaces": _set("-p --package"),
    "direct": _set("--no-install --no --offline"),
    **_LOCAL,
}


def _rows(
    subcommands: str, ecosystem: Ecosystem | None, take: Take, *options: Mapping[str, object]
) -> tuple[Row, ...]:
    """Make one row for each subcommand; a `.` joins the words of one."""
    merged: dict[str, object] = {}
    for option in options:
        merged |= option
    return tuple(
        Row(tuple(sub.split(".")) if sub != "-" else (), ecosystem, take, **merged)  # type: ignore[arg-type]
        for sub in subcommands.split()
    )


_REMOVALS = _rows("uninstall remove rm un unlink r delete purge erase autoremove", None, Take.NONE)
_SYSTEM = _rows("install add reinstall -S in get", None, Take.NONE)
_DLX = {**_PNPM, "replaces": _set("--package"), **_RUNS}
_YARN_DLX = {**_YARN, "packages": frozenset(), "replaces": _set("-p --package"), **_RUNS}

COMMANDS: dict[str, tuple[Row, ...]] = {
    "pip": (*_rows("install download wheel", _E.PYPI, Take.ALL, _PIP), *_REMOVALS),
    "easy_install": _rows("-", _E.PYPI, Take.ALL, _PIP),
    "uv": (
        *_rows("pip.install add", _E.PYPI, Take.ALL, _UV),
        *_rows("tool.install", _E.PYPI, Take.ONE, _UV_TOOL),
        *_rows("tool.run", _E.PYPI, Take.FIRST, _UV_TOOL, _RUNS),
        *_rows("run", _E.PYPI, Take.OPTIONS, _UV_RUN, _RUNS),
        *_rows("pip.uninstall tool.uninstall", None, Take.NONE),
        *_REMOVALS,
    ),
    "uvx": _rows("-", _E.PYPI, Take.FIRST, _UV_TOOL, _RUNS),
    "pipx": (
        *_rows("install inject upgrade", _E.PYPI, Take.ALL, _PIPX),
        *_rows("run", _E.PYPI, Take.FIRST, _PIPX, _RUNS),
        *_REMOVALS,
    ),
    "poetry": (
        *_rows("add self.add plugin.add", _E.PYPI, Take.ALL, _POETRY),
        *_rows("run", None, Take.OPTIONS),
        *_REMOVALS,
    ),
    "pdm": (
        *_rows("add self.add plugin.add", _E.PYPI, Take.ALL, _POETRY),
        *_rows("run", None, Take.OPTIONS),
        *_REMOVALS,
    ),
    "pipenv": (
        *_rows("install", _E.PYPI, Take.ALL, _POETRY),
        *_rows("run", None, Take.OPTIONS),
        *_REMOVALS,
    ),
    "rye": (
        *_rows("add install tools.install", _E.PYPI, Take.ALL, _POETRY),
        *_rows("run", None, Take.OPTIONS),
        *_REMOVALS,
    ),
    "hatch": _rows("run", None, Take.OPTIONS),
    "npm": (
        *_rows(
            "install i in ins inst insta instal isnt isnta isntal add install-test it",
            _E.NPM,
            Take.ALL,
            _NPM,
        ),
        *_rows("exec x", _E.NPM, Take.FIRST, _NPX),
        *_rows("init create innit", _E.NPM, Take.CREATE, _NPM, _RUNS),
        *_REMOVALS,
    ),
    "npx": _rows("-", _E.NPM, Take.FIRST, _NPX),
    "pnpm": (
        *_rows("add install i", _E.NPM, Take.ALL, _PNPM),
        *_rows("dlx", _E.NPM, Take.FIRST, _DLX),
        *_rows("create", _E.NPM, Take.CREATE, _PNPM, _RUNS),
        *_rows("exec", None, Take.OPTIONS, _PNPM),
        *_REMOVALS,
    ),
    "pnpx": _rows("-", _E.NPM, Take.FIRST, _DLX),
    "yarn": (
        *_rows("add global.add", _E.NPM, Take.ALL, _YARN),
        *_rows("dlx", _E.NPM, Take.FIRST, _YARN_DLX),
        *_rows("create", _E.NPM, Take.CREATE, _YARN, _RUNS),
        *_rows("exec", None, Take.OPTIONS, _YARN),
        *_REMOVALS,
    ),
    "bun": (
        *_rows("add a install i", _E.NPM, Take.ALL, _BUN),
        *_rows("x", _E.NPM, Take.FIRST, _BUN, {"replaces": _set("-p --package")}, _LOCAL),
        *_rows("create c", _E.NPM, Take.CREATE, _BUN, _RUNS),
        *_REMOVALS,
    ),
    "bunx": _rows("-", _E.NPM, Take.FIRST, _BUN, {"replaces": _set("-p --package")}, _LOCAL),
    "ng": _rows("add", _E.NPM, Take.ONE, _NPM),
    "nx": _rows("add", _E.NPM, Take.ONE, _NPM),
    "expo": _rows("install", _E.NPM, Take.ALL, _NPM),
    "deno": _rows("add install i run x", _E.NPM, Take.ALL, {"only": "npm:"}),
    "go": (
        *_rows("get install", _E.GO, Take.ALL, _GO),
        *_rows("run", _E.GO, Take.FIRST, _GO, _RUNS),
    ),
    "cargo": (
        *_rows("add install binstall", _E.CARGO, Take.ALL, _CARGO),
        *_REMOVALS,
    ),
    "gem": (
        *_rows("install i", _E.RUBYGEMS, Take.ALL, _GEM),
        *_rows("exec", _E.RUBYGEMS, Take.FIRST, _GEM, _RUNS),
        *_REMOVALS,
    ),
    "bundle": (
        *_rows("add", _E.RUBYGEMS, Take.ALL, _GEM),
        *_rows("exec", None, Take.OPTIONS),
        *_REMOVALS,
    ),
    "composer": (
        *_rows("require global.require req", _E.PACKAGIST, Take.ALL, _COMPOSER),
        *_rows("create-project", _E.PACKAGIST, Take.ONE, _COMPOSER),
        *_REMOVALS,
    ),
    "dotnet": (
        *_rows("add.package package.add tool.install new.install", _E.NUGET, Take.ONE, _DOTNET),
        *_rows("tool.exec", _E.NUGET, Take.FIRST, _DOTNET, _RUNS),
        *_REMOVALS,
    ),
    "dnx": _rows("-", _E.NUGET, Take.FIRST, _DOTNET, _RUNS),
    "nuget": _rows("install", _E.NUGET, Take.ONE, _DOTNET),
    "install-package": _rows("-", _E.NUGET, Take.ONE, _DOTNET),
    # Other namespaces: their arguments are counted and never taken for names.
    "pixi": (
        *_rows("add", _E.PYPI, Take.ALL, _POETRY, {"needs": "--pypi"}),
        *_rows("run exec", None, Take.OPTIONS),
    ),
    **dict.fromkeys(
        _set(
            "apt apt-get aptitude apk yum dnf microdnf zypper pacman brew choco winget scoop snap flatpak"
            " port emerge conda mamba micromamba opam luarocks cpan cpanm code asdf mise volta nvm"
        ),
        (*_SYSTEM, *_REMOVALS),
    ),
}

# Programs that carry no package themselves and run the command behind them.
WRAPPERS: dict[str, frozenset[str]] = {
    "sudo": _set("-u --user -g --group -h --host -p -C -r -t -U -D -R -T"),
    "doas": _set("-u -C"),
    "env": _set("-u --unset -C --chdir"),
    "cross-env": frozenset(),
    "dotenv": _set("-e -c -f --file"),
    "time": _set("-f -o --format --output"),
    "nohup": frozenset(),
    "exec": _set("-a"),
    "command": frozenset(),
    "builtin": frozenset(),
    "nice": _set("-n --adjustment"),
    "ionice": _set("-c -n"),
    "stdbuf": _set("-i -o -e"),
    "setsid": frozenset(),
    "corepack": frozenset(),
    "xargs": _set("-n -P -I -L -d -a -s -E --max-args --max-procs --delimiter --arg-file"),
    **dict.fromkeys(
        _set("if then else elif while until do ! { start call noglob travis_retry"),
        frozenset(),
    ),
}
# Programs with arguments of their own before the command: it starts at the first known program.
CARRIERS = _set(
    "docker docker-compose podman nerdctl kubectl ssh timeout gtimeout retry gosu su-exec chroot runuser"
    " su tini dumb-init conda mamba micromamba nvm mise asdf volta nix-shell direnv hatch foreman honcho"
    " wsl lando ddev heroku fly flyctl doppler op infisical watchexec entr parallel concurrently"
    " systemd-run caffeinate arch script unbuffer proxychains proxychains4 firejail devcontainer"
    " workspaces xvfb-run winpty busybox wait-for-it"
)
SHELLS = _set("sh bash zsh dash ksh ash fish pwsh powershell cmd su eval")
