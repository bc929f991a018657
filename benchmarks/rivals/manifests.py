"""Manifests: every way to name a package in those of Python and of npm."""

from __future__ import annotations

import json

from benchmarks.rivals.cases import Case

_PYTHON = {
    "requirements.txt": """\
# runtime
requests==2.31.0
Django>=4.2,<5
typing_extensions>=4.0
ruamel.yaml>=0.17
Flask_SQLAlchemy==3.1.1
tomli; python_version < '3.11'
pywin32>=306; sys_platform == "win32"
uvicorn[standard]==0.30.1
numba
httpie
sympy
moto[s3]>=5
dask
grpcio==1.64.1
azure-cli
django-types
typer-cli
pydantic-cli
PyYAML==6.0.1
black @ git+https://github.com/psf/black@24.4.2
-e ./libs/local_thing
-r requirements/extra.txt
-c constraints.txt
fastmetrics-helper-xtr
quantumgrid-xtr==1.4.2
torchflow_vision_xtr>=0.3
redis-streamline-xtr; python_version >= '3.9'
jsonforge-xtr[fast]~=2.0
""",
    "requirements/extra.txt": "celery>=5.3\nredis==5.0.6\nboto3\nqueuebridge-xtr>=1\n",
    "requirements-dev.txt": "pytest>=8\npytest-cov==5.0.0\nmypy\npytest-snapflow-xtr\n",
    "constraints.txt": "attrs==23.2.0\n",
    "libs/local_thing/pyproject.toml": '[project]\nname = "local-thing"\nversion = "0.1"\ndependencies = ["attrs"]\n',
    "services/billing/requirements.txt": "--extra-index-url https://pypi.corp.example/simple\nfastapi>=0.110\nacme-billing-core==2.1.0\nacme-ledger\n",
    "service/pyproject.toml": """\
[build-system]
requires = ["hatchling>=1.20", "hatch-gitflow-xtr"]
build-backend = "hatchling.build"

[project]
name = "orders-service"
version = "1.0.0"
dependencies = [
  "pydantic>=2",
  "SQLAlchemy~=2.0",
  "psycopg2_binary>=2.9",
  "python-dateutil",
  "scikit_learn>=1.4",
  "asyncpool-bridge-xtr>=0.2",
]

[project.optional-dependencies]
docs = ["Sphinx>=7", "sphinx-diagramkit-xtr"]
aws = ["boto3"]

[dependency-groups]
lint = ["ruff", "mypy", "types-PyYAML"]
test = ["pytest", "pytest-cov", {include-group = "lint"}, "pytest-loadgrid-xtr==0.1"]
""",
}  # fmt: skip
_JAVASCRIPT = {
    "package.json": json.dumps({
        "name": "@acme/site", "version": "1.0.0", "private": True, "workspaces": ["packages/*"],
        "dependencies": {
            "react": "^18.2.0", "react-dom": "^18.2.0", "next": "14.2.4", "lodash": "^4.17.21", "express": "~4.19.0",
            "@tanstack/react-query": "^5.0.0", "yup": "^1.4.0", "vuex": "^4.1.0", "acorn": "*", "socket.io": ">=4",
            "zod": "latest", "node-fetch": "3.x", "lodash-es": "4.17.21", "react-redux": "^9.1.0",
            "@acme/ui": "workspace:*", "local-thing": "file:./vendor/local-thing", "old-lodash": "npm:lodash@^4.17.0",
            "@corp/secrets": "^1.0.0", "from-git": "github:acme/from-git", "dayjs-copy": "npm:dayjs@1.11.11",
            "react-flowgrid-xtr": "^2.0.0", "@quillmesh-xtr/core": "^1.0.0", "safe-alias": "npm:lodash-deepflow-xtr@1.0.0",
            "express-turbo-auth-xtr": "latest",
        },
        "devDependencies": {
            "typescript": "^5.4.0", "eslint": "^9", "vitest": "^1.6.0", "prettier": "3.3.2", "@types/node": "^20", "@babel/core": "^7.24.0",
            "eslint-plugin-hookguard-xtr": "^1.0.0", "@types/nimbleform-xtr": "1.0.3",
        },
        "peerDependencies": {"core-js": ">=3", "vue-gridstack-xtr": ">=1"},
        "optionalDependencies": {"pg": "^8.11.0", "node-fastcrypt-xtr": "^0.2.0"},
        "overrides": {"semver": "7.6.2", "ws-secureframe-xtr": "1.0.0"},
    }, indent=2) + "\n",
    ".npmrc": "@corp:registry=https://npm.corp.example/\n",
    "vendor/local-thing/package.json": '{"name": "local-thing", "version": "1.0.0"}\n',
    "packages/ui/package.json": json.dumps({
        "name": "@acme/ui", "version": "1.0.0",
        "dependencies": {"clsx": "^2.1.0", "date-fns": "^3.6.0", "tailglow-xtr": "^1.1.0"},
        "peerDependencies": {"react": "^18"},
    }, indent=2) + "\n",
}  # fmt: skip
CASES = (
    Case(
        "manifests-py",
        _PYTHON,
        invented=(
            "fastmetrics-helper-xtr quantumgrid-xtr torchflow_vision_xtr redis-streamline-xtr "
            "jsonforge-xtr queuebridge-xtr pytest-snapflow-xtr hatch-gitflow-xtr "
            "asyncpool-bridge-xtr sphinx-diagramkit-xtr pytest-loadgrid-xtr"
        ),
        private="acme-billing-core acme-ledger",
    ),
    Case(
        "manifests-js",
        _JAVASCRIPT,
        invented=(
            "react-flowgrid-xtr @quillmesh-xtr/core lodash-deepflow-xtr express-turbo-auth-xtr "
            "eslint-plugin-hookguard-xtr @types/nimbleform-xtr vue-gridstack-xtr "
            "node-fastcrypt-xtr ws-secureframe-xtr tailglow-xtr"
        ),
        private="@corp/secrets",
        besides="safe-alias",  # its target is invented
    ),
)
