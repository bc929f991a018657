"""The packages check from end to end over what JavaScript projects write."""

from __future__ import annotations

import json

import pytest
from support.packages import Files, Said, World, fails, passes, review
from support.registry import Package

from aireview.model.packages import Ecosystem, Index
from aireview.policy.values import PackagePolicy

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def manifest(**fields: object) -> str:
    """Return a package.json, one key to a line."""
    return json.dumps({"name": "own-app-xtr", "private": True, **fields}, indent=2) + "\n"


def depends(*names: str, **more: object) -> str:
    """Return a package.json with dependencies."""
    return manifest(dependencies=dict.fromkeys(names, "*"), **more)


PLAIN = manifest()

FINE: dict[str, Files] = {
    "modules of the runtime": {
        "a.js": "import fs from 'node:fs'; import path from 'path';\nimport t from 'node:test';\n"
        "const { DatabaseSync } = require('node:sqlite');\nimport p from 'fs/promises';\n"
    },
    "relative": {"a.js": "import './b'; require('../c'); export * from './d.js';\n"},
    "an alias of tsconfig": {
        "tsconfig.json": '{ "compilerOptions": { /* c */ "paths": {"@/*": ["./src/*"],} } }',
        "src/lib/x.ts": "",
        "src/a.ts": "import {x} from '@/lib/x';\n",
    },
    "an alias by extends": {
        "tsconfig.base.json": '{"compilerOptions": {"baseUrl": ".", "paths": {"~lib/*": ["lib/*"]}}}',
        "app/tsconfig.json": '{"extends": "../tsconfig.base.json"}',
        "lib/x.ts": "",
        "app/a.ts": "import {x} from '~lib/x';\n",
    },
    "the nearest jsconfig": {
        "web/jsconfig.json": '{"compilerOptions": {"paths": {"#ui/*": ["./ui/*"]}}}',
        "web/ui/x.js": "",
        "web/a.js": "import {x} from '#ui/x';\n",
    },
    "a base folder": {
        "tsconfig.json": '{"compilerOptions": {"baseUrl": "."}}',
        "components/x.tsx": "",
        "a.tsx": "import X from 'components/x';\n",
    },
    "an alias of Vite": {
        "vite.config.ts": "export default { resolve: { alias: { '@parts': './src/parts' } } };\n",
        "src/parts/x.ts": "",
        "src/a.ts": "import x from '@parts/x';\n",
    },
    "an alias of webpack": {
        "webpack.config.js": "module.exports = { resolve: { alias: { parts_xtr: './p' } } };\n",
        "p/x.js": "",
        "a.js": "import x from 'parts_xtr/x';\n",
    },
    "an alias of Babel": {
        ".babelrc": '{"plugins": [["module-resolver", {"alias": {"@own-xtr": "./src"}}]]}',
        "package.json": depends("babel-plugin-module-resolver"),
        "src/x.js": "",
        "a.js": "import x from '@own-xtr/x';\n",
    },
    "an alias of Jest": {
        "jest.config.js": "module.exports = { moduleNameMapper: { '^own-xtr/(.*)$': '<rootDir>/src/$1' } };\n",
        "src/x.js": "",
        "a.test.js": "import x from 'own-xtr/x';\n",
    },
    "a package of the workspace": {
        "package.json": manifest(workspaces=["packages/*"]),
        "packages/ui/package.json": json.dumps({"name": "@acme-xtr/ui"}),
        "packages/web/package.json": json.dumps(
            {"name": "web-xtr", "dependencies": {"@acme-xtr/ui": "workspace:*"}}
        ),
        "packages/web/a.ts": "import {Btn} from '@acme-xtr/ui';\nimport '@acme-xtr/ui/style.css';\n",
    },
    "the package's own name": {
        "package.json": PLAIN,
        "a.test.ts": "import x from 'own-app-xtr';\nimport y from 'own-app-xtr/sub';\n",
    },
    "imports of the package": {
        "package.json": manifest(imports={"#db": "./src/db.js", "#lib/*": "./lib/*.js"}),
        "src/db.js": "",
        "lib/x.js": "",
        "a.js": "import db from '#db'; import x from '#lib/x';\n",
    },
    "types alone": {
        "package.json": manifest(devDependencies={"@types/hast": "^3"}),
        "a.ts": "import type {Root} from 'hast';\n",
    },
    "only locked": {
        "package.json": PLAIN,
        "package-lock.json": json.dumps(
            {
                "lockfileVersion": 3,
                "packages": {"": {}, "node_modules/csstype": {"version": "3.1.3"}},
            },
            indent=1,
        ),
        "a.ts": "import csstype from 'csstype';\n",
    },
    "virtual modules of Docusaurus": {
        "package.json": depends("@docusaurus/core"),
        "a.js": "import Layout from '@theme/Layout';\nimport Link from '@docusaurus/Link';\n"
        "import x from '@site/x';\nimport C from '@theme-original/CodeBlock';\n",
    },
    "schemes": {
        "a.js": "import 'virtual:pwa-register';\nimport 'astro:content';\n"
        "import 'cloudflare:workers';\nimport 'bun:test';\nimport 'data:text/javascript,1';\n"
        "import 'https://deno.land/x/y.ts';\nimport x from '\\0x';\n"
    },
    "a package by the scheme of npm": {
        "deno.json": "{}",
        "a.ts": "import 'npm:chalk@5';\nimport y from 'jsr:@std/path';\n",
    },
    "modules of Next and of hosts": {
        "package.json": depends("next", "electron", "@types/vscode"),
        "a.js": "import 'server-only';\nimport 'client-only';\nimport e from 'electron';\n",
        "ext.js": "import v from 'vscode';\n",
        "load.js": "import http from 'k6/http';\n",
    },
    "modules of SvelteKit": {
        "package.json": depends("@sveltejs/kit"),
        "src/lib/x.js": "",
        "src/a.js": "import '$app/stores';\nimport '$lib/x';\nimport '$env/static/private';\n",
    },
    "modules of Nuxt": {
        "package.json": depends("nuxt"),
        "a.js": "import '#app';\nimport '#imports';\nimport '#components';\n",
    },
    "icons": {
        "package.json": depends("unplugin-icons"),
        "a.js": "import I from '~icons/x/y';\n",
    },
    "queries and loaders": {
        "package.json": depends("chalk"),
        "a.svg": "",
        "x": "",
        "a.js": "import svg from './a.svg?react';\nimport c from 'chalk/file.css?inline';\n"
        "import r from '!!raw-loader!./x';\n",
        "webpack.md": "",
    },
    "words in comments, strings and JSX": {
        "a.jsx": "// import x from 'made-up-xtr'\nconst s = \"npm i other-xtr\";\n"
        "const j = <p>import y from 'third-xtr'</p>;\n/* require('fourth-xtr') */\n"
    },
    "what is computed": {
        "a.js": "require(name); import(`./x/${y}`); require('a-xtr' + b); import(`${p}-xtr`);\n"
    },
    "an alias of a package": {"package.json": manifest(dependencies={"lodash4-xtr": "npm:lodash@4"})},
    "places of a manifest": {
        "package.json": manifest(
            dependencies={
                "a-xtr": "workspace:*",
                "b-xtr": "file:../b",
                "c-xtr": "link:../c",
                "d-xtr": "github:u/r",
                "e-xtr": "u/r",
                "f-xtr": "git+https://x.example/f.git",
                "g-xtr": "https://x.example/g.tgz",
                "h-xtr": "portal:../h",
            }
        )
    },
    "fields that are no dependencies": {
        "package.json": manifest(
            packageManager="pnpm@9.1.0",
            dependencies={"lodash": "^4"},
            peerDependenciesMeta={"lodash": {"optional": True}},
            bundledDependencies=["lodash"],
            overrides={"lodash": "^4", "chalk": {"lodash": "4"}},
            resolutions={"**/lodash": "4", "chalk/lodash": "4"},
            pnpm={"overrides": {"chalk>lodash": "4", "lodash@<4": "4"}},
        )
    },
    "a catalog": {
        "pnpm-workspace.yaml": "packages: ['a']\ncatalog:\n  react: ^19\ncatalogs:\n  old:\n"
        "    react: ^18\n",
        "package.json": manifest(dependencies={"react": "catalog:", "lodash": "^4"}),
        "a.js": "import React from 'react';\n",
    },
    "links of a lock": {
        "package-lock.json": json.dumps(
            {
                "lockfileVersion": 3,
                "packages": {
                    "packages/ui": {"name": "@acme-xtr/ui", "version": "1.0.0"},
                    "node_modules/@acme-xtr/ui": {"resolved": "packages/ui", "link": True},
                },
            },
            indent=1,
        )
    },
    "importers of pnpm": {
        "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n"
        "      '@acme-xtr/ui':\n        specifier: workspace:*\n        version: link:packages/ui\n"
    },
    "a workspace in Yarn's lock": {
        "yarn.lock": '__metadata:\n  version: 8\n\n"@acme-xtr/ui@workspace:*, @acme-xtr/ui@workspace:ui":\n'
        '  version: 0.0.0-use.local\n  resolution: "@acme-xtr/ui@workspace:ui"\n'
        "  languageName: unknown\n  linkType: soft\n"
    },
    "local binaries": {
        "package.json": depends("typescript", scripts={"b": "npx tsc && npx own-app-xtr"}),
        "README.md": "```sh\nnpx tsc --noEmit\n```\n",
    },
    "a component of Vue and Svelte": {
        "package.json": depends("vue", "svelte"),
        "A.vue": "<script setup lang='ts'>\nimport {ref} from 'vue'\n</script>\n<template>import x from 'y-xtr'</template>\n",
        "B.svelte": "<script>\nimport {onMount} from 'svelte';\n</script>\n",
    },
}  # fmt: skip
SERVED = tuple(
    f"npm:{name}"
    for name in [
        "@docusaurus/core",
        "@sveltejs/kit",
        "@types/hast",
        "@types/vscode",
        "babel-plugin-module-resolver",
        "chalk",
        "csstype",
        "electron",
        "lodash",
        "next",
        "nuxt",
        "pnpm",
        "react",
        "svelte",
        "typescript",
        "unplugin-icons",
        "vue",
    ]
)


