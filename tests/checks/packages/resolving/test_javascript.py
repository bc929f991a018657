from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.project import Project
from aireview.checks.packages.resolution import Candidate, Certainty, Resolution, Settled
from aireview.checks.packages.resolving.javascript import local_binary, resolve, resolve_config
from aireview.model.packages import Alias, Ecosystem, Member, Reading, Reference, Surface


def declared(path: str, *names: str, surface: Surface = Surface.MANIFEST) -> tuple[Reference, ...]:
    """References for `name` or `alias=name`, one a line."""
    found = []
    for line, name in enumerate(names, 3):
        alias, _, target = name.rpartition("=")
        found.append(
            Reference(
                ecosystem=Ecosystem.NPM,
                name=target,
                alias=alias,
                surface=surface,
                path=path,
                line=line,
            )
        )
    return tuple(found)


def alias(pattern: str, *targets: str, path: str = "tsconfig.json") -> Alias:
    folder = path.rpartition("/")[0]
    return Alias(pattern=pattern, targets=targets, folder=folder, path=path, line=4)


def member(name: str, folder: str = "packages/own", *binaries: str) -> Member:
    return Member(ecosystem=Ecosystem.NPM, name=name, folder=folder, binaries=binaries)


def project(
    *names: str,
    paths: Iterable[str] = (),
    locked: Iterable[str] = (),
    aliases: Iterable[Alias] = (),
    members: Iterable[Member] = (),
    more: Mapping[str, Reading] | None = None,
    first_party: tuple[str, ...] = (),
    host_modules: tuple[str, ...] = (),
) -> Project:
    readings = {
        "package.json": Reading(
            references=declared("package.json", *names),
            members=tuple(members),
            aliases=tuple(aliases),
        ),
        "package-lock.json": Reading(
            references=declared("package-lock.json", *locked, surface=Surface.LOCK)
        ),
        **(more or {}),
    }
    return Project(
        (*paths, *readings), readings, first_party=first_party, host_modules=host_modules
    )


def imported(name: str, path: str = "src/a.ts", *, type_only: bool = False) -> Reference:
    return Reference(
        ecosystem=Ecosystem.NPM, name=name, surface=Surface.IMPORT, path=path, type_only=type_only
    )


def look(name: str, at: Project, path: str = "src/a.ts", *, type_only: bool = False) -> Resolution:
    return resolve(imported(name, path, type_only=type_only), at)


@pytest.mark.parametrize(
    ("name", "settled"),
    [
        ("./a", Settled.FIRST_PARTY),
        ("..", Settled.FIRST_PARTY),
        ("/src/main.ts", Settled.FIRST_PARTY),
        ("./a.svg?react", Settled.FIRST_PARTY),
        ("raw-loader!./x", Settled.FIRST_PARTY),
        ("node:fs", Settled.STANDARD),
        ("path", Settled.STANDARD),
        ("fs/promises", Settled.STANDARD),
        ("node:test", Settled.STANDARD),
        ("node:sqlite", Settled.STANDARD),
        ("test", Settled.OPEN),
        ("sqlite", Settled.OPEN),
        ("punycode/", Settled.OPEN),
        ("fs/no-such-part", Settled.OPEN),
        ("virtual:pwa-register", Settled.VIRTUAL),
        ("\0x", Settled.VIRTUAL),
        ("astro:content", Settled.VIRTUAL),
        ("cloudflare:workers", Settled.STANDARD),
        ("bun:test", Settled.STANDARD),
        ("k6/http", Settled.STANDARD),
        ("vscode", Settled.STANDARD),
        ("data:text/javascript,1", Settled.NO_NAME),
        ("https://deno.land/x/y.ts", Settled.NO_NAME),
        ("jsr:@std/path", Settled.NO_NAME),
        ("url:./logo.png", Settled.FIRST_PARTY),
        ("unheard-of:thing", Settled.UNMATCHED_ALIAS),
        ("@/lib/x", Settled.UNMATCHED_ALIAS),
        ("~/x", Settled.UNMATCHED_ALIAS),
        ("~x", Settled.UNMATCHED_ALIAS),
        ("$lib/x", Settled.UNMATCHED_ALIAS),
        ("#x", Settled.UNMATCHED_ALIAS),
        ("built-xtr.json", Settled.UNMATCHED_ALIAS),
        ("@env", Settled.UNMATCHED_ALIAS),
        ("@Components/x", Settled.UNMATCHED_ALIAS),
        ("@site/Layout", Settled.UNMATCHED_ALIAS),
        ("", Settled.NO_NAME),
        ("npm:", Settled.NO_NAME),
        ("a b", Settled.NO_NAME),
        ("${x}/y", Settled.NO_NAME),
        ("invented-xtr", Settled.OPEN),
        ("@scope-xtr/invented-xtr/sub", Settled.OPEN),
    ],
)
def test_what_a_specifier_means_where_nothing_is_declared(name: str, settled: Settled) -> None:
    assert look(name, project()).settled is settled


