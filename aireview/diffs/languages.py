"""Which language a path is written in, by its name alone."""

from __future__ import annotations

_EXTENSIONS = {
    "python": "py pyi pyw pyx pxd",
    "javascript": "js mjs cjs jsx",
    "typescript": "ts mts cts tsx",
    "go": "go",
    "java": "java",
    "kotlin": "kt kts",
    "scala": "scala sc",
    "groovy": "groovy gradle",
    "ruby": "rb rake gemspec erb ru",
    "php": "php phtml php3 php4 php5 php7 phps inc",
    "csharp": "cs csx cshtml razor",
    "fsharp": "fs fsx",
    "visualbasic": "vb",
    "rust": "rs",
    "c": "c h",
    "cpp": "cc cpp cxx c++ hh hpp hxx h++ ipp",
    "objectivec": "m mm",
    "swift": "swift",
    "dart": "dart",
    "elixir": "ex exs",
    "erlang": "erl hrl",
    "clojure": "clj cljs cljc",
    "haskell": "hs",
    "lua": "lua",
    "perl": "pl pm",
    "r": "r",
    "julia": "jl",
    "solidity": "sol",
    "shell": "sh bash zsh ksh fish",
    "powershell": "ps1 psm1 psd1",
    "batch": "bat cmd",
    "sql": "sql",
    "terraform": "tf tfvars hcl",
    "protobuf": "proto",
    "graphql": "graphql gql",
    "vue": "vue",
    "svelte": "svelte",
    "astro": "astro",
    "template": "ejs hbs mustache jinja jinja2 j2 twig haml slim pug jsp jspx",
    "html": "html htm xhtml",
    "css": "css scss sass less",
    "json": "json jsonc json5 webmanifest",
    "notebook": "ipynb",
    "yaml": "yaml yml",
    "toml": "toml",
    "xml": "xml xsd xsl xslt csproj props targets",
    "ini": "ini cfg conf properties env",
    "markdown": "md markdown mdx mdc",
}
_NAMES = {
    "dockerfile": "dockerfile",
    "containerfile": "dockerfile",
    "makefile": "makefile",
    "gnumakefile": "makefile",
    "gemfile": "ruby",
    "rakefile": "ruby",
    "guardfile": "ruby",
    "vagrantfile": "ruby",
    "podfile": "ruby",
    "fastfile": "ruby",
    "capfile": "ruby",
    "jenkinsfile": "groovy",
    "sconstruct": "python",
    "sconscript": "python",
    "pipfile": "toml",
    "procfile": "procfile",
    ".bashrc": "shell",
    ".profile": "shell",
    ".env": "ini",
    ".babelrc": "json",
    ".eslintrc": "json",
    ".cursorrules": "markdown",
}
# Formats that hold data or prose. Big ones (lock files, dumps) are everyday; big code is not.
_DATA = frozenset(
    {"json", "notebook", "yaml", "toml", "xml", "ini", "markdown", "html", "css", "sql"}
)
_BY_EXTENSION = {
    extension: language for language, many in _EXTENSIONS.items() for extension in many.split()
}


def language_of(path: str) -> str | None:
    """Return the language id of a POSIX path (`python`, `typescript`, …), None for no source.

    The letter case of names and extensions does not matter. `Dockerfile.dev` is a dockerfile.
    """
    name = path.rpartition("/")[2].lower()
    known = _NAMES.get(name)
    if known is not None:
        return known
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return None
    language = _BY_EXTENSION.get(extension)
    if language is None and stem.split(".", 1)[0] in {"dockerfile", "containerfile"}:
        return "dockerfile"
    return language


def is_code(path: str) -> bool:
    """Whether a path holds code that runs, as opposed to data, prose or no source at all."""
    language = language_of(path)
    return language is not None and language not in _DATA
