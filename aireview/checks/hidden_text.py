"""The hidden-text check: characters that a reviewer cannot see, or reads as something else.

Classes of characters: Unicode's control, format, private and unassigned categories, blank letters,
variation selectors and tags, except where they belong (a joiner inside an emoji, a tag sequence of
a flag, a byte-order mark at the start of a file). Bidirectional controls and tags in source have no
honest use ("Trojan Source", CVE-2021-42574). Letters of another script inside an identifier
("homoglyphs", CVE-2021-42694) are told by mixed scripts within one word: Unicode Technical Standard
39, restriction level "single script", eased for the scripts that Latin is commonly mixed with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from aireview.checks.seam import Check, Context, direct, readable
from aireview.diffs.languages import is_code
from aireview.diffs.lines import split_lines
from aireview.model.change import ChangedFile, LineRange
from aireview.model.finding import Finding, Rule, Severity, Tier
from aireview.model.text import quote

NAME = "hidden-text"
_REFERENCES = (
    "https://trojansource.codes/",
    "https://www.unicode.org/reports/tr36/",
    "https://www.unicode.org/reports/tr39/",
)

BIDI = Rule(
    id="bidirectional-control",
    title="Control character that reorders the text a reviewer sees",
    tier=Tier.A,
    severity=Severity.HIGH,
    check=NAME,
    cwe="CWE-1007",
    references=("https://www.cve.org/CVERecord?id=CVE-2021-42574", *_REFERENCES),
)
SMUGGLED = Rule(
    id="hidden-instruction",
    title="Invisible characters that carry text",
    tier=Tier.A,
    severity=Severity.HIGH,
    check=NAME,
    cwe="CWE-1007",
    references=_REFERENCES,
)
LINE_BREAK = Rule(
    id="hidden-line-break",
    title="Line break that a reviewer does not see",
    tier=Tier.A,
    severity=Severity.HIGH,
    check=NAME,
    cwe="CWE-1007",
    references=_REFERENCES,
)
INVISIBLE = Rule(
    id="hidden-characters",
    title="Character that a reviewer cannot see",
    tier=Tier.B,
    severity=Severity.MEDIUM,
    check=NAME,
    cwe="CWE-1007",
    references=_REFERENCES,
)
HOMOGLYPH = Rule(
    id="homoglyph-identifier",
    title="Identifier with letters of two scripts that look alike",
    tier=Tier.A,
    severity=Severity.HIGH,
    check=NAME,
    cwe="CWE-1007",
    references=("https://www.cve.org/CVERecord?id=CVE-2021-42694", *_REFERENCES),
)
# In translations and prose it is a typing mistake nearly always.
_IN_DATA = msgspec.structs.replace(HOMOGLYPH, tier=Tier.B, severity=Severity.LOW)
# In translations right-to-left text needs these characters now and then.
_ORDERED_DATA = msgspec.structs.replace(BIDI, tier=Tier.B, severity=Severity.MEDIUM)
RULES = (BIDI, SMUGGLED, LINE_BREAK, INVISIBLE, HOMOGLYPH)

# Without Cn: what is unassigned in the Unicode of this Python may be next year's emoji.
_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = frozenset(
    "\u061c\u200e\u200f"
)  # LRM, RLM, ALM: order, but legitimate beside Hebrew, Arabic
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_BLANK = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\ufdd0-\ufdef\ufffe\uffff]"
)
# A flag is U+1F3F4 with tags up to the cancel tag; a selector or joiner belongs to what it follows.
_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a\U000e0030-\U000e0039]{2,8}\U000e007f")
# Icon fonts live in the private-use area, and style sheets name their glyphs.
_PASTED = 3
_TRANSLATIONS = frozenset(
    {"i18n", "intl", "l10n", "lang", "langs", "languages", "locale", "locales", "translations"}
)
# Interpreters start a new line here (Python at CR; JavaScript also at the others), while git, forges
# and rules go on with the old one: what looks like the end of a comment is code.
_BREAKS = frozenset("\r\u2028\u2029")
_BROKEN = (
    "This line holds a break that only interpreters see: what follows it is a line of its own."
)
_STYLES = (".css", ".scss", ".sass", ".less", ".styl")
_WORD = re.compile(r"\w+")
_LONGEST_WORD = 40  # longer ones are tables of letters, not identifiers


def _find(context: Context) -> tuple[Finding, ...]:
    return tuple(
        finding
        for file, text in readable(context)
        if not text.isascii() or _has_control(text)
        for finding in _in_file(file, text)
    )


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _has_control(text: str) -> bool:
    return _CONTROL.search(text) is not None


def _in_file(file: ChangedFile, text: str) -> Iterator[Finding]:
    lines = split_lines(text)
    for span in file.added:
        for number in range(span.start, min(span.end, len(lines)) + 1):
            line = lines[number - 1].removesuffix("\r")
            if number == 1:
                line = line.removeprefix("\ufeff")
            if not line.isascii() or _has_control(line):
                yield from _in_line(file, number, line)


def _in_line(file: ChangedFile, number: int, line: str) -> Iterator[Finding]:
    hidden = _hidden(line)
    if file.path.endswith(_STYLES):
        hidden = "".join(c for c in hidden if unicodedata.category(c) != "Co")
    if is_code(file.path) and any(char in _BREAKS for char in hidden):
        yield _finding(file, number, line, LINE_BREAK, _BROKEN)
    elif hidden:
        rule, what = _name(hidden)
        if rule is BIDI and not is_code(file.path):
            rule = _ORDERED_DATA
        if rule is not INVISIBLE or is_code(file.path) or _is_odd(hidden):
            yield _finding(file, number, line, rule, what)
    for word in _WORD.findall(line):
        if not word.isascii() and len(word) <= _LONGEST_WORD:
            odd = _foreign(word)
            if odd:
                rule = _IN_DATA if _is_prose(file.path) else HOMOGLYPH
                yield _finding(file, number, line, rule, _describe(word, odd))
                break


def _is_prose(path: str) -> bool:
    """Whether a file holds text for people: data, documents, translations in any syntax."""
    return not is_code(path) or not _TRANSLATIONS.isdisjoint(path.lower().split("/")[:-1])


def _is_odd(hidden: str) -> bool:
    """Whether hidden characters of data or prose are more than what pasting brings along.

    Soft hyphens divide words there, and a pair of zero-width spaces is harmless; a run of them can
    carry a message.
    """
    return len(hidden.replace("\u00ad", "")) > _PASTED or any(
        unicodedata.category(char) == "Cc" for char in hidden
    )


def _hidden(line: str) -> str:
    """Return the hidden characters of a line, in order, without those that belong where they are."""
    rest = _FLAG.sub("", line)
    return "".join(c for i, c in enumerate(rest) if _is_hidden(c) and not _belongs(rest, i))


def _is_hidden(char: str) -> bool:
    if char == "\t" or 0xDC80 <= ord(char) <= 0xDCFF:  # a byte that is no UTF-8: visible as such
        return False
    return unicodedata.category(char) in _CATEGORIES or _BLANK.match(char) is not None


_SYMBOLS = ("So", "Sm", "Po", "Sk")
_EMOJI_BASES = "#*0123456789\u2139\u3030"  # of no symbol category


def _belongs(line: str, index: int) -> bool:
    """Whether the character at `index` shapes its neighbours as Unicode means it to."""
    char = line[index]
    before = line[index - 1] if index else ""
    after = line[index + 1 : index + 2]
    if char in "\ufe0e\ufe0f":  # text or emoji presentation
        return bool(before) and (before in _EMOJI_BASES or unicodedata.category(before) in _SYMBOLS)
    if char == "\u200d":  # joiner of an emoji sequence, or of a script that needs it
        return _pictograph(before) or before == "\ufe0f" or _shaped(before)
    if char == "\u200b":  # where a line may break in a script that writes no spaces
        return _unspaced(before) or _unspaced(after)
    if char == "\u200c":
        return _shaped(before) and _shaped(after)
    if char in _MARKS:
        return _right_to_left(before) or _right_to_left(after)
    return char == "\x0c" and not line.strip()  # a form feed alone on a line divides a file


def _pictograph(char: str) -> bool:
    return bool(char) and (0x1F000 <= ord(char) <= 0x1FAFF or 0x2190 <= ord(char) <= 0x2BFF)


def _shaped(char: str) -> bool:
    """Whether a letter belongs to a script that joiners shape (Arabic, Indic and their kin)."""
    return bool(char) and (0x0600 <= ord(char) <= 0x0DFF or 0x1780 <= ord(char) <= 0x18AF)


def _unspaced(char: str) -> bool:
    """Whether a letter belongs to a script without spaces (Thai, Lao, Myanmar, Khmer)."""
    return bool(char) and (
        0x0E00 <= ord(char) <= 0x0EFF
        or 0x1000 <= ord(char) <= 0x109F
        or 0x1780 <= ord(char) <= 0x17FF
    )


def _right_to_left(char: str) -> bool:
    return bool(char) and unicodedata.bidirectional(char) in ("R", "AL", "AN")


def _name(hidden: str) -> tuple[Rule, str]:
    points = " ".join(f"U+{ord(c):04X}" for c in hidden[:8]) + (" …" if len(hidden) > 8 else "")
    message = _message(hidden)
    if message:
        return SMUGGLED, f"{len(hidden)} invisible characters spell “{message}” ({points})."
    if any(c in _BIDI for c in hidden):
        return BIDI, f"The order of this line on screen is not its order in the file ({points})."
    names = ", ".join(dict.fromkeys(unicodedata.name(c, "CONTROL").lower() for c in hidden[:8]))
    return INVISIBLE, f"This line holds characters that nobody sees: {names} ({points})."


def _message(hidden: str) -> str:
    """Return the text that tags or variation selectors spell, empty where they spell none."""
    tags = "".join(chr(ord(c) - 0xE0000) for c in hidden if _TAGS.match(c) and ord(c) > 0xE001F)
    if len(tags) >= 2:
        return quote(tags, 60)
    octets = bytes(_octet(c) for c in hidden if _SELECTORS.match(c))
    return quote(octets.decode("utf-8", "replace"), 60) if len(octets) >= 3 else ""


def _octet(selector: str) -> int:
    code = ord(selector)
    return code - 0xFE00 if code <= 0xFE0F else code - 0xE0100 + 16


# Scripts whose every letter passes for a Latin one, by the first word of the character's name, and
# the letters of other scripts that do (a subset of Unicode's confusables.txt).
_ALIKE_SCRIPTS = frozenset({"CHEROKEE", "FULLWIDTH", "LISU", "MATHEMATICAL"})
_ALIKE_LETTERS = frozenset(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u0475\u04cf"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03bf\u03bd\u03b9\u03ba\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03f3"
    "\u0585\u057d\u0570\u0578\u2c9f\u2ca3\u2c85"
)


def _foreign(word: str) -> str:
    """Return the look-alike letters of a word (an identifier) that passes for a Latin one.

    It does when it has Latin letters and each of its parts (between underscores) could be read as
    Latin: a word of another script with one stray letter could not.
    """
    plain = sum(char.isascii() and char.isalpha() for char in word)
    if plain == 0 or plain < sum(not char.isascii() and _is_latin(char) for char in word):
        return ""  # no Latin word, or a table of letters with accents
    return "".join(dict.fromkeys(c for part in word.split("_") for c in _alike(part)))


def _alike(part: str) -> str:
    letters = [char for char in part if char.isalpha()]
    passes = all(_is_latin(char) or _looks_latin(char) for char in letters)
    return "".join(char for char in letters if _looks_latin(char)) if passes else ""


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


def _looks_latin(char: str) -> bool:
    script = unicodedata.name(char, "").split(" ", 1)[0]
    return char in _ALIKE_LETTERS or script in _ALIKE_SCRIPTS


def _describe(word: str, odd: str) -> str:
    shown = "".join(f"\\u{{{ord(c):04X}}}" if c in odd else c for c in word)
    names = ", ".join(unicodedata.name(c, "?").lower() for c in odd[:4])
    return f"`{quote(shown, 80)}` mixes scripts: {names}. It only looks like a Latin word."


_FIXES = {
    BIDI.id: "Delete the control characters, or write them as escapes where the text needs them.",
    SMUGGLED.id: "Delete the invisible characters, and find out who put them there.",
    LINE_BREAK.id: "Write a line feed where the line should end, or an escape inside a text.",
    INVISIBLE.id: "Delete the characters, or write them as escapes such as `\\u200b`.",
    HOMOGLYPH.id: "Type the identifier again in one script.",
}


def _finding(file: ChangedFile, number: int, line: str, rule: Rule, message: str) -> Finding:
    span = LineRange(number, number)
    return Finding(
        rule=rule,
        path=file.path,
        start_line=span.start,
        end_line=span.end,
        message=message,
        snippet=line,
        fix=_FIXES[rule.id],
    )


HIDDEN_TEXT: Check = direct(NAME, _find)
