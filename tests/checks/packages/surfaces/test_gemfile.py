from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aireview.checks.packages.surfaces.gemfile import read

GEMFILE = """source "https://rubygems.org"
source "https://u:p@gems.acme.test"
git_source(:acme) { |repo| "https://h.test/#{repo}.git" }
# gem "no-comment-xtr"
=begin
gem "no-block-xtr"
=end
gem "a-xtr", "~> 1.0", ">= 1.0.2", require: false
gem 'b-xtr', ['>= 1', '< 2']
gem("c-xtr") if ENV["X"]
gem "d-xtr",
    path: "../d"
gem "e-xtr", :git => "https://u:p@h.test/e.git"
gem "f-xtr", github: "x/f"
gem "g-xtr", acme: "g"
gem "h-xtr", source: "https://one.test"
gem "i-#{name}-xtr"
gem name, "1"
gem "j" + "k"
source "https://two.test" do
  gem "l-xtr"
  group :test do
    gem "m-xtr"
  end
end
group :development, :test do
  gem "n-xtr"
end
path "vendor" do
  gem "o-xtr"
end
if RUBY_VERSION > "3"
  gem "p-xtr"
end
group(:x) { gem "q-xtr" }
gemspec
eval_gemfile "other"
__END__
gem "no-end-xtr"
"""


def test_gemfile() -> None:
    reading = read("Gemfile", GEMFILE)
    assert [(r.name, r.line, r.specifier, r.source.value, r.index) for r in reading.references] == [
        ("a-xtr", 8, "~> 1.0, >= 1.0.2", "registry", ""),
        ("b-xtr", 9, ">= 1, < 2", "registry", ""),
        ("c-xtr", 10, "", "registry", ""),
        ("d-xtr", 11, "", "local", ""),
        ("e-xtr", 13, "", "direct", ""),
        ("f-xtr", 14, "", "direct", ""),
        ("g-xtr", 15, "", "direct", ""),
        ("h-xtr", 16, "", "registry", "https://one.test"),
        ("i-#{name}-xtr", 17, "", "dynamic", ""),
        ("name", 18, "1", "dynamic", ""),
        ("j", 19, "", "dynamic", ""),
        ("l-xtr", 21, "", "registry", "https://two.test"),
        ("m-xtr", 23, "", "registry", "https://two.test"),
        ("n-xtr", 27, "", "registry", ""),
        ("o-xtr", 30, "", "local", ""),
        ("p-xtr", 33, "", "registry", ""),
        ("q-xtr", 35, "", "registry", ""),
    ]
    assert [(i.url, i.line) for i in reading.indexes][:1] == [("https://gems.acme.test", 2)]
    assert reading.open_ended


def test_gemspec() -> None:
    text = """Gem::Specification.new do |s|
  s.name = "own-xtr"
  s.version = "1"
  s.files = `git ls-files -z`.split("\\x0").reject { |f| f.match(%r{^(test|spec)/}) }
  s.add_dependency "a-xtr", "~> 1"
  s.add_runtime_dependency("b-xtr")
  s.add_development_dependency 'c-xtr', '>= 1', '< 3'
  %w[d e].each do |name|
    s.add_dependency name, s.version
  end
end
"""
    reading = read("gem/own.gemspec", text)
    assert [(r.name, r.line, r.specifier, r.source.value) for r in reading.references] == [
        ("a-xtr", 5, "~> 1", "registry"),
        ("b-xtr", 6, "", "registry"),
        ("c-xtr", 7, ">= 1, < 3", "registry"),
        ("name", 9, "", "dynamic"),
    ]
    assert [(m.name, m.folder) for m in reading.members] == [("own-xtr", "gem")]


@pytest.mark.parametrize("text", ["gem", "gem(", 'gem "x', "end\nend", "source do", "gem :x"])
def test_broken_files(text: str) -> None:
    assert all(r.source.value == "dynamic" for r in read("Gemfile", text).references)


@given(st.text(alphabet="gem sourcedo\"'(),:=>\n#{}%w[]", max_size=80))
def test_reads_any_text(text: str) -> None:
    reading = read("x.gemspec", text)
    assert all(1 <= r.line <= text.count("\n") + 1 for r in reading.references)


def test_too_long_a_file_is_said() -> None:
    assert read("Gemfile", "gem 'a-xtr'\n" * 300_000).unread