@pytest.mark.parametrize("files", FINE.values(), ids=FINE)
def test_what_is_right_is_not_reported(files: Files) -> None:
    passes(files, world=World(there=SERVED))


def test_the_registry_is_not_asked_for_what_the_repository_settles() -> None:
    local = (
        "an alias of tsconfig",
        "an alias by extends",
        "a package of the workspace",
        "the package's own name",
        "places of a manifest",
        "links of a lock",
        "importers of pnpm",
        "a workspace in Yarn's lock",
        "words in comments, strings and JSX",
        "modules of the runtime",
    )
    for case in local:
        assert passes(FINE[case]).sent == (), case


def test_the_target_of_an_alias_is_what_is_asked_for() -> None:
    said = passes(FINE["an alias of a package"], world=World(there=["npm:lodash"]))
    assert said.asked_for("lodash")
    assert not said.asked_for("lodash4")
    files = {"package.json": manifest(dependencies={"lodash": "npm:made-up-xtr@4"})}
    assert fails(files, "hallucinated").symbol == "made-up-xtr"


# --- imports -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "tier"),
    [
        ("import x from 'made-up-xtr';\n", "A"),
        ("export {y} from 'made-up-xtr/deep/part';\n", "A"),
        ("import 'made-up-xtr';\n", "A"),
        ("const x = require('made-up-xtr');\n", "A"),
        ("await import('made-up-xtr');\n", "A"),
        ("require.resolve('made-up-xtr');\n", "A"),
        ("import.meta.resolve('made-up-xtr');\n", "A"),
        ("jest.mock('made-up-xtr');\n", "A"),
        ("vi.mock('made-up-xtr', () => ({}));\n", "A"),
        ("import type {T} from 'made-up-xtr';\n", "B"),
        ("let x: import('made-up-xtr').T;\n", "B"),
        ("import x = require('made-up-xtr');\n", "A"),
        ('/// <reference types="made-up-xtr" />\n', "B"),
    ],
)
def test_every_form_of_an_invented_import(code: str, tier: str) -> None:
    base = {"package.json": PLAIN}
    said = review({**base, "a.ts": code}, base)
    assert [(word.verdict, word.tier, word.line) for word in said.words] == [
        ("hallucinated", tier, 1)
    ]


