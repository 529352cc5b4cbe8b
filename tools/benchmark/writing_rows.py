"""Rows about writing: one durable command by a whole process, many in one process, and the taking over of a history."""

import os
import shutil

from benchmark.contest import Contestant, Job, Target, counted_answer
from benchmark.running import run
from benchmark.stock import Office

REPEATS = 9
COMMITS = 2_000
WRITERS = 16
INSERT = ("INSERT INTO access VALUES ('G' || hex(randomblob(12)), 'P-MEASURE-1', 'S-MEASURE/read', 'R-MEASURE', '2026-01-01', '~', '~')")


def issue(bench):
    """One durable signed command by a whole process: opened, decided by all rules, signed, kept, what is derived brought up to date."""
    stock = bench.stock()
    office = Office(bench, bench.copy_of(stock, "issue"))
    subject = Contestant("liggare grant issue", office.issue, setup=office.employ, repeats=REPEATS)
    peers = [shell_insert(bench, stock, mode) for mode in ("delete", "wal")]
    syncs = Contestant("three syncs", action=lambda: three_syncs(bench.folder / "syncs"), repeats=REPEATS)
    return Job("issue", f"grant issue: {stock}", subject, peers, others=[syncs], target=Target(1.0))


def shell_insert(bench, stock, mode):
    """SQLite's shell inserting one row into a copy of the indexed table, durably, with one of its two journals."""
    table = bench.folder / f"insert-{mode}.sqlite"
    shutil.copyfile(stock.table(), table)
    run([bench.peers.shell(), table, f"PRAGMA journal_mode = {mode}"])
    words = [bench.peers.shell(), table, f"PRAGMA synchronous = FULL; {INSERT}"]
    return Contestant(f"sqlite3 shell insert, {mode}", words, repeats=REPEATS)


def three_syncs(path):
    """Appends to a file and syncs it, three times."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        for _ in range(3):
            os.write(descriptor, b"x" * 700)
            os.fdatasync(descriptor)
    finally:
        os.close(descriptor)


def commits(writers, limit):
    """A job: durable signed commands in one process, by so many writers, beside SQLite's durable inserts."""
    def job(bench):
        bench.make_key()
        ledger, base = bench.folder / "commits", bench.folder / "commits.sqlite"
        count = COMMITS if writers == 1 else COMMITS * 4
        subject = Contestant(
            f"liggare-bench commits, {writers}", [bench.inner, "commits", ledger, bench.key, count, writers], figure="seconds",
            setup=lambda: bench.make_empty(ledger), amount=count)
        peer = Contestant(
            "SQLite in C, WAL, FULL", [bench.peers.program("sqlite_commits"), "commits", base, COMMITS], figure="seconds",
            setup=lambda: remove_base(base), amount=COMMITS)
        title = "1 writer" if writers == 1 else f"{writers} waiting writers"
        key = "commits" if writers == 1 else f"commits-{writers}"
        return Job(
            key, f"durable signed commands in one process, {title}", subject, [peer], target=Target(limit, at_least=True),
            is_rate=True, unit="commits/s")
    return job


def remove_base(path):
    """Takes an SQLite database away, with what lies beside it."""
    for name in (path, f"{path}-wal", f"{path}-shm"):
        if os.path.exists(name):
            os.unlink(name)


def take_over(bench):
    """The taking over of a history, rules checked, signed, durable, what is derived made; beside DuckDB's import."""
    stock = bench.stock()
    folder, base = bench.folder / "import", bench.folder / "import.duckdb"
    subject = Contestant(
        "liggare import history", [bench.liggare, "import", "history", stock.history, "--ledger", folder, "--key", bench.key],
        setup=lambda: bench.make_empty(folder), cold=[stock.history])
    words, environment = bench.peers.duckdb("import", stock.history, base)
    peer = Contestant(
        "DuckDB import", words, environment=environment, figure="seconds", setup=lambda: base.unlink(missing_ok=True),
        cold=[stock.history], answer=counted_answer("operations"))
    return Job(
        "import", f"import history: {stock.operations:,} operations", subject, [peer], target=Target(1.0),
        work={"operations": stock.operations}, truth=(stock.operations,))


LEFT_OVERS = ("issue", "import", "night", "commits")
LEFT_FILES = ("syncs", "import.duckdb", "insert-delete.sqlite", "insert-wal.sqlite", "commits.sqlite", "commits.sqlite-wal",
              "commits.sqlite-shm")


def clear(folder):
    """Takes away what the rows leave behind and nobody needs again."""
    for name in LEFT_OVERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in LEFT_FILES:
        (folder / name).unlink(missing_ok=True)
