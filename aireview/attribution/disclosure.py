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

from aireview.attribution import disclosure_forms as forms
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

_LABEL = re.compile(
    r"^(?:(?:ai|llm|genai|generative ai|gen ai)(?:[ -](?:tools?|tooling|model|code|agent))?[ -]"
    r"(?:disclosure|usage|use|used|assistance|assisted|statement|contribution|attribution"
    r"|generated|involvement|declaration|acknowledge?ments?|note|transparency)(?: statement)?"
    r"|use of (?:ai|llms?)(?: tools?)?|disclosure|ai|assistance disclosure|ai tools?)\s*[:?]\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+(.+?)[ \t#]*|\*\*([^*\n]{2,60})\*\*:?)$")
_BOX = re.compile(r"^[ \t]*[-*] \[(.?)\] (.+)$")
_NEW_UNIT = re.compile(r"^[ \t]*(?:[-*•+] |\d{1,3}[.)] |#|\[|[(])")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=\S)|(?<=[\u3002\uff01\uff1f\uff1b])")


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
    if context == "ticked" and not (forms.AI_WORD.search(text) or _mentions(text)):
        return
    if forms.NONE.match(text):
        yield Statement(DENY, Effect.NOT_AI, text, tools.UNKNOWN)
        return
    if context == "ticked" and (forms.POLICY.search(text) or not forms.SAYS_USE.search(text)):
        return
    judged = [s for part in _SENTENCE_END.split(text) for s in classify(part)]
    if judged:
        yield from judged
    elif (_mentions(text) and not forms.POLICY.search(text)) or forms.SAYS_USE.search(text):
        yield _statement(AFFIRM, text, text)


def _mentions(text: str) -> bool:
    return pattern(r"(?<!\w)<TOOL>").search(text) is not None


def classify(sentence: str) -> tuple[Statement, ...]:
    """Judge one sentence: the statements it makes about the change, mostly none or one."""
    if found := _first(forms.MESSAGE, sentence):
        return (_statement(MESSAGE, found[0], sentence, Effect.MESSAGE),)
    if found := _first(forms.DENY, sentence) or (
        re.search(forms.BY_HAND, sentence, re.IGNORECASE) if _mentions(sentence) else None
    ):
        return (_statement(DENY, found[0], sentence, Effect.NOT_AI),)
    if found := _first(forms.CONSULTED, sentence):
        return (_statement(CONSULTED, found[0], sentence, Effect.CONTEXT),)
    affirmed = _affirmed(sentence)
    if affirmed is None:
        if found := _first(forms.FOUND, sentence):
            return (_statement(FOUND, found[0], sentence, Effect.NOT_AI),)
        return ()
    if forms.POLICY.search(sentence) or forms.CONDITION.search(sentence[: affirmed.start()]):
        return ()
    effect = Effect.PARTIAL if forms.PARTIAL.search(sentence[: affirmed.end()]) else Effect.AI
    return (_statement(AFFIRM, affirmed[0], sentence, effect),)


def _first(forms: Sequence[str], sentence: str) -> re.Match[str] | None:
    for form in forms:
        if found := pattern(form).search(sentence):
            return found
    return None


def _affirmed(sentence: str) -> re.Match[str] | None:
    for form in forms.AFFIRM:
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
