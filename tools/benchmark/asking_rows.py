"""Rows about questions: each by a whole process to a cold ledger, beside SQLite's shell on an indexed table, and point checks."""

import csv
import hashlib
import io
import shutil
import sys

from benchmark.contest import Contestant, Job, Target, counted_answer
from benchmark.peers import SOURCES
from benchmark.reading_rows import STATE, precise
from benchmark.running import output_of
from benchmark.stock import PAIRS

COLUMNS = 'person, entitlement, "grant"'
REPEATS = 9


def in_effect(stock, name="now"):
    """The condition under which a row of the table is a grant in effect at a moment."""
    moment = stock.moment(name)
    return f"start <= '{moment[:10]}' AND last >= '{moment[:10]}' AND over > '{moment}'"


def table_rows(output):
    """The grants in effect in a table with a header: (person, entitlement, grant), as a set."""
    rows = csv.DictReader(io.StringIO(output), delimiter="\t")
    return frozenset(
        (row["person"], f"{row['system']}/{row['entitlement']}", row["grant"])
        for row in rows if row.get("state", "in-effect") == "in-effect")


def shell_rows(output):
    """The same out of SQLite's shell."""
    return frozenset(tuple(line.split("\t")) for line in output.splitlines())


def shell(bench, stock, query, answer):
    """SQLite's shell asked once, from a cold file."""
    words = [bench.peers.shell(), "-readonly", "-tabs", stock.table(), query]
    return Contestant("sqlite3 shell, indexed", words, cold=[stock.table()], repeats=REPEATS, answer=answer)


def asked(bench, stock, words, answer, accepted=(0,)):
    """The program asked once, from cold files; what is derived was made by whoever asked first."""
    words = [bench.liggare, *words, "--ledger", stock.folder, "--as-of", stock.moment("now")]
    output_of(words, accepted)
    return Contestant(
        f"liggare {words[1]}", words, accepted=accepted, cold=[stock.folder], repeats=REPEATS, answer=answer)


def who(bench):
    """Who has an entitlement."""
    stock = bench.stock()
    _, entitlement, _ = stock.granted()
    subject = asked(bench, stock, ["who", entitlement, "--format", "tsv"], table_rows)
    peer = shell(
        bench, stock, f"SELECT {COLUMNS} FROM access WHERE entitlement = '{entitlement}' AND {in_effect(stock)}", shell_rows)
    return Job("who", f"who, cold: {stock}", subject, [peer], target=Target(0.7))


def what(bench):
    """What a person has."""
    stock = bench.stock()
    person, _, _ = stock.granted()
    subject = asked(bench, stock, ["what", person, "--format", "tsv"], table_rows)
    peer = shell(bench, stock, f"SELECT {COLUMNS} FROM access WHERE person = '{person}' AND {in_effect(stock)}", shell_rows)
    return Job("what", f"what, cold: {stock}", subject, [peer], target=Target(0.7))


def can(bench):
    """Whether a person may use an entitlement, and by which grant."""
    stock = bench.stock()
    person, entitlement, _ = stock.granted()
    subject = asked(
        bench, stock, ["can", person, entitlement, "--format", "json"], counted_answer("is_yes", "grant"))
    peer = shell(
        bench, stock,
        f"SELECT \"grant\" FROM access WHERE person = '{person}' AND entitlement = '{entitlement}' AND {in_effect(stock)}",
        lambda output: (bool(output), output.strip() or None))
    return Job("can", f"can, cold: {stock}", subject, [peer], target=Target(0.7))


def why(bench):
    """Why a person may use an entitlement: the whole story, beside the one row that SQLite has of it."""
    stock = bench.stock()
    person, entitlement, grant = stock.granted()
    subject = asked(bench, stock, ["why", person, entitlement], lambda output: grant in output)
    peer = shell(
        bench, stock, f"SELECT * FROM access WHERE person = '{person}' AND entitlement = '{entitlement}'",
        lambda output: grant in output)
    return Job("why", f"why, cold: {stock}", subject, [peer], target=Target(1.5), truth=True)


def active(bench):
    """Every grant in effect now."""
    stock = bench.stock()
    subject = asked(bench, stock, ["view", "active-grants", "--format", "tsv"], table_rows)
    subject.label = "liggare view active-grants"
    peer = shell(bench, stock, f"SELECT {COLUMNS} FROM access WHERE {in_effect(stock)}", shell_rows)
    return Job("active", f"every active grant, cold: {stock}", subject, [peer], target=Target(0.5))


def known_at(bench):
    """Every grant in effect by what was known in the middle of the log, asked for the second time, and beside it for the first.

    A history that is taken over is recorded within minutes. So the moment of record is that of the event in the middle of the log; the
    operations up to there are what DuckDB is asked about, and the grants in effect are those at the time of the last of them.
    """
    stock = bench.stock()
    cut = stock.middle()
    words = [bench.liggare, "view", "active-grants", "--ledger", stock.folder, "--known-at", cut["recorded"],
             "--as-of", cut["moment"], "--format", "tsv", "--no-header"]

    def answer(output):
        return output.count("\n"), hashlib.sha256(output.encode()).hexdigest()

    output_of(words)
    subject = Contestant("liggare view --known-at", words, cold=[stock.folder], repeats=3, answer=answer)
    first = Contestant(
        "the same, nothing kept", words, cold=[stock.folder], answer=answer,
        setup=lambda: shutil.rmtree(stock.folder / "permissions", ignore_errors=True))
    words, environment = bench.peers.duckdb("state", stock.history, cut["moment"], cut["seq"])
    peer = Contestant(
        "DuckDB, plain operations", words, environment=environment, cold=[stock.history], figure="seconds", answer=STATE)
    return Job("known-at", f"--known-at in mid-history, cold: {stock}", subject, [peer], others=[first], target=Target(0.5))


def points(bench):
    """Point checks in one process: yes or no to pairs drawn by the seed."""
    stock = bench.stock()
    pairs, moment = stock.pairs(), stock.moment("now")
    answer = counted_answer("checks", "yes", "sha256")
    subject = Contestant(
        "liggare-bench checks", [bench.inner, "checks", stock.folder, pairs, precise(moment)], figure="seconds", answer=answer,
        amount=PAIRS)
    peers = [
        Contestant("Python dict", [sys.executable, SOURCES / "dict_checks.py", stock.table(), pairs, moment],
                   figure="seconds", answer=answer, amount=PAIRS),
        Contestant("SQLite in C", [bench.peers.program("sqlite_commits"), "lookups", stock.table(), pairs, moment],
                   figure="seconds", answer=answer, amount=PAIRS)]
    return Job(
        "points", f"point checks in one process: {stock}", subject, peers, target=Target(15e6, at_least=True), is_rate=True,
        is_absolute=True, unit="checks/s")
