"""What judges a run: the policy and the baseline, and which version of them counts."""
# ruff: noqa: PLC0415

from __future__ import annotations

import time

from aireview.errors import AireviewError
from aireview.model.change import Origin
from aireview.policy.profiles import defaults
from aireview.policy.values import FILE_NAME, Policy
from aireview.wiring.opening import Opened
from aireview.wiring.options import CheckOptions

CHECK_NAMES = ("content", "hidden-text", "packages", "semgrep")


def today() -> str:
    """Return the date as YYYY-MM-DD, in UTC so that an expiry is the same day everywhere."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def find_policy(opened: Opened, options: CheckOptions) -> tuple[Policy, tuple[str, ...]]:
    """Return the policy that judges this run, and notices about where it came from.

    A range is judged by its base alone. A commit in the making is judged by HEAD; before HEAD has a
    policy, or where HEAD's cannot be read, by the one in the index or on the disk: a hook is
    advice, and a broken file must be mendable.
    """
    if options.config is not None:
        from aireview.adapters.files import read_input

        text = read_input(options.config, "the configuration file")
        return parsed(text, options.config, options.config), ()
    base = opened.source.base_file(FILE_NAME)
    where = _where(opened)
    if base is None:
        newer = opened.local(FILE_NAME) if opened.local else None
        if newer is None:
            return defaults(), ()
        return parsed(newer, FILE_NAME, f"{FILE_NAME} ({opened.local_is})"), ()
    try:
        return parsed(base, f"{FILE_NAME} {where}", f"{FILE_NAME} {where}"), ()
    except AireviewError as error:
        newer = opened.local(FILE_NAME) if opened.local else None
        if newer is None or newer == base:
            raise
        policy = parsed(newer, FILE_NAME, f"{FILE_NAME} as staged")
        return policy, (f"{error.message}; judged by the staged one instead",)


def _where(opened: Opened) -> str:
    match opened.origin:
        case Origin.STAGED:
            return "at HEAD"
        case Origin.RANGE:
            return "at the base"
        case Origin.ALL:
            return "on disk"


def parsed(text: bytes, name: str, source: str) -> Policy:
    """Return the policy in a file. Raises AireviewError with the place of what is wrong."""
    from aireview.policy.load import parse

    return parse(text, name=name, known_checks=CHECK_NAMES, today=today(), source=source)


def find_baseline(opened: Opened, policy: Policy) -> frozenset[str]:
    """Return the fingerprints that were accepted before, from the same place as the policy."""
    from aireview.policy import baseline

    text = opened.source.base_file(policy.baseline)
    if text is None and opened.local is not None and opened.source.base_file(FILE_NAME) is None:
        text = opened.local(policy.baseline)
    return baseline.read(text, name=policy.baseline) if text is not None else frozenset()
