"""What the standard library raises for archives that are damaged, cut off or made to confuse."""

from __future__ import annotations

import struct
import tarfile
import zipfile
import zlib

BROKEN = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,  # an entry with an empty name
    OSError,
    RuntimeError,  # a password, a compression that is not known
    ValueError,
)
