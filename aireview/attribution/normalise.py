"""One spelling for what tools and people mangle: line ends, glued trailers, mail links, boxes.

The result has LF line ends and keeps every other character, so that a quote shows what stands in
the commit. Every step is linear and runs only when its trigger is in the text.
"""

from __future__ import annotations

import re
import unicodedata

_BOX = " \t│┃|║"
_FOOTER_EMOJI = ("🤖", "👾", "💘")
_QUOTED = ("\n>", " >", "\t>", "|>", "│>", "┃>", "║>")
_LEAD = _BOX + "*•·▪\u2013\u2014-_#+~"
_TRAIL = _BOX + "*_"
_MARKER = (
    r"(?:co-?[ ]?author(?:ed)?[- ]by:|🤖|👾|💘|generated (?:with|by)|assisted-by:|made-with:"
    r"|claude-session:|i am openhands)"
)
_LITERAL_BEFORE_MARKER = re.compile(
    r"(?:\\r)?\\n(?=(?:\\[nr]|[ \t]){0,6}" + _MARKER + ")", re.IGNORECASE
)
_GLUED = re.compile(
    r"(?<=[^\s`'\"“(\[<])[ \t]*"
    r"(?=co-?authored-by:[ \t]*[^\n<>`\"']{0,100}<[^<>\n]{3,320}>[ \t│|]*"
    r"(?:$|co-?authored-by:|signed-off-by:))",
    re.IGNORECASE | re.MULTILINE,
)
_GLUED_FOOTER = re.compile(
    r"(?<=[^\s`'\"“(\[])[ \t]*(?=(?:🤖|👾|💘)[ \t]*(?:generated|assisted|written|created) "
    r"(?:with|by))",
    re.IGNORECASE,
)
# "Strip Co-authored-by: X <x@y>" talks about a trailer; "done. Co-authored-by: X <x@y>" is one.
_TALKS_ABOUT = re.compile(
    r"(?:\b(?:add|adds|added|append|strip|drop|remove|removes|removed|detect|detects|match|matches"
    r"|parse|write|writes|include|includes|the|an?|with|like|as|e\.g\.|eg|of|for|or|and|no|any)"
    r"|[:=→])[ \t]*$",
    re.IGNORECASE,
)
_MAIL_LINK = re.compile(r"\[([^\[\]\n]{3,320})\]\(mailto:[^()\n]{0,320}\)", re.IGNORECASE)


def normalise(message: str) -> str:
    """Return a message with LF line ends and one marker per line."""
    text = message
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if ">" in text:
        # Before anything is broken up: what stands in a quoted line stays quoted.
        text = without_quoted_lines(text)
    if "\\n" in text:
        text = _real_newlines(text)
    if "&lt;" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">")
    if "](mailto:" in text:
        text = _MAIL_LINK.sub(r"<\1>", text).replace("<<", "<").replace(">>", ">")
    if _has_glued_trailer(text):
        text = _GLUED.sub(_break, text)
    if not text.isascii() and any(map(_glued_emoji, (text,) * len(_FOOTER_EMOJI), _FOOTER_EMOJI)):
        text = _GLUED_FOOTER.sub("\n", text)
    return _without_common_indent(text)


def without_quoted_lines(text: str) -> str:
    """Return a text without the lines that quote somebody (they begin with `>`)."""
    if not text.startswith(">") and not any([start in text for start in _QUOTED]):  # noqa: C419
        return text
    lines = text.split("\n")
    return "\n".join([line for line in lines if not line.lstrip(_BOX).startswith(">")])


def _has_glued_trailer(text: str) -> bool:
    folded = text.lower()
    at = folded.find("authored-by:")
    while at >= 0:
        before = folded[folded.rfind("\n", 0, at) + 1 : at]
        if before.strip(_LEAD) not in ("co", "co-"):
            return True
        at = folded.find("authored-by:", at + 1)
    return False


def _glued_emoji(text: str, emoji: str) -> bool:
    """Whether an emoji of footers stands behind other text on its line."""
    at = text.find(emoji)
    while at >= 0:
        if text[text.rfind("\n", 0, at) + 1 : at].strip(_LEAD):
            return True
        at = text.find(emoji, at + 1)
    return False


def _real_newlines(text: str) -> str:
    # Agents hand "\n" to `git commit -m`. One of them alone may be a path or code.
    text = _LITERAL_BEFORE_MARKER.sub("\n", text)
    if text.count("\\n") > 1:
        text = text.replace("\\r\\n", "\n").replace("\\n", "\n")
    return text


def _break(found: re.Match[str]) -> str:
    start = found.string.rfind("\n", 0, found.start()) + 1
    before = found.string[max(start, found.start() - 40) : found.start()]
    return found[0] if _TALKS_ABOUT.search(before) else "\n"


def _without_common_indent(text: str) -> str:
    if "\n " not in text and "\n\t" not in text:
        return text
    subject, *body = text.split("\n")
    filled = [line for line in body if line.strip()]
    if not filled or not all(line[0] in " \t" for line in filled):
        return text
    width = min(len(line) - len(line.lstrip(" \t")) for line in filled)
    return "\n".join([subject, *(line[width:] if line.strip() else "" for line in body)])


def bare(line: str) -> str:
    """Return a line without box, bullet, heading or emphasis marks around it."""
    return line.lstrip(_LEAD).rstrip(_TRAIL + " \t")


def without_emoji(line: str) -> str:
    """Return a bare line without one leading emoji, its joiners and the marks after it."""
    if not line or line[0].isascii():
        return line
    at = 0
    while at < len(line) and at < 8 and not line[at].isascii() and _is_mark(line[at]):
        at += 1
    return bare(line[at:]) if at else line


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk", "Mn", "Cf", "Sm")


def fold(text: str) -> str:
    """Return text for comparison: NFKC and without case. Look-alike letters stay different."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