def test_a_builtin_of_no_version_is_remarked() -> None:
    assert look("node:fs", project()).remark == ""
    assert "no module" in look("node:invented-xtr", project()).remark


@pytest.mark.parametrize(
    "name",
    ["left-pad", "left-pad/sub.css?inline", "style-loader!left-pad/x.css", "npm:left-pad@1/x"],
)
def test_what_is_declared_is_provided(name: str) -> None:
    found = look(name, project("left-pad"))
    assert (found.settled, found.by, found.where) == (
        Settled.PROVIDED,
        "left-pad",
        "package.json:3",
    )
    assert found.direct


def test_nobody_asked_for_an_invented_package() -> None:
    found = look("@own-xtr/invented-xtr/sub?raw", project("left-pad", locked=["left-pad"]))
    assert found.settled is Settled.OPEN
    assert found.module == "@own-xtr/invented-xtr"
    assert found.candidates == (Candidate("@own-xtr/invented-xtr", Certainty.NAMESAKE),)


def test_an_alias_in_a_manifest_is_the_name_that_code_uses() -> None:
    found = look("lodash4/map", project("lodash4=lodash"))
    assert (found.settled, found.by) == (Settled.PROVIDED, "lodash")
    assert look("lodash", project("lodash4=lodash")).settled is Settled.OPEN


def test_an_import_may_ask_npm_itself() -> None:
    found = look("npm:@s-xtr/x-xtr@^1.2/sub", project())
    assert (found.settled, found.module, found.inline) == (Settled.OPEN, "@s-xtr/x-xtr", True)


def test_only_a_lock_file_has_it() -> None:
    found = look("csstype", project(locked=["csstype"]))
    assert (found.settled, found.direct) == (Settled.PROVIDED, False)
    assert found.remark == "not a direct dependency"


def test_types_alone() -> None:
    at = project("@types/hast", "@types/s__n")
    assert look("hast", at, type_only=True).by == "@types/hast"
    assert look("@s/n", at, type_only=True).by == "@types/s__n"
    assert look("Cypress", project("cypress"), type_only=True).by == "cypress"
    found = look("hast", at)
    assert (found.settled, found.unread) == (Settled.OPEN, ("@types/hast",))
    assert "only its types" in found.remark
    found = look("invented-xtr", at, type_only=True)
    assert [one.name for one in found.candidates] == ["invented-xtr", "@types/invented-xtr"]


def test_the_package_itself_comes_before_its_types() -> None:
    at = project("hast", "@types/hast")
    assert look("hast", at, type_only=True).by == "hast"
    assert look("hast", project("@types/hast", locked=["hast"])).by == "hast"


