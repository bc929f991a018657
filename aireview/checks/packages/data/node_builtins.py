"""The modules that Node.js brings along.

Frozen from `module.builtinModules` of Node.js 20.20.2, with those that 22, 24 and 26 add (their
documentation, "Built-in modules with mandatory `node:` prefix"). A module that needs the scheme is
a package of the registry without it; so is a builtin's name with a slash behind it (`punycode/`).
"""

from __future__ import annotations

_NAMES = """
_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex
_stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common
_tls_wrap assert assert/strict async_hooks buffer child_process cluster console constants crypto
dgram diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector
inspector/promises module net os path path/posix path/win32 perf_hooks process punycode
querystring readline readline/promises repl stream stream/consumers stream/iter stream/promises
stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8
vm wasi worker_threads zlib
"""

BUILTINS = frozenset(_NAMES.split())
ONLY_WITH_SCHEME = frozenset(("ffi", "quic", "sea", "sqlite", "test", "test/reporters", "vfs"))
