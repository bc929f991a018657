"""The trailer that names an agent: `Assisted-by: <agent>[:<model>]`.

Form of the Linux kernel (Documentation/process/coding-assistants.rst). The names are those under
which a reader, ours included, recognises the tool.
"""

from __future__ import annotations

import re

from aireview.model.provenance import Signal

KEY = "Assisted-by"

# Tool id -> name, where the id written out is not what people call the tool. Names that a reader
# may not know carry the word agent.
_NAMES = {
    "amazon-q": "Amazon Q",
    "amp": "Amp",
    "antigravity": "Antigravity",
    "augment": "Augment Code",
    "claude-code": "Claude Code",
    "cline": "Cline",
    "codex": "Codex",
    "copilot": "GitHub Copilot",
    "crush": "Crush",
    "cursor": "Cursor",
    "devin": "Devin",
    "factory-droid": "Factory Droid",
    "gemini": "Gemini CLI",
    "goose": "Goose",
    "iflow": "iFlow agent",
    "jules": "Jules",
    "junie": "Junie",
    "kilo": "Kilo Code",
    "kimi": "Kimi",
    "kiro": "Kiro",
    "letta": "Letta",
    "octofriend": "Octofriend agent",
    "openclaw": "OpenClaw agent",
    "opencode": "OpenCode",
    "openhands": "OpenHands",
    "qwen": "Qwen Code",
    "roo": "Roo Code",
    "trae": "Trae",
    "vibe": "Mistral Vibe",
    "warp-oz": "Warp",
    "windsurf": "Windsurf",
}
_UNNAMED = frozenset({"", "any", "unknown-agent"})
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._+-]{0,39}")
_MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/@+-]{0,99}")


def trailer_line(signal: Signal) -> str | None:
    """Return the trailer for the tool of a signal, None for a tool that has no name to write.

    Names that are not plain words are never copied into a message: they came from outside.
    """
    if signal.tool in _UNNAMED:
        return None
    name = _NAMES.get(signal.tool, signal.tool)
    if not _PLAIN.fullmatch(name):
        return None
    model = signal.model if signal.model and _MODEL.fullmatch(signal.model) else None
    return f"{KEY}: {name}:{model}" if model else f"{KEY}: {name}"
