"""Free-form statements of how a change was made: affirm, deny, consulted, message only, or nothing.

Sentences are judged one by one, so that a denial covers its own sentence and nothing else. The
forms are bounded and anchored where prose about a tool would otherwise pass for a statement by
its author: subject matter ("Claude provider"), policy ("must be disclosed"), conditions and
quotations are neutral.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from aireview.attribution import tools, vocabulary
from aireview.attribution.gate import may_state
from aireview.attribution.normalise import bare, without_emoji
from aireview.attribution.vocabulary import pattern
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

AFFIRM, DENY = "any.footer.1", "any.footer.2"
CONSULTED, FOUND = "any.footer.3", "any.footer.4"
MESSAGE = "copilot.footer.2"

_LONGEST_UNIT = 2000
_MOST_LINES = 2000
_SHORT_LINE = 40

_NOTE = r"^(?:(?:note|nb|n\.b\.|fyi|disclaimer|disclosure|full disclosure|btw|also)[:,]? )?"
# The author says so: whole lines, objects of this change, the tool as subject, prompting, help.
_AFFIRM = (
    _NOTE + r"<ADVERB><WRITTEN> <ADVERB><PREP> (?:the )?<TOOL><AFTER>",
    (
        _NOTE + r"<OBJECT> (?:(?:was|were|is|are|has been|have been|got) )?(?:<ADVERB>)<WRITTEN> "
        r"<ADVERB><PREP> <TOOL><AFTER>"
    ),
    (
        r"\b(?:apply|applies|applied|backport\w{0,3}|import\w{0,3}|include\w{0,2}|use|add|adds|merge"
        r"|commit|this|the) (?:the |a |this |some )?(?:patch|code|fix|change|changes|implementation) "
        r"(?:(?:that|which) (?:was|were) )?<WRITTEN> by <TOOL><AFTER>"
    ),
    r"[(\[]\s?<ADVERB>(?:<OBJECT> )?<WRITTEN> <ADVERB><PREP> <TOOL>[^)\]\n]{0,80}[)\]]",
    (
        _NOTE
        + r"(?!the )<TOOL> (?:also |mostly |then |has )?<WROTE>(?= (?!by\b|from\b|for\b|in\b|on\b|when\b"
        r"|with\b|via\b|content|outputs?|messages?|files?\b|titles?|responses?|text\b|ids?\b|images?))"
    ),
    (
        r"\b(?:i|we)(?:'ve| have)? (?:also |mostly |then |just )?(?:prompted|asked|had|let|instructed"
        r"|told|got|directed) <TOOL> (?:to )?<DO>(?!\w)"
    ),
    (
        r"(?:\b(?:i|we)(?:'ve| have)? (?:also |mostly |then |just )?|^)used <TOOL> "
        r"(?:to (?:help )?<DO>(?!\w)|for (?:the |most |some |all |this |writing|generating|drafting|"
        r"refactoring|coding|implement))"
    ),
    (
        r"\b(?:with|thanks to|made with) (?:the |some |a little |a lot of |heavy )?"
        r"(?:help|assistance|aid|support) (?:of|from|by) <TOOL>(?!\w)"
    ),
    r"\bwith <TOOL>(?:'s)? (?:help|assistance)(?!\w)",
    (
        _NOTE
        + r"<OBJECT> (?:was|were|is|are) (?:<ADVERB>)(?:ai|llm|<TOOL>)[- ](?:generated|assisted"
        r"|written|authored)(?!\w)"
    ),
    (
        r"^\W{0,3}(?:ai|llm|<TOOL>)[- ](?:generated|assisted|written|authored)"
        r"(?: (?:possible |bug ?|initial )?(?:commit|patch|code|changes?|pr|fix|tests?|docs?|solution"
        r"|implementation|draft))?(?: (?:for|to) [#\w-]{1,30})?\W{0,3}$"
    ),
    (
        r"^(?:initial|first|rough) (?:pass|draft|version|cut|attempt|implementation)"
        r" (?:with|by|from|using) <TOOL><AFTER>"
    ),
    (
        r"^(?!fix|strip|detect|escape|handle|support)[^,\n]{1,200}, <ADVERB><WRITTEN> <ADVERB><PREP> "
        r"<TOOL>\W{0,3}$"
    ),
    r"[(\[](?:ai|llm|<TOOL>)[- ](?:generated|assisted|written|authored)[)\]]\W{0,3}$",
    (
        _NOTE
        + r"(?:some |all )?(?:ai|llm|<TOOL>)[- ](?:assisted|generated) (?:code generation|coding"
        r"|code|changes|edits|development|programming|tools?) (?:was|were) used(?!\w)"
    ),
    (
        _NOTE + r"(?:this|the) (?:pr|pull request|patch|commit|change|branch) (?:uses|used|includes"
        r"|contains|has) (?:ai|llm|<TOOL>)[- ](?:assisted|generated)(?!\w)"
    ),
    (
        r"(?:本|此|该|這個|这个) ?(?:pr|提交|补丁|代码)[^。\n]{0,30}(?:使用|由|通过|借助)[^。\n]{0,20}"
        r"(?:ai|llm|<TOOL_PLAIN>) ?(?:辅助|生成|编写|协助)"
    ),
    (
        _NOTE
        + r"(?:<OBJECT> (?:was|were|is|are) )?(?:<ADVERB>)vibe[- ]?coded(?: <PREP> <TOOL>)?\W{0,3}$"
    ),
    r"^i am (?:<TOOL>, )?an ai (?:coding )?(?:agent|assistant)(?!\w)",
)
_DENY = (
    r"\b(?:no|not any|without|without any|zero|never) (?:use of )?(?:\w{1,12} ){0,1}<TOOL_PLAIN>",
    (
        r"\b(?:not|never|n't) (?:\w{1,12} ){0,2}(?:written|generated|created|made|used?|using|assisted)"
        r"(?: (?:by|with|using|any|of)){0,2} <TOOL_PLAIN>"
    ),
    r"\b(?:did not|didn't|do not|don't|have not|haven't) use (?:\w{1,12} ){0,1}<TOOL_PLAIN>",
    r"\bnot (?:ai|llm)[- ](?:generated|assisted|written)",
)
_BY_HAND = r"\bhand[- ]?written\b|\b(?:entirely|completely|all|fully|only) by hand\b|written by (?:a )?humans?\b"
_CONSULTED = (
    r"\basked <TOOL_PLAIN> (?:about|how|why|what|whether|if|for (?:advice|help|ideas|an opinion))",
    r"\b(?:consulted|discussed with|checked with|talked to|brainstormed with) <TOOL_PLAIN>",
    (
        r"\bused <TOOL_PLAIN> (?:only )?(?:for|to) (?:research|review|proofread|brainstorm|check"
        r"|understand|look up|find|search|learn|explain|debug|verify|questions|ideas|advice)"
    ),
)
_FOUND = (
    (
        r"\b(?:found|flagged|caught|spotted|reported|reviewed|noticed|identified|detected|discovered"
        r"|pointed out|raised|diagnosed|suggested|requested)(?: \w{1,12}){0,3} (?:by|with|from|in|via)"
        r"(?: the| a)? <TOOL_PLAIN>"
    ),
    (
        r"<TOOL_PLAIN>(?: code)?(?:'s)? (?:reviews?|reviewer|found|flagged|caught|spotted|reported"
        r"|pointed|noticed|suggested|feedback|comments?|findings?|suggestions?)(?!\w)"
    ),
)
_MESSAGE = (
    (
        r"\b(?:commit message|commit description|pr (?:title|description|body)|description|message"
        r"|summary|changelog(?: entry)?|title)s?(?: \w{1,12})? (?:(?:was|were|is) )?(?:also |mostly )?"
        r"(?:written|generated|drafted|created|produced|improved|polished) (?:by|with|using) <TOOL>"
    ),
    r"<TOOL> (?:wrote|generated|drafted) (?:the|this) (?:commit message|message|description|pr)",
)
_POLICY = re.compile(
    r"\b(?:must|should|shall|requires?|required|requirements?|guidelines?|polic(?:y|ies)"
    r"|disclos(?:e|ed|ing)|contributors?|forbid(?:den)?|prohibit\w{0,3}|ban(?:s|ned)?|allow(?:s|ed)?"
    r"|detect(?:s|ed|ion|ing)?|agents\.md|claude\.md|contributing\.md|template)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:could|would|might|may|if|whether|unless|when|whenever|will|going to|wants? to|can|cannot"
    r"|let's|todo|ask|support(?:s|ing)? for|handle|so that|in case|e\.g\.|such as|ability to)\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(
    r"\b(?:partially|partly|in part|(?:some|parts?|portions?|a few|sections?) of)\b|^parts?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:ai|llm|genai|generative ai|gen ai)(?:[ -](?:tools?|tooling|model|code|agent))?[ -]"
    r"(?:disclosure|usage|use|used|assistance|assisted|statement|contribution|attribution"
    r"|generated|involvement|declaration|acknowledge?ments?|note|transparency)(?: statement)?"
    r"|use of (?:ai|llms?)(?: tools?)?|disclosure|ai|assistance disclosure|ai tools?)\s*[:?]\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+(.+?)[ \t#]*|\*\*([^*\n]{2,60})\*\*:?)$")
_NONE = re.compile(
    r"\W{0,3}(?:none|n/?a|no|nope|not used|not applicable|nothing|false|0 ?%|never)\b"
    r"(?!.{0,20}\bexcept\b)",
    re.IGNORECASE,
)
_SAYS_USE = re.compile(
    r"^\W{0,3}yes\b|^\W{0,3}\d{1,3} ?%|\b(?:used|assisted|generated|wrote|written|drafted|helped"
    r"|authored|created|produced|implemented)\b",
    re.IGNORECASE,
)
_BOX = re.compile(r"^[ \t]*[-*] \[(.?)\] (.+)$")
_NEW_UNIT = re.compile(r"^[ \t]*(?:[-*•+] |\d{1,3}[.)] |#|\[|[(])")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=\S)|(?<=[\u3002\uff01\uff1f\uff1b])")
_AI_WORD = re.compile(r"\b(?:ai|llms?|genai|artificial intelligence)\b", re.IGNORECASE)


_VIBE = re.compile(r"vibe[- ]?cod(?:ed|ing)", re.IGNORECASE)


class Statement(msgspec.Struct, frozen=True):
    """What one sentence says about how the change was made. `signature` is the id of the row."""

    signature: str
    effect: Effect
    text: str
    tool: str
    model: str | None = None


def disclosure_signals(lines: Sequence[str], *, where: str = "message") -> tuple[Signal, ...]:
    """Return what the author's own lines say about how the change was made.

    The first line is a subject. Affirmations are `strong`; denials, consultations and reviews are
    signals of their own that decide nothing.
    """
    found: dict[Signal, None] = {}
    for statement in statements(lines):
        strength = {
            AFFIRM: Strength.STRONG,
            MESSAGE: Strength.STRONG,
            CONSULTED: Strength.WEAK,
        }.get(statement.signature, Strength.NONE)
        signal = Signal(
            kind="disclosure",
            tool=statement.tool,
            strength=strength,
            effect=statement.effect,
            quote=quote(statement.text.strip()),
            where=where,
            signature=statement.signature,
            model=statement.model,
        )
        found[signal] = None
    return tuple(found)


def statements(lines: Sequence[str]) -> Iterator[Statement]:
    """Yield the statements of a text, sentence by sentence."""
    for unit, context in _units(lines):
        labelled = context in ("label", "ticked")
        if not labelled and not may_state(unit):
            continue
        if labelled:
            yield from _labelled(unit, context)
            continue
        label = None if context == "subject" else _LABEL.match(unit)
        if label:
            yield from _labelled(label[1], "label")
            continue
        for sentence in _SENTENCE_END.split(unit):
            if may_state(sentence):
                yield from classify(sentence)


def _units(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pieces of prose with their context: subject, body, label (a section) or ticked box."""
    if lines:
        yield without_emoji(bare(lines[0]))[:_LONGEST_UNIT], "subject"
    section = False
    for block in _blocks(lines[1:_MOST_LINES]):
        if box := _BOX.match(block):
            if box[1].lower() == "x":
                yield box[2], "ticked"
        elif _is_title(block):
            section = True
        else:
            yield without_emoji(bare(block)), "label" if section else "body"
            section = False


