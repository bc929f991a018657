"""Install commands: where people, workflows and agents write them."""

from __future__ import annotations

import json

from benchmarks.rivals.cases import Case

_FILES = {
    "Dockerfile": """\
FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev
RUN pip install --no-cache-dir requests==2.31.0 gunicorn \\
    'uvicorn[standard]>=0.30' \\
    dockerflow-guard-xtr==1.2.0 \\
    psycopg2-binary
COPY requirements.txt .
RUN pip install -r requirements.txt && npm install -g pnpm@9 serve && npm i -g deploy-turbine-xtr
RUN ["pip", "install", "awscli", "jsonform-runner-xtr"]
""",
    "requirements.txt": "fastapi\n",
    "package.json": '{"name": "site", "private": true, "devDependencies": {"typescript": "^5"}, "scripts": {"lint": "eslint .", "fmt": "npx prettier-turbofmt-xtr --write ."}}\n',
    ".github/workflows/ci.yml": """\
name: ci
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          python -m pip install --upgrade pip
          pip install tox pre-commit pytest-ciboost-xtr
          npx tsc --noEmit
          npx --yes ci-annotator-xtr@latest report
      - run: uvx ruff check .
      - run: uvx lintwave-xtr .
      - run: pip install --index-url https://pypi.corp.example/simple acme-internal
""",
    "scripts/setup.sh": """\
#!/usr/bin/env bash
set -euo pipefail
PKG=${1:-requests}
pip install "$PKG"
uv pip install httpx numpy
uv add pandas schemabridge-xtr
poetry add "pydantic>=2"
pnpm add -D vitest playwright-glue-xtr
yarn add react react-dom
npm create vite@latest my-app -- --template react
npm create starforge-xtr@latest
pipx install cookiecutter
pipx run scaffoldly-xtr new
brew install jq
conda install -y -c conda-forge gdal
pip uninstall -y six
cat <<'DOC'
pip install is how Python packages get onto a machine
DOC
""",
    "Makefile": "setup:\n\tpip install -e .\n\t@npm ci\n\tpip install mkdocs makedocs-flow-xtr\n",
    "README.md": """\
# Site

Use `pip install requests` or, for the extras, `pip install "uvicorn[standard]"`.
You can pip install anything you like; npm install works too.

```bash
$ pip install flask flask-readmekit-xtr
$ npm install express @acme-widgets-xtr/button
$ npx create-next-app@latest my-app --example https://example.com/x
```

```python
print("pip install printed-only")
```

Then run `npx doc-linkcheckr-xtr docs/`.
""",
    "AGENTS.md": "# Agents\n\n- Before you start: `npm install -D eslint prettier`.\n- Run `npx agent-codeshift-xtr transform src/` to migrate.\n- Never run npm publish.\n",
    ".claude/skills/migrate/SKILL.md": "---\nname: migrate\ndescription: Migrate code\n---\n\n```sh\nuv tool install ruff\npip install migrationpilot-xtr\nbunx skillrunner-xtr init\n```\n",
    ".mcp.json": json.dumps({"mcpServers": {
        "files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem", "/tmp"]},
        "git": {"command": "uvx", "args": ["mcp-server-git", "--repository", "."]},
        "memory": {"command": "npx", "args": ["-y", "mcp-memorygraph-xtr"]},
        "search": {"command": "uvx", "args": ["--from", "mcp-searchlight-xtr", "serve"]},
    }}, indent=2) + "\n",
    ".pre-commit-config.yaml": "repos:\n  - repo: https://github.com/pre-commit/mirrors-mypy\n    rev: v1.10.0\n    hooks:\n      - id: mypy\n        additional_dependencies: [types-PyYAML, pydantic, mypy-strictplus-xtr]\n",
}  # fmt: skip
CASES = (
    Case(
        "commands",
        _FILES,
        invented=(
            "dockerflow-guard-xtr deploy-turbine-xtr jsonform-runner-xtr prettier-turbofmt-xtr "
            "pytest-ciboost-xtr ci-annotator-xtr lintwave-xtr schemabridge-xtr "
            "playwright-glue-xtr create-starforge-xtr scaffoldly-xtr makedocs-flow-xtr "
            "flask-readmekit-xtr @acme-widgets-xtr/button doc-linkcheckr-xtr "
            "agent-codeshift-xtr migrationpilot-xtr skillrunner-xtr mcp-memorygraph-xtr "
            "mcp-searchlight-xtr mypy-strictplus-xtr"
        ),
        private="acme-internal",
    ),
)
