"""The peers: programs that do the least that a job needs, and the libraries and engines they are made of.

`tools/bench --setup` installs what they need; nothing else of the project does. The programs are built from tools/peers.
"""

import importlib.util
import os
import shutil
import subprocess
import sys

from benchmark.running import ROOT, NotMeasured, note

SOURCES = ROOT / "tools" / "peers"
PACKAGES = ["gcc", "g++", "libc6-dev", "libsimdjson-dev", "libsodium-dev", "libsqlite3-dev", "libssl-dev", "python3-pip", "sqlite3", "time"]
DUCKDB = "duckdb==1.5.6"
GET_THEM = "run tools/bench --setup"
# Each program, its compiler and the libraries that it is linked with.
PROGRAMS = {
    "simdjson_state.cpp": ["g++", "-std=c++17", "-lsimdjson", "-lcrypto", "-pthread"],
    "merkle_root.c": ["gcc", "-lcrypto", "-pthread"],
    "ed25519_rate.c": ["gcc", "-lsodium", "-lcrypto", "-pthread"],
    "sqlite_commits.c": ["gcc", "-lsqlite3", "-lcrypto"],
}


class Peers:
    """Where the peers are; each is built when it is first asked for."""

    def __init__(self, folder):
        self.folder = folder / "peers"
        self.python = self.folder / "python"

    def program(self, name):
        """A built program of tools/peers, by its source's name without the ending."""
        source = next(SOURCES / file for file in PROGRAMS if file.split(".")[0] == name)
        compiler, *flags = PROGRAMS[source.name]
        target = self.folder / name
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            return target
        if shutil.which(compiler) is None:
            raise NotMeasured(f"there is no {compiler}: {GET_THEM}")
        self.folder.mkdir(parents=True, exist_ok=True)
        note(f"building {source.relative_to(ROOT)}")
        standard = [flag for flag in flags if flag.startswith("-std")]
        libraries = [flag for flag in flags if not flag.startswith("-std")]
        words = [compiler, *standard, "-O3", "-march=native", "-Wall", str(source), "-o", str(target), *libraries]
        built = subprocess.run(words, capture_output=True, text=True, check=False)
        if built.returncode != 0:
            first = next((line for line in built.stderr.splitlines() if "error" in line), built.stderr.strip()[:200])
            raise NotMeasured(f"{source.name} cannot be built ({first}): {GET_THEM}")
        return target

    def shell(self):
        """SQLite's shell."""
        found = shutil.which("sqlite3")
        if found is None:
            raise NotMeasured(f"there is no sqlite3: {GET_THEM}")
        return found

    def duckdb(self, *words):
        """The command line of the DuckDB peer, and the environment that it needs."""
        if importlib.util.find_spec("duckdb") is None and not (self.python / "duckdb").is_dir():
            raise NotMeasured(f"there is no DuckDB: {GET_THEM}")
        environment = os.environ | {"PYTHONPATH": str(self.python)}
        return [sys.executable, SOURCES / "duckdb_peer.py", *words], environment

    def set_up(self):
        """Installs what the peers need; returns the exit status."""
        return install_packages() or install_duckdb(self.python) or self.build_all()

    def build_all(self):
        """Builds every program, to say at once what is still missing."""
        try:
            for source in PROGRAMS:
                self.program(source.split(".")[0])
        except NotMeasured as error:
            note(str(error))
            return 1
        note("the peers are there")
        return 0


def is_installed(package):
    """Whether a Debian package is there."""
    words = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.startswith("installed")


def install_packages():
    """Installs the Debian packages that are missing; returns the exit status."""
    if shutil.which("apt-get") is None:
        note("this system has no apt-get. Install these with its own package manager: " + " ".join(PACKAGES))
        return 0
    missing = [package for package in PACKAGES if not is_installed(package)]
    if not missing:
        return 0
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and shutil.which("sudo") is None:
        note("these packages are missing, and there is no sudo: " + " ".join(missing))
        return 1
    note("installing " + " ".join(missing))
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        done = subprocess.run([*as_root, *quiet, *words], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout + done.stderr, file=sys.stderr)
            note("the package manager refused; what it said stands above. Without the network nothing can be"
                 f" installed. Missing: {' '.join(missing)}")
            return 1
    return 0


def install_duckdb(folder):
    """Installs DuckDB for Python into a folder of its own; returns the exit status."""
    version = DUCKDB.split("==")[1]
    if (folder / f"duckdb-{version}.dist-info").is_dir():
        return 0
    note(f"installing {DUCKDB}")
    shutil.rmtree(folder, ignore_errors=True)
    words = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--target", str(folder), DUCKDB]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout + done.stderr, file=sys.stderr)
        note(f"{DUCKDB} was not installed; what pip said stands above. Without the network, put that package into {folder}")
        return 1
    return 0
