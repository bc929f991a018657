"""Imports: a project in Python with three kinds of dependency lists, one in JavaScript."""

from __future__ import annotations

import json

from benchmarks.rivals.cases import Case

_PACKAGES = (
    "opencv-python-headless Pillow scikit-learn google-cloud-storage python-dateutil "
    "beautifulsoup4 psycopg2-binary Django djangorestframework attrs grpcio protobuf pandas "
    "requests flask"
)
_DECLARED = ("PyYAML>=6", *_PACKAGES.split())
INSTALLED = f"PyYAML {_PACKAGES} pytest"
_PY = {
    "src/shop/__init__.py": "from shop.models import Order\n__all__ = ['Order']\n",
    "src/shop/models.py": """\
from __future__ import annotations

import concurrent.futures
import json
import tomllib
import zoneinfo
from typing import TYPE_CHECKING

import attr
import yaml
from dateutil.parser import parse
from django.db import models
from rest_framework import serializers

from . import storage
from shop.storage import Bucket
from shop.proto import orders_pb2

import ledgerflow_xtr
from quantumcart_xtr.pricing import Price

if TYPE_CHECKING:
    from typedshapes_xtr import Shape


class Order(models.Model):
    def total(self):
        import taxwizard_xtr

        return taxwizard_xtr.sum(self)
""",
    "src/shop/storage.py": """\
import os
from pathlib import Path

import grpc
import google.protobuf.message
from google.cloud import storage as gcs
import google.cloud.bigquery
from google.cloud import quantumstore_xtr

try:
    import orjson
except ImportError:
    orjson = None

try:
    import turbojson_xtr
except ImportError:
    turbojson_xtr = None


class Bucket:
    pass
""",
    "src/shop/proto/__init__.py": "",
    "src/shop/proto/orders.proto": 'syntax = "proto3";\npackage shop;\nmessage Order { string id = 1; }\n',
    "src/shop/vision.py": """\
import importlib

import cv2
import numpy as np
import pandas as pd
from PIL import Image
from sklearn.linear_model import LinearRegression

engine = importlib.import_module("visionpipe_xtr.engine")
legacy = __import__("pixelforge_xtr")
import opencv_contribkit_xtr as ock
""",
    "src/shop/web.py": """\
import bs4
import flask
import httpx
import psycopg2
import requests
from dotenv import load_dotenv
from Crypto.Cipher import AES
import jwt
import win32api

import flask_shieldkit_xtr
from fastauth_bridge_xtr import guard
import requests_turbo_xtr.sessions
""",
    "scripts/_util.py": "VALUE = 1\n",
    "scripts/report.py": "import _util\nimport serial\nimport reportsmith_xtr\n",
    "tests/conftest.py": "import pytest\n",
    "tests/helpers.py": "A = 1\n",
    "tests/test_shop.py": """\
import pytest
from shop.models import Order
from tests.helpers import A
from helpers import A as B

snap = pytest.importorskip("snapmatcher_xtr")
import pytest_gridload_xtr
""",
    "notebooks/explore.ipynb": json.dumps({
        "cells": [{"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [],
            "source": ["%matplotlib inline\n", "import pandas as pd\n", "import notebooklens_xtr as nl\n"]}],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "p", "language": "python"}}, "nbformat": 4, "nbformat_minor": 5,
    }, indent=1),
}  # fmt: skip
_LISTED = "".join(f'  "{one}",\n' for one in _DECLARED)
_PROJECT = '[project]\nname = "shop"\nversion = "1.0"\nrequires-python = ">=3.11"\n'
_GROUP = '\n[dependency-groups]\ntest = ["pytest>=8"]\n'
_CLOSED = f"{_PROJECT}dependencies = [\n{_LISTED}]\n{_GROUP}"
_OPEN = (
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n\n'
    f'{_PROJECT}dynamic = ["dependencies"]\n{_GROUP}'
)
_DYNAMIC = '\n[tool.setuptools.dynamic]\ndependencies = {file = ["requirements.txt"]}\n'
_REQUIREMENTS = "\n".join(_DECLARED) + "\n-e git+https://github.com/acme/toolbox.git#egg=toolbox\n"
_SETUP = """\
from pathlib import Path
from setuptools import setup

setup(install_requires=Path('requirements.txt').read_text().splitlines())
"""
_JAVASCRIPT = {
    "package.json": json.dumps({
        "name": "web", "private": True, "type": "module", "workspaces": ["packages/*"],
        "imports": {"#internal/*": "./src/internal/*.js"},
        "dependencies": {"react": "^18", "next": "14.2.4", "lodash": "^4.17.21", "@acme/ui": "workspace:*", "@tanstack/react-query": "^5", "zod": "^3.23.0"},
        "devDependencies": {"typescript": "^5", "vitest": "^1.6.0", "@types/node": "^20", "@types/react": "^18", "@types/estree": "^1.0.0"},
    }, indent=2) + "\n",
    "tsconfig.json": '{\n  // aliases\n  "compilerOptions": {"baseUrl": ".", "jsx": "preserve", "paths": {"@/*": ["src/*"], "~lib/*": ["src/lib/*"]}},\n}\n',
    "packages/ui/package.json": '{"name": "@acme/ui", "version": "1.0.0", "main": "index.ts"}\n',
    "packages/ui/index.ts": "export const Button = 1;\n",
    "src/lib/money.ts": "export const euro = 1;\n",
    "src/internal/log.js": "export const log = 1;\n",
    "components/card.tsx": "export const Card = () => null;\n",
    "src/app.tsx": """\
import "server-only";
import fs from "fs/promises";
import { createServer } from "node:http";
import type { Node } from "estree";
import React from "react";
import Link from "next/link";
import debounce from "lodash/debounce";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@acme/ui";
import { euro } from "@/lib/money";
import { euro as alsoEuro } from "~lib/money";
import { Card } from "components/card";
import { log } from "#internal/log";
import axios from "axios";
import "./style.css";
import { Grid } from "react-flowgrid-xtr";
import { Wizard } from "@quillmesh-xtr/core/forms";
import type { Shape } from "typedshape-xtr";
import "sidefx-polyfill-xtr";
export { thing } from "reexport-kit-xtr";

export const App = () => <Card>import nothing from "prose-only"</Card>;
export const later = () => import("lazyload-panel-xtr/index.js");
""",
    "src/server.cjs": """\
const path = require("path");
const dayjs = require("dayjs");
const turbo = require("express-turbo-auth-xtr");
const where = require.resolve("resolver-hub-xtr/package.json");
const name = "dynamic"; require(name + "-thing");
// require("comment-only")
""",
    "src/app.test.ts": """\
import { expect, vi } from "vitest";
import { App } from "./app";
import { z } from "zod";
vi.mock("mockable-store-xtr");
import snap from "vitest-snapgrid-xtr";
""",
    "src/legacy.ts": 'import legacy = require("legacybridge-xtr");\nlet t: import("inline-types-xtr").T;\n/// <reference types="node" />\n',
    "src/widget.vue": '<template><p>x</p></template>\n<script setup lang="ts">\nimport { ref } from "react";\nimport gl from "vueglow-xtr";\n</script>\n',
}  # fmt: skip


