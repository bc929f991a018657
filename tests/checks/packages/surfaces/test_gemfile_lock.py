from __future__ import annotations

from aireview.checks.packages.surfaces.gemfile_lock import read

LOCK = """GIT
  remote: https://h.test/r.git
  revision: abc
  specs:
    git-xtr (1.0)
      transitive-only-xtr (>= 1)

PATH
  remote: .
  specs:
    own-xtr (0.1)

GEM
  remote: https://rubygems.org/
  specs:
    a-xtr (1.0)
      b-xtr (~> 1)
    b-xtr (1.1-x86_64-linux)
    b-xtr (1.1-arm64-darwin)

GEM
  remote: https://u:p@gems.acme.test/
  specs:
    c-xtr (2)

PLATFORMS
  ruby

DEPENDENCIES
  a-xtr
"""


def test_sections() -> None:
    assert [
        (r.name, r.line, r.specifier, r.source.value, r.index)
        for r in read("Gemfile.lock", LOCK).references
    ] == [
        ("git-xtr", 5, "1.0", "direct", ""),
        ("own-xtr", 11, "0.1", "local", ""),
        ("a-xtr", 16, "1.0", "registry", ""),
        ("b-xtr", 18, "1.1-x86_64-linux", "registry", ""),
        ("c-xtr", 24, "2", "registry", "https://gems.acme.test/"),
    ]


def test_another_file_is_said() -> None:
    assert read("Gemfile.lock", "<html>").unread
    assert not read("Gemfile.lock", "").unread
