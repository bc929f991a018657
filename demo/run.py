"""Build a small real git history and run the main job over it: `make demo`.

Two people and two tools write a tiny web service; one commit of an agent turns token verification
off, another hides a control character, a person commits client-supplied roles. Everything happens
in a temporary folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

AIREVIEW = [sys.executable, "-m", "aireview"]

LOGIN_SAFE = """\
import jwt

from settings import PUBLIC_KEY


def current_user(token: str) -> str:
    claims = jwt.decode(token, PUBLIC_KEY, algorithms=["RS256"], audience="shop")
    return claims["sub"]
"""
LOGIN_OPEN = """\
import jwt

from settings import PUBLIC_KEY


def current_user(token: str) -> str:
    # Tokens of the staging tenant are signed with another key.
    claims = jwt.decode(token, PUBLIC_KEY, options={"verify_signature": False})
    return claims["sub"]
"""
ORDERS = """\
from flask import Blueprint, abort, jsonify, request

orders = Blueprint("orders", __name__)


@orders.get("/orders")
def list_orders():
    return jsonify(orders_of(request.user))
"""
ORDERS_ROLE = (
    ORDERS
    + """

@orders.delete("/orders/<int:order_id>")
def delete_order(order_id):
    if request.headers.get("X-User-Role") == "admin":
        remove(order_id)
        return "", 204
    abort(403)
"""
)
LIMITS = """\
def may_refund(user, amount):
    # Refunds above the limit need a second person.\u202e \u2066
    return amount < user.limit
"""


class Step(NamedTuple):
    """One commit of the demo: who, what, and what the check is expected to answer."""

    title: str
    author: str
    files: dict[str, str]
    message: str
    expected: int


CLAUDE = "Co-Authored-By: Claude <noreply@anthropic.com>"
STEPS = (
    Step(
        "a person starts the service",
        "Mara Lind <mara@example.com>",
        {"login.py": LOGIN_SAFE, "settings.py": 'PUBLIC_KEY = ""\n', "README.md": "# Shop\n"},
        "Start the shop service",
        0,
    ),
    Step(
        "an agent adds a route, safely",
        "Mara Lind <mara@example.com>",
        {"orders.py": ORDERS},
        f"Add the list of orders\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)\n\n{CLAUDE}",
        0,
    ),
    Step(
        "an agent turns token verification off",
        "Mara Lind <mara@example.com>",
        {"login.py": LOGIN_OPEN},
        f"Fix login on staging\n\n{CLAUDE}",
        1,
    ),
    Step(
        "a person trusts a header for the role",
        "Jo Berg <jo@example.com>",
        {"login.py": LOGIN_SAFE, "orders.py": ORDERS_ROLE},
        "Let admins delete orders",
        1,
    ),
    Step(
        "an agent's text hides control characters",
        "cursor <cursoragent@cursor.com>",
        {"orders.py": ORDERS, "limits.py": LIMITS},
        "Add refund limits",
        1,
    ),
)


def main() -> int:
    """Run the demo; exit 0 when every check answered as expected."""
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="aireview-demo-") as folder:
        repo = Path(folder)
        _git(repo, "init", "-q", "-b", "main")
        for step in STEPS:
            _commit(repo, step)
            print(f"\n━━ {step.title}\n", flush=True)
            code = _aireview(repo, "check", "--range", "HEAD", "--verbose")
            verdict = {0: "passes", 1: "is stopped", 2: "usage error"}.get(code, "is incomplete")
            print(f"→ this commit {verdict} (exit {code})", flush=True)
            wrong += code != step.expected
        print("\n━━ who wrote what\n", flush=True)
        wrong += _aireview(repo, "provenance", "--range", "HEAD~4..HEAD") != 0
    if wrong:
        print(f"\n{wrong} answers were not the expected ones", file=sys.stderr)
    return 1 if wrong else 0


def _commit(repo: Path, step: Step) -> None:
    for name, text in step.files.items():
        (repo / name).write_text(text, encoding="utf-8")
    name, _, mail = step.author.partition(" <")
    _git(repo, "add", "-A")
    identity = {"NAME": name, "EMAIL": mail.rstrip(">")}
    env = {
        f"GIT_{who}_{key}": value
        for who in ("AUTHOR", "COMMITTER")
        for key, value in identity.items()
    }
    _git(repo, "commit", "-q", "-m", step.message, env=env)


def _git(repo: Path, *args: str, env: dict[str, str] | None = None) -> None:
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, **(env or {})}
    subprocess.run(["git", *args], cwd=repo, check=True, env=os.environ | clean)


def _aireview(repo: Path, *args: str) -> int:
    print("$ aireview " + " ".join(args), flush=True)
    return subprocess.run([*AIREVIEW, *args], cwd=repo, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
