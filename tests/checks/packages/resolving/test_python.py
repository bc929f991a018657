from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Certainty, Resolution, Settled
from aireview.checks.packages.resolving.python import distribution_for_module, is_stdlib, resolve
from aireview.model.packages import Ecosystem, Member, Reading, Reference, Source, Surface

PYPI = Ecosystem.PYPI
HOST, OPEN, OWN = Settled.HOST, Settled.OPEN, Settled.FIRST_PARTY
PROVIDED, STANDARD, LEGACY = Settled.PROVIDED, Settled.STANDARD, Settled.LEGACY


def declared(*names: str, path: str = "requirements.txt", **also: object) -> dict[str, Reading]:
    references = tuple(
        Reference(
            ecosystem=PYPI,
            name=name,
            surface=Surface.LOCK if path.endswith(".lock") else Surface.MANIFEST,
            path=path,
            line=number,
            **also,  # type: ignore[arg-type]
        )
        for number, name in enumerate(names, 1)
    )
    return {path: Reading(references=references)}


def settle(
    module: str,
    members: Sequence[str] = (),
    *,
    files: Sequence[str] = (),
    readings: dict[str, Reading] | None = None,
    path: str = "app/main.py",
    texts: dict[str, str] | None = None,
    **also: object,
) -> Resolution:
    readings = readings or {}
    project = Project(
        [*files, *readings, path],
        readings,
        read=(texts or {}).get,
        **also,  # type: ignore[arg-type]
    )
    reference = Reference(
        ecosystem=PYPI, name=module, surface=Surface.IMPORT, path=path, members=tuple(members)
    )
    return resolve(reference, project)


def curated(found: Resolution) -> list[str]:
    return [each.name for each in found.candidates if each.certainty is Certainty.CURATED]


@pytest.mark.parametrize("module", ["os", "xml.etree", "tomllib", "__future__", "_thread"])
def test_the_standard_library_needs_no_package(module: str) -> None:
    assert settle(module).settled is STANDARD


@pytest.mark.parametrize(
    ("module", "language", "expected"),
    [
        ("distutils.core", ">=3.12", LEGACY),
        ("distutils.core", "", LEGACY),
        ("distutils.core", ">=3.8,<3.12", STANDARD),
        ("distutils.core", "no specifier", LEGACY),
        ("urllib2", "==2.7.*", STANDARD),
        ("urllib2", ">=3.9", LEGACY),
        ("ConfigParser", "", LEGACY),
    ],
)
def test_a_removed_module_is_legacy_for_the_pythons_that_lack_it(
    module: str, language: str, expected: Settled
) -> None:
    readings = {"pyproject.toml": Reading(language=language)}
    assert settle(module, readings=readings).settled is expected


def test_what_replaces_a_removed_module_is_said() -> None:
    assert "`urllib.request`" in settle("urllib2").remark


def test_a_distribution_may_bring_a_removed_module_back() -> None:
    found = settle("cgi", readings=declared("legacy-cgi"))
    assert (found.settled, found.by) == (PROVIDED, "legacy-cgi")


def test_an_own_module_may_be_called_like_a_removed_one() -> None:
    assert settle("commands", files=["commands/__init__.py"]).settled is OWN


