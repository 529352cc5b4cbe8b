"""The command line of `tools/bench`."""

import argparse
import datetime
import json
import pathlib
import sys

from benchmark import asking_rows, reading_rows, scale, writing_rows
from benchmark.running import ROOT, BenchError, NotMeasured, note
from benchmark.peers import Peers
from benchmark.showing import machine, table
from benchmark.stock import Bench

ROWS = {
    "version": reading_rows.start, "replay": reading_rows.replay, "replay-all": reading_rows.replay_all, "fold": reading_rows.fold, "root": reading_rows.root,
    "who": asking_rows.who, "what": asking_rows.what, "can": asking_rows.can, "why": asking_rows.why,
    "active": asking_rows.active, "points": asking_rows.points, "known-at": asking_rows.known_at,
    "issue": writing_rows.issue, "commits": writing_rows.commits(1, 0.6),
    "commits-16": writing_rows.commits(writing_rows.WRITERS, 3), "import": writing_rows.take_over,
    "verify": reading_rows.verify, "verify-bytes": reading_rows.verify_bytes, "memory": reading_rows.MemoryJob,
    "night": reading_rows.night,
}

DESCRIPTION = """Measure liggare side by side with plain programs that do the least that the job needs.

Every round runs the program and its peers one after the other; a ratio is taken within its round. Ratios carry over to other machines,
seconds do not. A peer gets the same history as plain operations and must come to the same answer, or the row says WRONG. Histories,
ledgers and programs that are missing are made, and kept for the next time."""

EPILOG = """rows: {rows}

environment: LIGGARE, LIGGARE_BENCH  the programs that are measured (default: those in .build/release, built when missing)

A ratio is the program's figure divided by the best peer's in the same round: × 2 of times means twice as long. The first figure is the
median, then the smallest and the largest. Peak is the largest resident memory. exit status: 0 done; 1 a row could not be measured or is
WRONG; 2 wrong usage. A target that is missed is told in the table and changes no status."""


def positive(text):
    """A reader of whole numbers from 1 for the command line."""
    try:
        value = int(text.replace("_", ""))
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1")
    return value


def command_line():
    """The declaration of the options."""
    parser = argparse.ArgumentParser(
        prog="bench", allow_abbrev=False, description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=EPILOG.format(rows=", ".join(ROWS)))
    add = parser.add_argument
    add("--setup", action="store_true",
        help="install what the peers need, build them, and do nothing else: " + "Debian's packages, and DuckDB from the Python index")
    add("--events", metavar="N", type=positive, default=1_000_000, help="size of the ledger, about (default: 1000000)")
    add("--seed", metavar="S", type=positive, default=1, help="which made-up history (default: 1)")
    add("--runs", metavar="R", type=positive, default=5, help="rounds of each row (default: 5)")
    add("--only", metavar="ROW", action="append", choices=list(ROWS),
        help="measure this row; may be given several times (default: all)")
    add("--scale", choices=list(scale.SIZES),
        help="instead of the rows: replay ledgers of growing length up to this one (M 1, L 6, XL 72 million events), made for it and"
        " deleted, and see that time and memory grow no faster than the log")
    add("--folder", metavar="FOLDER", type=pathlib.Path, default=ROOT / ".build" / "bench",
        help="where histories and ledgers are kept (default: .build/bench)")
    add("--json", metavar="FILE",
        help="where to write the figures as JSON; - for standard output in place of the table (default: latest.json in the folder)")
    return parser


def measure(bench, keys, rounds):
    """Measures the rows; one that fails does not stop the others."""
    results = []
    for key in keys:
        note(f"measuring {key}")
        try:
            results.append(ROWS[key](bench).measure(rounds))
        except (BenchError, NotMeasured) as error:
            results.append({"job": key, "title": key, "error": str(error)})
        finally:
            writing_rows.clear(bench.folder)
    return results


def main():
    """Runs the command line; returns the exit status."""
    options = command_line().parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if options.setup:
        return Peers(folder).set_up()
    bench = Bench(folder, options.seed, options.events)
    if options.scale:
        return scale.run_scale(bench, options.scale)
    results = measure(bench, options.only or ROWS, options.runs)
    report = {
        "measured": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "machine": machine(), "events": options.events, "seed": options.seed, "rows": results}
    text = json.dumps(report, indent=1) + "\n"
    if options.json == "-":
        sys.stdout.write(text)
    else:
        path = pathlib.Path(options.json) if options.json else folder / "latest.json"
        path.write_text(text)
        print(f"{table(results)}\n\nThe figures as JSON: {path}")
    return 1 if any("error" in result or result["wrong"] for result in results) else 0


def run():
    """Runs it with what goes wrong told in a line."""
    try:
        return main()
    except KeyboardInterrupt:
        return 130
    except (BenchError, NotMeasured, OSError) as error:
        note(str(error))
        return 1
