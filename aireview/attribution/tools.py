"""Which tool and which model a free-form value names, and when it names a person instead."""

from __future__ import annotations

import functools
import re

# Word as tools and models are written -> tool id. Searched as whole words; the first in the text
# decides, so "Claude Opus via Crush" is Claude unless an address says otherwise.
_WORDS = {
    "claude": "claude-code",
    "anthropic": "claude-code",
    "opus": "claude-code",
    "sonnet": "claude-code",
    "haiku": "claude-code",
    "fable": "claude-code",
    "chatgpt": "chatgpt",
    "gpt": "chatgpt",
    "codex": "codex",
    "copilot": "copilot",
    "cursor": "cursor",
    "composer": "cursor",
    "gemini": "gemini",
    "devin": "devin",
    "jules": "jules",
    "google-labs-jules": "jules",
    "aider": "aider",
    "openhands": "openhands",
    "opendevin": "openhands",
    "windsurf": "windsurf",
    "cascade": "windsurf",
    "amp": "amp",
    "droid": "factory-droid",
    "factory-droid": "factory-droid",
    "junie": "junie",
    "augment": "augment",
    "auggie": "augment",
    "kiro": "kiro",
    "amazon q": "amazon-q",
    "opencode": "opencode",
    "goose": "goose",
    "qwen": "qwen",
    "kimi": "kimi",
    "minimax": "minimax",
    "deepseek": "deepseek",
    "grok": "grok",
    "mistral": "vibe",
    "vibe": "vibe",
    "llama": "llama",
    "glm": "glm",
    "crush": "crush",
    "cline": "cline",
    "roo": "roo",
    "roomote": "roo",
    "kilo": "kilo",
    "kilocode": "kilo",
    "letta": "letta",
    "antigravity": "antigravity",
    "trae": "trae",
    "warp": "warp-oz",
    "warp-agent": "warp-oz",
    "oz": "warp-oz",
    "mux": "mux",
    "xum": "mux",
    "forge": "forge",
    "forgecode": "forge",
    "continue": "continue",
    "replit": "replit",
    "lovable": "lovable",
    "v0": "v0",
    "pi": "pi",
    "bob": "bob-gptme",
    "open-swe": "open-swe",
    "open swe": "open-swe",
    "sweep": "sweep",
    "sweep-ai": "sweep",
    "codegen": "codegen",
    "codegen-sh": "codegen",
    "sisyphus": "sisyphus",
    "iflow": "iflow",
    "octofriend": "octofriend",
    "openclaw": "openclaw",
    "posthog code": "posthog-code",
    "posthog desktop": "posthog-code",
    "symphony": "symphony",
    "blackbox": "blackbox",
    "tabnine": "tabnine",
    "codewhisperer": "amazon-q",
}
UNKNOWN = "unknown-agent"


@functools.cache
def _tool_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.])(" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + r")"
        r"(?![a-z])",
        re.IGNORECASE,
    )


@functools.cache
def _model_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.])("
        r"claude[- ](?:opus|sonnet|haiku|fable|\d)[\w.-]{0,40}(?: \d[\w.]{0,12})?"
        r"|(?:opus|sonnet|haiku|fable)[- ]\d[\w.]{0,12}"
        r"|gpt-?\d[\w.-]{0,40}|o[134](?:-mini|-pro)?(?![\w.])"
        r"|gemini[- ]\d[\w.-]{0,40}(?: (?:pro|flash))?"
        r"|(?:glm|kimi|qwen|deepseek|grok|minimax|llama|mistral|devstral|codestral|composer)"
        r"[- ]?[a-z]?\d[\w.-]{0,40}"
        r"|deepseek-[\w.-]{1,40}"
        r")",
        re.IGNORECASE,
    )


# Tools that are also first names, and words that make the pair a product again.
_FIRST_NAMES = frozenset(
    {"claude", "jules", "devin", "bob", "cline", "letta", "oz", "goose", "kimi", "mux", "pi"}
    | {"sisyphus", "junie", "cascade", "forge", "warp", "crush", "roo", "amp", "augment"}
)
_PRODUCT_WORDS = frozenset(
    {
        "code",
        "opus",
        "sonnet",
        "haiku",
        "fable",
        "ai",
        "agent",
        "bot",
        "cli",
        "via",
        "and",
        "desktop",
    }
    | {"web", "app", "pro", "max", "loop", "model", "developer", "assistant", "in", "with", "using"}
    | {"for", "on", "from", "by", "github", "action", "session", "swe", "terminal", "instant", "i"}
    | {"mythos", "was", "is", "wrote", "then", "the", "labs", "studio", "cloud", "plus", "team"}
)
_NAME_PAIR = re.compile(r"([^\W\d_]+)[ \t]+([^\W\d_][^\W\d_'\u2019.-]*)")


def tool_in(text: str) -> str | None:
    """Return the id of the tool that a value names first, None when it names none."""
    found = _tool_pattern().search(text)
    return _WORDS[found[1].lower()] if found else None


def model_in(text: str) -> str | None:
    """Return the model that a value names, as written, None when it names none."""
    found = _model_pattern().search(text[:400])
    return found[1].strip(" .-") if found else None


def is_person(text: str) -> bool:
    """Whether a name such as "Claude Martin" is a person's: a tool's first name and a surname."""
    pair = _NAME_PAIR.match(text.strip(" \"'*_"))
    return (
        pair is not None
        and pair[1].lower() in _FIRST_NAMES
        and pair[2][0].isupper()
        and pair[2].lower() not in _PRODUCT_WORDS
    )
