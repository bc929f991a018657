"""The eight verdicts over a package name, as values and as rules."""

from __future__ import annotations

import enum

import msgspec

from aireview.model.finding import Rule, Severity, Tier
from aireview.model.packages import Ecosystem, Reference, Surface

NAME = "packages"


class Word(enum.Enum):
    """What is decided about a name at one place."""

    OK = "ok"
    UNDECLARED = "undeclared"
    HALLUCINATED = "hallucinated"
    SUSPICIOUS = "suspicious"
    MALICIOUS = "malicious"
    LEGACY = "legacy"
    UNVERIFIED = "unverified"
    IGNORED = "ignored"


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict over one reference, in words.

    `tier` is None where nothing is to be reported. `suggestion` is the package that is probably
    meant. `silence` says why no registry answered where that left the verdict open, empty where
    there was nobody to ask. `subject` is what is reported once in a file where the reference's name is not: the
    package or module that an import is about. `provider` is the declared package that an import
    comes from, normalised. `absent`: a registry has no package of that name. `bumped`: the name was
    there before, only what it asks for is new.
    """

    reference: Reference
    verdict: Word
    tier: Tier | None = None
    message: str = ""
    evidence: tuple[str, ...] = ()
    fix: str = ""
    suggestion: str = ""
    silence: str = ""
    subject: str = ""
    provider: str = ""
    absent: bool = False
    bumped: bool = False


_REFERENCES = (
    "https://arxiv.org/abs/2406.10279",
    "https://owasp.org/www-project-top-10-ci-cd-security-risks/CICD-SEC-03-Dependency-Chain-Abuse",
)


def _rule(identifier: str, title: str, tier: Tier, severity: Severity, cwe: str) -> Rule:
    return Rule(
        id=identifier,
        title=title,
        tier=tier,
        severity=severity,
        check=NAME,
        cwe=cwe,
        references=_REFERENCES,
    )


HALLUCINATED = _rule(
    "hallucinated-package",
    "Package, module or version that does not exist",
    Tier.A,
    Severity.HIGH,
    "CWE-1357",
)
MALICIOUS = _rule(
    "malicious-package",
    "Package that is known to be malicious, or was taken down",
    Tier.A,
    Severity.CRITICAL,
    "CWE-506",
)
SUSPICIOUS = _rule(
    "suspicious-package",
    "Package that exists but is probably not what was meant",
    Tier.B,
    Severity.MEDIUM,
    "CWE-1357",
)
UNDECLARED = _rule(
    "undeclared-package",
    "Import of a package that the project does not declare",
    Tier.C,
    Severity.LOW,
    "CWE-1357",
)
LEGACY = _rule(
    "legacy-module",
    "Import of a module that the language has dropped",
    Tier.C,
    Severity.LOW,
    "CWE-477",
)
UNVERIFIED = _rule(
    "unverified-package",
    "Package name that nothing could confirm",
    Tier.C,
    Severity.INFO,
    "CWE-1357",
)
UNREAD = _rule(
    "unread-manifest",
    "File that names packages and could not be read",
    Tier.B,
    Severity.MEDIUM,
    "CWE-1357",
)
INDEX_ADDED = _rule(
    "package-index-added",
    "Index or registry that a change adds",
    Tier.B,
    Severity.HIGH,
    "CWE-829",
)
RULES = (
    HALLUCINATED,
    MALICIOUS,
    SUSPICIOUS,
    INDEX_ADDED,
    UNDECLARED,
    LEGACY,
    UNVERIFIED,
    UNREAD,
)
RULE_OF = {
    Word.HALLUCINATED: HALLUCINATED,
    Word.MALICIOUS: MALICIOUS,
    Word.SUSPICIOUS: SUSPICIOUS,
    Word.UNDECLARED: UNDECLARED,
    Word.LEGACY: LEGACY,
    Word.UNVERIFIED: UNVERIFIED,
}

REGISTRIES = {
    Ecosystem.PYPI: "PyPI",
    Ecosystem.NPM: "npm",
    Ecosystem.GO: "the Go module proxy",
    Ecosystem.CARGO: "crates.io",
    Ecosystem.MAVEN: "Maven Central",
    Ecosystem.RUBYGEMS: "RubyGems",
    Ecosystem.PACKAGIST: "Packagist",
    Ecosystem.NUGET: "NuGet",
}
# How the place reads in a message, after "this".
PLACES = {
    Surface.IMPORT: "import",
    Surface.MANIFEST: "dependency",
    Surface.LOCK: "lock entry",
    Surface.COMMAND: "install command",
    Surface.CONFIG: "configuration",
    Surface.DOCS: "documented command",
}
