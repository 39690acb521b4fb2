"""Show that `make audit` fails when it must, without a network: `python scripts/audit_rehearsal.py`.

`make audit` asks PyPI and npm for known vulnerabilities. Here both are played by this program, on this machine: once nobody knows any, once
one of a Python package is known, once one of a script of the workbench, and once a database does not answer. Whether the real databases
know of one only a run with a network tells. Needs openssl, and what `make audit` installs. Exit status 1 where a run ends otherwise than it must.
"""

import json
import os
import ssl
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
VERSION = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))["packages"]["node_modules/leaflet"]["version"]


@dataclass(frozen=True)
class Known:
    """What the databases know: a Python package that is vulnerable, a script that is, and whether they answer at all."""

    name: str
    must_pass: bool
    python: str = ""
    script: str = ""
    answers: bool = True


PLAYS = (
    Known("nothing is known", must_pass=True),
    Known("a Python package is vulnerable", must_pass=False, python="lxml"),
    Known("a script of the workbench is vulnerable", must_pass=False, script="leaflet"),
    Known("no database answers", must_pass=False, answers=False),
)


class Databases(BaseHTTPRequestHandler):
    """Answers as PyPI (through a tunnel, as a proxy gives it) and as npm's registry."""

    known = PLAYS[0]
    certificate: ssl.SSLContext
    protocol_version = "HTTP/1.1"

    def do_CONNECT(self) -> None:
        """A tunnel to pypi.org ends here."""
        self.send_response(200)
        self.end_headers()
        if not self.path.startswith("pypi.org:"):
            self.close_connection = True
            return
        self.close_connection = False  # whatever the version that it is asked in
        self.connection = self.certificate.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)  # type: ignore[assignment]

    def do_GET(self) -> None:
        """/pypi/NAME/VERSION/json of PyPI; /NAME of npm, which is asked for its versions once something is known of it."""
        first, _, rest = self.path.strip("/").partition("/")
        if first != "pypi":
            version = {"name": first, "version": VERSION, "dist": {"tarball": f"http://{HOST}/none.tgz"}}
            self._answer({"name": first, "dist-tags": {"latest": VERSION}, "versions": {VERSION: version}})
            return
        name = rest.partition("/")[0]
        found = {"id": "REHEARSAL-1", "aliases": [], "summary": "Made up.", "fixed_in": [], "withdrawn": None}
        self._answer({"vulnerabilities": [found] if name == self.known.python else []})

    def do_POST(self) -> None:
        """/-/npm/v1/security/advisories/bulk"""
        self.rfile.read(int(self.headers.get("content-length", 0)))
        found = {"id": 1, "url": "https://example.org/1", "title": "Made up.", "severity": "high", "vulnerable_versions": "*"}
        self._answer({self.known.script: [found]} if self.known.script else {})

    def _answer(self, body: Any) -> None:
        data = json.dumps(body).encode() if self.known.answers else b""
        self.send_response(200 if self.known.answers else 404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def certified(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate for pypi.org, and the file by which it is believed in this rehearsal alone."""
    made = folder / "pypi.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=pypi.org", "-addext", "subjectAltName=DNS:pypi.org",
         "-keyout", str(folder / "key.pem"), "-out", str(made)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, folder / "key.pem")
    return context, made


def played(known: Known, folder: Path, port: int, believed: Path) -> subprocess.CompletedProcess[str]:
    """What `make audit` comes to. Nothing of it stays in any cache."""
    address = f"http://{HOST}:{port}"
    own = {
        "HTTPS_PROXY": address, "https_proxy": address, "NO_PROXY": HOST, "no_proxy": HOST, "REQUESTS_CA_BUNDLE": str(believed),
        "XDG_CACHE_HOME": str(folder / known.name), "PIP_CACHE_DIR": str(folder / known.name), "npm_config_registry": f"{address}/",
        "npm_config_cache": str(folder / "npm" / known.name), "npm_config_https_proxy": "", "npm_config_fetch_retries": "0",
    }  # fmt: skip
    return subprocess.run(["make", "audit"], cwd=ROOT, env=os.environ | own, capture_output=True, text=True, check=False, timeout=600)


def main() -> int:
    """Play all of it."""
    subprocess.run(["make", ".venv-audit/stamp"], cwd=ROOT, check=True, capture_output=True)
    wrong = 0
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        Databases.certificate, believed = certified(folder)
        with ThreadingHTTPServer((HOST, 0), Databases) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            for known in PLAYS:
                Databases.known = known
                done = played(known, folder, server.server_address[1], believed)
                said = done.stdout + done.stderr
                right = (done.returncode == 0) == known.must_pass and (not known.python or "REHEARSAL-1" in said) and known.script in said
                wrong += not right
                print(f"{known.name}: make audit {'passes' if done.returncode == 0 else 'fails'}{'' if right else ' (WRONG)'}")
                if not right:
                    print(done.stdout[-3000:], done.stderr[-3000:])
            server.shutdown()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
