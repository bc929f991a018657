"""What a forge says about a pull request: its branch, title, body, author and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aireview.attribution import message, signatures
from aireview.attribution.branch import branch_signals
from aireview.attribution.disclosure import disclosure_signals
from aireview.attribution.gate import Gate, gate
from aireview.attribution.identities import AUTHOR, identity_row
from aireview.attribution.own_words import OwnText
from aireview.attribution.tools import UNKNOWN, tool_in
from aireview.model.change import PullRequest
from aireview.model.provenance import Effect, Signal, Strength
from aireview.model.text import quote

WHERE_BODY = "pull-request body"
_LONGEST_TITLE = 1000
# Rows that the disclosure grammar judges (a box may be ticked under a sentence that denies).
_JUDGED_AS_SENTENCES = frozenset({"any.pr.1", "any.pr.7"})
_LABEL = re.compile(
    r"^(?:ai|llm|agent|claude|codex|copilot|cursor|devin|jules|gemini)[-_ :/]?"
    r"(?:generated|assisted|authored|written|created|coded)$|^(?:codex|devin-pr|sweep)$",
    re.IGNORECASE,
)


def pull_request_signals(pr: PullRequest) -> tuple[Signal, ...]:
    """Return what a pull request says beyond its commits. Every field may be empty.

    The author is an account login; an agent's account is explicit whatever the commits say.
    """
    found: dict[Signal, None] = {}
    for signal in (
        *_author(pr.author),
        *branch_signals(pr.branch),
        *_body(pr),
        *_labels(pr.labels),
    ):
        found[signal] = None
    return tuple(found)


def _author(login: str) -> Iterator[Signal]:
    name = login.strip().removeprefix("app/")
    for candidate in (name, f"{name}[bot]") if login.strip().startswith("app/") else (name,):
        row = identity_row("", f"{candidate}@users.noreply.github.com", AUTHOR)
        if row is not None and (row.effect is Effect.BOT or row.strength is Strength.EXPLICIT):
            yield Signal(
                kind="pull-request",
                tool=row.tool,
                strength=row.strength,
                effect=Effect.BOT if row.effect is Effect.BOT else Effect.AI,
                quote=quote(login),
                where="pull-request author",
                signature=row.id,
            )
            return


def _body(pr: PullRequest) -> Iterator[Signal]:
    title = pr.title[:_LONGEST_TITLE].replace("\n", " ")
    text = message.own_message(f"{title}\n{pr.body}")
    own = "\n".join(text.lines)
    for row in signatures.rows("pr-body"):
        if row.effect is Effect.NOT_AI or row.id in _JUDGED_AS_SENTENCES:
            continue
        if found := signatures.regex(row.pattern).search(own):
            yield Signal(
                kind="pull-request",
                tool=row.tool,
                strength=row.strength,
                effect=row.effect,
                quote=quote(found[0]),
                where=WHERE_BODY,
                signature=row.id,
            )
    yield from _as_message(text, gate(own))


def _as_message(text: OwnText, opened: Gate) -> Iterator[Signal]:
    """Yield what the markers of a commit message say here; sentences where no marker does."""
    marked = False
    for signal in message.marker_signals(text, opened, ""):
        marked = marked or signal.effect in (Effect.AI, Effect.PARTIAL)
        yield Signal(
            kind="pull-request",
            tool=signal.tool,
            strength=signal.strength,
            effect=signal.effect,
            quote=signal.quote,
            where=WHERE_BODY,
            signature=signal.signature,
            model=signal.model,
        )
    if opened.statements and not marked:
        yield from disclosure_signals(text.lines, where=WHERE_BODY)


def _labels(labels: tuple[str, ...]) -> Iterator[Signal]:
    for label in labels:
        if _LABEL.match(label[:100].strip()):
            yield Signal(
                kind="pull-request",
                tool=tool_in(label) or UNKNOWN,
                strength=Strength.WEAK,
                effect=Effect.AI,
                quote=quote(label),
                where="pull-request label",
                signature="any.pr.8",
            )
