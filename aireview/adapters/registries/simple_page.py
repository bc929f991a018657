"""A project page of the simple repository API as HTML (PEP 503, 592 and 792)."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

_HEADINGS = ("title", "h1")
_LONGEST_HEADING = 300


class Link(NamedTuple):
    """A file that a page links to, by the last part of its URL, relative or not.

    `metadata`: the index has its metadata beside it (PEP 658 and 714).
    """

    file: str
    yanked: bool
    url: str = ""
    metadata: bool = False


class Page(HTMLParser):
    """What is read off a page: links, `meta` marks by name, the words of its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.meta: dict[str, str] = {}
        self.heading = ""
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take links and marks."""
        given = dict(attrs)
        self._in_heading = tag in _HEADINGS
        if tag == "meta":
            self.meta[given.get("name") or ""] = given.get("content") or ""
        elif tag == "a" and (url := given.get("href")):
            beside = given.get("data-core-metadata") or given.get("data-dist-info-metadata")
            self.links.append(
                Link(_last_part(url), "data-yanked" in given, url, beside not in (None, "false"))
            )

    def handle_endtag(self, tag: str) -> None:
        """Leave a heading."""
        self._in_heading = self._in_heading and tag not in _HEADINGS

    def handle_data(self, data: str) -> None:
        """Take the words of a heading."""
        if self._in_heading and len(self.heading) < _LONGEST_HEADING:
            self.heading += data[:_LONGEST_HEADING]


def parse(body: bytes) -> Page:
    """Read a page; whatever is no page has nothing on it."""
    page = Page()
    page.feed(body.decode("utf-8", "replace"))
    page.close()
    return page


def _last_part(url: str) -> str:
    return unquote(url.partition("#")[0].partition("?")[0].rpartition("/")[2])
