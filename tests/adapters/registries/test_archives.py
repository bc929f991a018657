"""The modules of published packages: wheels by their directories, sdists by their members."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registry import FakeRegistry, Package, Response, wheel
from support.registry_clients import Time, client

from aireview.adapters.registries.archives import Archives, _may_fetch
from aireview.adapters.registries.cache import DAY, Cache
from aireview.adapters.registries.client import Client
from aireview.adapters.registries.hosts import is_inside
from aireview.adapters.registries.http import Limits
from aireview.adapters.registries.sdists import SdistError
from aireview.adapters.registries.sdists import modules as sdist_modules
from aireview.adapters.registries.wheels import (
    import_names,
    modules_of,
    namespace_like,
)
from aireview.model.packages import Ecosystem, Provided

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PYPI = Ecosystem.PYPI


def sdist(members: Mapping[str, str | bytes], *, top: str = "real_xtr-1.0") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for path, text in members.items():
            content = text.encode() if isinstance(text, str) else text
            info = tarfile.TarInfo(f"{top}/{path}")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def zipped(members: Mapping[str, str], *, top: str = "real_xtr-1.0") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, text in members.items():
            archive.writestr(f"{top}/{path}", text)
    return made.getvalue()


def published(fake: FakeRegistry, files: Mapping[str, bytes], **more: object) -> None:
    fake.add(PYPI, Package("real-xtr", files=files, **more))  # type: ignore[arg-type]


def publish_wheel(
    fake: FakeRegistry, members: Mapping[str, str] | list[str], version: str = "1.0"
) -> str:
    name, content = wheel("real-xtr", version, members)
    published(fake, {name: content})
    return name


@contextmanager
def reading(
    fake: FakeRegistry, cache: Cache | None = None, turned: Time | None = None
) -> Iterator[Archives]:
    with client(fake, cache=cache, turned=turned, limits=Limits(request_s=2)) as asking:
        yield Archives(asking)


def read(fake: FakeRegistry, name: str = "real-xtr") -> Provided:
    with reading(fake) as archives:
        return archives.modules(PYPI, [name])[name]


# --- paths to modules ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paths", "modules"),
    [
        ([], ()),
        (["six.py", "six-1.0.dist-info/METADATA"], ("six",)),
        (["a/__init__.py", "a/b.py", "a/c/__init__.py"], ("a",)),
        (["google/cloud/storage/__init__.py", "google/cloud/storage/blob.py"], ("google.cloud.storage",)),
        (["google/cloud/one.py", "google/cloud/two/__init__.py"], ("google.cloud.one", "google.cloud.two")),
        (["x.cpython-311-x86_64-linux-gnu.so", "y.abi3.so", "z.pyd", "w.cp311-win_amd64.pyd"], ("w", "x", "y", "z")),
        (["n/x.cpython-311-x86_64-linux-gnu.so"], ("n.x",)),
        (["p/__init__.cpython-311-x86_64-linux-gnu.so"], ("p",)),
        (["only.pth", "data/readme.txt", "a.egg/x.txt"], ()),
        (["x-1.0.data/purelib/pure/__init__.py", "x-1.0.data/platlib/plat.py"], ("plat", "pure")),
        (["x-1.0.data/scripts/tool.py", "x-1.0.data/data/share/thing.py"], ()),
        (["x-stubs/__init__.pyi", "y/__init__.pyi"], ()),
        (["my-script.py", "a b/__init__.py", "../up/__init__.py", "/abs.py", "a//b.py"], ()),
        (["compiled.pyc", "a/__pycache__/b.cpython-311.pyc"], ("compiled",)),
        (["a/b/c/d.py"], ("a.b.c.d",)),
        (["/".join(["a"] * 30_000) + "/x.py"], ()),
    ],
)  # fmt: skip
def test_modules_of_paths(paths: list[str], modules: tuple[str, ...]) -> None:
    assert modules_of(paths) == modules


def test_a_package_that_others_share_is_named_by_what_is_in_it() -> None:
    paths = ["zope_xtr/__init__.py", "zope_xtr/event/__init__.py", "zope_xtr/event/x.py"]
    assert modules_of(paths) == ("zope_xtr",)
    assert namespace_like(paths) == ("zope_xtr",)
    assert modules_of(paths, ["zope_xtr"]) == ("zope_xtr.event",)


def test_very_many_modules_are_named_by_what_they_lie_in() -> None:
    paths = [f"space/part{n % 7}/module{n}.py" for n in range(5000)]
    assert modules_of(paths) == tuple(f"space.part{n}" for n in range(7))
    assert len(modules_of(f"m{n}.py" for n in range(5000))) == 1000


@given(st.lists(st.text("ab/._-init\\\udce9\0", max_size=30)))
def test_any_paths(paths: list[str]) -> None:
    for name in modules_of([*paths, *(f"{path}.py" for path in paths)]):
        assert all(part.isidentifier() for part in name.split("."))


@pytest.mark.parametrize(
    ("metadata", "names"),
    [
        (b"Metadata-Version: 2.1\nName: x\n", None),
        (b"Metadata-Version: 2.5\nImport-Name: a\nImport-Name: b.c ; private\n", ("a", "b.c")),
        (b"Metadata-Version: 2.5\r\nImport-Name: a\r\n\r\nImport-Name: b", ("a",)),
        (b"Import-Name:\n", ()),
        (b"Import-Namespace: google\n", None),
        (b"Import-Namespace: google\nImport-Name: google.x\n", ("google.x",)),
        (b"Description: x\n\nImport-Name: b", None),
        (b"Import-Name: ../x\nImport-Name: a-b\n", ()),
        (b"\xff\xfeImport-Name: x", None),
    ],
)
def test_import_names(metadata: bytes, names: tuple[str, ...] | None) -> None:
    assert import_names(metadata) == names


# --- wheels -------------------------------------------------------------------------------------


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("relative", [False, True])
@pytest.mark.parametrize("ranges", [False, True])
def test_a_wheel(*, html: bool, relative: bool, ranges: bool) -> None:
    with FakeRegistry(html=html, relative=relative, ranges=ranges) as fake:
        file = publish_wheel(fake, ["i18n_xtr/__init__.py", "one_xtr.py"])
        provided = read(fake)
        assert provided.modules == ("i18n_xtr", "one_xtr")
        assert provided.url == f"{fake.url}/pypi/packages/{file}"


def test_a_large_wheel_is_read_in_parts(fake: FakeRegistry) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("big_xtr/__init__.py", b"x" * 3_000_000)
        for number in range(3000):
            archive.writestr(f"big_xtr/module_with_a_long_name_{number}.py", b"")
    published(fake, {"real_xtr-1.0-py3-none-any.whl": made.getvalue()})
    assert read(fake).modules == ("big_xtr",)
    spans = [one.headers["range"] for one in fake.requests if "range" in one.headers]
    asked = [span.removeprefix("bytes=").split("-") for span in spans]
    assert len(spans) <= 3
    assert sum(int(stop) - int(start) + 1 for start, stop in asked) < len(made.getvalue()) // 4


def test_the_newest_release_counts(fake: FakeRegistry) -> None:
    files = dict(
        wheel("real-xtr", version, [f"v{version[0]}_xtr.py"])
        for version in ("9.0", "10.0", "11.0rc1")
    )
    yanked = dict([wheel("real-xtr", "12.0", ["gone_xtr.py"])])
    published(fake, files | yanked, versions=("9.0", "10.0", "11.0rc1", "12.0"), yanked=("12.0",))
    assert read(fake).modules == ("v1_xtr",)
    assert fake.paths()[1].endswith("real_xtr-10.0-py3-none-any.whl")


def test_a_wheel_for_everybody_comes_before_others(fake: FakeRegistry) -> None:
    _, content = wheel("real-xtr", "1.0", ["right_xtr.py"])
    _, other = wheel("real-xtr", "1.0", ["wrong_xtr.py"])
    tags = (
        "cp311-cp311-win32",
        "cp311-cp311-macosx_11_0_arm64",
        "cp311-cp311-manylinux_2_17_x86_64",
    )
    files = {f"real_xtr-1.0-{tag}.whl": other for tag in tags}
    published(fake, {**files, "real_xtr-1.0-py3-none-any.whl": content})
    assert read(fake).modules == ("right_xtr",)
    published(fake, {**files, "real_xtr-1.0-cp311-cp311-manylinux_2_17_x86_64.whl": content})
    assert read(fake).modules == ("right_xtr",)


def test_a_namespace_of_the_old_way(fake: FakeRegistry) -> None:
    publish_wheel(
        fake,
        {
            "air_xtr/__init__.py": "__path__ = __import__('pkgutil').extend_path(__path__, __name__)",
            "air_xtr/providers/__init__.py": "",
            "air_xtr/providers/deep/__init__.py": "",
            "plain_xtr/__init__.py": "",
            "plain_xtr/sub/__init__.py": "",
        },
    )
    assert read(fake).modules == ("air_xtr.providers", "plain_xtr")
    publish_wheel(
        fake,
        {
            "air_xtr/__init__.py": "import this",
            "air_xtr/x/__init__.py": "",
            "real_xtr-1.0.dist-info/namespace_packages.txt": "air_xtr\n",
        },
        version="1.0",
    )
    assert read(fake).modules == ("air_xtr.x",)


def test_a_wheel_without_modules(fake: FakeRegistry) -> None:
    publish_wheel(fake, ["only.pth"])
    assert read(fake).modules == ()


@pytest.mark.parametrize("html", [False, True])
def test_metadata_beside_a_wheel_comes_first(*, html: bool) -> None:
    with FakeRegistry(html=html) as fake:
        name, content = wheel("real-xtr", "1.0", ["files_xtr.py"])
        metadata = b"Metadata-Version: 2.5\nName: real-xtr\nImport-Name: named_xtr\n"
        fake.extra[f"/pypi/packages/{name}.metadata"] = Response(metadata)
        published(fake, {name: content})
        assert read(fake).modules == ("named_xtr",)
        assert f"/pypi/packages/{name}" not in fake.paths()
        fake.extra[f"/pypi/packages/{name}.metadata"] = Response(b"Metadata-Version: 2.1\n")
        assert read(fake).modules == ("files_xtr",)


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"no archive at all" * 100, b"PK\x05\x06" + b"\xff" * 18]
)
def test_a_broken_wheel(fake: FakeRegistry, content: bytes) -> None:
    published(fake, {"real_xtr-1.0-py3-none-any.whl": content})
    provided = read(fake)
    assert provided.modules is None
    assert provided.why


def test_a_directory_that_is_too_large_is_not_read(fake: FakeRegistry) -> None:
    end = b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff" * 2 + (19_000_000).to_bytes(4, "little")
    content = b"\0" * 20_000_000 + end + (1000).to_bytes(4, "little") + b"\0\0"
    published(fake, {"real_xtr-1.0-py3-none-any.whl": content})
    assert "too much of the file" in read(fake).why


@pytest.mark.parametrize("fault", ["error", "absent-all", "reset", "truncated", "foreign-redirect"])
def test_a_file_that_cannot_be_had(fake: FakeRegistry, fault: str) -> None:
    publish_wheel(fake, ["x.py"])
    fake.fault(fault, below="/pypi/packages/")
    provided = read(fake)
    assert provided.modules is None
    assert "real_xtr-1.0-py3-none-any.whl: " in provided.why


@pytest.mark.parametrize(
    "fault", ["error", "absent-all", "html", "garbage", "deep-json", "wrong-json"]
)
def test_a_page_that_cannot_be_had(fake: FakeRegistry, fault: str) -> None:
    publish_wheel(fake, ["x.py"])
    fake.fault(fault)
    provided = read(fake)
    assert provided.modules is None
    assert provided.why


# --- source distributions -----------------------------------------------------------------------


@pytest.mark.parametrize("make", [sdist, zipped])
@pytest.mark.parametrize(
    ("members", "modules"),
    [
        ({"pybars_xtr/__init__.py": "", "setup.py": "", "tests/__init__.py": ""}, ("pybars_xtr",)),
        ({"src/inner_xtr/__init__.py": "", "docs/conf.py": "", "setup.py": ""}, ("inner_xtr",)),
        ({"lib/yam_xtr/__init__.py": "", "setup.py": ""}, ("yam_xtr",)),
        ({"one_xtr.py": "", "setup.py": "", "conftest.py": ""}, ("one_xtr",)),
        ({"src/goo_xtr/cloud/kms/__init__.py": ""}, ("goo_xtr.cloud.kms",)),
        ({"loose/script.py": "", "pkg_xtr/__init__.py": ""}, ("pkg_xtr",)),
        (
            {
                "x.egg-info/top_level.txt": "_yam_xtr\nyam_xtr\n",
                "lib/yam_xtr/__init__.py": "",
                "other/__init__.py": "",
            },
            ("_yam_xtr", "yam_xtr"),
        ),
        (
            {
                "src/x.egg-info/top_level.txt": "zope_xtr\n",
                "src/x.egg-info/namespace_packages.txt": "zope_xtr\n",
                "src/zope_xtr/__init__.py": "",
                "src/zope_xtr/event/__init__.py": "",
            },
            ("zope_xtr.event",),
        ),
        ({"PKG-INFO": "Metadata-Version: 2.5\nImport-Name: said_xtr\n", "x/__init__.py": ""}, ("said_xtr",)),
        ({"README": ""}, ()),
    ],
)  # fmt: skip
def test_source_distributions(
    make: object, members: dict[str, str], modules: tuple[str, ...]
) -> None:
    assert callable(make)
    file = "real_xtr-1.0.zip" if make is zipped else "real_xtr-1.0.tar.gz"
    assert sdist_modules(file, make(members)) == modules


def test_only_a_source_distribution(fake: FakeRegistry) -> None:
    published(fake, {"real_xtr-1.0.tar.gz": sdist({"pybars_xtr/__init__.py": ""})})
    assert read(fake).modules == ("pybars_xtr",)
    published(fake, {"real-xtr-1.0.zip": zipped({"pybars_xtr/__init__.py": ""})})
    assert read(fake).modules == ("pybars_xtr",)


def test_a_large_source_distribution_is_not_fetched(fake: FakeRegistry) -> None:
    published(fake, {"real_xtr-1.0.tar.gz": b"x" * 2_000_001})
    assert "too large" in read(fake).why
    assert not [path for path in fake.paths("GET") if "packages" in path]


def test_bombs_and_tricks() -> None:
    zeros = sdist({"zeros": b"\0" * 100})
    bomb = gzip.compress(b"\0" * 60_000_000)
    assert len(bomb) < 100_000
    many = sdist({f"f{n}": "" for n in range(20_001)})
    for content, why in (
        (bomb, "."),
        (many, "too many members"),
        (zeros[:40], "."),
        (b"", "."),
        (sdist({}), "empty"),
    ):
        with pytest.raises(SdistError, match=why):
            sdist_modules("x-1.0.tar.gz", content)
    outside = sdist({"../../../etc/passwd": "", "/abs.py": "", "..": ""}, top="..")
    assert sdist_modules("x-1.0.tar.gz", outside) == ()


def test_an_entry_without_a_name() -> None:
    content = zipped({"x.py": ""}).replace(b"real_xtr-1.0/x.py", b"\0real_xtr-1.0/x.p")
    with pytest.raises(SdistError, match="no readable archive"):
        sdist_modules("x-1.0.zip", content)


def test_a_member_that_says_it_is_huge() -> None:
    made = io.BytesIO()
    info = tarfile.TarInfo("x-1.0/x.egg-info/top_level.txt")
    info.size = 10**12
    made.write(gzip.compress(info.tobuf() + b"\0" * 10_000))
    with pytest.raises(SdistError):
        sdist_modules("x-1.0.tar.gz", made.getvalue())


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes(content: bytes, zipped_: bool) -> None:  # noqa: FBT001 - a strategy
    if not zipped_:
        content = gzip.compress(content)
    with suppress(SdistError):
        sdist_modules("x.zip" if zipped_ else "x.tar.gz", content)


# --- who is asked, and how often ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "index", "allowed"),
    [
        ("https://files.pythonhosted.org/x.whl", "https://pypi.org/simple/", True),
        ("https://pypi.org/x.whl", "https://pypi.org/simple/", True),
        ("http://files.pythonhosted.org/x.whl", "https://pypi.org/simple/", False),
        ("https://files.example.org/x.whl", "http://index.example.org/simple/", True),
        ("http://127.0.0.1:80/x.whl", "http://127.0.0.1:80/simple/", True),
        ("http://127.0.0.1:81/x.whl", "http://127.0.0.1:80/simple/", False),
        ("https://127.0.0.1/x", "https://pypi.org/simple/", False),
        ("https://2130706433/x", "https://pypi.org/simple/", False),
        ("https://0x7f.1/x", "https://pypi.org/simple/", False),
        ("https://[::1]/x", "https://pypi.org/simple/", False),
        ("https://[::ffff:10.0.0.1]/x", "https://pypi.org/simple/", False),
        ("https://10.1.2.3/x", "https://pypi.org/simple/", False),
        ("https://169.254.169.254/latest", "https://pypi.org/simple/", False),
        ("https://metadata.google.internal/x", "https://pypi.org/simple/", False),
        ("https://localhost/x", "https://pypi.org/simple/", False),
        ("https://intranet/x", "https://pypi.org/simple/", False),
        ("https://user:pw@files.example.org/x", "https://pypi.org/simple/", False),
        ("file:///etc/passwd", "https://pypi.org/simple/", False),
        ("ftp://files.example.org/x", "https://pypi.org/simple/", False),
        ("https://[bad/x", "https://pypi.org/simple/", False),
    ],
)
def test_where_files_may_lie(url: str, index: str, *, allowed: bool) -> None:
    assert _may_fetch(url, index) is allowed


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("8.8.8.8", False),
        ("224.0.0.1", True),
        ("fe80::1%eth0", True),
        ("a.local.", True),
        ("", True),
    ],
)
def test_hosts(host: str, *, inside: bool) -> None:
    assert is_inside(host) is inside


def test_a_file_on_another_local_port_is_never_asked_for(fake: FakeRegistry) -> None:
    with FakeRegistry() as other:
        publish_wheel(other, ["x.py"])
        page = (
            f'<h1>Links for real-xtr</h1><a href="{other.url}/real_xtr-1.0-py3-none-any.whl">x</a>'
        )
        fake.extra["/pypi/simple/real-xtr/"] = Response(page.encode(), "text/html")
        assert "may not be asked" in read(fake).why
        assert other.requests == []


def test_other_ecosystems_and_names(fake: FakeRegistry) -> None:
    with reading(fake) as archives:
        npm = archives.modules(Ecosystem.NPM, ["real-xtr"])
        assert npm["real-xtr"].modules is None
        assert "PyPI" in npm["real-xtr"].why
        odd = archives.modules(PYPI, ["../x", "http://evil.example/"])
        assert {one.modules for one in odd.values()} == {None}
    assert fake.requests == []


def test_no_index_that_can_be_asked() -> None:
    asking = Client({PYPI: "none"}, clock=Time().clock(), budget_s=1)
    assert Archives(asking).modules(PYPI, ["x"])["x"].modules is None


def test_answers_are_kept(fake: FakeRegistry, tmp_path: Path) -> None:
    turned = Time()
    cache = Cache(str(tmp_path / "cache.sqlite3"), turned.clock().now)
    publish_wheel(fake, ["kept_xtr.py"])
    expected = ("kept_xtr",)
    for days, requests in ((0, 2), (0, 0), (6 * DAY, 0), (2 * DAY, 1)):
        turned.at += days
        before = len(fake.requests)
        with reading(fake, cache, turned) as archives:
            assert archives.modules(PYPI, ["real-xtr"])["real-xtr"].modules == expected
        # After a week the page is asked for again, the file never.
        assert len(fake.requests) - before == requests


def test_failures_are_not_kept(fake: FakeRegistry, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "cache.sqlite3"), Time().clock().now)
    publish_wheel(fake, ["kept_xtr.py"])
    fake.fault("error", below="/pypi/packages/")
    with reading(fake, cache) as archives:
        assert archives.modules(PYPI, ["real-xtr"])["real-xtr"].modules is None
    fake.heal()
    with reading(fake, cache) as archives:
        assert archives.modules(PYPI, ["real-xtr"])["real-xtr"].modules == ("kept_xtr",)


def test_many_names_within_the_budget(fake: FakeRegistry) -> None:
    for number in range(30):
        name, content = wheel(f"many-{number}-xtr", "1.0", [f"many_{number}.py"])
        fake.add(PYPI, Package(f"many-{number}-xtr", files={name: content}))
    names = [f"many-{number}-xtr" for number in range(30)]
    with reading(fake) as archives:
        found = archives.modules(PYPI, names)
    assert {name: one.modules for name, one in found.items()} == {
        f"many-{number}-xtr": (f"many_{number}",) for number in range(30)
    }
    with client(fake, budget_s=0) as asking:
        late = Archives(asking).modules(PYPI, ["many-1-xtr"])
    assert late["many-1-xtr"].why == "over the time budget"