def test_a_scoped_import_without_a_package() -> None:
    base = {"package.json": PLAIN}
    said = review({**base, "a.ts": "import x from '@made-up-xtr/kit/sub';\n"}, base)
    assert said.verdicts == ["hallucinated"]
    assert said.one.symbol == "@made-up-xtr/kit"


def test_an_import_of_a_package_that_is_not_declared() -> None:
    base = {"package.json": PLAIN}
    found = fails(
        {**base, "a.ts": "import _ from 'lodash/fp';\n"},
        "undeclared",
        base=base,
        world=World(there=["npm:lodash"]),
    )
    assert found.fix == "Declare `lodash` in the manifest."


def test_declared_is_not_real() -> None:
    files = {
        "package.json": depends("made-up-xtr"),
        "a.js": "const x = require('made-up-xtr');\n",
        "b.js": "import y from 'made-up-xtr/sub';\n",
    }
    found = fails(files, "hallucinated")
    assert found.path == "package.json"
    assert found.start_line == 5
    assert "imported at a.js:1" in found.evidence
    assert "imported at b.js:1" in found.evidence


@pytest.mark.parametrize("specifier", ["@/no/such", "~/no/such", "#nothing", "$lib/no"])
def test_an_alias_that_nothing_maps(specifier: str) -> None:
    base = {"package.json": PLAIN}
    said = review({**base, "a.ts": f"import x from '{specifier}';\n"}, base)
    assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "C")]
    assert said.sent == ()