def _python(name: str, files: dict[str, str]) -> Case:
    return Case(
        name,
        _PY | files,
        invented=(
            "ledgerflow_xtr quantumcart_xtr typedshapes_xtr taxwizard_xtr "
            "google.cloud.quantumstore_xtr turbojson_xtr visionpipe_xtr pixelforge_xtr "
            "opencv_contribkit_xtr flask_shieldkit_xtr fastauth_bridge_xtr requests_turbo_xtr "
            "reportsmith_xtr snapmatcher_xtr pytest_gridload_xtr notebooklens_xtr"
        ),
        undeclared=("google.cloud.bigquery orjson numpy httpx dotenv Crypto jwt win32api serial"),
        installed=INSTALLED,
    )


CASES = (
    _python("imports-py-closed", {"pyproject.toml": _CLOSED}),
    _python(
        "imports-py-dynamic",
        {"pyproject.toml": _OPEN + _DYNAMIC, "requirements.txt": _REQUIREMENTS},
    ),
    _python(
        "imports-py-computed",
        {"pyproject.toml": _OPEN, "setup.py": _SETUP, "requirements.txt": _REQUIREMENTS},
    ),
    Case(
        "imports-js",
        _JAVASCRIPT,
        invented=(
            "react-flowgrid-xtr @quillmesh-xtr/core typedshape-xtr sidefx-polyfill-xtr "
            "reexport-kit-xtr lazyload-panel-xtr express-turbo-auth-xtr resolver-hub-xtr "
            "mockable-store-xtr vitest-snapgrid-xtr legacybridge-xtr inline-types-xtr vueglow-xtr"
        ),
        undeclared="axios dayjs",
    ),
)