def _is_title(block: str) -> bool:
    """Whether a heading, or a label with nothing behind it, opens a section on the use of AI."""
    heading = _HEADING.match(block)
    name = (heading[1] or heading[2]) if heading else block
    return (heading is not None or block.endswith(":")) and bool(
        _LABEL.match(name.rstrip(": ") + ":")
    )


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """Yield headings, boxes, and paragraphs with their lines joined, in order."""
    pending: list[str] = []
    for line in lines:
        apart = _BOX.match(line) or _HEADING.match(line)
        if pending and (apart or not line.strip() or _starts(line, pending[-1])):
            yield " ".join(pending)[:_LONGEST_UNIT]
            pending = []
        if apart:
            yield line[:_LONGEST_UNIT]
        elif line.strip() and (pending or not line.startswith(("    ", "\t"))):
            pending.append(line.strip() if pending else without_emoji(bare(line)))
    if pending:
        yield " ".join(pending)[:_LONGEST_UNIT]


def _starts(line: str, before: str) -> bool:
    """Whether a line opens a unit of its own and does not go on with the line before."""
    return (
        before.endswith((".", "!", "?", ":", ")"))
        or _NEW_UNIT.match(line) is not None
        or (line[:1].isupper() and len(line) <= _SHORT_LINE)
    )


