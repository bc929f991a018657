from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.table import load, readers_of


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("go.mod", "go_mod"),
        ("a/go.work", "go_mod"),
        ("go.work.sum", "go_sum"),
        ("crates/x/Cargo.toml", "cargo_toml"),
        ("Cargo.lock", "cargo_lock"),
        (".cargo/config.toml", "cargo_config"),
        ("m/pom.xml", "maven"),
        (".mvn/extensions.xml", "maven"),
        (".mvn/settings.xml", "maven"),
        ("app/build.gradle.kts", "gradle"),
        ("gradle/libs.versions.toml", "gradle_catalog"),
        ("gradle.lockfile", "gradle_lock"),
        ("buildscript-gradle.lockfile", "gradle_lock"),
        ("gradle/dependency-locks/compileClasspath.lockfile", "gradle_lock"),
        ("Gemfile", "gemfile"),
        ("gemfiles/rails.gemfile", "gemfile"),
        ("x.gemspec", "gemfile"),
        ("Gemfile.lock", "gemfile_lock"),
        ("composer.json", "composer"),
        ("composer.lock", "composer"),
        ("src/App.csproj", "nuget"),
        ("Directory.Packages.props", "nuget"),
        (".config/dotnet-tools.json", "nuget"),
        ("packages.lock.json", "nuget"),
        ("NuGet.Config", "nuget_config"),
    ],
)
def test_each_file_has_its_reader(path: str, reader: str) -> None:
    (entry,) = readers_of(path)
    assert entry.reader == reader
    assert load(entry)(path, "\x00").references == ()
