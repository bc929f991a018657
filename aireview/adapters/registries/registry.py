"""Every registry that can be asked; another one is a file of its own and a line here."""

from __future__ import annotations

from aireview.adapters.registries.answers import Registry
from aireview.adapters.registries.cargo import CARGO
from aireview.adapters.registries.go import GO
from aireview.adapters.registries.maven import MAVEN
from aireview.adapters.registries.npm import NPM
from aireview.adapters.registries.nuget import NUGET
from aireview.adapters.registries.packagist import PACKAGIST
from aireview.adapters.registries.pypi import PYPI
from aireview.adapters.registries.rubygems import RUBYGEMS

REGISTRIES: tuple[Registry, ...] = (PYPI, NPM, GO, CARGO, MAVEN, RUBYGEMS, PACKAGIST, NUGET)
