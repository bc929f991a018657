"""What the project's environment holds, read as text, and which folders are none of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.adapters.installed import installed_modules

SITE = "lib/python3.11/site-packages"


def install(environment: Path, files: Mapping[str, str], site: str = SITE) -> None:
    for name, text in files.items():
        path = environment / site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def read(root: Path, *tracked: str, active: Path | None = None) -> dict[str, tuple[str, ...]]:
    environ = {"VIRTUAL_ENV": str(active)} if active else {}
    return dict(installed_modules(root, environ, tracked))


RECORD = "{0},sha256=x,1\n"


@pytest.mark.parametrize(
    ("files", "modules"),
    [
        ({"x_xtr-1.0.dist-info/top_level.txt": "_x\nx_xtr\n"}, ("_x", "x_xtr")),
        (
            {"x_xtr-1.0.dist-info/RECORD": "x_y/__init__.py,sha256=a,1\nx_y/b.py,,\nbin/tool,,\n"},
            ("x_y",),
        ),
        (
            {
                "x_xtr-1.0.dist-info/top_level.txt": "google\n",
                "x_xtr-1.0.dist-info/RECORD": "google/cloud/x/__init__.py,,\n",
                "google/cloud/x/__init__.py": "",
            },
            ("google.cloud.x",),
        ),
        (
            {
                "x_xtr-1.0.dist-info/top_level.txt": "zope\n",
                "x_xtr-1.0.dist-info/namespace_packages.txt": "zope\n",
                "x_xtr-1.0.dist-info/RECORD": "zope/__init__.py,,\nzope/event/__init__.py,,\n",
                "zope/__init__.py": "",
            },
            ("zope.event",),
        ),
        (
            {
                "x_xtr-1.0.dist-info/METADATA": "Metadata-Version: 2.5\nImport-Name: said\n",
                "x_xtr-1.0.dist-info/top_level.txt": "other\n",
            },
            ("said",),
        ),
        ({"x_xtr-1.0-py3.11.egg-info/top_level.txt": "egg\n"}, ("egg",)),
        ({"x_xtr.egg-info/PKG-INFO": "Import-Name: egg\n"}, ("egg",)),
        (
            {
                "x_xtr-1.0.dist-info/RECORD": "_x_xtr.pth,,\n",
                "x_xtr-1.0.dist-info/direct_url.json": '{"dir_info": {"editable": true}, "url": "file:///x"}',
            },
            ("x_xtr",),
        ),
        ({"x_xtr-1.0.dist-info/RECORD": "only.pth,,\n"}, ()),
        ({"x_xtr-1.0.dist-info/RECORD": '"odd, name.py",,\n../../outside.py,,\n\n'}, ()),
        ({"X.Xtr-1.0.dist-info/INSTALLER": "pip\n"}, ()),
    ],
)  # fmt: skip
def test_a_distribution(tmp_path: Path, files: dict[str, str], modules: tuple[str, ...]) -> None:
    install(tmp_path / ".venv", files)
    assert read(tmp_path) == {"x-xtr": modules}


@pytest.mark.parametrize(
    ("folder", "site"),
    [
        (".venv", SITE),
        ("venv", SITE),
        ("env", "lib/pypy3.11/site-packages"),
        (".venv", "Lib/site-packages"),
        ("__pypackages__", "3.11/lib"),
    ],
)
def test_places(tmp_path: Path, folder: str, site: str) -> None:
    install(tmp_path / folder, {"x_xtr-1.0.dist-info/top_level.txt": "x\n"}, site)
    assert read(tmp_path) == {"x-xtr": ("x",)}
    assert read(tmp_path, "app.py", f"{folder}x/y.py") == {"x-xtr": ("x",)}
    # What the repository brings along was put there by its authors.
    assert read(tmp_path, f"{folder}/{site}/x_xtr-1.0.dist-info/top_level.txt") == {}
    assert read(tmp_path, folder) == {}


def test_the_activated_environment_comes_first(tmp_path: Path) -> None:
    root, active = tmp_path / "root", tmp_path / "active"
    install(root / ".venv", {"x_xtr-1.0.dist-info/top_level.txt": "own\n"})
    install(active, {"x_xtr-1.0.dist-info/top_level.txt": "active\n"})
    assert read(root, active=active) == {"x-xtr": ("active",)}
    assert read(root, active=tmp_path / "nothing") == {"x-xtr": ("own",)}


def test_an_activated_environment_that_git_tracks_is_none(tmp_path: Path) -> None:
    install(tmp_path / "tools", {"x_xtr-1.0.dist-info/top_level.txt": "x\n"})
    tracked = "tools/lib/python3.11/site-packages/x_xtr-1.0.dist-info/top_level.txt"
    assert read(tmp_path, active=tmp_path / "tools") == {"x-xtr": ("x",)}
    assert read(tmp_path, tracked, active=tmp_path / "tools") == {}


def test_links(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    install(outside, {"x_xtr-1.0.dist-info/top_level.txt": "x\n"})
    install(root / "inside", {"y_xtr-1.0.dist-info/top_level.txt": "y\n"})
    (root / ".venv").symlink_to(outside)
    (root / "venv").symlink_to(root / "inside")
    assert read(root) == {"y-xtr": ("y",)}
    # A link to files of the repository is as good as the files.
    assert read(root, "inside/lib/python3.11/site-packages/y_xtr-1.0.dist-info/top_level.txt") == {}
    assert read(root, active=root / ".venv") == {"x-xtr": ("x",), "y-xtr": ("y",)}


def test_a_root_that_is_a_link(tmp_path: Path) -> None:
    install(tmp_path / "root" / ".venv", {"x_xtr-1.0.dist-info/top_level.txt": "x\n"})
    (tmp_path / "link").symlink_to(tmp_path / "root")
    assert read(tmp_path / "link") == {"x-xtr": ("x",)}


def test_nothing_there(tmp_path: Path) -> None:
    assert read(tmp_path) == {}
    (tmp_path / ".venv").write_text("a file")
    assert read(tmp_path) == {}


def test_only_what_is_asked_for_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"d{number}_xtr-1.0.dist-info/top_level.txt" for number in range(50)]
    install(tmp_path / ".venv", dict.fromkeys(names, "m\n"))
    opened: list[object] = []
    real = os.open

    def noted(path: str, flags: int) -> int:
        opened.append(path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", noted)
    found = installed_modules(tmp_path, {}, ())
    assert len(found) == 50
    assert opened == []
    assert found["d7-xtr"] == found["d7-xtr"] == ("m",)
    assert 0 < len(opened) < 5
    assert found.get("none-xtr") is None


def test_a_pipe_in_the_place_of_a_file(tmp_path: Path) -> None:
    folder = tmp_path / ".venv" / SITE / "x_xtr-1.0.dist-info"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "RECORD")
    (folder / "METADATA").mkdir()
    assert read(tmp_path) == {"x-xtr": ()}


@given(st.binary(max_size=200))
def test_any_content(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    root = tmp_path_factory.mktemp("root")
    folder = root / ".venv" / SITE / "x_xtr-1.0.dist-info"
    folder.mkdir(parents=True)
    for name in ("METADATA", "top_level.txt", "RECORD", "direct_url.json"):
        (folder / name).write_bytes(content)
    assert set(read(root)) == {"x-xtr"}
