from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.nuget import read

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <Sdk Name="Acme.Sdk.Xtr" Version="1.0" />
  <PropertyGroup>
    <AssemblyName>Acme.$(MSBuildProjectName)</AssemblyName>
    <Version2>2.0</Version2>
    <Twice>a</Twice><Twice>b</Twice>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="A.Xtr" Version="1.0" />
    <PackageReference Version="$(Version2)"
      Include="B.Xtr" />
    <PackageReference Include="C.Xtr"><Version>[3.0]</Version></PackageReference>
    <PackageReference Include="D.Xtr; E.Xtr" />
    <PackageReference Update="F.Xtr" VersionOverride="4" />
    <PackageReference Remove="No.Xtr" />
    <PackageReference Include="G.$(Twice)" />
    <PackageReference Include="@(List)" />
    <ProjectReference Include="..\\Core\\Acme.Core.csproj" />
    <Reference Include="System.Xml" />
  </ItemGroup>
  <Choose><When Condition="x"><ItemGroup>
    <PackageReference Include="H.Xtr" />
  </ItemGroup></When></Choose>
</Project>
"""


def test_project() -> None:
    reading = read("src/App.csproj", PROJECT)
    assert [(r.name, r.line, r.specifier, r.source.value) for r in reading.references] == [
        ("Acme.Sdk.Xtr", 2, "1.0", "registry"),
        ("A.Xtr", 9, "1.0", "registry"),
        ("B.Xtr", 11, "2.0", "registry"),
        ("C.Xtr", 12, "[3.0]", "registry"),
        ("D.Xtr", 13, "", "registry"),
        ("E.Xtr", 13, "", "registry"),
        ("F.Xtr", 14, "4", "registry"),
        ("G.$(Twice)", 16, "", "dynamic"),
        ("@(List)", 17, "", "dynamic"),
        ("Acme.Core", 18, "", "local"),
        ("H.Xtr", 22, "", "registry"),
    ]
    assert [(m.name, m.folder) for m in reading.members] == [("Acme.App", "src"), ("App", "src")]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "Directory.Packages.props",
            """<Project><ItemGroup><PackageVersion Include="A.Xtr" Version="1"/>
<GlobalPackageReference Include="B.Xtr" Version="2"/></ItemGroup></Project>""",
            [("A.Xtr", "1"), ("B.Xtr", "2")],
        ),
        ("x.proj", '<Project Sdk="A.Xtr/3.0;Microsoft.NET.Sdk"/>', [("A.Xtr", "3.0")]),
        (
            "x.targets",
            '<Project><Import Sdk="A.Xtr" Version="1" Project="Sdk.props"/></Project>',
            [("A.Xtr", "1")],
        ),
        (
            "packages.config",
            '<packages><package id="A.Xtr" version="1"/></packages>',
            [("A.Xtr", "1")],
        ),
        (
            ".config/dotnet-tools.json",
            '{"version": 1, "tools": {"a-xtr": {"version": "1", "commands": ["a"]}}}',
            [("a-xtr", "1")],
        ),
        ("global.json", '{"msbuild-sdks": {"A.Xtr": "1"}}', [("A.Xtr", "1")]),
    ],
)
def test_other_files(path: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.name, r.specifier) for r in read(path, text).references] == expected


def test_lock_file() -> None:
    text = """{"dependencies": {"net9.0": {
"A.Xtr": {"type": "Direct", "resolved": "1"},
"own": {"type": "Project"}},
"net8.0": {"A.Xtr": {"type": "Transitive", "resolved": "1"}}}}"""
    assert [
        (r.name, r.line, r.surface.value, r.source.value)
        for r in read("packages.lock.json", text).references
    ] == [("A.Xtr", 2, "lock", "registry"), ("own", 3, "lock", "local")]


@pytest.mark.parametrize("path", ["x.csproj", "packages.config", "global.json"])
def test_broken_files_are_said(path: str) -> None:
    assert read(path, "<{").unread
