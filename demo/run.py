"""Build a small real git history and run the main job over it: `make demo`.

Two people and two tools write a tiny web service; one commit of an agent turns token verification
off, another one adds a package that does not exist, another hides a control character, a person
commits client-supplied roles. Everything happens in a temporary folder, and the package index that is
asked runs on this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
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


POLICY = """\
version: 1
packages:
  registries: {{pypi: "http://127.0.0.1:{port}/simple/"}}
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
        {
            "login.py": LOGIN_SAFE,
            "settings.py": 'PUBLIC_KEY = ""\n',
            "README.md": "# Shop\n",
            "requirements.txt": "flask\npyjwt\n",
        },
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
        "an agent invents a package",
        "Mara Lind <mara@example.com>",
        {
            "login.py": LOGIN_SAFE,
            "orders.py": ORDERS,
            "requirements.txt": "flask\npyjwt\nflask-order-limits-xtr\n",
        },
        f"Limit the rate of orders\n\n{CLAUDE}",
        1,
    ),
    Step(
        "an agent's text hides control characters",
        "cursor <cursoragent@cursor.com>",
        {"requirements.txt": "flask\npyjwt\n", "limits.py": LIMITS},
        "Add refund limits",
        1,
    ),
)


class _Index(BaseHTTPRequestHandler):
    """A package index (PEP 503) that knows three names."""

    def do_GET(self) -> None:
        name = self.path.strip("/").rpartition("/")[2]
        known = name in ("flask", "pyjwt", "requests")
        page = f'<!DOCTYPE html><a href="{name}-1.0.tar.gz">{name}-1.0.tar.gz</a>'.encode()
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page) if known else 0))
        self.end_headers()
        if known and self.command == "GET":
            self.wfile.write(page)

    do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> int:
    """Run the demo; exit 0 when every check answered as expected."""
    wrong = 0
    index = ThreadingHTTPServer(("127.0.0.1", 0), _Index)
    threading.Thread(target=index.serve_forever, daemon=True).start()
    policy = POLICY.format(port=index.server_address[1])
    with tempfile.TemporaryDirectory(prefix="aireview-demo-") as folder:
        repo = Path(folder)
        _git(repo, "init", "-q", "-b", "main")
        (repo / ".aireview.yml").write_text(policy, encoding="utf-8")
        for step in STEPS:
            _commit(repo, step)
            print(f"\n━━ {step.title}\n", flush=True)
            code = _aireview(repo, "check", "--range", "HEAD", "--verbose")
            verdict = {0: "passes", 1: "is stopped", 2: "usage error"}.get(code, "is incomplete")
            print(f"→ this commit {verdict} (exit {code})", flush=True)
            wrong += code != step.expected
        print("\n━━ who wrote what\n", flush=True)
        wrong += _aireview(repo, "provenance", "--range", "HEAD~5..HEAD") != 0
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
