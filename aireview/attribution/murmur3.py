"""MurmurHash3, the 32-bit x86 variant (public domain, Austin Appleby)."""

from __future__ import annotations

_MASK = 0xFFFFFFFF
_C1 = 0xCC9E2D51
_C2 = 0x1B873593


def murmur3_32(data: bytes, seed: int = 0) -> int:
    """Return the hash of `data` as an unsigned 32-bit number."""
    value = seed
    whole = len(data) & ~3
    for position in range(0, whole, 4):
        block = int.from_bytes(data[position : position + 4], "little")
        value = _rotated(value ^ _mixed(block), 13) * 5 + 0xE6546B64 & _MASK
    if len(data) > whole:
        value ^= _mixed(int.from_bytes(data[whole:], "little"))
    return _finished(value ^ len(data))


def _rotated(value: int, by: int) -> int:
    return (value << by | value >> 32 - by) & _MASK


def _mixed(block: int) -> int:
    return _rotated(block * _C1 & _MASK, 15) * _C2 & _MASK


def _finished(value: int) -> int:
    value ^= value >> 16
    value = value * 0x85EBCA6B & _MASK
    value ^= value >> 13
    value = value * 0xC2B2AE35 & _MASK
    return value ^ value >> 16
