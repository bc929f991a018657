"""Requirements and constraints files: pip's requirements file format.

An included file (`-r`, `-c`) is read on its own, so that a name belongs to the file it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from aireview.checks.packages.surfaces.addresses import folder_of, within
from aireview.checks.packages.surfaces.pep508 import Place, named_by_fragment, requirement
from aireview.checks.packages.surfaces.python_index import conda_reference, index
from aireview.checks.packages.surfaces.readings import disguised, merged
from aireview.model.packages import Ecosystem, Reading, Reference, Source, Unread

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.DOTALL)
_OWN_OPTIONS = re.compile(r"\s--?[A-Za-z].*", re.DOTALL)
_OPTION = re.compile(r"(--[A-Za-z-]+|-[recif])(?:\s*=\s*|\s*)")
_VCS = re.compile(r"(?:git|hg|svn|bzr)\+", re.IGNORECASE)
_LOCATION = re.compile(
    r"(?:git|hg|svn|bzr)\+|[a-z][a-z0-9+.-]*://|file:|[.~/]|[A-Za-z]:\\|[^\s@;]*(?:/|\\)"
    r"|[^\s@;]*\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:$|[\s\[#;])",
    re.IGNORECASE,
)
_WHEEL = re.compile(  # the file name convention of the binary distribution format
    r"(?:^|/)(?P<name>[A-Za-z0-9_.]+)-(?P<version>[^/-]+)(?:-\d[^/-]*)?(?:-[^/-]+){3}\.whl(?=$|[#?\s\[;])"
)
_CONDA_EXPORT = re.compile(r"[A-Za-z0-9_.-]+=[^=\s]+(?:=[^=\s]+)?")
_INCLUDES = ("-r", "-c", "--requirement", "--constraint")
_REPLACING = ("-i", "--index-url", "--pypi-url")
_BESIDES = ("--extra-index-url", "-f", "--find-links")
_EDITABLE = ("-e", "--editable")
_LONGEST = 4_000
_MOST_LINES = 20_000


def read(path: str, text: str) -> Reading:
    """Read a requirements file."""
    place = Place(path)
    lines = tuple(islice(_logical_lines(text), _MOST_LINES + 1))
    reading = merged(
        (
            Reading(unread=disguised(text)),
            *(read_line(line, place, number) for number, line in lines[:_MOST_LINES]),
            *(
                Reading(unread=(Unread(number, "the file has too many lines"),))
                for number, _ in lines[_MOST_LINES:]
            ),
        )
    )
    if any(line.startswith("--no-index") for _, line in lines):
        indexes = tuple(msgspec.structs.replace(each, replaces=True) for each in reading.indexes)
        return msgspec.structs.replace(reading, indexes=indexes)
    return reading


def includes(path: str, text: str) -> tuple[str, ...]:
    """Return the files that a requirements file includes, relative to the repository's root."""
    found = (
        within(folder_of(path), value.strip("\"'"))
        for _, line in islice(_logical_lines(text), _MOST_LINES)
        if len(line) <= _LONGEST
        for flag, value in _options(line)
        if flag in _INCLUDES
    )
    return tuple(dict.fromkeys(each for each in found if each))


def read_line(text: str, place: Place, line: int) -> Reading:
    """Read one line in the requirements file format, continuation lines and comments removed."""
    text = text.strip()
    if not text.startswith("-"):
        text = _OWN_OPTIONS.sub("", text)  # a hundred hashes are no long requirement
    if not text:
        return Reading()
    if len(text) > _LONGEST:
        return Reading(unread=(Unread(line, "the line is too long"),))
    if text.startswith("-"):
        return merged(_option(flag, value, place, line) for flag, value in _options(text))
    if _LOCATION.match(text):
        return _location(text, place, line)
    if _CONDA_EXPORT.fullmatch(text):
        return _one(conda_reference(text, place.path, line), text, line)
    return _one(requirement(text, place, line), text, line)


def _one(reference: Reference | None, text: str, line: int) -> Reading:
    if reference is None:
        shown = re.sub(r"[^ -~]", "?", text[:60])
        return Reading(unread=(Unread(line, f"`{shown}` is not a requirement"),))
    return Reading(references=(reference,))


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is left of the lines, joined and cut as pip does (its `req_file.preprocess`)."""
    parts: list[str] = []
    start = number = 0
    for number, line in _physical_lines(text):
        is_comment = line.lstrip().startswith("#")
        goes_on = line.endswith("\\") and not is_comment
        parts.append(line.strip("\\") if goes_on else f" {line}" if is_comment else line)
        if not start and parts[-1].strip():
            start = number
        if not goes_on:
            yield start or number, _COMMENT.sub("", "".join(parts)).strip()
            parts, start = [], 0
    if parts:
        yield start or number, _COMMENT.sub("", "".join(parts)).strip()


def _physical_lines(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield lines with their number; pip starts new ones at `\r`, `\f`, U+2028 and more, too."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        for part in line.splitlines() or [""]:
            yield number, part


def _options(line: str) -> Iterator[tuple[str, str]]:
    while line.startswith("-"):
        found = _OPTION.match(line)
        if found is None:
            return
        flag, rest = found.group(1), line[found.end() :]
        if flag in _EDITABLE:
            yield flag, rest
            return
        value, _, line = ("", "", rest) if rest.startswith("--") else rest.partition(" ")
        yield flag, value
        line = line.strip()


def _option(flag: str, value: str, place: Place, line: int) -> Reading:
    if flag in _EDITABLE:
        reading = _location(value.strip("\"'"), place, line)
        return msgspec.structs.replace(reading, open_ended="an editable requirement")
    if flag in _INCLUDES[::2] and within(folder_of(place.path), value.strip("\"'")) is None:
        why = "it includes requirements from outside of this repository"
        return Reading(unread=(Unread(line, why),), open_ended=why)
    if flag in _REPLACING or flag in _BESIDES:
        return Reading(indexes=index(value, place.path, line, replaces=flag in _REPLACING))
    return Reading()


def _location(text: str, place: Place, line: int) -> Reading:
    wheel = _WHEEL.search(text)
    if wheel:
        remote = "://" in text and not text.startswith("file:")
        reference = Reference(
            ecosystem=Ecosystem.PYPI,
            name=wheel["name"],
            surface=place.surface,
            path=place.path,
            line=line,
            specifier=f"=={wheel['version']}",
            source=Source.DIRECT if remote else Source.LOCAL,
        )
        return Reading(references=(reference,))
    why = "a requirement by its location" if "://" in text or _VCS.match(text) else ""
    named = named_by_fragment(text, place, line)
    if named:
        return Reading(references=(named,), open_ended=why)
    return Reading(ignored=1, open_ended=why)