@pytest.mark.parametrize(
    ("module", "members", "files", "path"),
    [
        ("app.helpers", ("x",), ["src/app/helpers.py", "src/app/__init__.py"], "src/app/main.py"),
        ("app.helpers", ("x",), ["src/app/helpers.py"], "tests/test_a.py"),
        ("conftest_helpers", (), ["tests/conftest_helpers.py"], "tests/test_a.py"),
        ("pkg._vendor", ("six",), ["pkg/__init__.py", "pkg/_vendor/six.py"], "pkg/a.py"),
        ("six_xtr", (), ["pkg/__init__.py", "pkg/_vendor/six_xtr.py"], "pkg/a.py"),
        ("shop.models", (), ["site/manage.py", "site/shop/models.py"], "scripts/load.py"),
        ("fast_xtr", (), ["pkg/fast_xtr.pyx"], "pkg/a.py"),
        ("fast_xtr", (), ["fast_xtr.cpython-312-x86_64-linux-gnu.so"], "pkg/a.py"),
        ("pkg.fast_xtr", (), ["pkg/fast_xtr.pyi"], "other/a.py"),
        ("_fast_xtr", (), ["native/_fast_xtr.c"], "pkg/a.py"),
        ("team.part", (), ["team/part/code.py"], "a.py"),
        ("team", ("part",), ["team/part.py"], "a.py"),
        ("google.acme_xtr", (), ["google/acme_xtr/__init__.py"], "a.py"),
        ("person_pb2", (), ["person.proto"], "a.ipynb"),
        ("person_pb2_grpc", (), ["protos/person.proto"], "pkg/a.py"),
        ("_version", (), [], "pkg/a.py"),
        ("utils_xtr", (), ["pkg/__init__.py", "pkg/utils_xtr.py"], "pkg/deep/a.py"),
        ("examples.old_xtr", (), ["examples/new.py"], "examples/new.py"),
        ("far.away.thing", (), ["x/y/far/away/thing.py"], "main.py"),
        ("pkg.migrations.0002_x", (), ["pkg/__init__.py"], "pkg/tests/a.py"),
    ],
)
def test_the_repository_has_the_module(
    module: str, members: Sequence[str], files: Sequence[str], path: str
) -> None:
    assert settle(module, members, files=files, path=path).settled is OWN


@pytest.mark.parametrize(
    ("module", "members", "files", "path"),
    [
        ("yaml", (), ["yaml/values.yaml"], "main.py"),
        ("thing_xtr", (), ["a/b/c/thing_xtr.py"], "x/y.py"),
        ("thing_xtr", (), ["docs/thing_xtr.py", "docs/conftest.py"], "app/main.py"),
        ("thing_xtr", (), ["examples/setup.py", "examples/thing_xtr.py"], "app/main.py"),
        ("thing_xtr", (), ["tests/fixtures/p/setup.py", "tests/fixtures/p/thing_xtr.py"], "a.py"),
        ("thing_xtr", (), ["tests/conftest.py", "tests/thing_xtr.py"], "app/main.py"),
        ("thing_xtr", (), ["app/thing_xtr.py"], "app/thing_xtr.py"),
        ("docker", ("from_env",), ["docker/entry.py"], "main.py"),
        ("redis", (), ["app/__init__.py", "app/redis.py"], "app/cache.py"),
        ("google.auth", (), ["google.py"], "main.py"),
        ("google.cloud.storage", (), ["google/__init__.py", "google/acme.py"], "main.py"),
    ],
)
def test_files_elsewhere_do_not_take_a_module_over(
    module: str, members: Sequence[str], files: Sequence[str], path: str
) -> None:
    assert settle(module, members, files=files, path=path).settled is OPEN


def test_roots_and_modules_come_from_manifests() -> None:
    reading = Reading(
        roots=("code/python",),
        members=(
            Member(ecosystem=PYPI, name="Acme-Tool_xtr", folder="", modules=("acme_inner_xtr",)),
        ),
    )
    for module in ("thing_xtr", "acme_tool_xtr", "acme_inner_xtr.sub"):
        files = ["code/python/thing_xtr.py"]
        found = settle(module, files=files, readings={"pyproject.toml": reading})
        assert found.settled is OWN


def test_a_fixture_s_project_is_not_the_repository_s() -> None:
    member = Member(ecosystem=PYPI, name="demo-xtr", folder="tests/fixtures/demo")
    readings = {"tests/fixtures/demo/pyproject.toml": Reading(members=(member,))}
    assert settle("demo_xtr", readings=readings).settled is OPEN
    inside = "tests/fixtures/demo/run.py"
    assert settle("demo_xtr", readings=readings, path=inside).settled is OWN