class TestWhichManifest:
    at = project(
        "shared-a",
        more={
            "apps/web/package.json": Reading(
                references=declared("apps/web/package.json", "shared-a", "web-b")
            ),
            "apps/api/test/fixtures/x/package.json": Reading(
                references=declared("apps/api/test/fixtures/x/package.json", "fixture-c")
            ),
            ".pre-commit-config.yaml": Reading(
                references=declared(".pre-commit-config.yaml", "hook-d")
            ),
        },
    )

    @pytest.mark.parametrize(
        ("name", "path", "where"),
        [
            ("shared-a", "apps/web/src/a.ts", "apps/web/package.json:3"),
            ("shared-a", "apps/api/a.ts", "package.json:3"),
            ("web-b", "apps/web/src/a.ts", "apps/web/package.json:4"),
            ("web-b", "tools/a.ts", "apps/web/package.json:4"),
            (
                "fixture-c",
                "apps/api/test/fixtures/x/a.ts",
                "apps/api/test/fixtures/x/package.json:3",
            ),
        ],
    )
    def test_the_nearest_one_counts(self, name: str, path: str, where: str) -> None:
        assert look(name, self.at, path).where == where

    def test_one_of_another_folder_is_remarked(self) -> None:
        assert "not for this folder" in look("web-b", self.at, "tools/a.ts").remark
        assert look("web-b", self.at, "apps/web/a.ts").remark == ""

    @pytest.mark.parametrize("name", ["fixture-c", "hook-d"])
    def test_a_fixture_and_a_hook_declare_nothing_for_the_project(self, name: str) -> None:
        assert look(name, self.at).settled is Settled.OPEN


@pytest.mark.parametrize("name", ["@acme/ui", "@acme/ui/button", "own"])
def test_packages_of_the_repository(name: str) -> None:
    at = project(members=[member("@acme/ui"), member("own", "")])
    assert look(name, at).settled is Settled.FIRST_PARTY
    assert look("@acme/invented-xtr", at).settled is Settled.OPEN


class TestAliases:
    at = project(
        "preact",
        paths=[
            "src/lib/x.tsx",
            "src/lib/index.ts",
            "src/style.module.css",
            "apps/web/src/lib/x.vue",
            "apps/web/code/utils/y.d.ts",
            "packages/core/src/index.ts",
            "components/button.native.tsx",
            "apps/api/config/site.json",
        ],
        aliases=[
            alias("@/*", "src/*"),
            alias("@/*", "apps/web/src/*", path="apps/web/tsconfig.json"),
            alias("@/utils/*", "apps/web/code/utils/*", path="apps/web/tsconfig.json"),
            alias("@core", "packages/core/src"),
            alias("*", "*"),
            alias("react", "npm:preact/compat"),
            alias("chalk", "npm:chalk-xtr@5"),
            alias("std/", "https://deno.land/std/"),
            alias("std/*", "https://deno.land/std/*"),
            alias("#own/*.js", "dist/*.js"),
            alias("@acme/*", "packages/*/src"),
            alias("@gen/*", "src/gen/*"),
            alias("outside"),
            alias("linked", "node_modules/preact"),
        ],
        members=[member("@acme/named")],
    )

    @pytest.mark.parametrize(
        ("name", "path", "by"),
        [
            ("@/lib/x", "src/a.ts", "src/lib/x"),
            ("@/lib/x.js", "src/a.ts", "src/lib/x.js"),
            ("@/lib", "src/a.ts", "src/lib"),
            ("@/style.module.css?inline", "src/a.ts", "src/style.module.css"),
            ("@/lib/x", "apps/web/src/a.ts", "apps/web/src/lib/x"),
            ("@/utils/y", "apps/web/src/a.ts", "apps/web/code/utils/y"),
            ("@core", "src/a.ts", "packages/core/src"),
            ("@acme/core", "src/a.ts", "packages/core/src"),
            ("components/button", "src/a.ts", "components/button"),
            ("config/site.json", "apps/api/src/a.ts", "apps/api/config/site.json"),
            ("#own/built.js", "src/a.ts", "#own/*.js"),
            ("@/lib/not-there", "src/a.ts", "@/*"),
            ("@gen/client", "src/a.ts", "@gen/*"),
            ("outside", "src/a.ts", "outside"),
        ],
    )
    def test_files(self, name: str, path: str, by: str) -> None:
        found = look(name, self.at, path)
        assert (found.settled, found.by) == (Settled.FIRST_PARTY, by)

    def test_a_file_that_is_not_there_is_remarked(self) -> None:
        assert look("@/lib/not-there", self.at).remark == "no file src/lib/not-there is there"

    @pytest.mark.parametrize(
        ("name", "by"),
        [
            ("react", "preact"),
            ("linked", "preact"),
            ("std/fs/mod.ts", "https://deno.land/std/fs/mod.ts"),
        ],
    )
    def test_packages_and_addresses(self, name: str, by: str) -> None:
        found = look(name, self.at)
        assert (found.settled, found.by) == (Settled.PROVIDED, by)

    def test_an_alias_to_a_package_nobody_asked_for(self) -> None:
        found = look("chalk", self.at)
        assert (found.settled, found.module) == (Settled.OPEN, "chalk-xtr")
        assert "`chalk` in tsconfig.json" in found.remark

    @pytest.mark.parametrize("name", ["@acme/invented-xtr", "invented-xtr", "invented-xtr/sub"])
    def test_a_pattern_does_not_hide_an_invented_package(self, name: str) -> None:
        assert look(name, self.at).settled is Settled.OPEN

    def test_a_folder_that_a_build_makes(self) -> None:
        at = project("@acme/x", aliases=[alias("@acme/*", "dist/*")])
        assert look("@acme/invented-xtr", at).settled is Settled.UNMATCHED_ALIAS

    def test_a_path_below_a_folder_of_the_repository(self) -> None:
        at = project(paths=["src/main.ts"])
        assert look("src/generated/client", at).settled is Settled.UNMATCHED_ALIAS
        assert look("source-xtr/generated", at).settled is Settled.OPEN

    def test_a_stand_in_of_a_test_is_no_package(self) -> None:
        at = project(paths=["test/style.js"], aliases=[alias("*.css", "test/style.js")])
        assert look("invented-xtr/a.css", at).settled is Settled.OPEN

    def test_a_folder_called_like_a_scope_is_no_package(self) -> None:
        at = project(paths=["src/@acme/x.ts"])
        assert look("@acme/invented-xtr", at).settled is Settled.OPEN

    def test_a_computed_base_does_not_match_everything(self) -> None:
        assert look("invented-xtr", project(aliases=[alias("*")])).settled is Settled.OPEN

    def test_configuration_of_another_folder_counts_where_its_file_is_there(self) -> None:
        elsewhere = alias("gql/*", "dev/build/client/graph/*", path="dev/build/webpack.dev.js")
        at = project(paths=["client/graph/q.gql"], aliases=[elsewhere])
        assert look("gql/q.gql", at, "client/a.vue").by == "client/graph/q.gql"
        assert look("gql/missing.gql", at, "client/a.vue").settled is Settled.OPEN


