"""Rows about reading the whole log: replay, the root, verifying, a night's jobs, and their memory."""

import json
import os

from benchmark.contest import Contestant, Job, Target, counted_answer, spread
from benchmark.peers import GET_THEM
from benchmark.running import TIME_PROGRAM, NotMeasured, peak_through_time, run

STATE = counted_answer("grants", "sha256")
SIGNED_COMMANDS = 50_000
MEBIBYTE = 1 << 20


def duckdb_state(bench, stock, name):
    """DuckDB coming to the grants in effect at a moment, from the cold file of operations."""
    words, environment = bench.peers.duckdb("state", stock.history, stock.moment(name))
    return Contestant(
        "DuckDB, plain operations", words, environment=environment, cold=[stock.history], figure="seconds", answer=STATE)


def replay(bench):
    """The whole log read, hashed, proved and folded into the permission state, from cold files."""
    stock = bench.stock()
    subject = Contestant(
        "liggare replay --permissions", permissions_words(bench, stock), cold=[stock.folder],
        answer=lambda output: tuple(json.loads(output)[0][name] for name in ("in_effect", "sha256", "root")))
    duckdb = duckdb_state(bench, stock, "now")
    # DuckDB proves nothing: the root that it is compared by is the right one.
    duckdb.answer = lambda output: (*STATE(output), stock.root())
    others = [
        Contestant("cat", ["cat", *stock.segments], cold=stock.segments),
        Contestant("openssl dgst -sha256", ["openssl", "dgst", "-sha256", *stock.segments], cold=stock.segments)]
    return Job(
        "replay", f"replay to the permission state with every byte hashed, cold: {stock}", subject, [duckdb], others=others,
        target=Target(0.7), work=stock.work(), truth=(*stock.truth("now"), stock.root()))


def permissions_words(bench, stock):
    """The command line of the replay to the permission state."""
    return [bench.liggare, "replay", "--permissions", stock.moment("now"), "--ledger", stock.folder, "--format", "json"]


def replay_all(bench):
    """The same with every event folded, whatever it is about: what the register is made by where there is no snapshot."""
    stock = bench.stock()
    subject = Contestant(
        "liggare replay", [bench.liggare, "replay", "--ledger", stock.folder, "--format", "json"], cold=[stock.folder])
    return Job(
        "replay-all", f"replay of everything with every byte hashed, cold: {stock}", subject, [duckdb_state(bench, stock, "now")],
        work=stock.work(), truth=stock.truth("now"), wrong=stock.wrong_answers("now"))


def fold(bench):
    """The same without proof, byte for byte beside a loop of simdjson on one core."""
    stock = bench.stock()
    subject = Contestant(
        "liggare-bench fold", [bench.inner, "fold", stock.folder, precise(stock.moment("now"))], cold=[stock.folder],
        figure="seconds", answer=STATE, amount=stock.bytes / 1e9)
    peer = Contestant(
        "simdjson, one core", [bench.peers.program("simdjson_state"), stock.history, stock.moment("now")],
        cold=[stock.history], figure="seconds", answer=STATE, amount=stock.history.stat().st_size / 1e9)
    return Job(
        "fold", f"replay without proof, cold: {stock}", subject, [peer], target=Target(0.8), unit="s/GB",
        work=stock.work(), truth=stock.truth("now"))


def root(bench):
    """The Merkle root and the grammar of every line alone, beside OpenSSL hashing the same lines."""
    stock = bench.stock()
    answer = counted_answer("root", "bytes")
    subject = Contestant(
        "liggare-bench root", [bench.inner, "root", stock.folder], cold=stock.segments, figure="seconds", answer=answer)
    peer = Contestant(
        "OpenSSL, two threads", [bench.peers.program("merkle_root"), 2, *stock.segments], cold=stock.segments,
        figure="seconds", answer=answer)
    return Job(
        "root", f"Merkle root and grammar alone, cold: {stock}", subject, [peer], target=Target(0.95), work=stock.work(),
        truth=(stock.root(), stock.bytes))


def ed25519_peers(bench):
    """Verifications a second of all cores together, by both libraries."""
    program = bench.peers.program("ed25519_rate")
    return [
        Contestant(f"Ed25519 by {library}, {os.cpu_count()} threads", [program, library, os.cpu_count(), 10_000],
                   figure="per_second")
        for library in ("openssl", "libsodium")]


def verify(bench):
    """Every byte, proof and signature of a ledger of which each command was signed by itself."""
    folder = bench.signed_ledger(SIGNED_COMMANDS)
    subject = verifying(bench, folder)
    subject.amount = SIGNED_COMMANDS
    return Job(
        "verify", f"verify, cold: {SIGNED_COMMANDS:,} signed commands", subject, ed25519_peers(bench), target=Target(0.9, at_least=True),
        is_rate=True, unit="signatures/s")