def test_a_rust_extension_module_is_the_crate_s_name() -> None:
    pyo3 = Reference(
        ecosystem=Ecosystem.CARGO, name="pyo3", surface=Surface.MANIFEST, path="rust/Cargo.toml"
    )
    crate = Member(ecosystem=Ecosystem.CARGO, name="fast-xtr", folder="rust")
    readings = {"rust/Cargo.toml": Reading(references=(pyo3,), members=(crate,))}
    assert settle("fast_xtr", readings=readings).settled is OWN


def test_a_generated_file_counts() -> None:
    readings = {"a.ipynb": Reading(generated=("made_xtr.py",))}
    assert settle("made_xtr", readings=readings, path="a.ipynb").settled is OWN


def test_a_folder_that_the_file_puts_on_the_path_counts() -> None:
    texts = {"tools/run.py": 'sys.path.insert(0, os.path.join(HERE, "..", "shared/lib"))'}
    files = ["shared/lib/thing_xtr.py"]
    assert settle("thing_xtr", files=files, path="tools/run.py").settled is OPEN
    assert settle("thing_xtr", files=files, path="tools/run.py", texts=texts).settled is OWN


def test_an_ignored_output_counts_unless_it_is_called_like_a_distribution() -> None:
    texts = {".gitignore": "/src/made_xtr.py\nbuild/\n"}
    for module, expected in (("made_xtr", OWN), ("build", OPEN)):
        found = settle(module, files=[".gitignore"], texts=texts)
        assert found.settled is expected


@pytest.mark.parametrize(
    ("module", "members", "distribution"),
    [
        ("yaml", (), "PyYAML"),
        ("cv2", (), "opencv-python-headless"),
        ("rest_framework", (), "djangorestframework"),
        ("win32api", (), "pywin32"),
        ("_pytest.monkeypatch", (), "pytest"),
        ("attrs", (), "attrs"),
        ("google.cloud", ("storage",), "google-cloud-storage"),
        ("google.cloud.storage.blob", ("Blob",), "google-cloud-storage"),
        ("google.cloud", (), "google-cloud-storage"),
        ("google.protobuf", ("message",), "protobuf"),
        ("google.cloud.secretmanager_v1", (), "google-cloud-secret-manager"),
        ("azure.mgmt.new_xtr", (), "azure-mgmt-new-xtr"),
        ("opentelemetry.instrumentation.flask", ("X",), "opentelemetry-instrumentation-flask"),
        ("airflow.providers.amazon.hooks", (), "apache-airflow-providers-amazon"),
        ("ruamel.yaml", (), "ruamel.yaml"),
        ("six.moves.urllib", (), "six"),
        ("typing_extensions", (), "Typing.Extensions"),
        ("mysql.connector", (), "mysql-connector-python"),
        ("zope.interface", (), "zope.interface"),
        ("zope.something_xtr", (), "zope.something-xtr"),
        ("repoze.x_xtr", (), "repoze.x-xtr"),
        ("brand_new_xtr", (), "Brand-New_xtr"),
        ("brandnewxtr", (), "brand-new-xtr"),
        ("brandxtr", (), "python-brandxtr"),
        ("brandxtr", (), "brandxtr-python"),
        ("brandxtr", (), "pybrandxtr"),
        ("brandxtr", (), "brandxtr2"),
        ("brandxtr", (), "django-brandxtr"),
        ("nvidia.brandxtr", (), "nvidia-brandxtr-cu12"),
        ("opengl", (), "PyOpenGL"),
        ("mypy_boto3_s3", ("S3Client",), "boto3-stubs"),
    ],
)
def test_a_declared_distribution_provides_the_module(
    module: str, members: Sequence[str], distribution: str
) -> None:
    found = settle(module, members, readings=declared("click", distribution))
    assert (found.settled, found.by, found.where) == (PROVIDED, distribution, "requirements.txt:2")


