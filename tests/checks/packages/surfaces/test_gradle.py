from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.gradle import read

GROOVY = """// implementation "no:comment-xtr:1"
/* dependencies { implementation 'no:comment-xtr:1' } */
plugins {
    id 'java'
    id 'com.plug.xtr' version '1.2' apply false
    alias(libs.plugins.x)
}
group = 'com.acme.xtr'
buildscript { dependencies { classpath "b:script-xtr:1" } }
dependencies {
    implementation 'a:one-xtr:1.0'
    implementation "a:two-xtr:$version", 'a:three-xtr:1@aar'
    api("a:four-xtr:${v}:tests") {
        exclude group: 'no', module: 'excluded-xtr'
        because "see no:because-xtr:1"
    }
    implementation group: 'a', name: 'five-xtr', version: '1'
    implementation platform('a:bom-xtr:1')
    implementation project(':core')
    implementation project(path: ':web', configuration: 'x')
    implementation libs.some.lib
    implementation files('libs/x:y.jar')
    implementation "com.acme.xtr:own:1"
    implementation "${base}:lib-xtr:1"
    if (x) {
        runtimeOnly 'a:six-xtr'
    }
    constraints { implementation('a:seven-xtr:1') }
}
configurations.all { resolutionStrategy { force 'no:forced-xtr:1' } }
dependencyManagement {
    imports { mavenBom 'a:eight-xtr:1' }
    dependencies { dependencySet(group: 'a', version: '1') { entry 'nine-xtr' } }
}
task x { doLast { println 'no:task-xtr:1' } }
"""


def test_groovy() -> None:
    reading = read("web/build.gradle", GROOVY)
    portal = "https://plugins.gradle.org/m2"
    assert [(r.name, r.line, r.specifier, r.source.value, r.index) for r in reading.references] == [
        ("com.plug.xtr:com.plug.xtr.gradle.plugin", 5, "1.2", "registry", portal),
        ("b:script-xtr", 9, "1", "registry", ""),
        ("a:one-xtr", 11, "1.0", "registry", ""),
        ("a:two-xtr", 12, "$version", "registry", ""),
        ("a:three-xtr", 12, "1", "registry", ""),
        ("a:four-xtr", 13, "${v}:tests", "registry", ""),
        ("a:five-xtr", 17, "1", "registry", ""),
        ("a:bom-xtr", 18, "1", "registry", ""),
        (":core", 19, "", "local", ""),
        (":web", 20, "", "local", ""),
        ("com.acme.xtr:own", 23, "1", "local", ""),
        ("${base}:lib-xtr", 24, "1", "dynamic", ""),
        ("a:six-xtr", 26, "", "registry", ""),
        ("a:seven-xtr", 28, "1", "registry", ""),
        ("a:eight-xtr", 32, "1", "registry", ""),
        ("a:nine-xtr", 33, "", "registry", ""),
    ]
    assert [(m.name, m.folder) for m in reading.members] == [("com.acme.xtr:web", "web")]


KOTLIN = """plugins { kotlin("jvm") version "2.0"; `java-library` }
kotlin { sourceSets { commonMain.dependencies {
    implementation(kotlin("test"))
    implementation(group = "a", name = "map-xtr", version = v)
    implementation(
        "a:lines-xtr:1",
    )
    "custom"("a:custom-xtr:1")
    add("kapt", "a:kapt-xtr:1")
    implementation(npm("no:npm", "1"))
    implementation("a:" + name)
    implementation(group = "a", name = computed)
    listOf("a:loop-xtr:1").forEach { implementation(it) }
    implementation(projects.core)
    implementation(project(":core"))
} } }
"""


def test_kotlin() -> None:
    assert [
        (r.name, r.line, r.source.value) for r in read("build.gradle.kts", KOTLIN).references
    ] == [
        ("org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin", 1, "registry"),
        ("org.jetbrains.kotlin:kotlin-test", 3, "registry"),
        ("a:map-xtr", 4, "registry"),
        ("a:lines-xtr", 6, "registry"),
        ("a:custom-xtr", 8, "registry"),
        ("a:kapt-xtr", 9, "registry"),
        ("a:", 11, "dynamic"),
        ("a:${computed}", 12, "dynamic"),
        ("a:loop-xtr", 13, "registry"),
        (":core", 15, "local"),
    ]


def test_repositories() -> None:
    text = """repositories {
    mavenCentral()
    google()
    maven { url 'https://u:p@one.test/m' }
    maven { url = uri("https://two.test/m")
        content { includeGroup("com.two"); includeGroupByRegex("com\\\\.x.*") } }
    maven("https://three.test/m")
    exclusiveContent {
        forRepository { maven { url "https://four.test/m" } }
        filter { includeModule "g", "a" }
    }
}
publishing { repositories { maven { url "https://out.test" } } }
pluginManagement { repositories { maven { url "https://plug.test" } } }
"""
    assert [(i.url, i.line, i.names) for i in read("build.gradle", text).indexes] == [
        ("https://dl.google.com/dl/android/maven2", 3, ()),
        ("https://one.test/m", 4, ()),
        ("https://two.test/m", 5, ("com.two:*", "com.x*:*")),
        ("https://three.test/m", 7, ()),
        ("https://four.test/m", 9, ("g:a",)),
    ]


def test_a_block_in_a_block_in_a_block() -> None:
    assert read("build.gradle", "a {" * 10_000).unread


@pytest.mark.parametrize("text", ["dependencies { x 'a:b", "}}}", '"""', "/*", "dependencies {"])
def test_broken_scripts(text: str) -> None:
    assert read("build.gradle", text).references == ()


@given(st.text(alphabet="dependencies{}()'\":, \n=name$x/*", max_size=80))
def test_reads_any_text(text: str) -> None:
    reading = read("build.gradle", "dependencies {" + text)
    assert all(1 <= r.line <= text.count("\n") + 1 for r in reading.references)