def test_an_invented_package_by_the_scheme_of_npm() -> None:
    base = {"deno.json": "{}"}
    fails({**base, "a.ts": "import 'npm:made-up-xtr@1';\n"}, "hallucinated", base=base)


# --- configuration -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        (".eslintrc.json", '{"extends": ["airbnb-xtr"]}', "eslint-config-airbnb-xtr"),
        (".eslintrc.json", '{"plugins": ["odd-xtr"]}', "eslint-plugin-odd-xtr"),
        (".eslintrc.json", '{"plugins": ["@odd-xtr"]}', "@odd-xtr/eslint-plugin"),
        (".babelrc", '{"presets": ["odd-xtr"]}', "babel-preset-odd-xtr"),
        ("postcss.config.json", '{"plugins": {"postcss-odd-xtr": {}}}', "postcss-odd-xtr"),
        ("jest.config.json", '{"preset": "jest-odd-xtr"}', "jest-odd-xtr"),
        ("jest.config.json", '{"testEnvironment": "odd-xtr"}', "jest-environment-odd-xtr"),
        ("tsconfig.json", '{"extends": "@odd-xtr/tsconfig/base.json"}', "@odd-xtr/tsconfig"),
        ("tsconfig.json", '{"compilerOptions": {"types": ["odd-xtr"]}}', "odd-xtr"),
        (".prettierrc", '{"plugins": ["prettier-plugin-odd-xtr"]}', "prettier-plugin-odd-xtr"),
    ],
)
def test_a_plugin_that_configuration_names(path: str, text: str, name: str) -> None:
    base = {"package.json": PLAIN}
    said = review({**base, path: text}, base)
    assert [(word.verdict, word.tier) for word in said.words] == [("hallucinated", "A")]
    assert any(name in path.replace("%2f", "/").replace("%2F", "/") for path in said.sent), (
        said.sent
    )


def test_a_plugin_that_exists_and_is_not_declared() -> None:
    base = {"package.json": PLAIN}
    head = {**base, ".eslintrc.json": '{"extends": ["airbnb"]}'}
    world = World(there=["npm:eslint-config-airbnb"])
    assert review(head, base, world).words[0][:2] == ("undeclared", "C")
    declared = {"package.json": manifest(devDependencies={"eslint-config-airbnb": "19"})}
    passes({**head, **declared}, base=declared, world=world)


# --- manifests -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "section",
    ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "resolutions"],
)
@pytest.mark.parametrize("name", ["made-up-xtr", "@made-up-xtr/kit"])
def test_an_invented_dependency(section: str, name: str) -> None:
    said = review({"package.json": manifest(**{section: {name: "^1"}})})
    assert said.words == [("hallucinated", "A", "package.json", 5)]


def test_an_invented_entry_of_a_catalog() -> None:
    said = review(
        {"pnpm-workspace.yaml": "catalog:\n  react: ^19\n  made-up-xtr: ^1\n"},
        world=World(there=["npm:react"]),
    )
    assert said.words == [("hallucinated", "A", "pnpm-workspace.yaml", 3)]  # fmt: skip


NPMRC = "@acme-xtr:registry=https://npm.acme.example/\n//npm.acme.example/:_authToken=secret-xtr\n"


def test_a_private_scope_is_never_sent_out() -> None:
    base = {".npmrc": NPMRC, "package.json": PLAIN}
    head = {
        ".npmrc": NPMRC,
        "package.json": depends("@acme-xtr/private-sdk"),
        "a.js": "import x from '@acme-xtr/other';\nimport y from '@acme-xtr/private-sdk';\n",
    }
    said = review(head, base)
    assert set(said.verdicts) == {"unverified"}
    assert {word.tier for word in said.words} == {"C"}
    assert said.sent == ()
    assert "secret-xtr" not in repr(said)