@pytest.mark.parametrize(
    ("module", "members", "distribution", "first"),
    [
        ("yaml", (), "types-PyYAML", "pyyaml"),
        ("google.cloud", ("storage",), "google-cloud-bigquery", "google-cloud-storage"),
        ("google.cloud", ("storage", "x_xtr"), "google-cloud-storage", "google-cloud-x-xtr"),
        ("google.cloud.storage", (), "protobuf", "google-cloud-storage"),
        ("airflow.providers.x_xtr", (), "apache-airflow", "apache-airflow-providers-x-xtr"),
        (
            "opentelemetry.instrumentation.x_xtr",
            (),
            "opentelemetry-instrumentation",
            "opentelemetry-instrumentation-x-xtr",
        ),
        ("filters", (), "django-filter", "filters"),
        ("fast_xtr", (), "orjson", "fast-xtr"),
        ("cv2", (), "numpy", "opencv-python"),
        ("ruamel", (), "numpy", "ruamel-yaml"),
    ],
)
def test_another_distribution_does_not(
    module: str, members: Sequence[str], distribution: str, first: str
) -> None:
    found = settle(module, members, readings=declared(distribution))
    assert found.settled is OPEN
    assert found.candidates[0].name == first


def test_nothing_declared_gives_the_curated_name_before_the_namesake() -> None:
    found = settle("yaml")
    assert (found.settled, found.module) == (OPEN, "yaml")
    assert curated(found) == ["pyyaml"]
    assert [c.name for c in found.candidates if c.certainty is Certainty.NAMESAKE] == ["yaml"]
    assert "python-yaml" in [c.name for c in found.candidates if c.certainty is Certainty.GUESS]


def test_an_invented_module_has_no_curated_candidate() -> None:
    found = settle("fastjsonlib_pro2_xtr.sub")
    assert curated(found) == []
    names = [c.name for c in found.candidates if c.certainty is Certainty.NAMESAKE]
    assert names == ["fastjsonlib-pro2-xtr", "fastjsonlib-pro2-xtr-sub"]


@pytest.mark.parametrize(
    ("module", "members", "expected"),
    [
        ("google.cloud", ("quantumstore_xtr",), "google.cloud.quantumstore_xtr"),
        ("google.cloud.quantumstore_xtr.sub", (), "google.cloud.quantumstore_xtr.sub"),
    ],
)
def test_a_part_of_a_namespace_is_never_looked_for_as_the_whole(
    module: str, members: Sequence[str], expected: str
) -> None:
    found = settle(module, members, readings=declared("google-cloud-storage"))
    assert (found.settled, found.module) == (OPEN, expected)
    names = {candidate.name for candidate in found.candidates}
    assert "google-cloud-quantumstore-xtr" in names
    assert not names & {"google", "google-cloud", "python-google"}


def test_a_lock_file_provides_and_says_that_it_is_not_direct() -> None:
    found = settle("yaml", readings=declared("pyyaml", path="uv.lock"))
    assert (found.settled, found.direct) == (PROVIDED, False)
    assert "uv.lock" in found.remark


def test_the_nearest_manifest_comes_first_and_another_one_is_said() -> None:
    readings = {
        **declared("requests", path="docs/requirements.txt"),
        **declared("requests", path="services/api/requirements/base.txt"),
    }
    near = settle("requests", readings=readings, path="services/api/app/main.py")
    assert (near.where, near.remark) == ("services/api/requirements/base.txt:1", "")
    far = settle("requests", readings=readings, path="services/web/main.py")
    assert far.settled is PROVIDED
    assert far.remark == "declared only in docs/requirements.txt"


def test_a_fixture_or_a_script_declares_only_for_itself() -> None:
    for path in ("tests/fixtures/p/pyproject.toml", "tools/run.py"):
        readings = declared("requests", path=path)
        assert settle("requests", readings=readings).settled is OPEN
        folder = path.rpartition("/")[0]
        inside = path if path.endswith(".py") else f"{folder}/a.py"
        assert settle("requests", readings=readings, path=inside).settled is PROVIDED