def _labelled(text: str, context: str) -> Iterator[Statement]:
    """Judge a labelled line, the first paragraph of a section, or a ticked box."""
    if context == "ticked" and not (_AI_WORD.search(text) or _mentions(text)):
        return
    if _NONE.match(text):
        yield Statement(DENY, Effect.NOT_AI, text, tools.UNKNOWN)
        return
    if context == "ticked" and (_POLICY.search(text) or not _SAYS_USE.search(text)):
        return
    judged = [s for part in _SENTENCE_END.split(text) for s in classify(part)]
    if judged:
        yield from judged
    elif (_mentions(text) and not _POLICY.search(text)) or _SAYS_USE.search(text):
        yield _statement(AFFIRM, text, text)


def _mentions(text: str) -> bool:
    return pattern(r"(?<!\w)<TOOL>").search(text) is not None


def classify(sentence: str) -> tuple[Statement, ...]:
    """Judge one sentence: the statements it makes about the change, mostly none or one."""
    if found := _first(_MESSAGE, sentence):
        return (_statement(MESSAGE, found[0], sentence, Effect.MESSAGE),)
    if found := _first(_DENY, sentence) or (
        re.search(_BY_HAND, sentence, re.IGNORECASE) if _mentions(sentence) else None
    ):
        return (_statement(DENY, found[0], sentence, Effect.NOT_AI),)
    if found := _first(_CONSULTED, sentence):
        return (_statement(CONSULTED, found[0], sentence, Effect.CONTEXT),)
    affirmed = _affirmed(sentence)
    if affirmed is None:
        if found := _first(_FOUND, sentence):
            return (_statement(FOUND, found[0], sentence, Effect.NOT_AI),)
        return ()
    if _POLICY.search(sentence) or _CONDITION.search(sentence[: affirmed.start()]):
        return ()
    effect = Effect.PARTIAL if _PARTIAL.search(sentence[: affirmed.end()]) else Effect.AI
    return (_statement(AFFIRM, affirmed[0], sentence, effect),)


