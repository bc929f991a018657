"""Shell text to simple commands and their words; nothing is expanded and nothing is run.

The grammar is POSIX's (Shell Command Language, 2.2 quoting, 2.7 redirection and here-documents, 2.9
commands) as far as words need it, read leniently: text of documentation, PowerShell and templates is
read as well. A part of a word that only the shell or a template could fill in reads as `DYNAMIC`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DYNAMIC = "\0"
MAX_CHARACTERS = 1_000_000
_DEPTH = 8
_FAILURES = 40

_PART = re.compile(
    r"(?P<blank>[ \t\r\f\v]+|\\[ \t]*\r?\n|[`^]\r?\n|</[A-Za-z]+>)"
    r"|(?P<newline>\n)"
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<heredoc><<-?[ \t]*\\?(?P<quote>['\"]?)(?P<tag>[A-Za-z_][\w.-]*)(?P=quote))"
    r"|(?P<dynamic>\$?\{\{[^{}\n]{0,300}\}\}|\$\{[^{}\n]{0,300}\}"
    r"|\$[A-Za-z_][\w:]*|\$[0-9@*#?!$-]|\{[^{}\s;]{0,500}\}|%[A-Za-z_]\w{0,100}%"
    r"|<[A-Za-z](?:[^<>\n|;&]{0,200}[^<>\s|;&])?>|…|\.\.\.(?![\w/]))"
    r"|(?P<version>[<>]=[^\s;&|'\")]*|[<>][0-9][^\s;&|'\")]*)"
    r"|(?P<redirect>&>>?|<<<|<>|<&|>>|>[&|]|>|<)"
    r"|(?P<operator>&&|\|\||;;|[;&|()])"
    r"|(?P<nested>\$\(|`)"
    r"|(?P<quoted>\$?['\"])"
    r"|(?P<escape>\\.)"
    r"|(?P<plain>[^\s\\\$`'\"<>&|;()#{%.…^]+|.)",
    re.DOTALL,
)
_IN_QUOTES = re.compile(
    r"(?P<end>\")|(?P<escape>\\.)|(?P<nested>\$\(|`)"
    r"|(?P<dynamic>\$?\{\{[^{}\n]{0,300}\}\}|\$\{[^{}\n]{0,300}\}|\$[A-Za-z_][\w:]*"
    r"|\$[0-9@*#?!$-]|\{[A-Za-z_]\w{0,100}\}|%[A-Za-z_]\w{0,100}%)"
    r"|(?P<plain>[^\"\\\$`{%]+|.)",
    re.DOTALL,
)
_BRACKET = re.compile(r"[()'\"\\]")
_PROMPT = re.compile(
    r"^[ \t]*(?:\([\w .-]{1,40}\)[ \t]*)?"
    r"(?:(?:[\w.-]{1,60}@[\w.-]{1,60}[^\n$#%>]{0,80})?[$%\u276f\u279c\u00bb][ \t]+|PS[^\n>]{0,120}>[ \t]*"
    r"|[A-Za-z]:\\[^\n>]{0,120}>[ \t]*|>[ \t]+)",
    re.MULTILINE,
)


class Word(NamedTuple):
    """A word without its quotes, where it starts, and as it was written."""

    text: str
    line: int
    raw: str = ""


class Command(NamedTuple):
    """The words of one simple command, the files it writes, and a here-document with its line."""

    words: tuple[Word, ...]
    targets: tuple[str, ...] = ()
    document: tuple[str, int] | None = None


def simple_commands(text: str, line: int = 1, *, prompts: bool = False) -> tuple[Command, ...]:
    """Return the simple commands of a text whose first line is `line`, also of nested ones.

    `prompts`: a prompt (`$ `, `PS>`, `(venv) % `) may stand at the start of each line.
    """
    plain = _PROMPT.sub("", text) if prompts else text
    found: list[Command] = []
    # Nested texts wait here, so that nesting costs no recursion.
    waiting = [(plain, line, 0)]
    budget = [_FAILURES]
    while waiting:
        part, start, depth = waiting.pop()
        lexer = _Lexer(part, start, budget)
        found.extend(lexer.run())
        if depth < _DEPTH:
            waiting.extend((inner, at, depth + 1) for inner, at in lexer.inner)
    return tuple(found)


class _Lexer:
    def __init__(self, text: str, line: int, budget: list[int]) -> None:
        self.inner: list[tuple[str, int]] = []
        self._text = text
        self._at = 0
        self._line = line
        self._budget = budget
        self._commands: list[Command] = []
        self._words: list[Word] = []
        self._targets: list[str] = []
        self._parts: list[str] = []
        self._open: tuple[int, int] | None = None  # where the current word starts, and its line
        self._redirected = False
        self._pending: list[tuple[str, int]] = []  # the tag of a here-document, its command

    def run(self) -> list[Command]:
        size = len(self._text)
        while self._at < size:
            found = _PART.match(self._text, self._at)
            if found is None:  # cannot be: the last branch matches any character
                break
            start, kind = self._at, found.lastgroup or ""
            kind = "heredoc" if kind == "tag" else kind
            self._at = found.end()
            getattr(self, f"_{kind}")(found)
            self._line += self._text.count("\n", start, self._at)
        self._close()
        self._end_command()
        return self._commands

    def _begin(self, found: re.Match[str]) -> None:
        if self._open is None:
            self._open = (found.start(), self._line)

    def _close(self, end: int | None = None) -> None:
        if self._open is None:
            return
        start, line = self._open
        text = "".join(self._parts)
        if self._redirected:
            self._targets.append(text)
            self._redirected = False
        else:
            raw = self._text[start : self._at if end is None else end]
            self._words.append(Word(text, line, raw))
        self._open, self._parts = None, []

    def _end_command(self) -> None:
        self._redirected = False
        waited_for = any(command == len(self._commands) for _, command in self._pending)
        if self._words or self._targets or waited_for:
            self._commands.append(Command(tuple(self._words), tuple(self._targets)))
        self._words, self._targets = [], []

    def _blank(self, found: re.Match[str]) -> None:
        self._close(found.start())

    def _newline(self, found: re.Match[str]) -> None:
        self._close(found.start())
        self._end_command()
        pending, self._pending = self._pending, []
        for tag, command in pending:
            self._document(tag, command, found.start())

    def _document(self, tag: str, command: int, newline: int) -> None:
        if self._budget[0] <= 0:
            return
        end = re.compile(rf"^[ \t]*{re.escape(tag)}[ \t\r]*$", re.MULTILINE)
        found = end.search(self._text, self._at)
        if found is None:
            self._budget[0] -= 1
            return
        line = self._line + self._text.count("\n", newline, self._at)
        body = self._text[self._at : found.start()]
        # The last command of the line may be the one that reads it: `cat <<EOF | sh`.
        for which in {command, len(self._commands) - 1}:
            if which < len(self._commands):
                self._commands[which] = self._commands[which]._replace(document=(body, line))
        self._at = found.end()

    def _comment(self, found: re.Match[str]) -> None:
        if self._open is not None:
            self._at = found.start() + 1
            self._parts.append("#")

    def _heredoc(self, found: re.Match[str]) -> None:
        self._close(found.start())
        self._pending.append((found.group("tag"), len(self._commands)))

    def _dynamic(self, found: re.Match[str]) -> None:
        self._begin(found)
        self._parts.append(DYNAMIC)

    def _version(self, found: re.Match[str]) -> None:
        if self._open is None or self._is_number():
            self._at = found.start() + 1
            self._redirect(found)
        else:
            self._parts.append(found.group())

    def _is_number(self) -> bool:
        return len(self._parts) == 1 and self._parts[0].isdigit()

    def _redirect(self, found: re.Match[str]) -> None:
        if self._is_number():
            self._open, self._parts = None, []  # the number of a file descriptor
        self._close(found.start())
        self._redirected = True

    def _operator(self, found: re.Match[str]) -> None:
        if found.group() == "&" and self._redirected:
            return
        self._close(found.start())
        self._end_command()

    def _nested(self, found: re.Match[str]) -> None:
        self._begin(found)
        self._parts.append(DYNAMIC)
        self._at = self._skip_nested(found.group(), found.end(), self._line)

    def _skip_nested(self, opening: str, start: int, line: int) -> int:
        end = self._closing(opening, start)
        if end < 0:
            return start
        self.inner.append((self._text[start:end], line))
        return end + 1

    def _closing(self, opening: str, start: int) -> int:
        if self._budget[0] <= 0:
            return -1
        end = self._text.find("`", start) if opening == "`" else self._bracket(start)
        if end < 0:
            self._budget[0] -= 1
        return end

    def _bracket(self, at: int) -> int:
        depth = 1
        while found := _BRACKET.search(self._text, at):
            at = found.end()
            match found.group():
                case "(":
                    depth += 1
                case ")":
                    depth -= 1
                case "\\":
                    at += 1
                case quote:
                    end = self._text.find(quote, at)
                    at = end + 1 if end >= 0 else at
            if not depth:
                return found.start()
        return -1

    def _quoted(self, found: re.Match[str]) -> None:
        in_word = self._open is not None
        self._begin(found)
        quote = found.group()[-1]
        if quote == '"':
            self._double(found.end())
            return
        end = self._text.find("'", found.end())
        apostrophe = in_word and self._text[found.start() - 1].isalnum()
        if end < 0 or (apostrophe and self._text.find("\n", found.end(), end) >= 0):
            return  # no closing quote: an apostrophe
        self._parts.append(self._text[found.end() : end])
        self._at = end + 1

    def _double(self, start: int) -> None:
        parts: list[str] = []
        inner: list[tuple[str, int]] = []
        at, line = start, self._line
        while self._budget[0] > 0 and (found := _IN_QUOTES.match(self._text, at)):
            before, at = at, found.end()
            match found.lastgroup:
                case "end":
                    self._parts.extend(parts)
                    self.inner.extend(inner)
                    self._at = at
                    return
                case "nested":
                    end = self._closing(found.group(), at)
                    if end >= 0:
                        inner.append((self._text[at:end], line))
                        at = end + 1
                    parts.append(DYNAMIC)
                case "dynamic":
                    parts.append(DYNAMIC)
                case "escape":
                    parts.append(_unescaped(found.group()))
                case _:
                    parts.append(found.group())
            line += self._text.count("\n", before, at)
        self._budget[0] -= 1  # no closing quote: it is read over

    def _escape(self, found: re.Match[str]) -> None:
        self._begin(found)
        # A letter needs no escape in a shell: this is a path of Windows.
        letter = found.group()[1]
        self._parts.append(found.group() if letter.isalnum() else letter)

    def _plain(self, found: re.Match[str]) -> None:
        self._begin(found)
        self._parts.append(found.group())


def _unescaped(pair: str) -> str:
    if pair[1] == "\n":
        return ""
    return pair[1] if pair[1] in '"\\$`' else pair