def test_notebooks_declare_for_each_other_by_installing() -> None:
    install = Reference(ecosystem=PYPI, name="PyYAML", surface=Surface.COMMAND, path="a.ipynb")
    readings = {"a.ipynb": Reading(references=(install,))}
    assert settle("yaml", readings=readings, path="a.ipynb").remark == ""
    assert settle("yaml", readings=readings, path="b.ipynb").settled is PROVIDED
    docker = {"Dockerfile": Reading(references=(install,))}
    assert settle("yaml", readings=docker).settled is OPEN


def test_conda_s_names_declare_and_are_never_read_from_the_index() -> None:
    readings = declared("pytorch", "py-opencv", "odd-xtr", path="environment.yml", index="conda")
    assert settle("torch", readings=readings).by == "pytorch"
    assert settle("cv2", readings=readings).by == "py-opencv"
    assert settle("new_xtr", readings=readings).unread == ()


def test_installed_metadata_tells_the_modules_of_what_is_declared() -> None:
    installed = {"Odd_xtr": ("strange_xtr",), "other-xtr": ("more_xtr",)}
    readings = declared("odd-xtr")
    found = settle("strange_xtr", readings=readings, installed=installed)
    assert (found.settled, found.by, found.direct) == (PROVIDED, "odd-xtr", True)
    found = settle("more_xtr", readings=readings, installed=installed)
    assert (found.settled, found.direct) == (PROVIDED, False)


def test_packages_that_no_table_knows_may_be_the_provider() -> None:
    readings = {
        **declared("zzz-xtr", "requests", "i18n-brand-xtr", "types-foo-xtr"),
        **declared("local-xtr", path="setup.cfg", source=Source.LOCAL),
        **declared("brandy-xtr", "other-xtr", path="poetry.lock"),
    }
    found = settle("brand", readings=readings)
    assert found.settled is OPEN
    assert found.unread == ("i18n-brand-xtr", "zzz-xtr", "brandy-xtr")


def test_open_ended_declarations_are_said_and_silence_nothing() -> None:
    readings = declared("requests", path="pyproject.toml")
    reading = Reading(
        references=readings["pyproject.toml"].references, open_ended="`dynamic` holds dependencies"
    )
    found = settle("fake_xtr", readings={"pyproject.toml": reading})
    assert found.settled is OPEN
    assert "dynamic" in found.open_ended


@pytest.mark.parametrize(
    ("module", "members"),
    [
        ("kaggle_secrets", ("UserSecretsClient",)),
        ("google.colab", ("drive",)),
        ("google", ("colab",)),
        ("bpy.types", ()),
        ("ida_kernwin", ()),
        ("rclpy.node", ()),
        ("awsglue.context", ()),
    ],
)
def test_a_host_program_provides_its_own_modules(module: str, members: Sequence[str]) -> None:
    assert settle(module, members).settled is HOST


def test_messages_of_a_robot_are_a_host_s_only_where_its_packages_are() -> None:
    assert settle("arm_xtr_msgs.msg").settled is OPEN
    assert settle("arm_xtr_msgs.msg", files=["src/arm/package.xml"]).settled is HOST


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("board", "adafruit-blinka"),
        ("digitalio", "adafruit-blinka"),
        ("displayio", "adafruit-blinka-displayio"),
        ("neopixel", "adafruit-circuitpython-neopixel"),
        ("urequests", "micropython-urequests"),
        ("umqtt.simple", "micropython-umqtt-simple"),
    ],
)
def test_a_board_s_modules_are_a_package_s_where_nothing_shows_a_board(
    module: str, package: str
) -> None:
    found = settle(module)
    assert found.settled is OPEN
    assert curated(found)[0] == package


