"""What msgspec says about a document, in words that name line, key and what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

import msgspec

from aireview.errors import AireviewError
from aireview.model.text import quote
from aireview.policy.yaml_tree import Place, Tree, complaint

_AT = re.compile(r" - at `([^`]*)`$")
_UNKNOWN = re.compile(r"^Object contains unknown field `(.*?)`( - at `[^`]*`)?$", re.DOTALL)
_MISSING = re.compile(r"missing required field `([^`]*)`")
_BOUND = re.compile(r"([<>]=) (\d+)")
_TYPES = re.compile(r"^Expected `([^`]*)`, got `([^`]*)`")
_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a mapping of keys",
    "null": "nothing",
}


def explained(
    error: msgspec.ValidationError, tree: Tree, *, name: str, shape: type
) -> AireviewError:
    """Return the error for a user: file, line and column, what is wrong, and what is allowed.

    `tree` is what was converted and `shape` the type it was converted to.
    """
    said = str(error)
    at = _AT.search(said)
    steps = _steps(at.group(1) if at else "$")
    here = _descend(tree, steps)
    where = _dotted(steps)
    if unknown := _UNKNOWN.match(said):
        key = unknown.group(1)
        known = _keys(shape, steps)
        place = here.keys.get(key, here.place)
        message = f"unknown key `{quote(key, 60)}`" + (f" in `{where}`" if where else "")
        return complaint(name, place, message, one_of(key, known, "Keys"))
    if missing := _MISSING.search(said):
        message = f"`{missing.group(1)}` is missing" + (f" in `{where}`" if where else "")
        needed = ", ".join(_required(shape, steps))
        return complaint(name, here.place, message, f"These keys are mandatory here: {needed}.")
    message, hint = _about_value(said, here, steps, shape)
    return complaint(name, here.place, message, hint)


def one_of(given: str, known: Iterable[str], what: str) -> str:
    """Return a hint that lists what is known and, where one is near, what was probably meant."""
    names = sorted(known)
    near = difflib.get_close_matches(given[:100], names, n=1)
    meant = f"Did you mean `{near[0]}`? " if near else ""
    return f"{meant}{what}: {', '.join(names)}."


def _about_value(said: str, here: Tree, steps: list[str | int], shape: type) -> tuple[str, str]:
    where = _dotted(steps)
    given = quote(str(here.value), 60)
    if said.startswith("Invalid enum value"):
        if where == "version":
            return (
                f"version {given} of this file is not known",
                "This release reads version 1; install a newer aireview or write `version: 1`.",
            )
        hint = one_of(str(here.value), _choices(shape, steps), "Allowed")
        return f"`{where}` cannot be `{given}`", hint
    if types := _TYPES.match(said):
        wanted = [word for word in types.group(1).split(" | ") if word != "null"]
        expected = " or ".join(_WORDS.get(word, word) for word in wanted)
        got = _WORDS.get(types.group(2), types.group(2))
        subject = f"`{where}`" if where else "the file"
        return f"{subject} must be {expected}, not {got}", _type_hint(wanted, here, steps, shape)
    if "matching regex" in said:
        return f"`{where}` must be a day, not `{given}`", "Write it as YYYY-MM-DD."
    if "length >= 1" in said:
        return f"`{where}` is empty", "Write a text, or remove the key."
    if bound := _BOUND.search(said):
        word = {">=": "at least", "<=": "at most"}[bound.group(1)]
        return f"`{where}` must be {word} {int(bound.group(2)):,}, not {given}", ""
    return f"`{where}`: {quote(_AT.sub('', said))}", ""


def _type_hint(wanted: list[str], here: Tree, steps: list[str | int], shape: type) -> str:
    if choices := _choices(shape, steps):
        return one_of(str(here.value), choices, "Allowed")
    if not steps:
        return "Write keys at the top level, such as `profile: starter`."
    if "array" in wanted:
        return "Write a list: one `- item` per line, or [a, b]."
    if "bool" in wanted:
        return "Write `true` or `false`."
    if "object" in wanted:
        return one_of("", _keys(shape, steps), "Keys")
    if "str" in wanted:
        return "Put it in quotes."
    return "Write the number without quotes or unit."


def _steps(path: str) -> list[str | int]:
    found = re.findall(r"\.([A-Za-z_]\w*)|\[(\d+|\.\.\.)\]", path)
    return [name or (int(index) if index.isdigit() else index) for name, index in found]


def _dotted(steps: list[str | int]) -> str:
    text = ""
    for step in steps:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def _descend(tree: Tree, steps: list[str | int]) -> Tree:
    for step in steps:
        if step not in tree.below:
            break
        tree = tree.below[step]
    return tree


def _shape_at(shape: type, steps: list[str | int]) -> list[msgspec.inspect.Type]:
    """Return the types that the value at a path may have, metadata and `null` taken off."""
    types = _alternatives(msgspec.inspect.type_info(shape))
    for step in steps:
        found: list[msgspec.inspect.Type] = []
        for one in types:
            if isinstance(one, msgspec.inspect.StructType):
                for field in one.fields:
                    if field.encode_name == step:
                        found += _alternatives(field.type)
            elif isinstance(one, msgspec.inspect.VarTupleType):
                found += _alternatives(one.item_type)
        types = found
    return types


def _alternatives(one: msgspec.inspect.Type) -> list[msgspec.inspect.Type]:
    if isinstance(one, msgspec.inspect.Metadata):
        return _alternatives(one.type)
    if isinstance(one, msgspec.inspect.UnionType):
        return [inner for part in one.types for inner in _alternatives(part)]
    return [] if isinstance(one, msgspec.inspect.NoneType) else [one]


def _keys(shape: type, steps: list[str | int]) -> list[str]:
    return [
        field.encode_name
        for one in _shape_at(shape, steps)
        if isinstance(one, msgspec.inspect.StructType)
        for field in one.fields
    ]


def _required(shape: type, steps: list[str | int]) -> list[str]:
    return [
        field.encode_name
        for one in _shape_at(shape, steps)
        if isinstance(one, msgspec.inspect.StructType)
        for field in one.fields
        if field.required
    ]


def _choices(shape: type, steps: list[str | int]) -> list[str]:
    choices: list[str] = []
    for one in _shape_at(shape, steps):
        if isinstance(one, msgspec.inspect.EnumType):
            choices += [str(member.value) for member in one.cls]
        elif isinstance(one, msgspec.inspect.LiteralType):
            choices += [str(value) for value in one.values]
    return choices


def place_of(tree: Tree, *steps: str | int) -> Place:
    """Return where the value at a path stands, or the nearest place above it."""
    return _descend(tree, list(steps)).place
