"""What `aireview policy lint|show|explain` print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from aireview.model.text import printable, quote
from aireview.policy.settings import PathAnswer, Setting, Value


def lint(source: str, remarks: Sequence[str]) -> str:
    """Return the remarks, one line each; a clean policy says so."""
    if not remarks:
        return f"{printable(source)}: ok\n"
    return "".join(f"{_lined(source, remark)}\n" for remark in remarks)


def _lined(source: str, remark: str) -> str:
    """Put "warning" behind the place: the loader's remarks carry one, the others do not."""
    if remark.startswith(f"{source}:"):
        place, _, said = remark.partition(": ")
        return printable(f"{place}: warning: {said}")
    return printable(f"{source}: warning: {remark}")


def lint_json(source: str, remarks: Sequence[str]) -> str:
    """Return the same as JSON (`aireview/policy-lint/v1`)."""
    return _encoded(
        {"schema": "aireview/policy-lint/v1", "source": printable(source), "warnings": remarks}
    )


def show(source: str, settings: Sequence[Setting]) -> str:
    """Return every setting with its value and origin, as a table."""
    key_width = max(len(setting.key) for setting in settings)
    words = [_words(setting.value) for setting in settings]
    width = min(48, max(map(len, words)))
    lines = [f"policy: {printable(source)}", ""]
    lines += [
        f"{setting.key.ljust(key_width)}  {value.ljust(width)}  {setting.origin}"
        for setting, value in zip(settings, words, strict=True)
    ]
    return "\n".join(lines) + "\n"


def show_json(source: str, settings: Sequence[Setting]) -> str:
    """Return the same as JSON (`aireview/policy-show/v1`)."""
    return _encoded(
        {
            "schema": "aireview/policy-show/v1",
            "source": printable(source),
            "settings": [_setting(setting) for setting in settings],
        }
    )


def path(answer: PathAnswer) -> str:
    """Return what the policy says about a path."""
    lines = [quote(answer.path, 500)]
    if answer.excluded:
        lines.append("  excluded by paths.exclude: no check looks at it")
        return "\n".join(lines) + "\n"
    lines.append(f"  checks    {', '.join(answer.checks) or 'none'}")
    for setting in answer.block:
        author = setting.key.rpartition(".")[2]
        says = "never fails" if setting.value == "off" else f"fails at tier {setting.value}"
        lines.append(f"  {author.ljust(8)}  {says} (from the {setting.origin})")
    lines += [
        f"  waiver    {quote(waiver.id, 60)}: {quote(waiver.rule, 60)} until {waiver.expires}, "
        f"{quote(waiver.owner, 60)}: {quote(waiver.reason)}"
        for waiver in answer.waivers
    ]
    return "\n".join(lines) + "\n"


def path_json(answer: PathAnswer) -> str:
    """Return the same as JSON (`aireview/policy-explain/v1`)."""
    return _encoded(
        {
            "schema": "aireview/policy-explain/v1",
            "path": printable(answer.path),
            "excluded": answer.excluded,
            "checks": answer.checks,
            "block": [_setting(setting) for setting in answer.block],
            "waivers": answer.waivers,
        }
    )


def _setting(setting: Setting) -> Mapping[str, object]:
    return {"key": setting.key, "value": setting.value, "origin": setting.origin}


def _words(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return printable(", ".join(value)) or "-"
    return printable(str(value))


def _encoded(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
