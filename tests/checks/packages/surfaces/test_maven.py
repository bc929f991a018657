from __future__ import annotations

import pytest

from aireview.checks.packages.surfaces.maven import read
from aireview.model.packages import Source

POM = """<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.frame.xtr</groupId>
    <artifactId>frame-parent</artifactId>
    <version>1</version>
  </parent>
  <groupId>com.acme.xtr</groupId>
  <artifactId>app</artifactId>
  <version>${revision}</version>
  <properties><revision>2</revision><lib.group>org.lib.xtr</lib.group></properties>
  <dependencyManagement><dependencies>
    <dependency>
      <groupId>org.bom.xtr</groupId><artifactId>bom</artifactId>
      <version>${revision}</version><type>pom</type><scope>import</scope>
    </dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>${project.groupId}</groupId>
      <artifactId>core</artifactId>
    </dependency>
    <dependency>
      <groupId>${lib.group}</groupId>
      <artifactId>
        lib
      </artifactId>
      <optional>true</optional>
      <exclusions><exclusion><groupId>no</groupId><artifactId>no</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>${outer}</groupId><artifactId>x</artifactId></dependency>
    <dependency>
      <groupId>s</groupId><artifactId>jar-xtr</artifactId><scope>system</scope>
      <systemPath>${basedir}/x.jar</systemPath>
    </dependency>
  </dependencies>
  <build><plugins><plugin>
    <artifactId>maven-compiler-plugin</artifactId>
    <configuration><annotationProcessorPaths><path>
      <groupId>org.proc.xtr</groupId><artifactId>proc</artifactId>
    </path></annotationProcessorPaths></configuration>
    <dependencies><dependency><groupId>p</groupId><artifactId>dep-xtr</artifactId></dependency></dependencies>
  </plugin></plugins></build>
  <profiles><profile><dependencies>
    <dependency><groupId>p</groupId><artifactId>profile-xtr</artifactId></dependency>
  </dependencies></profile></profiles>
  <repositories>
    <repository><id>acme</id><url>https://u:p@maven.acme.test/r</url></repository>
  </repositories>
  <distributionManagement><repository><id>out</id><url>https://out.test</url></repository></distributionManagement>
</project>
"""


def test_pom() -> None:
    reading = read("app/pom.xml", POM)
    assert [(r.name, r.line, r.specifier, r.source.value) for r in reading.references] == [
        ("org.frame.xtr:frame-parent", 5, "1", "registry"),
        ("org.bom.xtr:bom", 14, "2", "registry"),
        ("com.acme.xtr:core", 21, "", "local"),
        ("org.lib.xtr:lib", 26, "", "registry"),
        ("${outer}:x", 31, "", "dynamic"),
        ("s:jar-xtr", 33, "", "local"),
        ("org.apache.maven.plugins:maven-compiler-plugin", 38, "", "registry"),
        ("org.proc.xtr:proc", 40, "", "registry"),
        ("p:dep-xtr", 42, "", "registry"),
        ("p:profile-xtr", 45, "", "registry"),
    ]
    assert [(m.name, m.folder) for m in reading.members] == [("com.acme.xtr:app", "app")]
    assert [(i.name, i.url, i.replaces) for i in reading.indexes] == [
        ("acme", "https://maven.acme.test/r", False)
    ]


def test_the_group_of_the_parent_is_the_own_one() -> None:
    text = (
        "<project><parent><groupId>g.xtr</groupId><artifactId>p</artifactId></parent>"
        "<artifactId>m</artifactId><dependencies><dependency><groupId>g.xtr</groupId>"
        "<artifactId>n</artifactId></dependency></dependencies></project>"
    )
    reading = read("m/pom.xml", text)
    assert [member.name for member in reading.members] == ["g.xtr:m"]
    assert {r.source for r in reading.references} == {Source.LOCAL}


def test_extensions_and_settings() -> None:
    extensions = (
        "<extensions><extension><groupId>e.xtr</groupId><artifactId>x</artifactId>"
        "</extension></extensions>"
    )
    assert [r.name for r in read(".mvn/extensions.xml", extensions).references] == ["e.xtr:x"]
    settings = """<settings><mirrors>
<mirror><id>all</id><mirrorOf>*</mirrorOf><url>https://m.test/all</url></mirror>
<mirror><id>some</id><mirrorOf>other,!central</mirrorOf><url>https://m.test/s</url></mirror>
</mirrors></settings>"""
    assert [(i.name, i.line, i.replaces) for i in read("settings.xml", settings).indexes] == [
        ("all", 2, True),
        ("some", 3, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE p [<!ENTITY a "aaaa">]><project>&a;</project>',
        '<!DOCTYPE p SYSTEM "file:///etc/passwd"><project/>',
        "<project><dependencies>",
        "<a>" * 10_000,
    ],
)
def test_hostile_xml_is_said(text: str) -> None:
    assert len(read("pom.xml", text).unread) == 1


def test_properties_that_grow_stay_small() -> None:
    rows = "".join(f"<p{n}>{f'${{p{n + 1}}}' * 10}</p{n}>" for n in range(20))
    text = (
        f"<project><properties>{rows}<loop>${{loop}}</loop></properties><dependencies>"
        "<dependency><groupId>${p0}</groupId><artifactId>${loop}</artifactId></dependency>"
        "</dependencies></project>"
    )
    (reference,) = read("pom.xml", text).references
    assert reference.source is Source.DYNAMIC
    assert len(reference.name) < 50_000
