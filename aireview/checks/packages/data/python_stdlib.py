"""The modules of Python's standard library, by top level.

Frozen from the package `stdlib-list` 0.12.0 (MIT licence, facts from the CPython documentation and
interpreters 2.6 to 3.14). Added by hand: `__main__`, `_typeshed` (which type checkers provide) and
`profiling` (new in 3.15, PEP 799).
"""

from __future__ import annotations

_STANDARD = """
    __future__ __main__ __phello__ _abc _aix_support _android_support _apple_support _ast
    _ast_unparse _asyncio _bisect _blake2 _bootlocale _bootsubprocess _bz2 _codecs _codecs_cn
    _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc
    _colorize _compat_pickle _compression _contextvars _crypt _csv _ctypes _ctypes_test
    _curses _curses_panel _datetime _dbm _decimal _dummy_thread _elementtree _frozen_importlib
    _frozen_importlib_external _functools _gdbm _hashlib _heapq _hmac _imp _interpchannels
    _interpqueues _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5
    _msi _multibytecodec _multiprocessing _opcode _opcode_metadata _operator _osx_support
    _overlapped _peg_parser _pickle _posixshmem _posixsubprocess _py_abc _py_warnings
    _pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _remote_debugging _scproxy
    _sha1 _sha2 _sha256 _sha3 _sha512 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat
    _statistics _string _strptime _struct _suggestions _symtable _sysconfig _testbuffer
    _testcapi _testimportmultiple _testinternalcapi _testmultiphase _thread _threading_local
    _tkinter _tokenize _tracemalloc _types _typeshed _typing _uuid _warnings _weakref
    _weakrefset _winapi _wmi _xxsubinterpreters _xxtestfuzz _zoneinfo _zstd abc annotationlib
    antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2
    cProfile calendar cmath cmd code codecs codeop collections colorsys compileall compression
    concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses
    datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler
    fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass
    gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib
    inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal
    math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers
    opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib
    poplib posix posixpath pprint profile profiling pstats pty pwd py_compile pyclbr pydoc
    pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
    sched secrets select selectors shelve shlex shutil signal site smtplib socket socketserver
    sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct
    subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios test textwrap
    this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
    turtle turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref
    webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
"""
STANDARD = frozenset(_STANDARD.split())
"""The union of Python 3.8 to 3.15, without what one of them has dropped."""

_REMOVED = {
    "3.7": """
        fpectl macurl2path
    """,
    "3.8": """
        macpath
    """,
    "3.9": """
        dummy_threading
    """,
    "3.10": """
        formatter parser symbol
    """,
    "3.11": """
        binhex
    """,
    "3.12": """
        asynchat asyncore distutils imp smtpd
    """,
    "3.13": """
        aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib
        ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib
    """,
}
_ONLY_IN_2 = """
    AL BaseHTTPServer Bastion CGIHTTPServer Canvas Carbon ColorPicker ConfigParser Cookie
    DEVICE Dialog DocXMLRPCServer EasyDialogs FL FileDialog FixTk FrameWork GL HTMLParser
    MacOS MimeWriter MiniAEFrame Nav PixMapWrapper Queue SUNAUDIODEV ScrolledText SimpleDialog
    SimpleHTTPServer SimpleXMLRPCServer SocketServer StringIO Tix Tkconstants Tkdnd Tkinter
    UserDict UserList UserString W _LWPCookieJar _MozillaCookieJar __builtin__ _abcoll _bsddb
    _hotshot _sha _sysconfigdata _winreg aepack aetools aetypes al anydbm applesingle audiodev
    autoGIL bsddb buildtools cPickle cStringIO cd cfmfile commands compiler cookielib copy_reg
    dbhash dircache dl dumbdbm dummy_thread exceptions findertools fl flp fm fpformat
    future_builtins gdbm gensuitemodule gl hotshot htmlentitydefs htmllib httplib ic icopen
    ihooks imageop imgfile imputil jpeg linuxaudiodev macerrors macostools macresource
    markupbase md5 mhlib mimetools mimify multifile mutex new os2emxpath popen2 posixfile repr
    rexec rfc822 robotparser sets sgmllib sha sre statvfs stringold strop sunaudio sunaudiodev
    thread tkColorChooser tkCommonDialog tkFileDialog tkFont tkMessageBox tkSimpleDialog
    toaiff ttk urllib2 urlparse user videoreader whichdb xmllib xmlrpclib
"""

REMOVED = {
    **dict.fromkeys(_ONLY_IN_2.split(), "3.0"),
    **{module: version for version, names in _REMOVED.items() for module in names.split()},
}
"""Modules that the language had once, with the version that removed them."""

SUCCESSORS = {
    "BaseHTTPServer": "http.server",
    "CGIHTTPServer": "http.server",
    "ConfigParser": "configparser",
    "Cookie": "http.cookies",
    "HTMLParser": "html.parser",
    "Queue": "queue",
    "SimpleHTTPServer": "http.server",
    "SocketServer": "socketserver",
    "StringIO": "io",
    "Tkinter": "tkinter",
    "UserDict": "collections",
    "__builtin__": "builtins",
    "asynchat": "asyncio",
    "asyncore": "asyncio",
    "cPickle": "pickle",
    "cStringIO": "io",
    "commands": "subprocess",
    "cookielib": "http.cookiejar",
    "copy_reg": "copyreg",
    "distutils": "setuptools",
    "dummy_threading": "threading",
    "htmlentitydefs": "html.entities",
    "httplib": "http.client",
    "imp": "importlib",
    "md5": "hashlib",
    "pipes": "shlex",
    "popen2": "subprocess",
    "robotparser": "urllib.robotparser",
    "sets": "builtins",
    "sha": "hashlib",
    "thread": "_thread",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
    "xmlrpclib": "xmlrpc.client",
}
"""Where a removed module's contents are now."""
