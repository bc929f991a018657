"""A project page of the simple repository API as HTML (PEP 503, 592 and 792).

Read by expressions that go over each byte a fixed number of times: `html.parser` takes minutes for a
hostile page of a few hundred kilobytes, and raises for some.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

# A tag ends at the next `<` at the latest, whatever quotes are open.
_TAG = re.compile(
    r"""<(a|meta|title|h1)(?=[\s/>])((?:[^<>"']|"[^"<]{0,4000}+"|'[^'<]{0,4000}+')*+)>([^<]{0,300})""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""([a-z][a-z0-9_:-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"']++)))?""", re.IGNORECASE
)


class Link(NamedTuple):
    """A file that a page links to, by the last part of its URL, relative or not.

    `metadata`: the index has the file's metadata beside it (PEP 658 and 714).
    """

    file: str
    yanked: bool
    url: str = ""
    metadata: bool = False


class Page(NamedTuple):
    """What is read off a page: links, `meta` marks by name, the words of its headings."""

    links: tuple[Link, ...]
    meta: Mapping[str, str]
    heading: str


def parse(body: bytes) -> Page:
    """Read a page; whatever is no page has nothing on it."""
    links: list[Link] = []
    meta: dict[str, str] = {}
    headings: list[str] = []
    for found in _TAG.finditer(_without_comments(body.decode("utf-8", "replace"))):
        tag, attributes = found.group(1).lower(), _attributes(found.group(2))
        if tag == "meta":
            meta[attributes.get("name", "")] = attributes.get("content", "")
        elif tag == "a":
            if url := attributes.get("href"):
                beside = attributes.get("data-core-metadata") or attributes.get(
                    "data-dist-info-metadata", "false"
                )
                links.append(
                    Link(_last_part(url), "data-yanked" in attributes, url, beside != "false")
                )
        else:
            headings.append(unescape(found.group(3)))
    return Page(tuple(links), meta, " ".join(headings))


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag; of one that is given twice the first counts (HTML 13.2.5)."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join((*kept, text[at:]))


def _last_part(url: str) -> str:
    return unquote(url.partition("#")[0].partition("?")[0].rpartition("/")[2])
