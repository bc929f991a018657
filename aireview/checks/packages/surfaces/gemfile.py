"""Gems that a Gemfile or a gemspec names (https://bundler.io/man/gemfile.5.html).

Both are Ruby programs: literal calls are read, a name that is computed is reported as such.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from aireview.checks.packages.surfaces.addresses import folder_of, strip_credentials
from aireview.checks.packages.surfaces.tokens import Token, scan, text_at
from aireview.model.packages import (
    Ecosystem,
    Index,
    Member,
    Reading,
    Reference,
    Source,
    Surface,
    Unread,
)
from aireview.syntax.nodes import NodeError

_TOKEN = re.compile(
    r"^=begin\b.*?(?:^=end\b|\Z)|^__END__$.*|\#[^\n]*+|[ \t\r]++|\\\n"
    r'|(?P<string>"(?:[^"\\\n]|\\[^\n])*+"|\'(?:[^\'\\\n]|\\[^\n])*+\'|`[^`\n]*+`)'
    r"|[\"'`][^\n]*+"  # a string without an end: the rest of its line
    r"|(?P<symbol>:[A-Za-z_]\w*+)"
    r"|(?P<word>[A-Za-z_$@]\w*+(?:(?:::|&?\.)[A-Za-z_]\w*+)*+[?!]?)"
    r"|(?P<line>[\n;])"
    r"|(?P<mark>=>|==|::|%[wWiIqQr]?(?:\[[^\]]{0,2000}+\]|\([^)]{0,2000}+\)|\{[^}]{0,2000}+\})|[^\s\w])",
    re.MULTILINE | re.DOTALL,
)
_GEM = re.compile(
    r"gem|plugin|\w+\.add_(?:runtime_|development_)?dependency", re.IGNORECASE | re.ASCII
)
_OPENS = frozenset({"if", "unless", "case", "while", "until", "begin", "def", "class", "module"})
_GIT = frozenset({"git", "github", "gist", "bitbucket"})
_DEFAULT = re.compile(r"https?://(?:www\.|index\.)?rubygems\.org/?|rubygems", re.IGNORECASE)
_LONGEST_CALL = 60
_STOPS = frozenset({"if", "unless", "do", "and", "or", "&&", "}"})


class _Block(NamedTuple):
    """A call with a block around other calls: its name and its first literal."""

    verb: str
    first: str = ""


class _Call(NamedTuple):
    token: Token
    arguments: tuple[Token, ...]
    blocks: tuple[_Block, ...]


def read(path: str, text: str) -> Reading:
    """Read the gems, the sources and the gem itself that a file of Bundler or RubyGems names."""
    try:
        tokens = tuple(scan(text, _TOKEN))
    except NodeError as error:
        return Reading(unread=(Unread(error.line, str(error)),))
    git_sources = _GIT | {
        after.text
        for before, after in zip(tokens, tokens[2:], strict=False)
        if before.text == "git_source" and after.kind == "symbol"
    }
    references: list[Reference] = []
    indexes: list[Index] = []
    open_ended = ""
    for call in _calls(tokens):
        verb = call.token.text
        if _GEM.fullmatch(verb):
            references.append(_reference(path, call, git_sources))
        elif verb == "source":
            indexes += _source(path, call)
        elif verb in ("eval_gemfile", "instance_eval"):
            open_ended = "it runs another file"
    return Reading(
        references=tuple(references),
        members=tuple(_members(path, tokens)),
        indexes=tuple(indexes),
        open_ended=open_ended,
    )


def _statements(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each statement; a line goes on after a comma and inside brackets."""
    statement: list[Token] = []
    depth = 0
    for token in tokens:
        if token.kind != "line":
            statement.append(token)
            if token.kind == "mark":
                depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        elif statement and (depth == 0 or token.text == ";") and statement[-1].text != ",":
            yield statement
            statement, depth = [], 0
    if statement:
        yield statement


def _calls(tokens: Sequence[Token]) -> Iterator[_Call]:
    """Yield each word that may be a call, with what follows it and the blocks around it."""
    blocks: list[_Block] = []
    for statement in _statements(tokens):
        words = [token.text for token in statement if token.kind == "word"]
        around = tuple(blocks[-8:])
        for at, token in enumerate(statement):
            if token.kind == "word" and _is_call(statement, at):
                yield _Call(token, tuple(_arguments(statement, at + 1)), around)
        if words and words[0] == "end" and statement[0].kind == "word":
            if blocks:
                blocks.pop()
        elif statement[0].text in _OPENS or "do" in words:
            literal = next((token.text for token in statement if token.kind == "string"), "")
            blocks.append(_Block(statement[0].text, literal))


