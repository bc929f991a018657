"""Which modules a list of installed files makes importable, and what the metadata says about it.

Sources: the binary distribution format (PEP 427), implicit namespace packages (PEP 420), import
names in metadata (PEP 794), extension file names (PEP 3149 and `importlib.machinery`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

_WHOLE = (".py", ".pyc")
_BINARY = (".so", ".pyd")
_INSTALLED_DATA = ("purelib", "platlib")
_INIT = "__init__"
_MOST_NAMES = 1000
_DEEPEST = 40

# The modules of each folder that holds any, by its dotted name; "" is the root.
Folders = Mapping[str, set[str]]


def modules_of(paths: Iterable[str], namespaces: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the dotted names that installed files make importable, the shortest that are exact.

    A folder without `__init__` is a namespace that other distributions share, and so is one of
    `namespaces`, whatever lies in it: what is below it is named in full.

    >>> modules_of(["google/cloud/storage/__init__.py", "google/cloud/storage/blob.py", "six.py"])
    ('google.cloud.storage', 'six')
    """
    found = sorted(_names(_folders(paths), frozenset(namespaces)))
    while len(found) > _MOST_NAMES:
        deepest = max(name.count(".") for name in found)
        if deepest == 0:
            break
        found = sorted({".".join(name.split(".")[:deepest]) for name in found})
    return tuple(found[:_MOST_NAMES])


def namespace_like(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the packages that hold an `__init__` and folders, and no module of their own.

    Such an `__init__` may declare a namespace in the old way, so it is worth a look.
    """
    folders = _folders(paths)
    above = {name.rpartition(".")[0] for name in folders}
    return tuple(sorted(name for name in above if name and folders.get(name) == {_INIT}))


def declares_namespace(source: str) -> bool:
    """Whether an `__init__.py` shares its package with others (pkgutil or pkg_resources style)."""
    return "declare_namespace" in source or "extend_path" in source


def import_names(metadata: bytes) -> tuple[str, ...] | None:
    """Return the modules that core metadata names (PEP 794), None where it names none.

    An empty `Import-Name` says that there is nothing to import. Namespaces alone say too little:
    others put modules into them too.
    """
    if b"Import-Name" not in metadata:
        return None
    head = metadata.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("utf-8", "replace")
    fields = [line.partition(":") for line in head.split("\n")]
    named = [text.partition(";")[0].strip() for key, _, text in fields if key == "Import-Name"]
    if not named:
        return None
    return tuple(sorted({name for name in named if _is_dotted(name)}))


def _is_dotted(name: str) -> bool:
    return all(part.isidentifier() for part in name.split("."))


def _folders(paths: Iterable[str]) -> Folders:
    found: dict[str, set[str]] = {}
    known: dict[str, str | None] = {}
    for path in paths:
        folder, slash, file = path.rpartition("/")
        module = _module(file) if folder or not slash else ""
        if not module:
            continue
        if folder not in known:
            known[folder] = _package(folder)
        name = known[folder]
        if name is not None:
            found.setdefault(name, set()).add(module)
    return found


def _package(folder: str) -> str | None:
    """Return the dotted name of a folder of a wheel, None where nothing in it can be imported."""
    parts = folder.split("/") if folder else []
    if parts and parts[0].endswith(".data"):
        if len(parts) < 2 or parts[1] not in _INSTALLED_DATA:
            return None
        parts = parts[2:]
    if len(parts) > _DEEPEST:
        return None
    return ".".join(parts) if all(part.isidentifier() for part in parts) else None


def _module(file: str) -> str:
    """Return the module that a file is: `x.cpython-311-x86_64-linux-gnu.so` is `x`."""
    stem, dot, rest = file.partition(".")
    is_module = f"{dot}{rest}" in _WHOLE or file.endswith(_BINARY)
    return stem if is_module and stem.isidentifier() else ""


def _names(folders: Folders, namespaces: frozenset[str]) -> set[str]:
    packages = {name for name, modules in folders.items() if name and _INIT in modules} - namespaces
    found: set[str] = set()
    for name, modules in folders.items():
        package = next((above for above in _upwards(name) if above in packages), "")
        if package:
            found.add(package)
        else:
            found |= {f"{name}.{one}".lstrip(".") for one in modules if one != _INIT}
    return found


def _upwards(name: str) -> Iterator[str]:
    """Yield a dotted name from its first part to the whole."""
    at = name.find(".")
    while at >= 0:
        yield name[:at]
        at = name.find(".", at + 1)
    yield name
