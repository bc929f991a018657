"""A remote file that is read in parts (RFC 9110, range requests), as `zipfile` wants to read it."""

from __future__ import annotations

import io
import os
import re

from aireview.adapters.registries.http import Reply, Visit

BLOCK = 65_536
_LIMIT = 8_000_000
_PART, _WHOLE = 206, 200
_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")


class RemoteError(OSError):
    """A part of a remote file that could not be had, and why, in words."""


class Remote(io.RawIOBase):
    """A file of `size` bytes at a URL. Bytes are fetched once, in blocks; `limit` bounds them all."""

    def __init__(self, visit: Visit, url: str, size: int, limit: int = _LIMIT) -> None:
        self._visit = visit
        self._url = url
        self._size = size
        self._left = limit
        self._at = 0
        self._blocks: dict[int, bytes] = {}

    def seekable(self) -> bool:
        """Return that it can be read in any order."""
        return True

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def tell(self) -> int:
        """Return where the next byte is read."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place. Raises OSError for one before the start."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise OSError("a place before the start of the file")
        self._at = start + offset
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, all that are left for -1. Raises RemoteError."""
        end = self._size if size < 0 else min(self._size, self._at + size)
        if end <= self._at:
            return b""
        first, last = self._at // BLOCK, (end - 1) // BLOCK
        self._load(first, last)
        data = b"".join(self._blocks[number] for number in range(first, last + 1))
        begin = self._at - first * BLOCK
        taken = data[begin : begin + end - self._at]
        self._at = end
        return taken

    def _load(self, first: int, last: int) -> None:
        missing = [number for number in range(first, last + 1) if number not in self._blocks]
        if not missing:
            return
        start, stop = missing[0] * BLOCK, min(self._size, (missing[-1] + 1) * BLOCK)
        if stop - start > self._left:
            raise RemoteError("too much of the file would have to be read")
        self._left -= stop - start
        # The last bytes, where the directory of an archive lies, seldom fill a block of their own.
        reply = self._visit.get(
            self._url, Range=f"bytes={start}-{stop - 1}", Accept_Encoding="identity"
        )
        self._keep(start, self._part(reply, start, stop))

    def _part(self, reply: Reply, start: int, stop: int) -> bytes:
        if reply.why:
            raise RemoteError(reply.why)
        if reply.status == _WHOLE:
            # The server knows no ranges: this is all of the file.
            if len(reply.body) != self._size:
                raise RemoteError("the file has another size than the index says")
            self._keep(0, reply.body)
            return reply.body[start:stop]
        if reply.status != _PART:
            raise RemoteError(f"HTTP {reply.status}")
        named = _RANGE.fullmatch(reply.headers.get("content-range", ""))
        if named is None or int(named[1]) != start or len(reply.body) != stop - start:
            raise RemoteError("another part of the file was sent than was asked for")
        return reply.body

    def _keep(self, start: int, content: bytes) -> None:
        for at in range(0, len(content), BLOCK):
            self._blocks[(start + at) // BLOCK] = content[at : at + BLOCK]
