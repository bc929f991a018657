"""What a source file imports: the values, and the readers by language."""

from __future__ import annotations

import enum

import msgspec


class Form(enum.Enum):
    """How an import is written; a mock or a comment names a module without loading it."""

    STATEMENT = "statement"
    CALL = "call"
    MOCK = "mock"
    COMMENT = "comment"


class Import(msgspec.Struct, frozen=True, kw_only=True):
    """One imported module.

    `module` is as written, without quotes: `google.cloud`, `./x`, `@s/name/sub?raw`, `regex_syntax`.
    `members` are what a Python `from` import takes out of it (not `*`). `level` counts the leading
    dots of a relative Python import. `optional`: its failure is handled. `type_only`: only types are
    taken. `line` is 1-based.
    """

    module: str
    line: int
    form: Form = Form.STATEMENT
    members: tuple[str, ...] = ()
    level: int = 0
    optional: bool = False
    type_only: bool = False


class Imports(msgspec.Struct, frozen=True, kw_only=True):
    """What one file imports. `computed` counts imports whose module is not a literal.

    `broken_line` is the first line where broken syntax may hide an import, 0 where there is none. `scopes`
    are names that the file itself defines and that an import path may start with (Rust modules).
    """

    imports: tuple[Import, ...] = ()
    computed: int = 0
    broken_line: int = 0
    scopes: tuple[str, ...] = ()
