from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.table import load, readers_of
from aireview.model.packages import Reading


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("requirements.txt", "requirements"),
        ("a/dev-requirements.txt", "requirements"),
        ("requirements_test.in", "requirements"),
        ("requirements/base.txt", "requirements"),
        ("constraints-3.11.txt", "requirements"),
        ("a/pyproject.toml", "pyproject"),
        ("uv.toml", "uv_config"),
        ("setup.py", "setup_files"),
        ("setup.cfg", "setup_files"),
        ("Pipfile", "pipfile"),
        ("tox.ini", "tox"),
        ("noxfile.py", "tox"),
        ("scripts/x.py", "inline_script"),
        (".pre-commit-config.yaml", "pre_commit"),
        ("environment.yml", "conda"),
        ("environment-dev.yaml", "conda"),
        ("pixi.toml", "conda"),
        ("pip.conf", "pip_config"),
        ("uv.lock", "uv_lock"),
        ("script.py.lock", "uv_lock"),
        ("poetry.lock", "poetry_lock"),
        ("pdm.lock", "pdm_lock"),
        ("Pipfile.lock", "pipfile_lock"),
        ("pylock.dev.toml", "pylock"),
    ],
)
def test_each_file_has_its_reader(path: str, reader: str) -> None:
    [entry] = [entry for entry in readers_of(path) if entry.reader == reader]
    assert load(entry)(path, "{}" if path == "Pipfile.lock" else "") == Reading()
    assert entry.declares is (reader != "inline_script")


@pytest.mark.parametrize("path", ["docs/my_requirements_guide.md", "withrequirements.verified.txt"])
def test_other_files_are_no_requirements(path: str) -> None:
    assert not [entry for entry in readers_of(path) if entry.reader == "requirements"]
