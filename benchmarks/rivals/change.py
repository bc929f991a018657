"""A change: four new names, and all others sorted, written anew or moved."""

from __future__ import annotations

import json

from benchmarks.rivals.cases import Case
from benchmarks.rivals.imports import INSTALLED

_OLD = (
    "requests==2.31.0", "django>=4.2", "flask", "numpy", "pandas", "celery", "redis", "boto3",
    "sqlalchemy", "old-debt-xtr==1.0", "typing_extensions", "PyYAML",
)  # fmt: skip
_REWRITTEN = {"django>=4.2": "Django >= 4.2", "typing_extensions": "typing-extensions"}
_DEPENDENCIES = {
    "react": "^18", "lodash": "^4", "axios": "^1", "old-ghost-xtr": "^1.0.0", "express": "^4",
}  # fmt: skip
_PACKAGE = {
    "name": "app",
    "private": True,
    "dependencies": _DEPENDENCIES,
    "devDependencies": {"typescript": "^5", "vitest": "^1"},
}
_CODE = """\
import flask
import requests
import yaml
import httpx
import oldmodule_xtr


def run():
    return requests.get('x')
"""
_NEW_CODE = """\
import requests
import flask
import yaml
import httpx
import oldmodule_xtr


import authlattice_xtr


def run():
    return requests.get("x")
"""
_AGENTS = "# Agents\n\n- Run `npx eslint .` first.\n"
_SORTED = [_REWRITTEN.get(one, one) for one in sorted(_OLD, key=str.lower, reverse=True)]

CASES = (
    Case(
        "diff",
        {
            "requirements.txt": "\n".join(["# sorted", *_SORTED, "streamcache-xtr"]) + "\n",
            "package.json": json.dumps(
                _PACKAGE | {"dependencies": dict(sorted(_DEPENDENCIES.items()))}, indent=4
            )
            + "\n",
            "app/__init__.py": "",
            "app/server.py": _NEW_CODE,
            "Dockerfile": (
                "FROM python:3.12\nRUN pip install \\\n    old-docker-xtr \\\n    gunicorn \\\n"
                "    dockervault-xtr\n"
            ),
            "AGENTS.md": f"{_AGENTS}- Then `npx react-codeflow-xtr src`.\n",
            "scripts/install.sh": "#!/bin/sh\nset -e\npip install httpie uvicorn\n",
        },
        invented="streamcache-xtr authlattice_xtr dockervault-xtr react-codeflow-xtr",
        besides="old-debt-xtr old-ghost-xtr oldmodule_xtr old-docker-xtr httpx",
        installed=INSTALLED,
        before={
            "requirements.txt": "\n".join(_OLD) + "\n",
            "package.json": json.dumps(_PACKAGE, indent=2) + "\n",
            "app/__init__.py": "",
            "app/main.py": _CODE,
            "Dockerfile": "FROM python:3.12\nRUN pip install gunicorn old-docker-xtr\n",
            "AGENTS.md": _AGENTS,
            "scripts/install.sh": "#!/bin/sh\npip install uvicorn httpie\n",
        },
    ),
)