def test_a_private_scope_of_the_policy_or_of_the_user() -> None:
    head = {"package.json": depends("@acme-xtr/private-sdk")}
    index = Index(
        ecosystem=Ecosystem.NPM,
        url="https://npm.acme.example/",
        path="~/.npmrc",
        names=("@acme-xtr/*",),
    )
    for world in (
        World(policy=PackagePolicy(private_scopes=("@acme-xtr",))),
        World(policy=PackagePolicy(private_names=("@acme-xtr/*",))),
        World(user=[index]),
    ):
        said = review(head, world=world)
        assert [(word.verdict, word.tier) for word in said.words] == [("unverified", "C")]
        assert said.sent == ()


def test_a_scope_that_nobody_has() -> None:
    found = fails({"package.json": depends("@acme-xtr/private-sdk")}, "hallucinated")
    assert "packages.private_scopes" in found.fix


def test_a_registry_that_replaces_the_public_one() -> None:
    """It is the one that is asked, for every name."""
    base = {".npmrc": "registry=http://127.0.0.1:9/npm/\n", "package.json": PLAIN}
    said = review({**base, "package.json": depends("whatever-xtr")}, base)
    assert said.sent == ()
    assert said.verdicts == ["unverified"]


@pytest.mark.parametrize(
    "package",
    [
        Package("npm:held-xtr", versions=("0.0.1-security",)),
        Package("npm:held-xtr", versions=("0.0.1-security", "0.0.1-security.0")),
        Package("npm:held-xtr", tombstone=True),
    ],
)
def test_a_placeholder_and_a_tombstone(package: Package) -> None:
    found = fails({"package.json": depends("held-xtr")}, "malicious", world=World(there=[package]))
    assert found.rule.tier.value == "A"


def test_a_placeholder_beside_live_versions() -> None:
    package = Package("npm:j-xtr", versions=("1.0.0", "0.0.1-security"), latest="0.0.1-security")
    assert (
        "malicious"
        not in review({"package.json": depends("j-xtr")}, world=World(there=[package])).verdicts
    )


def test_a_decoy() -> None:
    package = Package("npm:socket-io-xtr", deprecated="Use socket.io instead")
    found = fails(
        {"package.json": depends("socket-io-xtr")}, "suspicious", world=World(there=[package])
    )
    assert "`socket.io`" in found.fix


def test_types_without_their_scope() -> None:
    world = World(there=["npm:types-react"])
    found = fails({"package.json": depends("types-react")}, "suspicious", world=world)
    assert "`@types/react`" in found.fix


def test_a_name_like_a_flag() -> None:
    """A manifest can name it, a command cannot."""
    fails({"package.json": depends("--made-up-xtr")}, "hallucinated")
    passes({"setup.sh": "npm install --made-up-xtr lodash\n"}, world=World(there=["npm:lodash"]))


def test_a_version_that_does_not_exist() -> None:
    world = World(there=[Package("npm:lodash", versions=("4.17.20", "4.17.21"))])
    files = {"package.json": manifest(dependencies={"lodash": "99.0.0"})}
    assert "no version 99.0.0" in fails(files, "hallucinated", world=world).message
    for spec in ("4.17.21", "^4", ">=3 <5", "latest", "4.x", "*"):
        passes({"package.json": manifest(dependencies={"lodash": spec})}, world=world)


# --- lock files ----------------------------------------------------------------------------------


def lock(**entries: dict[str, object]) -> str:
    """Return a package-lock.json with these packages."""
    packages = {
        f"node_modules/{name}": {"version": "1.0.0", **more} for name, more in entries.items()
    }
    return json.dumps({"lockfileVersion": 3, "packages": {"": {}, **packages}}, indent=1) + "\n"


def tarball(name: str, host: str = "registry.npmjs.org") -> dict[str, object]:
    return {"resolved": f"https://{host}/{name}/-/{name.rpartition('/')[2]}-1.0.0.tgz"}


def test_a_new_transitive_name_of_a_lock() -> None:
    base = {"package-lock.json": lock(lodash=tarball("lodash"))}
    head = {
        "package-lock.json": lock(lodash=tarball("lodash"), **{"deep-xtr": tarball("deep-xtr")})
    }
    assert [(w.verdict, w.tier) for w in review(head, base).words] == [("hallucinated", "B")]
    passes(head, base=base, world=World(there=["npm:deep-xtr"]))


