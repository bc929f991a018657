"""Hosts that only this machine or its own network can reach."""

from __future__ import annotations

import ipaddress
import socket

_LOCAL = ("localhost", "local", "internal", "lan", "home.arpa")


def is_inside(host: str) -> bool:
    """Whether a host is an address that is not public, or a name that no public DNS has.

    >>> is_inside("127.0.0.1"), is_inside("2130706433"), is_inside("files.pythonhosted.org")
    (True, True, False)
    """
    name = host.lower().rstrip(".")
    address = _address(name)
    if address is not None:
        return not address.is_global or address.is_multicast
    return "." not in name or any(name.endswith(f".{ending}") for ending in _LOCAL)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    else:
        mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
        return mapped or found
    try:
        # Resolvers read more forms of an address than the standard has: `0x7f.1`, `2130706433`.
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError, UnicodeEncodeError):
        return None