@pytest.mark.parametrize(
    ("framework", "names"),
    [
        ("@docusaurus/core", ["@theme/Layout", "@docusaurus/Link", "@site/x", "@generated/routes"]),
        ("next", ["server-only", "client-only"]),
        ("nuxt", ["#app", "#imports", "#build/x", "~~/x"]),
        ("@sveltejs/kit", ["$app/stores", "$env/static/private", "$service-worker"]),
        ("unplugin-icons", ["~icons/mdi/x"]),
        ("ember-source", ["@ember/object/computed", "@ember/service", "@glimmer/tracking"]),
        ("electron-builder", ["electron", "electron/main"]),
        ("@prisma/client", [".prisma/client"]),
        ("unocss", ["uno.css"]),
        ("@tanstack/react-start", ["tanstack-start-manifest:v"]),
        ("@adonisjs/core", ["@ioc:Adonis/Core/Route"]),
    ],
)
def test_virtual_modules_belong_to_a_declared_framework(framework: str, names: list[str]) -> None:
    for name in names:
        assert look(name, project(framework)).settled is Settled.VIRTUAL, name
        without = look(name, project("left-pad")).settled
        assert without in (Settled.OPEN, Settled.UNMATCHED_ALIAS), name


@pytest.mark.parametrize("name", ["@docusaurus/invented-xtr", "@ember/invented-xtr", "nuxt-xtr"])
def test_a_framework_does_not_hide_an_invented_package(name: str) -> None:
    at = project("@docusaurus/core", "ember-source", "nuxt", "next", "@sveltejs/kit")
    assert look(name, at).settled is Settled.OPEN


