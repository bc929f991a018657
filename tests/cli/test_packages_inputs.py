"""What judges package names in a range comes from its base."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.repo import Repo

from aireview.cli.main import run

POLICY = "version: 1\npackages: {osv: osv.jsonl}\n"
BAD = {
    "id": "MAL-2026-1",
    "affected": [
        {"package": {"ecosystem": "PyPI", "name": "evil-xtr"}, "ranges": [
            {"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}
    ],
}  # fmt: skip


def findings(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    run(["check", "--range", "HEAD", "--checks", "packages", "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_a_change_cannot_empty_the_list_of_malicious_packages(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repo.path)
    repo.write(".aireview.yml", POLICY)
    repo.write("osv.jsonl", json.dumps(BAD) + "\n")
    repo.commit()
    other = {**BAD, "id": "MAL-2026-2", "affected": []}
    repo.write("osv.jsonl", json.dumps(other) + "\n")
    repo.write("requirements.txt", "evil-xtr\n")
    repo.commit()
    assert [found["rule"] for found in findings(capsys)] == ["malicious-package"]


@pytest.mark.parametrize("written", ["lists/osv", "lists/osv/", "./lists/osv", "lists//osv"])
@pytest.mark.parametrize("brought", ["lists/osv/all.jsonl", "lists/osv", "lists"])
def test_a_change_cannot_bring_the_list_along(
    repo: Repo,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    written: str,
    brought: str,
) -> None:
    monkeypatch.chdir(repo.path)
    repo.write(".aireview.yml", POLICY.replace("osv.jsonl", written))
    repo.commit()
    repo.write(brought, "")
    repo.write("requirements.txt", "evil-xtr\n")
    repo.commit()
    assert run(["check", "--range", "HEAD", "--checks", "packages"]) == 2
    assert "`packages.osv` names lists/osv, which this change adds" in capsys.readouterr().err
