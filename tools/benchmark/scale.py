"""Ledgers of growing length: made, replayed to the permission state, verified and deleted, to see that time and memory grow no faster than the log.

Their events are synthetic and written by `liggare-bench synthesise` through the log's own appending, in the mix of the histories of
tools/generate-history; nothing is in memory at once but what somebody has at a moment. Each step is written to a log file as it ends.
"""

import datetime
import json
import os
import pathlib
import shutil
import statistics
import tempfile

from benchmark.peers import GET_THEM
from benchmark.running import TIME_PROGRAM, BenchError, NotMeasured, drop_from_cache, note, output_of, run_through_time
from benchmark.showing import machine

# Events, and how often each is replayed.
SIZES = {"M": (1_000_000, 5), "L": (6_000_000, 3), "XL": (72_000_000, 1)}
# What a million events take on the disk, with hashes and tiles, and how much of it must be free.
BYTES_PER_EVENT = 640
FREE_FACTOR = 1.3
MEBIBYTE = 1 << 20
TOLERANCE = 1.1


class Log:
    """The log file of a run: one JSON object a line, and the same in words on standard error."""

    def __init__(self, path):
        self.path = path
        path.write_text("")

    def write(self, words, **figures):
        """Adds a line."""
        note(words)
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps({"at": now, "said": words} | figures) + "\n")


def memory_available():
    """How much memory the machine can give, in bytes."""
    for line in pathlib.Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    raise BenchError("/proc/meminfo does not tell the available memory")


def require_room(folder, name, events, before):
    """Refuses a size that the machine has no room for, before any of it is made."""
    needed, free = events * BYTES_PER_EVENT * FREE_FACTOR, shutil.disk_usage(folder).free
    if free < needed:
        raise BenchError(
            f"{name} needs {needed / 1e9:,.0f} GB free in {folder}, and there are {free / 1e9:,.0f}: give --folder on a larger disk")
    if before:
        expected = max(before["replay_peak_bytes"], before["verify_peak_bytes"]) * events / before["events"]
        if expected > memory_available() * 0.9:
            raise BenchError(
                f"{name} would take about {expected / 1e9:,.1f} GB of memory, by what the size before it took, and there are"
                f" {memory_available() / 1e9:,.1f}")


def timed(words, cold):
    """One cold run: what it prints, and its outcome."""
    drop_from_cache([cold])
    with tempfile.NamedTemporaryFile(prefix="bench-", suffix=".out") as output:
        outcome = run_through_time(words, (0, 10), output.name)
        return output.read(), outcome


def measure_size(bench, name, log, before):
    """Makes, replays, verifies and deletes a ledger of one size; its figures."""
    events, runs = SIZES[name]
    require_room(bench.folder, name, events, before)
    ledger = bench.folder / f"scale-{name}"
    try:
        bench.make_empty(ledger)
        made = json.loads(output_of([bench.inner, "synthesise", ledger, bench.key, events, bench.seed])[0])
        log.write(f"{name}: {made['events']:,} events made, {made['events'] / made['seconds']:,.0f} a second", made=made)
        replay = [bench.liggare, "replay", "--permissions", "2025-12-31", "--ledger", ledger, "--format", "json"]
        outcomes = []
        for _ in range(runs):
            said, outcome = timed(replay, ledger)
            if json.loads(said)[0]["root"] != made["root"]:
                raise BenchError(f"{name}: WRONG: replay came to the root {json.loads(said)[0]['root']}, and not {made['root']}")
            outcomes.append(outcome)
        walls, cpus = [one.seconds for one in outcomes], [one.cpu_seconds for one in outcomes]
        figures = {
            "size": name, "events": made["events"], "grants_ever": made["grants_ever"],
            "bytes": sum(path.stat().st_size for path in (ledger / "segments").glob("*.ndjson")),
            "made_events_per_second": made["events"] / made["seconds"], "made_peak_bytes": made["peak_bytes"],
            "replay_seconds": walls, "replay_cpu_seconds": cpus,
            "replay_ns_per_event": statistics.median(walls) / made["events"] * 1e9,
            "replay_cpu_ns_per_event": statistics.median(cpus) / made["events"] * 1e9,
            "replay_peak_bytes": max(one.peak_bytes for one in outcomes),
            "bound_bytes": 64 * MEBIBYTE + 100 * made["grants_ever"]}
        log.write(f"{name}: replayed, {figures['replay_ns_per_event']:,.0f} ns an event", replay=figures)
        verify = [bench.liggare, "verify", "--ledger", ledger]
        _, outcome = timed(verify, ledger)
        figures |= {"verify_seconds": outcome.seconds, "verify_ns_per_event": outcome.seconds / made["events"] * 1e9,
                    "verify_peak_bytes": outcome.peak_bytes}
        log.write(f"{name}: verified, {figures['verify_ns_per_event']:,.0f} ns an event", verify=figures)
        return figures
    finally:
        shutil.rmtree(ledger, ignore_errors=True)


def table(sizes):
    """The sizes side by side, and whether they grew as they should."""
    lines = [f"  {'':<4}{'events':>12}{'made/s':>11}{'replay':>11}{'ns/event':>10}{'CPU ns':>8}{'peak':>11}{'bound':>11}"
             f"{'verify':>11}{'ns/event':>10}{'peak':>11}"]
    for one in sizes:
        lines.append(
            f"  {one['size']:<4}{one['events']:>12,}{one['made_events_per_second']:>11,.0f}"
            f"{statistics.median(one['replay_seconds']):>9.2f} s{one['replay_ns_per_event']:>10,.0f}"
            f"{one['replay_cpu_ns_per_event']:>8,.0f}{one['replay_peak_bytes'] / 1e6:>8,.0f} MB{one['bound_bytes'] / 1e6:>8,.0f} MB"
            f"{one['verify_seconds']:>9.2f} s{one['verify_ns_per_event']:>10,.0f}{one['verify_peak_bytes'] / 1e6:>8,.0f} MB")
    first = sizes[0]
    for one in sizes:
        times = [one[key] / first[key] for key in ("replay_ns_per_event", "verify_ns_per_event")]
        memory = max(one["replay_peak_bytes"], one["verify_peak_bytes"]) / one["bound_bytes"]
        lines.append(
            f"  {one['size']}: time an event × {times[0]:.2f} (replay), × {times[1]:.2f} (verify) of {first['size']}'s:"
            f" {'met' if max(times) <= TOLERANCE else 'MISSED'}; memory × {memory:.2f} of its bound:"
            f" {'met' if memory <= 1 else 'MISSED'}")
    return "\n".join(lines)


def run_scale(bench, last):
    """Measures the sizes up to the last; returns the exit status."""
    path = bench.folder / f"scale-{last}.log"
    log = Log(path)
    if not os.access(TIME_PROGRAM, os.X_OK):
        raise NotMeasured(f"there is no {TIME_PROGRAM}: {GET_THEM}")
    log.write("begun", machine=machine(), seed=bench.seed)
    sizes = []
    for name in list(SIZES)[:list(SIZES).index(last) + 1]:
        try:
            sizes.append(measure_size(bench, name, log, sizes[-1] if sizes else None))
        except BenchError as error:
            log.write(f"{name} NOT MEASURED: {error}")
            break
    if sizes:
        print(table(sizes))
        log.write("ended", sizes=sizes, table=table(sizes))
    print(f"The log of the run: {path}")
    return 0 if len(sizes) == list(SIZES).index(last) + 1 else 1
