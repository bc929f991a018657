"""What is started of each tool for an input, and how its answer is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.rivals.cases import Case, flat

_MANIFESTS = {
    "requirements.txt", "requirements-dev.txt", "pyproject.toml", "package.json", "go.mod",
    "Pipfile", "Cargo.toml",
}  # fmt: skip
_SKYLOS_RULES = {"SKY-D222", "SKY-D223", "SKY-D225"}
_NOTES = {
    "unverified-package", "undeclared-package", "legacy-module", "unread-manifest", "undeclared",
}  # fmt: skip


class Finding(NamedTuple):
    """One finding; `word` is the tool's own verdict."""

    name: str
    word: str
    where: str
    text: str

    def names(self, invented: str) -> bool:
        """Whether this is about an invented name; some tools have names in the message only."""
        part = next(one for one in re.split(r"[/.@]", invented) if one.endswith("xtr"))
        said = self.name if len(self.name) > 1 else f"{self.name} {self.text}"
        return flat(part.removeprefix("create-")) in flat(said)

    def is_wrong(self, case: Case) -> bool:
        """Whether a real name is called invented or suspicious, if the finding is of no other."""
        if self.word in _NOTES or flat(self.name) in _flat(case.besides):
            return False
        # deptry has one code for what is not declared and what is not there.
        return not (self.word.startswith("DEP") and flat(self.name) in _flat(case.undeclared))


Commands = Callable[[Case, Path, Path], list[list[str]]]
Reader = Callable[[Sequence[str], Any], Iterator[Finding]]


class Tool(NamedTuple):
    """`commands` are the words after the program; they write JSON to stdout or to a file.

    `reads` takes all stdouts and the value of the file. `installed`: whether it sees the
    distributions of the input's environment.
    """

    environment: str
    program: str
    commands: Commands
    reads: Reader
    installed: bool = False


def _slopcheck(_: Case, tree: Path, __: Path) -> list[list[str]]:
    # Reads one folder at a time.
    found = (file for file in tree.rglob("*") if file.name in _MANIFESTS)
    folders = {file.parent for file in found if not {"node_modules", ".git"} & set(file.parts)}
    return [["scan", str(folder), "--json"] for folder in sorted(folders)]


def _slopcheck_rows(stdouts: Sequence[str], _: object) -> Iterator[Finding]:
    for text in stdouts:
        _, start, rest = text.partition("[\n  {")
        for row in json.loads(start + rest) if start else ():
            if row["status"] != "OK":
                said = "; ".join(flag["message"] for flag in row["flags"])
                yield Finding(row["package"], row["status"], row["ecosystem"], said)


def _slopguard(_: Case, __: Path, out: Path) -> list[list[str]]:
    return [["scan", ".", "--format", "json", "--output", str(out)]]


def _slopguard_rows(_: object, value: Any) -> Iterator[Finding]:  # noqa: ANN401 - foreign JSON
    for row in (value or {}).get("findings", []):
        if row["risk"] != "clean":
            yield Finding(row["name"], row["risk"], row["manifest"], str(row["signals"]))


def _skylos(case: Case, _: Path, out: Path) -> list[list[str]]:
    if case.before is None:
        return [[".", "--ai-defects", "--json", "--output", str(out)]]
    options = ["--no-security", "--no-behavior", "--format", "json", "--output", str(out)]
    return [["verify", ".", "--diff", "HEAD~1", *options]]


def _skylos_rows(_: object, value: Any) -> Iterator[Finding]:  # noqa: ANN401 - foreign JSON
    rows = [row for key in ("findings", "ai_defects") for row in (value or {}).get(key, [])]
    for row in rows:
        if row["rule_id"] in _SKYLOS_RULES:
            said = row["message"]
            name = re.search(r"'([^']+)'", said)
            # One rule covers two verdicts.
            word = "undeclared" if said.startswith("Undeclared") else row["rule_id"]
            where = str(row.get("file") or row.get("range"))
            yield Finding(name[1] if name else said, word, where, said)


def _deptry(_: Case, tree: Path, out: Path) -> list[list[str]]:
    return [[".", "--no-ansi", "-o", str(out)]] if any(tree.rglob("*.py")) else []


def _deptry_rows(_: object, value: Any) -> Iterator[Finding]:  # noqa: ANN401 - foreign JSON
    for row in value or []:
        if row["error"]["code"] in ("DEP001", "DEP003"):
            where = f"{row['location']['file']}:{row['location']['line']}"
            yield Finding(row["module"], row["error"]["code"], where, row["error"]["message"])


def _guarddog(_: Case, tree: Path, __: Path) -> list[list[str]]:
    # It downloads and scans every package: those of the stand-in are empty.
    kinds = dict.fromkeys(("requirements.txt", "requirements-dev.txt"), "pypi")
    kinds["package.json"] = "npm"
    files = sorted(one for one in tree.rglob("*") if one.name in kinds)
    return [[kinds[one.name], "verify", str(one), "--output-format", "json"] for one in files]


def _guarddog_rows(stdouts: Sequence[str], _: object) -> Iterator[Finding]:
    for row in (row for text in stdouts if text.strip() for row in json.loads(text)):
        if row["result"].get("issues"):
            said = {key: one for key, one in row["result"].get("results", {}).items() if one}
            yield Finding(row["dependency"], "issues", row["version"], json.dumps(said))


def _aireview(case: Case, _: Path, out: Path) -> list[list[str]]:
    what = ["--all", "."] if case.before is None else ["--range", "HEAD~1..HEAD"]
    return [["check", *what, "--checks", "packages", "--format", "json", "--output", str(out)]]


def _aireview_rows(_: object, value: Any) -> Iterator[Finding]:  # noqa: ANN401 - as the others
    for row in (value or {}).get("findings", []):
        where = f"{row['path']}:{row['start_line']}"
        yield Finding(row["symbol"] or "", row["rule"], where, row["message"])


def _flat(names: str) -> set[str]:
    return {flat(name) for name in names.split()}


TOOLS = {
    "slopcheck": Tool("slopcheck", "slopcheck", _slopcheck, _slopcheck_rows),
    "slopguard": Tool("slopguard-cli", "slopguard", _slopguard, _slopguard_rows),
    "skylos": Tool("skylos", "skylos", _skylos, _skylos_rows),
    "deptry": Tool("deptry", "deptry", _deptry, _deptry_rows, installed=True),
    "deptry-bare": Tool("deptry", "deptry", _deptry, _deptry_rows),
    "guarddog": Tool("guarddog", "guarddog", _guarddog, _guarddog_rows),
    "aireview": Tool("aireview", "aireview", _aireview, _aireview_rows),
}