def _is_call(statement: Sequence[Token], at: int) -> bool:
    verb = statement[at].text
    if verb != "source" and verb not in ("eval_gemfile", "instance_eval"):
        return _GEM.fullmatch(verb) is not None and _has_argument(statement, at)
    return _has_argument(statement, at)


def _has_argument(statement: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(statement):
        return False
    after = statement[at + 1]
    return after.kind in ("string", "word", "symbol") or after.text == "("


def _arguments(statement: Sequence[Token], at: int) -> Iterator[Token]:
    """Yield what a call is given, without its brackets."""
    depth = 0
    for token in statement[at : at + _LONGEST_CALL]:
        plain = token.kind in ("word", "mark")
        if plain and (token.text in _STOPS or _GEM.fullmatch(token.text)):
            return
        if plain and token.text in ("(", ")"):
            depth += 1 if token.text == "(" else -1
            if depth <= 0 and token.text == ")":
                return
            continue
        yield token


def _reference(path: str, call: _Call, git_sources: frozenset[str]) -> Reference:
    first = call.arguments[0] if call.arguments else call.token
    options = _options(call.arguments)
    source = _literal(call.arguments)
    index = ""
    if source is Source.REGISTRY:
        source, index = _origin(options, call.blocks, git_sources)
    return Reference(
        ecosystem=Ecosystem.RUBYGEMS,
        name=first.text,
        surface=Surface.MANIFEST,
        path=path,
        line=first.line,
        specifier=", ".join(_versions(call.arguments)),
        source=source,
        index=index,
        url=strip_credentials(options.get("git", "")),
    )


def _literal(arguments: Sequence[Token]) -> Source:
    """Return `DYNAMIC` for a name that is not one plain string."""
    is_plain = (
        bool(arguments)
        and arguments[0].kind == "string"
        and not (arguments[0].quote == '"' and "#{" in arguments[0].text)
        and arguments[0].quote != "`"
        and text_at(arguments, 1) in ("", ",")
    )
    return Source.REGISTRY if is_plain else Source.DYNAMIC


def _origin(
    options: Mapping[str, str], blocks: Sequence[_Block], git_sources: frozenset[str]
) -> tuple[Source, str]:
    if "path" in options:
        return Source.LOCAL, ""
    if git_sources & options.keys():
        return Source.DIRECT, ""
    if "source" in options:
        return Source.REGISTRY, _index(options["source"])
    for block in reversed(blocks):
        if block.verb == "path":
            return Source.LOCAL, ""
        if block.verb in git_sources:
            return Source.DIRECT, ""
        if block.verb == "source":
            return Source.REGISTRY, _index(block.first)
    return Source.REGISTRY, ""


def _index(written: str) -> str:
    return "" if _DEFAULT.fullmatch(written) else strip_credentials(written)


def _options(arguments: Sequence[Token]) -> Mapping[str, str]:
    """Return the keyword arguments, `key: value` or `:key => value`, as text."""
    found: dict[str, str] = {}
    for at, token in enumerate(arguments[:-2]):
        mark = text_at(arguments, at + 1)
        if (token.kind == "word" and mark == ":") or (token.kind == "symbol" and mark == "=>"):
            found[token.text] = arguments[at + 2].text
    return found


def _versions(arguments: Sequence[Token]) -> Iterator[str]:
    for before, token in itertools.pairwise(arguments):
        if token.kind in ("word", "symbol"):
            return
        if token.kind == "string" and before.kind == "mark" and before.text in (",", "["):
            yield token.text


def _source(path: str, call: _Call) -> Iterator[Index]:
    """Yield a source that is not rubygems.org; one with a block counts for the gems in it."""
    first = call.arguments[0] if call.arguments else call.token
    if first.kind == "string" and _index(first.text) and not call.blocks:
        yield Index(
            ecosystem=Ecosystem.RUBYGEMS,
            url=_index(first.text),
            path=path,
            line=first.line,
        )


def _members(path: str, tokens: Sequence[Token]) -> Iterator[Member]:
    if not path.lower().endswith(".gemspec"):
        return
    for at, token in enumerate(tokens[:-2]):
        if token.kind != "word":
            continue
        value = tokens[at + 2]
        named = token.text.endswith(".name") and text_at(tokens, at + 1) == "="
        if token.text == "Gem::Specification.new":
            value = tokens[at + 1]
            named = True
        if named and value.kind == "string" and "#{" not in value.text:
            yield Member(ecosystem=Ecosystem.RUBYGEMS, name=value.text, folder=folder_of(path))
            return
