"""What is measured on: histories, ledgers, tables for SQLite, and pairs to ask; each made once and kept."""

import datetime
import functools
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from benchmark.peers import Peers, SOURCES
from benchmark.running import ROOT, BenchError, note, output_of, run, spawn

GENERATOR = ROOT / "tools" / "generate-history"
# How many events an operation becomes, about: it sizes the histories, the true number is counted.
EVENTS_PER_OPERATION = 1.07
PAIRS = 1_000_000
PRODUCTS = ROOT / ".build" / "release"


def digest_of(path):
    """SHA-256 of a file, in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def count_lines(path):
    """How many lines a file has."""
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))


def iter_lines(paths):
    """The lines of files, one after the other."""
    for path in paths:
        with open(path, "rb") as file:
            yield from file


def product(name, variable):
    """A program of this project in its optimised form: the one that an environment variable names, or the one built here."""
    if variable in os.environ:
        return os.environ[variable]
    path = PRODUCTS / name
    if not path.exists():
        note(f"building {name}")
        words = ["swift", "build", "--package-path", str(ROOT), "-c", "release", "-Xswiftc", "-static-executable", "--product", name]
        built = subprocess.run(words, capture_output=True, text=True, check=False)
        if built.returncode != 0:
            raise BenchError(f"{name} cannot be built:\n{(built.stdout + built.stderr)[-3000:]}")
    elif path.stat().st_mtime < max(source.stat().st_mtime for source in (ROOT / "Sources").rglob("*.swift")):
        note(f"{name} is older than the sources: it is measured as it is")
    return path


class Bench:
    """Where everything is, and which programs are measured."""

    def __init__(self, folder, seed, events):
        self.folder, self.seed, self.events = folder, seed, events
        self.key = folder / "key"
        self.peers = Peers(folder)
        self.kept = {}

    @functools.cached_property
    def liggare(self):
        """The program that is measured."""
        return product("liggare", "LIGGARE")

    @functools.cached_property
    def inner(self):
        """The program that measures in one process."""
        return product("liggare-bench", "LIGGARE_BENCH")

    def history(self, operations):
        """The file of a history of so many operations, and that of its answers; made when they are not there yet."""
        stem = f"history-{operations}-{self.seed}-{digest_of(GENERATOR)[:8]}"
        path, answers = self.folder / f"{stem}.ndjson", self.folder / f"{stem}.answers.json"
        if not answers.exists():
            note(f"writing a history of {operations:,} operations")
            run([GENERATOR, "--operations", operations, "--seed", self.seed, "--out", path, "--answers", answers])
        return path, answers

    def make_key(self):
        """The key everything is signed with; made once."""
        if not self.key.exists():
            run([self.liggare, "key", "create", self.key])

    def make_empty(self, folder):
        """A ledger with nothing in it but its beginning."""
        self.make_key()
        shutil.rmtree(folder, ignore_errors=True)
        run([self.liggare, "init", folder, "--origin", "bench.example/ledger", "--time-zone", "UTC",
             "--name", "Bench", "--custodian", "Custodian", "--key", self.key])

    def is_readable(self, folder):
        """Whether a ledger that was kept is one that the program reads, which may be of another version now."""
        if not folder.exists():
            return False
        outcome, said = spawn([self.liggare, "view", "persons", "--limit", "1", "--ledger", folder])
        # A register of identities that cannot be read is only warned of: the log is told all the same.
        return outcome.status == 0 and "CLI-42" not in said

    def stock(self, events=None):
        """A ledger of about so many events: its Stock. Made when it is not there yet."""
        events = events or self.events
        if events not in self.kept:
            self.kept[events] = self.make_stock(events)
        return self.kept[events]

    def make_stock(self, events):
        """The same, looked at or made now."""
        history, answers = self.history(round(events / EVENTS_PER_OPERATION))
        folder = self.folder / f"ledger-{events}-{self.seed}"
        marker = folder.with_suffix(".made.json")
        made = json.loads(marker.read_text()) if marker.exists() else {}
        if made.get("history") != history.name or not self.is_readable(folder):
            for kept in (marker, folder.with_suffix(".middle.json")):
                kept.unlink(missing_ok=True)
            self.make_empty(folder)
            note(f"importing {history.name}")
            run([self.liggare, "import", "history", history, "--ledger", folder, "--key", self.key])
            marker.write_text(json.dumps({"history": history.name}))
        return Stock(self, folder, history, json.loads(answers.read_text()))

    def signed_ledger(self, commands):
        """A ledger of so many separately signed commands, for verifying; made once."""
        folder = self.folder / f"signed-{commands}"
        marker = folder.with_suffix(".made.json")
        if not marker.exists() or not self.is_readable(folder):
            marker.unlink(missing_ok=True)
            self.make_empty(folder)
            note(f"recording {commands:,} commands, one by one")
            said, _ = output_of([self.inner, "commits", folder, self.key, commands, 1])
            marker.write_text(said)
        return folder

    def copy_of(self, stock, name):
        """A copy of a ledger to write to; made anew."""
        copy = self.folder / name
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(stock.folder, copy)
        return copy


class Stock:
    """A finished ledger with its history, the right answers, and the sizes that rates are computed from."""

    def __init__(self, bench, folder, history, answers):
        self.bench, self.folder, self.history, self.answers = bench, folder, history, answers
        self.segments = sorted((folder / "segments").glob("*.ndjson"))
        if not self.segments:
            raise BenchError(f"{folder} has no segments/*.ndjson: the import wrote nothing there")
        self.bytes = sum(path.stat().st_size for path in self.segments)
        self.events = sum(count_lines(path) for path in self.segments)
        self.operations = answers["operations"]
        self.grants_ever = answers["counts"].get("grant", 0)

    def __str__(self):
        return f"{self.events:,} events, {self.bytes / 1e6:,.0f} MB"

    def work(self):
        """The amounts that one reading of the whole log takes."""
        return {"events": self.events, "megabytes": self.bytes / 1e6}

    def moment(self, name):
        """The moment of an answer, to the second."""
        return self.answers[name]["moment"]

    def truth(self, name):
        """How many grants are in effect at the moment of an answer, and the digest of their lines."""
        return self.answers[name]["grants"], self.answers[name]["sha256"]

    def root(self):
        """The root of the log as its head says."""
        return (self.folder / "head").read_text().split()[4]

    def wrong_answers(self, *names):
        """In words, at which moments the ledger's grants in effect are not those of the history: wrong ones are not worth timing."""
        wrong = []
        for name in names:
            with tempfile.NamedTemporaryFile(prefix="bench-", suffix=".tsv") as output:
                run([self.bench.liggare, "view", "active-grants", "--ledger", self.folder, "--as-of", self.moment(name),
                     "--format", "tsv", "--no-header"], output=output.name)
                if digest_of(output.name) != self.truth(name)[1]:
                    wrong.append(f"the grants in effect at {self.moment(name)} are not those of the history")
        return wrong

    def table(self):
        """The grants as an indexed table for SQLite; made once."""
        path = self.history.with_suffix(f".{digest_of(SOURCES / 'sqlite_table.py')[:8]}.sqlite")
        if not path.exists():
            note(f"making {path.name}")
            draft = path.with_suffix(".tmp")
            draft.unlink(missing_ok=True)
            run([sys.executable, SOURCES / "sqlite_table.py", self.history, draft])
            draft.rename(path)
        return path

    def granted(self):
        """A person, an entitlement and a grant in effect at the end, drawn by the seed."""
        query = ('SELECT person, entitlement, "grant" FROM access WHERE start <= ?1 AND last >= ?1 AND over > ?2'
                 ' ORDER BY "grant"')
        with sqlite3.connect(f"file:{self.table()}?mode=ro", uri=True) as table:
            rows = table.execute(query, (self.moment("now")[:10], self.moment("now"))).fetchall()
        if not rows:
            raise BenchError("the history ends without a grant in effect")
        return random.Random(self.bench.seed).choice(rows)

    def middle(self):
        """Where the log was when half of it was recorded: that moment of record, the last operation known by then, and its time."""
        kept = self.folder.with_suffix(".middle.json")
        if kept.exists():
            return json.loads(kept.read_text())
        size = count_lines(self.segments[0])
        lines = iter_lines(self.segments[self.events // 2 // size:])
        recorded, command = None, None
        for place, line in enumerate(lines, self.events // 2 // size * size):
            if place < self.events // 2:
                continue
            event = json.loads(line)
            if recorded not in (None, event["recorded"]):
                break
            recorded, command = event["recorded"], event["event"]["command"]["id"]
        uuid = "-".join(command[begin:end] for begin, end in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32)))
        for line in iter_lines([self.history]):
            if uuid.encode() in line:
                operation = json.loads(line)
                found = {"recorded": recorded, "seq": operation["seq"], "moment": operation["ts"]}
                kept.write_text(json.dumps(found))
                return found
        raise BenchError(f"the command in the middle of {self.folder} is no operation of {self.history}")

    def pairs(self):
        """A file of pairs to ask, person TAB entitlement: half as they were granted once, half any person with any entitlement."""
        path = self.history.with_suffix(f".pairs-{PAIRS}.tsv")
        if path.exists():
            return path
        note(f"drawing {PAIRS:,} pairs")
        with sqlite3.connect(f"file:{self.table()}?mode=ro", uri=True) as table:
            granted = table.execute('SELECT person, entitlement FROM access ORDER BY "grant"').fetchall()
        people, entitlements = (sorted(set(column)) for column in zip(*granted))
        draw = random.Random(self.bench.seed).random
        draft = path.with_suffix(".tmp")
        with open(draft, "w", encoding="utf-8") as file:
            for _ in range(PAIRS // 2):
                person, entitlement = granted[int(draw() * len(granted))]
                file.write(f"{person}\t{entitlement}\n")
                file.write(f"{people[int(draw() * len(people))]}\t{entitlements[int(draw() * len(entitlements))]}\n")
        draft.rename(path)
        return path


class Office:
    """A unit with a system of its own in a ledger, complete enough for access to be granted in it."""

    def __init__(self, bench, folder):
        self.bench, self.folder, self.people = bench, folder, 0
        self.record("unit", "register", "Measuring office", "--id", "U-MEASURE")
        self.manager, owner, steward, deputy = (self.employ() for _ in range(4))
        self.record("role", "assign", "manager", self.manager, "--unit", "U-MEASURE")
        self.record(
            "system", "register", "Measured maps", "--id", "S-MEASURE", "--owner", "U-MEASURE",
            "--operative-owner", owner, "--steward", steward, "--deputy", deputy,
            "--classification", "1/1/1", "--status", "in-operation")
        self.record("entitlement", "define", "S-MEASURE/read", "--name", "Read", "--description", "See maps")
        self.steward = steward
        self.until = datetime.date.today() + datetime.timedelta(days=80)

    def record(self, *words):
        """Runs a verb that records."""
        run([self.bench.liggare, *words, "--ledger", self.folder, "--key", self.bench.key, "--yes"])

    def employ(self):
        """Takes a new person into the register; their id."""
        self.people += 1
        person = f"P-MEASURE-{self.people}"
        self.record("person", "register", f"Measured Number {self.people}", "--unit", "U-MEASURE", "--id", person)
        return person

    def issue(self):
        """The command that grants access to the person who came last."""
        return [
            self.bench.liggare, "grant", "issue", f"P-MEASURE-{self.people}", "S-MEASURE/read",
            "--ledger", self.folder, "--key", self.bench.key,
            "--need", f"Reads maps when answering building permits in area {self.people}",
            "--endorsed-by", self.manager, "--decided-by", self.steward,
            "--until", self.until, "--case", "KS 2026/4711", "--provisioned", "--yes"]
