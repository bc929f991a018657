"""The words of the disclosure grammar: tools, writing verbs, and what stands around them.

Every pattern is one level of repetition at most and bounded, so that matching is linear.
"""

from __future__ import annotations

import functools
import re

# Words, one of which every sentence about a tool contains.
TOOL_WORDS = frozenset(
    (
        b"ai agent agents aider amazon antigravity artificial auggie augment chatgpt claude cline "
        b"codewhisperer codex copilot cursor deepseek devin gemini genai glm google gpt grok haiku "
        b"jules junie kilo kimi kiro llama llm llms lovable minimax mistral opencode openhands opus "
        b"qwen replit roo sonnet tabnine vibe vibecoded windsurf"
    ).split()
)
# Substrings (lower case), one of which every statement contains.
VERB_NEEDLES = (
    "writ", "wrote", "generat", "creat", "made", "make", "implement", "author", "draft", "produc",
    "develop", "built", "coded", "assist", "refactor", "port", "translat", "fix", "compos", "craft",
    "prompt", "used", "using", "usage", "help", "disclos", "statement", "asked", "done", "did", "found",
    "flagged", "caught", "spotted", "review", "contribut", "[x]", "no ai", "without", "scaffold",
    "had ", "let ", "aid of", " by ", "tool", "suggest", "program", "adapt", "take ", "chang", "edit", "使用", "生成",
)  # fmt: skip

_VERSION = (
    r"(?:[ -](?:v?\d[\w.]{0,12}|opus|sonnet|haiku|fable|pro|flash|mini|max|codex|code|cli|agent|ai"
    r"|desktop|web|chat|preview|coder|developer|composer)(?!\w)){0,4}"
)
_NAMED = (
    r"(?:(?:anthropic|openai|google|github|microsoft|xai|meta)(?:'s)? )?"
    r"(?:claude|codex|copilot|chat-?gpt|gpt-?\d[\w.]{0,12}|gemini|cursor|windsurf|aider|openhands"
    r"|opencode|amazon q|deepseek|qwen|kimi|grok|cline|roo code|kilo code|junie|augment(?: code)?"
    r"|auggie|antigravity|kiro|devin ai|google jules|mistral vibe|tabnine|codewhisperer"
    r"|replit agent|lovable|opus|sonnet|haiku|llama|glm|minimax)(?!\w)" + _VERSION
)
_GENERIC = (
    r"(?:(?:an? |the |some |generative |using )?(?:ai|llm|gen-?ai|generative ai"
    r"|artificial intelligence|large language model|language model)s?(?!\w)"
    r"(?:[ -](?:tools?|tooling|assistants?|assistance|agents?|models?|bots?|pair programmer|help"
    r"|coding (?:tools?|assistants?|agents?)|code (?:tools?|assistants?|generators?))(?!\w))?"
    r"|(?:an? |the )(?:coding |autonomous )agent(?!\w)"
    r"|an? agent(?= ?\())"
)
_SUBJECT_MATTER = (
    r"(?![ \t'\u2019s-]{0,3}[ \t-](?:providers?|support|apis?|plugins?|prompts?|integrations?|settings?"
    r"|config\w{0,10}|sdk|extensions?|adapters?|backends?|clients?|endpoints?|tokens?|keys?"
    r"|sessions?|servers?|responses?|positions?|pagination|workspaces?|hooks?|skills?|commands?"
    r"|files?|outputs?|docs|users?|icons?|themes?|rules?|instructions|workflows?|templates?"
    r"|terminal|mode|panel|buttons?|editor|messages?|requests?|calls?|class|module|package"
    r"|repo|binary|installation|version|features?|login|auth|account|based|style|like|specific"
    r"|compatible|aware|powered|related|is|are|was not|does|should|can|will)(?!\w))"
)
TOOL = r"(?P<tool>" + _GENERIC + "|" + _NAMED + ")" + _SUBJECT_MATTER
TOOL_PLAIN = "(?:" + _GENERIC + "|" + _NAMED + ")"

WRITTEN = (
    r"(?:co-?written|written|co-?authored|authored|generated|auto-?generated|created|made"
    r"|implemented|drafted|produced|co-?developed|developed|built|coded|assisted|refactored"
    r"|vibe[- ]?coded|ported|translated|composed|crafted|scaffolded|pair[- ]programmed|prepared"
    r"|done|changed|adapted|edited)"
)
WROTE = (
    r"(?:co-?wrote|wrote|generated|implemented|authored|drafted|produced|coded|refactored|ported"
    r"|translated|did(?! not\b|n't)|helped|assisted|scaffolded|came up with|has written|was used)"
)
DO = (
    r"(?:write|port|implement|fix|generate|create|refactor|do (?:the|this|most|all|it)|draft|add"
    r"|adapt|take (?:a|the)|produce|build|code|author"
    r"|translate|scaffold|convert|rewrite|update|migrate|make|develop|come up with|help (?:me )?"
    r"(?:to )?(?:write|with|port|implement|fix|generate|create|refactor|draft))"
)
PREP = (
    r"(?:by|with|using|via|w/|(?:in collaboration|together) with|by prompting|through"
    r"|with (?:some |the |a little |a lot of |heavy )?(?:help|assistance|aid|support) (?:of|from|by))"
)
ADVERB = (
    r"(?:(?:mostly|mainly|entirely|fully|largely|partially|partly|initially|originally|primarily"
    r"|heavily|completely|also|all|almost entirely|100 ?%|in part|in full|jointly) ){0,2}"
)
OBJECT = (
    r"(?:(?:most|all|some|parts?|half|much|portions?|the (?:bulk|majority|rest|whole)|large parts?"
    r"|everything|nearly all|\d{1,3} ?%) (?:of )?)?"
    r"(?:(?:this|the|these|it|its|my|our|here|both|that) ?)?"
    r"(?:(?:unit|initial|new|entire|test|integration|whole|regression|following|first|source) ){0,2}"
    r"(?:code|commits?|patch(?:es)?|prs?|pull requests?|changes?|changesets?|changeset|fix(?:es)?"
    r"|tests?|docs?|documentation|implementation|refactor(?:ing)?|work|scripts?|migrations?"
    r"|series|everything|diff|parser|module|it|this|parts?|bulk|contribution)"
)
AFTER = (
    r"(?:\s?[(\[<][^)\]>\n]{0,200}[)\]>]){0,2}"
    r"(?=\s*$|\s*[.!,;:)\u2013\u2014-]|\s+(?:and|then|with|but|under|from|based|via|on|at|plus|to|for|in"
    r"|using|as|after|over|while|following)(?!\w))"
)

# Tools whose name is also an everyday word or a place in a database: written small they prove
# nothing ("generated with cursor").
EVERYDAY = frozenset(
    {"cursor", "augment", "opus", "sonnet", "haiku", "kimi", "grok", "llama", "codex", "gemini",
     "cline", "lovable", "kiro", "antigravity", "agent"}
)  # fmt: skip


@functools.cache
def pattern(template: str) -> re.Pattern[str]:
    """Compile a form of the grammar; `<NAME>` stands for the constant of this module."""
    for name in (
        "TOOL_PLAIN",
        "TOOL",
        "WRITTEN",
        "WROTE",
        "DO",
        "PREP",
        "ADVERB",
        "OBJECT",
        "AFTER",
    ):
        template = template.replace(f"<{name}>", str(globals()[name]))
    return re.compile(template, re.IGNORECASE)
