"""All names of a registry, read from an index or a file as a stream.

Formats: the root of a simple index as JSON or HTML (PEP 503 and 691), npm's `_all_docs`, a list of
strings, Packagist's `list.json`, RubyGems' `names`, a name on each line. A list that ends too early is
an error, because what it lacks would count as young.
"""

from __future__ import annotations

import codecs
import json
import re
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import IO, TYPE_CHECKING

from aireview.adapters.registries.http import Clock, Http, Limits, Reply
from aireview.errors import AireviewError, IncompleteError
from aireview.model.text import quote

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

LARGEST = 2_000_000_000
_SECONDS = 1_800.0
_CHUNK = 1 << 20
_LONGEST = 1 << 20
_LONGEST_NAME = 1_000
_ACCEPT = "application/vnd.pypi.simple.v1+json, application/json;q=0.9, text/html;q=0.2, */*;q=0.1"
_LISTS = ("projects", "rows", "packageNames")
_NAMES = ("name", "id", "key")
_SPACE = re.compile(r"[ \t\r\n]*")
_LINK = re.compile(r"<a\s[^<>]{0,4000}+>([^<>]{0,1000}+)</a\s{0,9}+>", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*+>\s*+$", re.IGNORECASE)
_LONGEST_LINK, _LONGEST_END = 6_000, 100
_HINT = "Name an index, a file of one, or a file with a name on each line."


class Download(Http):
    """Puts the body of an answer into a file instead of into memory."""

    def __init__(self, clock: Clock, file: IO[bytes]) -> None:
        super().__init__(clock, Limits(request_s=_SECONDS, body=LARGEST, workers=1))
        self._file = file

    def _read(self, url: str, response: BaseHTTPResponse) -> Reply:
        reply = Reply(url, response.status, {k.lower(): v for k, v in response.headers.items()})
        self._file.seek(0)
        self._file.truncate()
        size = 0
        for chunk in response.stream(_CHUNK, decode_content=True):
            size += len(chunk)
            if size > LARGEST:
                response.close()
                return reply._replace(why=f"the answer is longer than {LARGEST:,} bytes")
            self._file.write(chunk)
        return reply


def names_from(source: str, clock: Clock) -> Iterator[str]:
    """Yield the names of a URL or a local file. Raises AireviewError, also in the midst of it."""
    if not source.startswith(("http://", "https://")):
        yield from _local(source)
        return
    with tempfile.TemporaryFile() as file:
        http = Download(clock, file)
        deadline = clock.monotonic() + _SECONDS
        try:
            reply = http.visit(deadline).get(source, _ACCEPT)
        finally:
            http.close()
        if reply.why or reply.status != 200:
            said = reply.why or f"HTTP {reply.status}"
            raise IncompleteError(f"{quote(source)} did not give its names: {said}", _HINT)
        file.seek(0)
        yield from read_names(file, source)


def _local(source: str) -> Iterator[str]:
    try:
        with Path(source).open("rb") as file:
            if file.seek(0, 2) > LARGEST:
                raise AireviewError(f"{quote(source)} is longer than {LARGEST:,} bytes", _HINT)
            file.seek(0)
            yield from read_names(file, source)
    except OSError as error:
        raise AireviewError(f"{quote(source)} cannot be read: {error.strerror}", _HINT) from error


def read_names(file: IO[bytes], source: str) -> Iterator[str]:
    """Yield the names in an open file of any format. Raises AireviewError."""
    text = _Text(file, source)
    text.skip_space()
    first = text.peek()
    if first in ("{", "["):
        yield from _json(text)
    elif first == "<":
        yield from _html(text)
    else:
        yield from _lines(text)


class _Text:
    """The text of a file, of which only a window is held."""

    def __init__(self, file: IO[bytes], source: str) -> None:
        self.source = source
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
        self._json = json.JSONDecoder()
        self._window = ""
        self._at = 0
        self._ended = False

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        if self._ended:
            return False
        chunk = self._file.read(_CHUNK)
        self._ended = not chunk
        rest = self._window[self._at :]
        self._window, self._at = rest + self._decoder.decode(chunk, final=self._ended), 0
        return not self._ended

    def chunks(self) -> Iterator[str]:
        """Yield the rest of the text in parts."""
        while True:
            taken, self._at = self._window[self._at :], len(self._window)
            if taken:
                yield taken
            if not self.more() and self._at == len(self._window):
                return

    def peek(self) -> str:
        """Return the next character, empty at the end."""
        while self._at == len(self._window) and self.more():
            pass
        return self._window[self._at : self._at + 1]

    def skip_space(self) -> None:
        """Go to the next character that is no space."""
        while True:
            found = _SPACE.match(self._window, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._window) or not self.more():
                return

    def take(self, expected: str) -> bool:
        """Whether the next character that is no space is this one; it is taken then."""
        self.skip_space()
        if self.peek() != expected:
            return False
        self._at += 1
        return True

    def value(self) -> object:
        """Take a JSON value. Raises AireviewError for one that is broken, cut off or too long."""
        self.skip_space()
        while True:
            try:
                value, end = self._json.raw_decode(self._window, self._at)
            except ValueError:
                value, end = None, len(self._window)
            except RecursionError:
                raise self.broken() from None
            # What reaches the end of the window may go on behind it.
            if end < len(self._window):
                self._at = end
                return value
            if len(self._window) - self._at > _LONGEST + _CHUNK or not self.more():
                raise self.broken()

    def broken(self) -> AireviewError:
        """Return the error for a text that is not what it began as."""
        return AireviewError(
            f"{quote(self.source)} is broken or was cut off, so nothing was written", _HINT
        )


def _json(text: _Text) -> Iterator[str]:
    if text.take("["):
        yield from _elements(text)
    elif text.take("{") and not text.take("}"):
        while True:
            key = text.value()
            if not text.take(":"):
                raise text.broken()
            if key in _LISTS and text.take("["):
                yield from _elements(text)
            else:
                text.value()
            if not text.take(","):
                break
        if not text.take("}"):
            raise text.broken()
    text.skip_space()
    if text.peek():
        raise text.broken()


def _elements(text: _Text) -> Iterator[str]:
    if text.take("]"):
        return
    while True:
        yield _name(text.value(), text)
        if not text.take(","):
            break
    if not text.take("]"):
        raise text.broken()


def _name(value: object, text: _Text) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in _NAMES if key in value), None)
    if not isinstance(value, str):
        raise text.broken()
    return value


def _html(text: _Text) -> Iterator[str]:
    rest = ""
    for chunk in text.chunks():
        page = f"{rest}{chunk}"
        end = 0
        for found in _LINK.finditer(page):
            end = found.end()
            yield unescape(found[1]).strip().rstrip("/")
        # The last link may go on in the next chunk.
        rest = page[max(end, len(page) - _LONGEST_LINK) :]
    if not _END.search(rest[-_LONGEST_END:]):
        raise text.broken()


def _lines(text: _Text) -> Iterator[str]:
    rest = ""
    for chunk in text.chunks():
        *lines, rest = f"{rest}{chunk}".split("\n")
        if len(rest) > _LONGEST_NAME:
            raise text.broken()
        yield from _written(lines)
    yield from _written([rest])


def _written(lines: list[str]) -> Iterator[str]:
    for line in lines:
        name = line.strip()
        if name and not name.startswith("#") and name != "---":
            yield name
