"""Install commands in shell text, and the shell-like files that hold nothing else.

`commands` reads any shell text, `arguments` one command that is given as a list of words. What stands
where a package could and is none (a path, a URL, a variable, another namespace) is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from aireview.checks.packages.surfaces.installcommands import (
    CARRIERS,
    COMMANDS,
    SHELLS,
    WRAPPERS,
    Row,
    Take,
)
from aireview.checks.packages.surfaces.installers import names_installer
from aireview.checks.packages.surfaces.packagewords import Package, parse
from aireview.checks.packages.surfaces.variables import filled
from aireview.model.packages import Ecosystem, Reading, Reference, Surface, Unread
from aireview.syntax.shellwords import DYNAMIC, MAX_CHARACTERS, Command, Word, simple_commands

_DEPTH = 6
_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)\+?=(.*)", re.DOTALL)
_PYTHON = re.compile(r"(?:python|pypy|py)[0-9.]*w?")
# `$(PIP) install x`: the variable is called like the program that it holds.
_VARIABLE = re.compile(r"[\"'@-]*\$[({]?([A-Za-z][A-Za-z0-9]*)[)}]?[\"']?")
_SUFFIX = re.compile(r"(?:\.exe|\.cmd|\.bat|\.phar|\.ps1)$", re.IGNORECASE)
_SAME = re.compile(r"(pip|pipx)[0-9][0-9.]*")
_CREDENTIALS = re.compile(r"//[^/@\s]*@")
# Variables that name the index for the command behind them.
_INDEX_VARIABLES = {
    "PIP_INDEX_URL": Ecosystem.PYPI,
    "PIP_EXTRA_INDEX_URL": Ecosystem.PYPI,
    "UV_INDEX": Ecosystem.PYPI,
    "UV_INDEX_URL": Ecosystem.PYPI,
    "UV_DEFAULT_INDEX": Ecosystem.PYPI,
    "UV_EXTRA_INDEX_URL": Ecosystem.PYPI,
    "NPM_CONFIG_REGISTRY": Ecosystem.NPM,
    "YARN_REGISTRY": Ecosystem.NPM,
    "YARN_NPM_REGISTRY_SERVER": Ecosystem.NPM,
    "BUN_CONFIG_REGISTRY": Ecosystem.NPM,
    "GOPROXY": Ecosystem.GO,
}
_INDEX_SETTING = re.compile(
    rf"\b({'|'.join(_INDEX_VARIABLES)})[\"']?[ \t]{{0,20}}[=: ][ \t]{{0,20}}[\"']?([^\s\"',;]+)",
    re.IGNORECASE,
)
_RENAMED = {"yarnpkg": "yarn", "bundler": "bundle", "pip-compile": "", "nodejs": "node"}
_SCRIPT_TARGET = re.compile(r".*\.(?:sh|bash|zsh)")
# A here-document that is a script says so, unless it is the shell's own.
_SCRIPT = re.compile(r"(?!\s*#!(?![^\n]*sh\b))")
_PROCESS = re.compile(r"^[A-Za-z0-9_-]+:[ \t]*", re.MULTILINE)
_RECIPE_MARK = re.compile(r"(?m)^([ \t]+)[@-]+")


def read(path: str, text: str) -> Reading:
    """Read a script, a Procfile or a justfile."""
    name = path.rsplit("/", 1)[-1].lower()
    if name.startswith("procfile"):
        text = _PROCESS.sub("", text)
    elif name.endswith(("justfile", ".just")):
        text = _RECIPE_MARK.sub(r"\1", text)
    text = filled(text) if len(text) <= MAX_CHARACTERS else text
    return commands(text, path=path, line=1, surface=Surface.COMMAND)


def commands(text: str, *, path: str, line: int, surface: Surface) -> Reading:
    """Read the install commands of a shell text whose first line is line `line` of the file.

    In documentation a prompt may stand before each command.
    """
    if len(text) > MAX_CHARACTERS:
        return Reading(unread=(Unread(line, "too large to look for install commands"),))
    if not names_installer(text):
        return Reading()
    found = _Found(path, surface)
    found.text(text, line, 0)
    return found.reading()


def indexed(reading: Reading, text: str) -> Reading:
    """Bind what a file installs to the index that the same file sets in its environment."""
    bound = {
        _INDEX_VARIABLES[found.group(1).upper()]: _CREDENTIALS.sub("//", found.group(2))
        for found in _INDEX_SETTING.finditer(text)
    }
    if not bound:
        return reading
    references = tuple(
        reference
        if reference.index or reference.ecosystem not in bound
        else msgspec.structs.replace(reference, index=bound[reference.ecosystem])
        for reference in reading.references
    )
    return msgspec.structs.replace(reading, references=references)


def arguments(words: Iterable[tuple[str, int]], *, path: str, surface: Surface) -> Reading:
    """Read one command that is given word by word, each with its line (JSON form, MCP)."""
    found = _Found(path, surface)
    found.command(Command(tuple(Word(text, line, text) for text, line in words)), 0)
    return found.reading()


def joined(readings: Iterable[Reading]) -> Reading:
    """Return one reading of several parts of a file, in the order of their lines."""
    parts = tuple(readings)
    references = [reference for part in parts for reference in part.references]
    return Reading(
        references=tuple(sorted(references, key=lambda reference: reference.line)),
        unread=tuple(unread for part in parts for unread in part.unread),
        ignored=sum(part.ignored for part in parts),
    )


class _Found:
    """What is read so far. One object per text, so that nested commands add to the same."""

    def __init__(self, path: str, surface: Surface) -> None:
        self._path = path
        self._surface = surface
        self._references: list[Reference] = []
        self._ignored = 0

    def reading(self) -> Reading:
        ordered = sorted(dict.fromkeys(self._references), key=lambda reference: reference.line)
        return Reading(references=tuple(ordered), ignored=self._ignored)

    def text(self, text: str, line: int, depth: int) -> None:
        prompts = self._surface is Surface.DOCS
        for command in simple_commands(text, line, prompts=prompts):
            self.command(command, depth)

    def command(self, command: Command, depth: int) -> None:
        if depth > _DEPTH:
            return
        words, index = _unwrapped(command.words)
        if (
            command.document
            and _SCRIPT.match(command.document[0])
            and (
                not words
                or _program(words[0]) in SHELLS | CARRIERS
                or any(_SCRIPT_TARGET.fullmatch(target) for target in command.targets)
            )
        ):
            self.text(*command.document, depth + 1)
        if not words:
            return
        program = _program(words[0])
        if program in SHELLS:
            self._shell(program, words[1:], depth)
        elif row := _row(program, words[1:]):
            rest = words[1 + row[1] :]
            self._install(row[0], rest, index, depth)
        elif program in CARRIERS or (len(words) > 2 and words[1].text == "mcp"):
            # `<agent> mcp add name -- npx x` registers what it runs.
            self._carried(words[1:], depth)

    def _shell(self, program: str, words: Sequence[Word], depth: int) -> None:
        if program == "eval":
            self._nested(words, depth)
            return
        for at, word in enumerate(words):
            flag = word.text.lower()
            if flag in ("-c", "/c", "/k", "-command", "--command") or (
                len(flag) < 6 and flag.startswith("-") and flag.endswith("c") and flag[1] != "-"
            ):
                taken = (
                    words[at + 1 : at + 2] if flag.startswith("-") and flag != "-command" else ()
                )
                self._nested(taken or words[at + 1 :], depth)
                return

    def _nested(self, words: Sequence[Word], depth: int) -> None:
        if len(words) == 1:
            self.text(words[0].text, words[0].line, depth + 1)
        elif words:
            self.command(Command(tuple(words)), depth + 1)

    def _carried(self, words: Sequence[Word], depth: int) -> None:
        for at, word in enumerate(words):
            program = _program(word)
            if program in COMMANDS or program in SHELLS or _PYTHON.fullmatch(program):
                # A container or a host may be called like a program, so the row decides.
                rest, _ = _unwrapped(words[at:])
                if rest and (_program(rest[0]) in SHELLS or _row(_program(rest[0]), rest[1:])):
                    self.command(Command(tuple(words[at:])), depth + 1)
                    return
            elif " " in word.text and names_installer(word.text, at_start=True):
                self.text(word.text, word.line, depth + 1)

    def _install(self, row: Row, words: Sequence[Word], index: str, depth: int) -> None:
        options = _Options(row, index)
        positionals = options.split(words)
        for word in options.packages:
            for part in _listed(word, row):
                self._package(part, row, options)
        for text, line in options.calls:
            self.text(text, line, depth + 1)
        if row.take is Take.OPTIONS:
            self.command(Command(tuple(positionals)), depth + 1)
            return
        named = positionals if row.take is Take.ALL else positionals[:1]
        if row.take is Take.NONE or options.direct or options.replaced:
            self._ignored += len(named if options.replaced else positionals)
        else:
            for word in named:
                self._package(word, row, options)
        if row.take is Take.FIRST and positionals:
            self._passed_on(positionals, depth)

    def _passed_on(self, positionals: Sequence[Word], depth: int) -> None:
        # `npx npm@10 install x`, `uvx poetry add x`: what is run may install as well.
        first = positionals[0]
        name = re.split(r"[@=]", first.text, maxsplit=1)[0]
        if name in CARRIERS:  # `npx concurrently "npx x"`
            self._carried(positionals[1:], depth)
        if name in COMMANDS and COMMANDS[name][0].words:
            renamed = Word(name, first.line, first.raw)
            self.command(Command((renamed, *positionals[1:])), depth + 1)

    def _package(self, word: Word, row: Row, options: _Options) -> None:
        package = None
        if row.ecosystem is not None and word.text.startswith(row.only):
            package = parse(row.ecosystem, word.text, create=row.take is Take.CREATE)
        if package is None or row.ecosystem is None or self._is_placeholder(package, row.ecosystem):
            self._ignored += 1
            return
        self._references.append(
            Reference(
                ecosystem=row.ecosystem,
                name=package.name,
                surface=self._surface,
                path=self._path,
                line=word.line,
                specifier=package.specifier or options.version,
                extras=package.extras,
                source=package.source,
                index=options.index,
                alias=package.alias,
                url=package.url,
                runs=row.runs,
                prefers_local=row.prefers_local,
            )
        )

    def _is_placeholder(self, package: Package, ecosystem: Ecosystem) -> bool:
        # A name in capitals stands for a name; PyPI has names in capitals, with no underscore.
        name = package.name
        shouted = name.isupper() and (len(name) == 1 or "_" in name or ecosystem is Ecosystem.NPM)
        return shouted or (
            self._surface is Surface.DOCS and _STAND_IN.fullmatch(package.name) is not None
        )


# Names that documentation puts where the reader's own name goes.
_STAND_IN = re.compile(
    r"(?:@[\w-]+/)?(?:(?:your|my|some|the|any|another)[-_])?"
    r"(?:package|pkg|plugin|module|library|dependency|dependencies|extension|project|name)"
    r"(?:[-_]?(?:name|names|here|[0-9a-c]))?"
    r"|@(?:(?:your|my)[-_]?[\w-]+|acme|example|scope|org|company)/.*"
    r"|.*-acme|acme-.*|(?:your|my)[-_].*(?:package|plugin|module|library|project|extension|name|here|app)",
    re.IGNORECASE,
)


class _Options:
    """The options of one install command, split from its positionals."""

    def __init__(self, row: Row, index: str) -> None:
        self._row = row
        self.index = index
        self.version = ""
        self.direct = False
        self.replaced = False
        self.packages: list[Word] = []
        self.calls: list[tuple[str, int]] = []

    def split(self, words: Sequence[Word]) -> list[Word]:
        stops = self._row.take in (Take.FIRST, Take.CREATE, Take.OPTIONS)
        positionals: list[Word] = []
        met: set[str] = set()
        at = 0
        while at < len(words):
            word = words[at]
            at += 1
            if word.text == "--":
                positionals.extend(words[at:])
                break
            if not word.text.startswith("-") or word.text == "-":
                if word.text in ("true", "false") and at > 1 and words[at - 2].text[:1] == "-":
                    continue  # the value of a switch
                positionals.append(word)
                if stops:
                    positionals.extend(words[at:])
                    break
                continue
            name, given, value = word.text.partition("=")
            met.add(name)
            if given:
                self._option(name, Word(value, word.line, word.raw.partition("=")[2]))
            elif self._takes_value(name):
                self._option(name, words[at] if at < len(words) else word)
                at += 1
            self.direct = self.direct or name in self._row.direct
        if self._row.needs and self._row.needs not in met:
            self.direct = True
        return positionals

    def _takes_value(self, name: str) -> bool:
        row = self._row
        valued = (
            row.valued
            | row.packages
            | row.replaces
            | row.indexes
            | row.versions
            | (row.direct & _VALUED_DIRECT)
            | (_CALL if row.runs and row.ecosystem is Ecosystem.NPM else frozenset())
        )
        return _has_value(name, valued)

    def _option(self, name: str, value: Word) -> None:
        row = self._row
        if name in row.indexes:
            self.index = _shown(value)
        elif name in row.replaces:
            self.replaced = True
            self.packages.append(value)
        elif name in row.packages:
            self.packages.append(value)
        elif name in row.versions and DYNAMIC not in value.text:
            self.version = value.text
        elif name in _CALL and name not in row.valued:
            self.calls.append((value.text, value.line))


_VALUED_DIRECT = frozenset({"--git", "--path", "--github"})
_CALL = frozenset({"-c", "--call"})


def _shown(word: Word) -> str:
    text = word.raw.strip("'\"") if DYNAMIC in word.text else word.text
    return _CREDENTIALS.sub("//", text)


def _listed(word: Word, row: Row) -> Iterable[Word]:
    # `uv run --with a,b`; a comma inside brackets or a version belongs to one requirement.
    if row.ecosystem is not Ecosystem.PYPI or "," not in word.text:
        return (word,)
    parts = re.split(r",(?=\s*[A-Za-z])(?![^\[]*\])", word.text)
    return tuple(Word(part.strip(), word.line, part) for part in parts)


def _program(word: Word) -> str:
    variable = _VARIABLE.fullmatch(word.raw) if word.text == DYNAMIC else None
    text = variable.group(1) if variable else word.text.lstrip("@-+!%") or word.text
    name = _SUFFIX.sub("", re.split(r"[/\\]", text)[-1]).lower()
    same = _SAME.fullmatch(name)
    return same.group(1) if same else _RENAMED.get(name, name)


def _unwrapped(words: Sequence[Word]) -> tuple[tuple[Word, ...], str]:
    """Return the command behind assignments, keywords and wrappers, and the index they name."""
    at, index = 0, ""
    while at < len(words):
        word = words[at]
        assigned = _ASSIGNMENT.fullmatch(word.text)
        program = _program(word)
        if assigned:
            if assigned.group(1).upper() in _INDEX_VARIABLES:
                index = _shown(Word(assigned.group(2), word.line, word.raw.partition("=")[2]))
            at += 1
        elif program in WRAPPERS:
            at = _behind(words, at + 1, WRAPPERS[program])
        elif _PYTHON.fullmatch(program) or word.text == DYNAMIC:
            module = _module(words, at + 1)
            if module < 0 and program in COMMANDS:
                break
            if module < 0:
                return (), ""
            at = module
            if _program(words[at]) not in COMMANDS:
                return (), ""
            break
        else:
            break
    return tuple(words[at:]), index


def _behind(words: Sequence[Word], at: int, valued: frozenset[str]) -> int:
    while at < len(words) and words[at].text.startswith("-"):
        ended = words[at].text == "--"
        at += 2 if _has_value(words[at].text, valued) else 1
        if ended:
            break
    return at


def _has_value(name: str, valued: frozenset[str]) -> bool:
    # The last of two short options may take a value: `-Ur requirements.txt`, `sudo -Hu x`.
    cluster = len(name) == 3 and name[1:].isalpha() and f"-{name[2]}" in valued
    return name in valued or cluster


def _module(words: Sequence[Word], at: int) -> int:
    """Return where the module of `python -m module` stands, or -1."""
    while at < len(words) and words[at].text.startswith("-"):
        if words[at].text.startswith("-") and words[at].text.endswith("m"):
            return at + 1 if at + 1 < len(words) else -1
        at += 2 if words[at].text in ("-W", "-X") else 1
    return -1


def _row(program: str, words: Sequence[Word]) -> tuple[Row, int] | None:
    """Return the row of a program's subcommand and where its arguments start."""
    rows = COMMANDS.get(program, ())
    if not rows:
        return None
    if not rows[0].words:
        return rows[0], 0
    positions = _positions(words, rows[0].valued)
    best: tuple[Row, int] | None = None
    for row in rows:
        end = _matches(row, words, positions)
        if end and (best is None or len(row.words) > len(best[0].words)):
            best = (row, end)
    return best


def _positions(words: Sequence[Word], valued: frozenset[str]) -> list[int]:
    """Return where the first positionals stand, past the options of the program itself."""
    found: list[int] = []
    at = 0
    while at < len(words) and len(found) < 4:
        text = words[at].text
        if text in valued:
            at += 1
        elif not text.startswith(("-", "+")):
            found.append(at)
        at += 1
    return found


def _matches(row: Row, words: Sequence[Word], positions: Sequence[int]) -> int:
    texts = [words[at].text for at in positions]
    if not texts or texts[0] != row.words[0]:
        return 0
    if len(row.words) == 1:
        return positions[0] + 1
    # `dotnet add [project] package x`: something may stand between.
    between = texts[1:3] if row.words == ("add", "package") else texts[1:2]
    if row.words[1] not in between:
        return 0
    return positions[1 + between.index(row.words[1])] + 1
