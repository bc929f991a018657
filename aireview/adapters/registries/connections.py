"""Connections of urllib3 that can be cut at a deadline, however slowly the other side sends.

Only `http.py` imports this, and only when a request is made: urllib3 is slow to import.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.request import getproxies, proxy_bypass

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import make_headers, parse_url

_current = threading.local()


class Watch:
    """Cuts the connection that this thread uses after some seconds: timeouts of a socket start
    anew with each byte, so a slow drip never meets one.
    """  # noqa: D205 - one sentence

    def __init__(self, seconds: float) -> None:
        self.fired = False
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self.fire)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Start to count."""
        _current.watch = self
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the connection live."""
        self._timer.cancel()
        _current.watch = None
        with self._lock:
            self._socket = None

    def hold(self, used: socket.socket) -> None:
        """Take the socket that is to be cut. Raises TimeoutError when it is too late."""
        with self._lock:
            self._socket = used
            if self.fired:
                raise TimeoutError

    def fire(self) -> None:
        """Cut the connection now."""
        with self._lock:
            self.fired = True
            if self._socket is not None:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)


def _hold(used: socket.socket | None) -> None:
    watch: Watch | None = getattr(_current, "watch", None)
    if watch is not None and used is not None:
        watch.hold(used)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _hold(self.sock)

    def putrequest(
        self,
        method: str,
        url: str,
        skip_host: bool = False,  # noqa: FBT001, FBT002 - the signature of http.client
        skip_accept_encoding: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> None:
        _hold(self.sock)
        super().putrequest(method, url, skip_host, skip_accept_encoding)


class _Secure(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _hold(self.sock)

    def putrequest(
        self,
        method: str,
        url: str,
        skip_host: bool = False,  # noqa: FBT001, FBT002 - the signature of http.client
        skip_accept_encoding: bool = False,  # noqa: FBT001, FBT002 - as above
    ) -> None:
        _hold(self.sock)
        super().putrequest(method, url, skip_host, skip_accept_encoding)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class Pools:
    """Connections kept open by host, direct or through the proxies that the environment names."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._proxies = getproxies()
        self._managers: dict[str, PoolManager] = {}
        self._lock = threading.Lock()

    def manager(self, scheme: str, host: str) -> PoolManager:
        """Return what opens connections to a host. Raises a urllib3 error for a bad proxy URL."""
        proxy = self._proxies.get(scheme, "")
        if proxy and proxy_bypass(host):
            proxy = ""
        with self._lock:
            if proxy not in self._managers:
                self._managers[proxy] = _manager(proxy, self._size)
            return self._managers[proxy]

    def close(self) -> None:
        """Close what is idle."""
        for manager in self._managers.values():
            manager.clear()


def _manager(proxy: str, size: int) -> PoolManager:
    manager: PoolManager
    if proxy:
        parsed = parse_url(proxy if "://" in proxy else f"http://{proxy}")
        headers = make_headers(proxy_basic_auth=parsed.auth) if parsed.auth else None
        manager = ProxyManager(parsed.url, proxy_headers=headers, maxsize=size)
    else:
        manager = PoolManager(maxsize=size)
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
    return manager
