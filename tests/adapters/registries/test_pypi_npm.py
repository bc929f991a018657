"""PyPI and npm: pages of every kind, marks of danger, and what stands behind proxies."""

from __future__ import annotations

import pytest
from support.registry import FakeRegistry, Package, wheel
from support.registry_clients import details, exists, one

from aireview.adapters.registries.pypi import _version, simple_index
from aireview.adapters.registries.simple_page import parse
from aireview.model.packages import Depth, Ecosystem, Existence, Question

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PYPI, NPM = Ecosystem.PYPI, Ecosystem.NPM


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("relative", [False, True])
def test_a_simple_page_in_both_forms(*, html: bool, relative: bool) -> None:
    file, content = wheel("Real_Xtr", "2.0", ["real_xtr/__init__.py"])
    files = {file: content, "real_xtr-1.0.tar.gz": b"x", "real-xtr-3.0rc1.zip": b"y"}
    package = Package("Real_Xtr", versions=("1.0", "2.0", "3.0rc1"), yanked=("1.0",), files=files)
    with FakeRegistry({PYPI: [package]}, html=html, relative=relative) as fake:
        answer = one(fake, details(PYPI, "real-xtr"))
    assert answer.existence is Existence.EXISTS
    assert (answer.versions, answer.withdrawn) == (("2.0", "3.0rc1"), ("1.0",))
    assert (answer.files, answer.latest) == (3, "3.0rc1")


def test_without_a_json_api(fake: FakeRegistry) -> None:
    fake.beside = False
    fake.add(PYPI, Package("real-xtr", first_published="2026-11-18T00:00:00Z", summary="words"))
    answer = one(fake, details(PYPI, "real-xtr"))
    assert (answer.existence, answer.first_published) == (Existence.EXISTS, "2026-11-18")
    assert (answer.summary, answer.extras) == ("", None)


def test_html_without_a_json_api_tells_no_age() -> None:
    with FakeRegistry({PYPI: ["real-xtr"]}, html=True, beside=False) as fake:
        answer = one(fake, details(PYPI, "real-xtr"))
    assert (answer.existence, answer.first_published) == (Existence.EXISTS, "")


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize(
    ("status", "quarantined", "notice"),
    [
        ("active", False, ""),
        ("quarantined", True, ""),
        ("archived", False, "archived"),
        ("deprecated", False, "deprecated"),
    ],
)
def test_project_status(*, html: bool, status: str, quarantined: bool, notice: str) -> None:
    package = Package("real-xtr", status=status)
    with FakeRegistry({PYPI: [package]}, html=html) as fake:
        answer = one(fake, details(PYPI, "real-xtr"))
    assert (answer.quarantined, answer.notice) == (quarantined, notice)


@pytest.mark.parametrize("html", [False, True])
def test_zero_files(*, html: bool) -> None:
    with FakeRegistry({PYPI: [Package("real-xtr", files={})]}, html=html) as fake:
        answer = one(fake, exists(PYPI, "real-xtr"))
    assert (answer.existence, answer.files, answer.versions) == (Existence.EXISTS, 0, ())


def test_words_of_deprecation(fake: FakeRegistry) -> None:
    fake.add(PYPI, Package("real-xtr", summary="deprecated, use other-xtr instead"))
    fake.add(PYPI, Package("good-xtr", summary="Warns of deprecations"))
    assert one(fake, details(PYPI, "real-xtr")).notice == "deprecated, use other-xtr instead"
    assert one(fake, details(PYPI, "good-xtr")).notice == ""


def test_extras_are_asked_for_where_they_are_wanted(fake: FakeRegistry) -> None:
    fake.add(PYPI, Package("real-xtr", extras=("fast", "all")))
    known = Question(ecosystem=PYPI, name="real-xtr", depth=Depth.DETAILS, known=True)
    assert one(fake, known).extras is None
    assert fake.paths() == ["/pypi/simple/real-xtr/"]
    wanted = Question(ecosystem=PYPI, name="real-xtr", depth=Depth.DETAILS, known=True, extras=True)
    assert one(fake, wanted).extras == ("fast", "all")


@pytest.mark.parametrize(
    ("page", "existence"),
    [
        ("<title>Links for real-xtr</title>", Existence.EXISTS),
        ("<a href='../real_xtr-1.0.tar.gz#sha256=0'>x</a>", Existence.EXISTS),
        ("<a href='/real_xtr-1.0-py3-none-any.whl?y=1'>x", Existence.EXISTS),
        ("<a href='/other_xtr-1.0.tar.gz'>x</a>", Existence.UNKNOWN),
        ("<title>Sign in</title><form>", Existence.UNKNOWN),
        ("<a href='/real-xtr/'>real-xtr</a>", Existence.UNKNOWN),
        ("<a data-requires-python='>=3' href=\"/x/real%5Fxtr-1.0.zip\">", Existence.EXISTS),
        ("<A HREF=real-xtr-1.0.zip>", Existence.EXISTS),
        ("<!-- <a href='/real_xtr-1.0.tar.gz'>x</a> -->", Existence.UNKNOWN),
        ("<!-- <a href='/real_xtr-1.0.tar.gz'>x</a>", Existence.UNKNOWN),
        ("<abbr href='/real_xtr-1.0.tar.gz'>x</a>", Existence.UNKNOWN),
        ("<![foo[bar]]>", Existence.UNKNOWN),
        ("", Existence.UNKNOWN),
        ("<" * 1000, Existence.UNKNOWN),
    ],
)
def test_which_html_is_a_simple_page(page: str, existence: Existence) -> None:
    from aireview.adapters.registries.http import Reply  # noqa: PLC0415
    from aireview.adapters.registries.pypi import _page  # noqa: PLC0415

    found = _page(Reply("u", 200, {"content-type": "text/html"}, page.encode()), "real-xtr")
    assert (found is not None) == (existence is Existence.EXISTS)


