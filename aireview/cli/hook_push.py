"""pre-push: check every ref of a push."""

from __future__ import annotations

import os

from aireview.adapters.git.pushed import PushedHistory
from aireview.adapters.terminal import read_stdin
from aireview.cli.hook_check import Selection, check
from aireview.cli.hook_facts import here, say
from aireview.errors import ExitCode
from aireview.model.text import quote
from aireview.pipeline.push import PushedRef, PushRange, check_refs, from_runner, parse

_FIRST_ONLY = (
    "the hook runner hands over only the first ref of a push; further ones, if any, are not checked"
)


def run(remote: str, *, semgrep: bool) -> int:
    """Check what is pushed to `remote` (a name or a URL) and return the worst exit code."""
    environ = os.environ
    handed = read_stdin()
    refs, broken = parse(handed or b"")
    for line in broken:
        say(f"not a line of git's pre-push: {quote(line, 80)}")
    if not refs and not broken:
        one = from_runner(environ)
        if one is not None:
            say(_FIRST_ONLY)
            refs = (one,)
        elif handed is None:
            # By hand, from a terminal: what a push of HEAD would bring.
            refs = (PushedRef(local_ref="HEAD", local="HEAD", remote_ref="", remote=None),)
        else:
            say("nothing is pushed, so nothing was checked")
    remote = remote or environ.get("PRE_COMMIT_REMOTE_NAME", "")

    def check_range(step: PushRange) -> int:
        code = check(Selection(base=step.base, head=step.head), semgrep=semgrep).code
        if code and len(refs) > 1:
            say(f"{quote(step.ref)}: the report above is about this ref")
        return code

    code = check_refs(refs, PushedHistory(here()), remote, check=check_range, say=say)
    return max(code, ExitCode.USAGE) if broken else code
