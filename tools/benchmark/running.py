"""Running programs and measuring them: time, processor time and memory."""

import collections
import os
import pathlib
import resource
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TIME_PROGRAM = "/usr/bin/time"

Outcome = collections.namedtuple("Outcome", "seconds cpu_seconds status peak_bytes")


class BenchError(Exception):
    """Something could not be measured; the text says what and why."""


class NotMeasured(Exception):
    """A row needs what is not there; the text says what, and how to get it."""


def note(text):
    """Says on standard error what is going on."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


def spawn(argv, output="/dev/null", environment=None):
    """Runs a program to its end; its outcome and what it said on standard error. Its output goes to a file."""
    with tempfile.NamedTemporaryFile(prefix="bench-", suffix=".err") as errors:
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(output), write, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, errors.name, write, 0o600),
        ]
        argv = [str(word) for word in argv]
        begin = time.perf_counter()
        try:
            child = os.posix_spawnp(argv[0], argv, environment or os.environ, file_actions=actions)
        except OSError as error:
            raise BenchError(f"{argv[0]} does not start: {error.strerror}") from error
        _, wait_status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - begin
        said = pathlib.Path(errors.name).read_text(errors="replace")
    status = os.waitstatus_to_exitcode(wait_status)
    return Outcome(seconds, usage.ru_utime + usage.ru_stime, status, usage.ru_maxrss * 1024), said


def run(argv, accepted=(0,), output="/dev/null", environment=None):
    """Runs a program that must end with an accepted status."""
    outcome, said = spawn(argv, output, environment)
    if outcome.status not in accepted:
        shown = " ".join(str(word) for word in argv)
        raise BenchError(f"exit status {outcome.status} from: {shown}\n{said.strip()[:2000]}")
    return outcome


def output_of(argv, accepted=(0,), environment=None):
    """What a program writes to standard output, and its outcome."""
    with tempfile.NamedTemporaryFile(prefix="bench-", suffix=".out") as output:
        outcome = run(argv, accepted, output.name, environment)
        return pathlib.Path(output.name).read_text(errors="replace"), outcome


def run_through_time(argv, accepted=(0,), output="/dev/null", environment=None):
    """Runs a program; its outcome with its own peak memory: a child of Python's own carries Python's with it."""
    with tempfile.NamedTemporaryFile(prefix="bench-", suffix=".peak") as report:
        words = [TIME_PROGRAM, "-q", "-f", "%M", "-o", report.name, *argv]
        outcome = run(words, accepted, output, environment)
        return outcome._replace(peak_bytes=int(report.read().split()[-1]) * 1024)


def peak_through_time(argv, accepted=(0,), environment=None):
    """Peak memory of a program by itself; nothing when it cannot be measured."""
    if not os.access(TIME_PROGRAM, os.X_OK):
        return None
    return run_through_time(argv, accepted, environment=environment).peak_bytes


def own_peak():
    """The peak memory of this very process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def files_at(path):
    """The file itself, or every regular file in a folder and below."""
    return [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]


def drop_from_cache(paths):
    """Makes the next reading of files and folders cold: writes them out and lets their pages go."""
    for path in (file for path in paths for file in files_at(path)):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
