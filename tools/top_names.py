"""Turn lists of popular package names into the files that ship in `aireview/adapters/registries/names`.

    python tools/top_names.py FOLDER

FOLDER holds `top_<ecosystem>_packages.json` files as guarddog's wheel has them (Apache-2.0, see
NOTICE): `{"downloaded_timestamp": seconds, "packages": [name, …]}`. The date of each list is kept.
The lists written by hand beside them, `<ecosystem>.own.txt`, lose the names that a new list has.
"""

from __future__ import annotations

import sys
import time
import zlib
from pathlib import Path

import msgspec

from aireview.checks.packages.names import normalise, valid
from aireview.model.packages import Ecosystem

_TARGET = Path(__file__).parent.parent / "aireview/adapters/registries/names"


class _List(msgspec.Struct):
    downloaded_timestamp: int
    packages: list[str]


def main(folder: Path) -> None:
    """Write one compressed file per list: the date on the first line, then sorted names."""
    for ecosystem in Ecosystem:
        source = folder / f"top_{ecosystem.value}_packages.json"
        if not source.exists():
            continue
        found = msgspec.json.decode(source.read_bytes(), type=_List)
        day = time.strftime("%Y-%m-%d", time.gmtime(found.downloaded_timestamp))
        names = sorted({normalise(ecosystem, n) for n in found.packages if valid(ecosystem, n)})
        text = "\n".join([day, *names]).encode()
        (_TARGET / f"{ecosystem.value}.txt.zz").write_bytes(zlib.compress(text, 9))
        own = _TARGET / f"{ecosystem.value}.own.txt"
        if own.exists():
            comment, *written = own.read_text("ascii").splitlines()
            kept = (name for name in written if name not in names)
            own.write_text("".join(f"{line}\n" for line in (comment, *kept)), "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