@pytest.mark.parametrize(
    ("framework", "name", "file"),
    [
        ("@sveltejs/kit", "$lib/x", "src/lib/x.ts"),
        ("nuxt", "~/utils/x", "app/utils/x.ts"),
        ("@vue/cli-service", "@/x", "src/x.vue"),
        ("@docusaurus/core", "@site/src/x", "src/x.tsx"),
    ],
)
def test_aliases_that_a_framework_sets_up(framework: str, name: str, file: str) -> None:
    manifest = "web/package.json"
    reading = Reading(references=declared(manifest, framework))
    at = project(paths=[f"web/{file}"], more={manifest: reading})
    found = look(name, at, "web/src/a.ts")
    assert found.settled is Settled.FIRST_PARTY
    assert f"web/{file}".startswith(found.by)


def test_the_policy_names_what_is_first_party_and_what_the_host_has() -> None:
    at = project(first_party=("ours-*",), host_modules=("@acme-host/*",))
    assert look("ours-xtr/sub", at).settled is Settled.FIRST_PARTY
    assert look("@acme-host/api", at).settled is Settled.HOST


def test_open_ended_declarations_are_told() -> None:
    reading = Reading(references=declared("deno.json", "left-pad"), open_ended="a computed list")
    found = look("invented-xtr", project(more={"deno.json": reading}))
    assert (found.settled, found.open_ended) == (Settled.OPEN, "deno.json: a computed list")


def configured(name: str, *others: str, type_only: bool = False) -> Reference:
    return Reference(
        ecosystem=Ecosystem.NPM,
        name=name,
        surface=Surface.CONFIG,
        path=".eslintrc.json",
        alternatives=others,
        type_only=type_only,
    )


def test_configuration_names_packages() -> None:
    at = project("eslint-config-airbnb", "@types/node", locked=["babel-preset-x"])
    assert resolve_config(configured("eslint-config-airbnb"), at).direct
    assert not resolve_config(configured("babel-preset-x"), at).direct
    assert resolve_config(configured("invented-xtr", "@types/node"), at).by == "@types/node"
    assert resolve_config(configured("node", type_only=True), at).by == "@types/node"
    found = resolve_config(configured("eslint-config-airbnb-xtr", "other-xtr"), at)
    assert found.settled is Settled.OPEN
    assert [one.name for one in found.candidates] == ["eslint-config-airbnb-xtr", "other-xtr"]


class TestLocalBinaries:
    lock = Reference(
        ecosystem=Ecosystem.NPM,
        name="locked-tool",
        surface=Surface.LOCK,
        path="yarn.lock",
        binaries=("lt",),
    )
    at = project(
        "typescript",
        "eslint",
        "@biomejs/biome",
        "@types/jest",
        locked=["playwright-core"],
        members=[member("@acme/own", "packages/own", "acme")],
        more={"yarn.lock": Reading(references=(lock,))},
    )

    @pytest.mark.parametrize(
        ("command", "package"),
        [
            ("tsc", "typescript"),
            ("eslint", "eslint"),
            ("biome", "@biomejs/biome"),
            ("acme", "@acme/own"),
            ("lt", "locked-tool"),
            ("playwright", "playwright-core"),
            ("jest", ""),
            ("ng", ""),
            ("invented-xtr", ""),
            ("", ""),
        ],
    )
    def test_which_package_installs_a_command(self, command: str, package: str) -> None:
        assert local_binary(command, self.at) == package


HOSTILE = project("left-pad", "nuxt", "@docusaurus/core", aliases=TestAliases.at.aliases)


@given(st.text(max_size=60), st.booleans())
def test_any_specifier_has_an_answer(name: str, type_only: bool) -> None:  # noqa: FBT001
    found = look(name, HOSTILE, type_only=type_only)
    assert found.settled is not Settled.OPEN or found.module


@given(
    st.from_regex(
        r"(@[a-z][a-z0-9-]{0,9}-xtr/)?[a-z][a-z0-9-]{0,12}-xtr(/[a-z]{1,8}){0,2}", fullmatch=True
    )
)
def test_every_invented_name_stays_open(name: str) -> None:
    assert look(name, HOSTILE).settled is Settled.OPEN