def _first(forms: Sequence[str], sentence: str) -> re.Match[str] | None:
    for form in forms:
        if found := pattern(form).search(sentence):
            return found
    return None


def _affirmed(sentence: str) -> re.Match[str] | None:
    for form in _AFFIRM:
        found = pattern(form).search(sentence)
        if found and not _is_everyday(found) and not _quoted(sentence, found.start()):
            return found
    return None


def _is_everyday(found: re.Match[str]) -> bool:
    """Whether the tool is an ordinary word written small, or a person's name."""
    tool = found.groupdict().get("tool")
    if tool is None:
        return False
    rest = found.string[found.end("tool") :]
    if tools.is_person(tool.split(" ")[-1] + rest[:40]):
        return True
    return tool.split(" ")[0] in vocabulary.EVERYDAY and tool[0].islower()


def _quoted(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return (
        before.count("`") % 2 == 1
        or before.count('"') % 2 == 1
        or before.count("“") > before.count("”")
    )


def _statement(
    signature: str, matched: str, sentence: str, effect: Effect = Effect.AI
) -> Statement:
    named = _VIBE.sub("", matched), _VIBE.sub("", sentence)
    tool = tools.tool_in(named[0]) or tools.tool_in(named[1]) or tools.UNKNOWN
    return Statement(signature, effect, sentence, tool, tools.model_in(sentence))