@pytest.mark.parametrize(
    "unit", ["<a ", "<!--", "<a href='", "<", "<a href=x ", "</", "<a\t", '<a x="', "<title>", "&#"]
)
def test_a_hostile_page_costs_no_more_than_its_size(unit: str) -> None:
    # With a parser that goes back, this would not end within the day.
    assert parse(unit.encode() * 300_000).links == ()


def test_an_answer_about_another_project_is_none(fake: FakeRegistry) -> None:
    fake.add(PYPI, "real-xtr")
    package = fake.find(PYPI, "real-xtr")
    assert package is not None
    fake._packages[PYPI, "other-xtr"] = package
    assert one(fake, exists(PYPI, "other-xtr")).existence is Existence.UNKNOWN


@pytest.mark.parametrize(
    ("base", "index"),
    [
        ("https://h/", "https://h/simple/"),
        ("https://h/simple/", "https://h/simple/"),
        ("https://h/root/pypi/+simple/", "https://h/root/pypi/+simple/"),
        ("https://h/whl/cpu/", "https://h/whl/cpu/"),
    ],
)
def test_which_index_a_base_means(base: str, index: str) -> None:
    assert simple_index(base) == index


@pytest.mark.parametrize("base", ["/pypi/simple", "/pypi/simple/", "/pypi/simple//"])
def test_a_base_with_or_without_a_slash(fake: FakeRegistry, base: str) -> None:
    fake.bases[PYPI] = fake.url + base
    assert one(fake, details(PYPI, "requests")).existence is Existence.EXISTS
    assert fake.paths() == ["/pypi/simple/requests/", "/pypi/pypi/requests/json"]


@pytest.mark.parametrize(
    ("file", "version"),
    [
        ("real_xtr-1.0-py3-none-any.whl", "1.0"),
        ("real_xtr-1.0-1-py3-none-any.whl", "1.0"),
        ("real-xtr-1.0.tar.gz", "1.0"),
        ("Real.XTR-1.0-beta.zip", "1.0-beta"),
        ("real__xtr-1.0.tgz", "1.0"),
        ("other-1.0.tar.gz", ""),
        ("real-xtr-1.0.exe", ""),
        ("real-xtr.tar.gz", ""),
        ("-" * 100_000 + ".tar.gz", ""),
        ("", ""),
    ],
)
def test_the_version_in_a_file_name(file: str, version: str) -> None:
    assert _version(file, "real-xtr") == version


def test_a_tombstone(fake: FakeRegistry) -> None:
    fake.add(NPM, Package("dead-xtr", tombstone=True))
    for question in (exists(NPM, "dead-xtr"), details(NPM, "dead-xtr")):
        answer = one(fake, question)
        assert (answer.existence, answer.tombstone) == (Existence.EXISTS, True)
        assert answer.versions == ()


@pytest.mark.parametrize(
    ("versions", "latest", "placeholder"),
    [
        (("0.0.1-security",), "", True),
        (("0.0.1-security", "0.0.1-security.0"), "", True),
        (("1.0.0", "0.0.1-security"), "0.0.1-security", False),
        (("0.0.1",), "", False),
        ((), "", False),
    ],
)
def test_a_placeholder(
    fake: FakeRegistry, versions: tuple[str, ...], latest: str, *, placeholder: bool
) -> None:
    fake.add(NPM, Package("held-xtr", versions=versions, latest=latest))
    assert one(fake, details(NPM, "held-xtr")).placeholder is placeholder


def test_a_known_name_costs_a_small_document(fake: FakeRegistry) -> None:
    fake.add(NPM, Package("real-xtr", versions=("1.0.0", "2.0.0"), deprecated="use other-xtr"))
    answer = one(fake, details(NPM, "real-xtr", known=True))
    assert (answer.latest, answer.versions) == ("2.0.0", None)
    assert answer.notice == "use other-xtr"
    assert fake.paths() == ["/npm/real-xtr/latest"]
    answer = one(fake, details(NPM, "real-xtr", known=True, versions=True))
    assert answer.versions == ("1.0.0", "2.0.0")
    assert "vnd.npm.install-v1" in fake.requests[-1].headers["accept"]


def test_a_document_beyond_the_bound_leaves_the_small_one(fake: FakeRegistry) -> None:
    fake.add(NPM, "real-xtr")
    fake.fault("huge", times=1)
    answer = one(fake, details(NPM, "real-xtr"))
    assert (answer.existence, answer.first_published) == (Existence.EXISTS, "")
    assert fake.paths() == ["/npm/real-xtr", "/npm/real-xtr/latest"]