def poisoned(head: str, base: str = "", **files: str) -> Said:
    """Return what is said of a lock that changes; every name exists."""
    before = {**files, **({"package-lock.json": base} if base else {})}
    world = World(there=["npm:lodash", "npm:chalk", "npm:@acme-xtr/ui"])
    return review({**files, "package-lock.json": head}, before, world)


def test_a_lock_entry_that_lies_at_another_host() -> None:
    said = poisoned(
        lock(lodash=tarball("lodash", "registry.evil.example"), chalk=tarball("chalk")),
        lock(lodash=tarball("lodash"), chalk=tarball("chalk")),
    )
    assert [(word.verdict, word.tier) for word in said.words] == [("suspicious", "B")]
    assert "registry.evil.example" in said.one.message
    assert said.sent == ()


def test_entries_of_one_foreign_host_are_one_finding() -> None:
    odd = "mirror.example"
    said = poisoned(lock(lodash=tarball("lodash", odd), chalk=tarball("chalk", odd)))
    assert said.verdicts == ["suspicious"]
    assert any(line.startswith("also on line") for line in said.one.evidence)


@pytest.mark.parametrize(
    "files",
    [
        {".npmrc": "registry=https://npm.acme.example/api/npm/\n"},
        {"other/package-lock.json": lock(chalk=tarball("chalk", "npm.acme.example"))},
    ],
)
def test_a_host_that_the_base_configures_or_uses(files: dict[str, str]) -> None:
    head = lock(lodash=tarball("lodash", "npm.acme.example"))
    assert "suspicious" not in poisoned(head, lock(lodash=tarball("lodash")), **files).verdicts


def test_a_host_that_the_change_itself_configures_vouches_for_nothing() -> None:
    base = {"package-lock.json": lock(lodash=tarball("lodash"))}
    head = {
        "package-lock.json": lock(lodash=tarball("lodash", "npm.evil.example")),
        ".npmrc": "registry=https://npm.evil.example/\n",
    }
    said = review(head, base)
    assert "suspicious" in said.verdicts
    assert said.sent == ()


def test_a_lock_entry_with_the_archive_of_another_package() -> None:
    said = poisoned(lock(lodash=tarball("evil-xtr")), lock(lodash=tarball("lodash")))
    assert said.verdicts == ["suspicious"]
    assert "an archive of `evil-xtr`" in said.one.message


def test_a_lock_entry_of_an_alias_and_of_a_scope() -> None:
    entry = {"name": "lodash", **tarball("lodash")}
    said = poisoned(
        lock(**{"lodash4-xtr": entry, "@acme-xtr/ui": tarball("@acme-xtr/ui"), "chalk": {}})
    )
    assert said.verdicts == []


def test_a_bump_in_a_lock_asks_nobody() -> None:
    head = lock(lodash={**tarball("lodash"), "version": "2.0.0"})
    assert poisoned(head, lock(lodash=tarball("lodash"))).sent == ()


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        (
            "yarn.lock",
            (
                '# yarn lockfile v1\n\n\nlodash@^4:\n  version "4.0.0"\n'
                '  resolved "https://{host}/lodash/-/lodash-4.0.0.tgz#abc"\n'
            ),
        ),
        (
            "pnpm-lock.yaml",
            (
                "lockfileVersion: '9.0'\npackages:\n  lodash@4.0.0:\n"
                "    resolution: {{tarball: 'https://{host}/lodash/-/lodash-4.0.0.tgz'}}\n"
            ),
        ),
        (
            "uv.lock",
            (
                '[[package]]\nname = "requests"\nversion = "2.0"\n'
                'source = {{ registry = "https://pypi.org/simple" }}\n'
                'sdist = {{ url = "https://{host}/requests-2.0.tar.gz", hash = "sha256:0" }}\n'
            ),
        ),
    ],
)
def test_other_locks_with_a_foreign_host(path: str, entry: str) -> None:
    good = "files.pythonhosted.org" if path == "uv.lock" else "registry.npmjs.org"
    base = {path: entry.format(host=good)}
    world = World(there=["npm:lodash"])
    assert review({path: entry.format(host="x.evil.example")}, base, world).verdicts == [
        "suspicious"
    ]
    passes(base, world=world)
