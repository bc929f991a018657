"""A network of this process tree alone, where the hosts of the public registries are this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

HOSTS = (
    "pypi.org", "files.pythonhosted.org", "pypistats.org", "registry.npmjs.org",
    "api.npmjs.org", "proxy.golang.org", "api.osv.dev",
)  # fmt: skip
INSIDE = "--inside"


class Certificates(NamedTuple):
    """Files: the authority to trust, and the certificate and key of all hosts."""

    authority: Path
    host: Path
    key: Path


def enter() -> None:
    """Start this program anew in namespaces of its own; does not return."""
    user = () if os.geteuid() == 0 else ("--map-root-user",)
    program = [sys.executable, "-m", "benchmarks.rivals", *sys.argv[1:], INSIDE]
    os.execvp("unshare", ["unshare", *user, "--net", "--mount", *program])


def take_hosts(folder: Path) -> None:
    """Make the public hosts local. To be called inside only."""
    hosts = folder / "hosts"
    hosts.write_text("".join(f"127.0.0.1 {host}\n" for host in ("localhost", *HOSTS)))
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["mount", "--bind", str(hosts), "/etc/hosts"], check=True)


def certificates(folder: Path) -> Certificates:
    """Make an authority and a certificate for all hosts."""
    (folder / "names").write_text(
        f"subjectAltName={','.join(f'DNS:{host}' for host in HOSTS)}\n"
        "authorityKeyIdentifier=keyid\nextendedKeyUsage=serverAuth\n"
    )
    new = "-newkey rsa:2048 -nodes"
    authority = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign"
    signer = "-CA ca.pem -CAkey ca.key -CAcreateserial"
    for words in (
        f"req -x509 {new} -keyout ca.key -out ca.pem -days 7 -subj /CN=stand-in {authority}",
        f"req {new} -keyout host.key -out host.csr -subj /CN=pypi.org",
        f"x509 -req -in host.csr {signer} -out host.pem -days 7 -extfile names",
    ):
        subprocess.run(["openssl", *words.split()], cwd=folder, check=True, capture_output=True)
    return Certificates(folder / "ca.pem", folder / "host.pem", folder / "host.key")