def verify_bytes(bench):
    """The same of the large ledger, whose signatures are few: the bytes are what takes time."""
    stock = bench.stock()
    peer = Contestant(
        "OpenSSL, two threads", [bench.peers.program("merkle_root"), 2, *stock.segments], cold=stock.segments,
        figure="seconds")
    return Job("verify-bytes", f"verify, cold: {stock}", verifying(bench, stock.folder), [peer], work=stock.work())


def verifying(bench, folder):
    """The verifying of a ledger from cold files."""
    # Status 10: the ledger is intact, but no witness has seen it lately.
    return Contestant(
        "liggare verify", [bench.liggare, "verify", "--ledger", folder], accepted=(0, 10), cold=[folder])


class MemoryJob(Job):
    """Resident memory of replay and verify, of this ledger and of one a tenth as long."""

    def __init__(self, bench):
        self.bench = bench
        super().__init__("memory", "resident memory of replay and verify", None, target=Target(1.0), is_absolute=True)

    @staticmethod
    def bound(stock):
        """What may be used: 64 MiB, and 100 bytes for each grant ever."""
        return 64 * MEBIBYTE + 100 * stock.grants_ever

    def measure(self, rounds):
        """The largest of the runs counts; memory does not vary as time does."""
        if not os.access(TIME_PROGRAM, os.X_OK):
            raise NotMeasured(f"there is no {TIME_PROGRAM}: {GET_THEM}")
        stocks = [self.bench.stock(), self.bench.stock(max(1, self.bench.events // 10))]
        entries = []
        verbs = {
            "replay --permissions": lambda stock: permissions_words(self.bench, stock),
            "verify": lambda stock: [self.bench.liggare, "verify", "--ledger", stock.folder],
        }
        for verb, words in verbs.items():
            peaks = [peak_through_time(words(stock), (0, 10)) for stock in stocks]
            shares = [peak / self.bound(stock) for peak, stock in zip(peaks, stocks)]
            apart = peaks[0] - peaks[1] - 100 * (stocks[0].grants_ever - stocks[1].grants_ever)
            entries.append({
                "label": f"liggare {verb}", "value": spread([shares[0]]), "peak_bytes": peaks[0], "runs": 1, "repeats": 1,
                "seconds": None, "cpu_seconds": None,
                "said": {
                    "bound_bytes": self.bound(stocks[0]), "peak_bytes_of_a_tenth": peaks[1],
                    "bound_bytes_of_a_tenth": self.bound(stocks[1]),
                    "growth_bytes_per_event_beyond_grants": apart / (stocks[0].events - stocks[1].events)}})
        entries.sort(key=lambda entry: -entry["value"]["median"])
        judged = entries[0]["value"]
        return {
            "job": self.key, "title": f"{self.title}: {stocks[0]}, {stocks[0].grants_ever:,} grants ever",
            "verdict": "met" if self.target.is_met(judged["median"]) else "missed", "target": "≤ 64 MiB + 100 B per grant ever",
            "ratio": judged, "is_absolute": True, "unit": "× the bound", "wrong": [], "work": {},
            "subject": entries[0], "peers": [], "others": entries[1:]}


def night(bench):
    """The jobs of a night on which little is due, beside verifying the ledger, which each run begins with."""
    stock = bench.stock()
    copy, key = bench.copy_of(stock, "night"), bench.folder / "night-key"
    for path in (key, key.with_suffix(".pub")):
        path.unlink(missing_ok=True)
    keeper = ["--ledger", copy, "--key", bench.key, "--yes"]
    run([bench.liggare, "key", "create", key])
    run([bench.liggare, "person", "register", "Nightly jobs", "--unit", "U-1", "--id", "P-NIGHT", *keeper])
    run([bench.liggare, "role", "assign", "job", "P-NIGHT", *keeper])
    run([bench.liggare, "key", "enroll", "P-NIGHT", f"{key}.pub", "--kind", "host", *keeper])
    words = [bench.liggare, "job", "run", "--ledger", copy, "--key", key]
    # The first night notes what has come to an end in all the years before.
    run(words, accepted=(0, 4))
    subject = Contestant("liggare job run", words, accepted=(0, 4), cold=[copy])
    return Job("night", f"job run, cold: {stock}", subject, [verifying(bench, copy)], work=stock.work())


def start(bench):
    """The start of the program and nothing else."""
    subject = Contestant("liggare --version", [bench.liggare, "--version"], repeats=51)
    return Job("version", "start of the program", subject, [Contestant("true", ["true"], repeats=51)], target=Target(1.5))


def precise(moment):
    """A moment to the second, as the ledger writes it: the last millisecond of that second has not come then."""
    return moment.replace("Z", ".000Z")