@pytest.mark.parametrize(
    ("module", "files", "text"),
    [
        ("board", ["boot_out.txt"], ""),
        ("busio", ["firmware/main.uf2"], ""),
        ("board", ["code.py"], ""),
        ("keypad", [], "import board\nimport usb_hid\n"),
        ("urequests", ["boot.py"], ""),
        ("uasyncio", [], "from machine import Pin\nimport uasyncio\n"),
        ("urequests", [], "# Runs on an ESP32\nimport urequests\n"),
    ],
)
def test_signs_of_a_board(module: str, files: Sequence[str], text: str) -> None:
    assert settle(module, files=files, texts={"app/main.py": text}).settled is HOST


def test_signs_in_one_file_say_nothing_of_the_next_one() -> None:
    files = {"a.py": "import board\nimport usb_hid\n", "b.py": "import board\n"}
    project = Project(tuple(files), {}, read=files.get)
    imports = [
        Reference(ecosystem=PYPI, name="board", surface=Surface.IMPORT, path=path) for path in files
    ]
    assert [resolve(one, project).settled for one in imports] == [HOST, OPEN]


@pytest.mark.parametrize("module", ["machine", "network", "pyb", "socketpool"])
def test_what_only_a_board_has_needs_no_sign(module: str) -> None:
    assert settle(module).settled is HOST


@pytest.mark.parametrize(
    ("module", "package"),
    [
        ("bpy", "bpy"),
        ("mathutils", "mathutils"),
        ("pymel.core", "pymel"),
        ("uwsgi", "uwsgi"),
        ("hou", ""),
    ],
)
def test_a_host_s_module_that_a_package_has_as_well(module: str, package: str) -> None:
    found = settle(module)
    assert found.settled is HOST
    assert next((c.name for c in found.candidates), "") == package


def test_a_library_that_is_called_like_a_host() -> None:
    assert settle("maya").settled is OPEN
    assert settle("maya.cmds").settled is HOST
    assert settle("maya", ("cmds",)).settled is HOST
    assert settle("mathutils", readings=declared("bpy")).settled is PROVIDED


def test_a_declared_distribution_counts_before_a_host() -> None:
    assert settle("bpy", readings=declared("bpy")).settled is PROVIDED


def test_the_policy_names_own_modules_and_hosts() -> None:
    assert settle("acme_xtr.core", first_party=["acme_*"]).settled is OWN
    assert settle("box_xtr", host_modules=["box_xtr"]).settled is HOST


def test_build_tools_come_with_every_environment_that_builds() -> None:
    for module in ("pkg_resources", "setuptools.command"):
        assert settle(module, files=["pyproject.toml"]).settled is PROVIDED
        assert settle(module).settled is OPEN


def test_relative_and_impossible_names() -> None:
    assert settle(".helpers").settled is OWN
    for name in ("a b", "../x", "x" * 400, "", "a..b", "-x", "https://x.test/a"):
        assert settle(name).settled is Settled.NO_NAME


@given(name=st.text(max_size=40), member=st.text(max_size=10), path=st.text(max_size=40))
def test_any_text_is_settled(name: str, member: str, path: str) -> None:
    found = settle(name, (member,), path=path or "a.py", files=["a/b.py"])
    assert isinstance(found.settled, Settled)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("yaml", "PyYAML"),
        ("cv2", "opencv-python"),
        ("sklearn", "scikit-learn"),
        ("PIL", "Pillow"),
        ("pil", "Pillow"),
        ("rest-framework", "djangorestframework"),
        ("opencv", "opencv-python"),
        ("pytorch", "torch"),
        ("requests", ""),
        ("attrs", ""),
        ("types-pyyaml", ""),
        ("fake-xtr", ""),
    ],
)
def test_the_distribution_that_is_meant_by_a_module_s_name(name: str, expected: str) -> None:
    assert distribution_for_module(name) == expected


def test_names_of_the_standard_library() -> None:
    assert is_stdlib("asyncio")
    assert is_stdlib("urllib2")
    assert not is_stdlib("requests")
