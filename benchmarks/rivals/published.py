"""The real packages of the inputs, as a registry is to know them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from aireview.model.packages import Ecosystem
from benchmarks.rivals.cases import Case


class Distribution(NamedTuple):
    """What a registry knows about a real package; the newest version is the last."""

    versions: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    extras: tuple[str, ...] = ()


Published = dict[Ecosystem, dict[str, Distribution]]

_PYPI: dict[str, tuple[str, str]] = {
    "requests": ("2.31.0", "requests"),
    "django": ("4.2.11", "django"),
    "typing-extensions": ("4.12.2", "typing_extensions"),
    "ruamel-yaml": ("0.18.6", "ruamel.yaml"),
    "flask-sqlalchemy": ("3.1.1", "flask_sqlalchemy"),
    "flask": ("3.0.3", "flask"),
    "tomli": ("2.0.1", "tomli"),
    "pywin32": ("306", "win32api win32con pythoncom"),
    "uvicorn": ("0.30.1", "uvicorn"),
    "numba": ("0.60.0", "numba"),
    "httpie": ("3.2.2", "httpie"),
    "sympy": ("1.12.1", "sympy"),
    "moto": ("5.0.9", "moto"),
    "dask": ("2024.6.0", "dask"),
    "grpcio": ("1.64.1", "grpc"),
    "azure-cli": ("2.61.0", "azure.cli"),
    "django-types": ("0.19.1", "django-stubs"),
    "typer-cli": ("0.12.3", "typer_cli"),
    "pydantic-cli": ("5.0.0", "pydantic_cli"),
    "black": ("24.4.2", "black"),
    "pyyaml": ("6.0.1", "yaml _yaml"),
    "pillow": ("10.3.0", "PIL"),
    "scikit-learn": ("1.5.0", "sklearn"),
    "opencv-python-headless": ("4.10.0.84", "cv2"),
    "google-cloud-storage": ("2.17.0", "google.cloud.storage"),
    "google-cloud-bigquery": ("3.24.0", "google.cloud.bigquery"),
    "python-dateutil": ("2.9.0", "dateutil"),
    "beautifulsoup4": ("4.12.3", "bs4"),
    "python-dotenv": ("1.0.1", "dotenv"),
    "pyjwt": ("2.8.0", "jwt"),
    "psycopg2-binary": ("2.9.9", "psycopg2"),
    "djangorestframework": ("3.15.1", "rest_framework"),
    "attrs": ("23.2.0", "attr attrs"),
    "protobuf": ("5.27.1", "google.protobuf"),
    "pyserial": ("3.5", "serial"),
    "pycryptodome": ("3.20.0", "Crypto"),
    "python-docx": ("1.1.2", "docx"),
    "httpx": ("0.27.0", "httpx"),
    "numpy": ("1.26.4", "numpy"),
    "pandas": ("2.2.2", "pandas"),
    "orjson": ("3.10.5", "orjson"),
    "pytest": ("8.2.2", "pytest _pytest"),
    "pytest-cov": ("5.0.0", "pytest_cov"),
    "mypy": ("1.10.0", "mypy"),
    "ruff": ("0.4.9", "ruff"),
    "hatchling": ("1.24.2", "hatchling"),
    "setuptools": ("70.0.0", "setuptools pkg_resources"),
    "wheel": ("0.43.0", "wheel"),
    "sphinx": ("7.3.7", "sphinx"),
    "celery": ("5.4.0", "celery"),
    "redis": ("5.0.6", "redis"),
    "boto3": ("1.34.127", "boto3"),
    "sqlalchemy": ("2.0.31", "sqlalchemy"),
    "pydantic": ("2.7.4", "pydantic"),
    "fastapi": ("0.111.0", "fastapi"),
    "gunicorn": ("22.0.0", "gunicorn"),
    "types-pyyaml": ("6.0.12", "yaml-stubs"),
    "poetry": ("1.8.3", "poetry"),
    "pre-commit": ("3.7.1", "pre_commit"),
    "tox": ("4.15.1", "tox"),
    "jupyter": ("1.0.0", "jupyter"),
    "ipython": ("8.25.0", "IPython"),
    "awscli": ("1.33.9", "awscli"),
    "uv": ("0.2.13", "uv"),
    "cookiecutter": ("2.6.0", "cookiecutter"),
    "pipx": ("1.6.0", "pipx"),
    "pip": ("24.1", "pip"),
    "mcp-server-git": ("0.6.2", "mcp_server_git"),
    "mkdocs": ("1.6.0", "mkdocs"),
    "matplotlib": ("3.9.0", "matplotlib"),
    "markdown": ("3.6", "markdown"),
    "six": ("1.16.0", "six"),
}
_NPM: dict[str, str] = {
    "react": "18.3.1", "react-dom": "18.3.1", "next": "14.2.4", "lodash": "4.17.21", "express": "4.19.2", "@types/node": "20.14.2",
    "@babel/core": "7.24.7", "@tanstack/react-query": "5.45.1", "yup": "1.4.0", "vuex": "4.1.0", "acorn": "8.12.0", "socket.io": "4.7.5",
    "typescript": "5.4.5", "eslint": "9.5.0", "vitest": "1.6.0", "jest": "29.7.0", "prettier": "3.3.2", "tsx": "4.15.5", "axios": "1.7.2",
    "dayjs": "1.11.11", "zod": "3.23.8", "date-fns": "3.6.0", "node-fetch": "3.3.2", "lodash-es": "4.17.21", "react-redux": "9.1.2",
    "@types/estree": "1.0.5", "@types/react": "18.3.3", "estree": "0.0.1", "webpack": "5.92.0", "eslint-config-next": "14.2.4",
    "pg": "8.12.0", "ws": "8.17.1", "core-js": "3.37.1", "rimraf": "5.0.7", "create-next-app": "14.2.4", "create-vite": "5.2.3",
    "pnpm": "9.4.0", "yarn": "1.22.22", "serve": "14.2.3", "http-server": "14.1.1", "@modelcontextprotocol/server-filesystem": "0.5.0",
    "@playwright/test": "1.44.1", "wrangler": "3.60.3", "semver": "7.6.2", "chalk": "5.3.0", "server-only": "0.0.1", "vue": "3.4.29",
    "undici": "6.18.2", "nodemon": "3.1.3", "concurrently": "8.2.2", "clsx": "2.1.1",
}  # fmt: skip
_EXTRAS = {"uvicorn": ("standard",), "moto": ("s3", "all")}


def published(cases: Iterable[Case]) -> Published:
    """Return the real packages, with every version that a case asks for."""
    text = "\n".join(text for case in cases for text in case.files.values())
    pypi = {
        name: Distribution(
            (*_asked(re.sub("-", "[-_.]", name), text), newest),
            tuple(modules.split()),
            _EXTRAS.get(name, ()),
        )
        for name, (newest, modules) in _PYPI.items()
    }
    npm = {
        name: Distribution((*_asked(re.escape(name), text), newest))
        for name, newest in _NPM.items()
    }
    return {Ecosystem.PYPI: pypi, Ecosystem.NPM: npm, Ecosystem.GO: {}}


def modules_of(name: str) -> tuple[str, ...]:
    """Return the modules of a distribution: its own name if it is not one of those above."""
    own = name.removeprefix("types-").replace("-", "_")
    return tuple(_PYPI[name][1].split()) if name in _PYPI else (own,)


def _asked(spelled: str, text: str) -> list[str]:
    """Return the versions that a text names: a lower bound was published once, too."""
    found = re.findall(
        rf"(?i)(?<![\w@/-]){spelled}(?:\[[\w,]+\])?\"?\s*"
        r"(?:[<>=~!@]=?|: \"[~^>=]*)\s*(\d+(?:\.\d+)*)",
        text,
    )
    return sorted({f"{one}{'.0' * (2 - one.count('.'))}" for one in found})
