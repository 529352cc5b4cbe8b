"""A row of the table: the program and its peers, measured in turn, their answers compared, and a verdict."""

import json
import statistics
import time

from benchmark.running import drop_from_cache, output_of, own_peak, peak_through_time, run


class Target:
    """What the figure must keep to: the ratio to the peer, or, without a peer, the figure itself."""

    def __init__(self, limit, *, at_least=False):
        self.limit, self.at_least = limit, at_least

    def is_met(self, value):
        """Whether a figure keeps to it."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self):
        number = f"{self.limit:,.0f}" if self.limit >= 100 else f"{self.limit:g}"
        return ("≥ " if self.at_least else "≤ ") + number


class Contestant:
    """One thing that is measured: a program, or a few lines of this script.

    `argv` is a list or a function that gives one for each run; `cold` are the files and folders dropped from the page cache before each
    run; `setup` runs untimed before each run. A program that measures itself prints JSON: `figure` names the figure that counts, and
    `seconds` and `cpu_seconds` in it are its times. `answer` makes of the output what the answers are compared by. The figure that counts is
    divided by `amount`, where work of different size is compared, or is `amount` divided by the time, for a rate.
    """

    def __init__(self, label, argv=None, *, action=None, accepted=(0,), cold=(), setup=None, repeats=1, figure=None,
                 answer=None, amount=1, environment=None):
        self.label, self.argv, self.action, self.accepted = label, argv, action, accepted
        self.cold, self.setup, self.repeats = cold, setup, repeats
        self.figure, self.answer, self.amount, self.environment = figure, answer, amount, environment
        self.values, self.seconds, self.cpu_seconds = [], [], []
        self.peak_bytes, self.answers = None, []
        self.more = {}

    def words(self):
        """The command line of the next run."""
        return self.argv() if callable(self.argv) else self.argv

    def once(self, is_rate):
        """One run, made ready first: the figure that counts, seconds, seconds of processors."""
        if self.setup:
            self.setup()
        drop_from_cache(self.cold)
        if self.action:
            begin = time.perf_counter(), time.process_time()
            self.action()
            seconds, cpu = time.perf_counter() - begin[0], time.process_time() - begin[1]
            return self.counted(seconds, is_rate), seconds, cpu
        if self.figure or self.answer:
            output, outcome = output_of(self.words(), self.accepted, self.environment)
        else:
            # Nobody looks at what it prints, which may be as much as the log.
            outcome = run(self.words(), self.accepted, environment=self.environment)
        seconds, cpu, peak = outcome.seconds, outcome.cpu_seconds, outcome.peak_bytes
        value = seconds
        if self.figure:
            self.more = json.loads(output)
            value, seconds, cpu = (self.more[name] for name in (self.figure, "seconds", "cpu_seconds"))
            peak = self.more.get("peak_bytes", peak)
        self.peak_bytes = max(self.peak_bytes or 0, peak)
        if self.answer:
            self.answers.append(self.answer(output))
        return self.counted(value, is_rate), seconds, cpu

    def counted(self, value, is_rate):
        """The figure that counts: as it is when it is a rate, else time for the amount of work, or work for the time."""
        if self.figure and self.figure != "seconds":
            return value
        return self.amount / value if is_rate else value / self.amount

    def measure(self, is_rate):
        """One round: the median of `repeats` runs, so that other work on the machine weighs little."""
        runs = [self.once(is_rate) for _ in range(self.repeats)]
        for kept, values in zip((self.values, self.seconds, self.cpu_seconds), zip(*runs)):
            kept.append(statistics.median(values))

    def settle_peak(self):
        """Measures peak memory anew where Python's own would hide it."""
        if self.action or "peak_bytes" in self.more or self.peak_bytes > own_peak() * 1.2:
            return
        if self.setup:
            self.setup()
        self.peak_bytes = peak_through_time(self.words(), self.accepted, self.environment)

    def described(self):
        """Its figures as plain values for JSON."""
        more = {name: value for name, value in self.more.items() if name not in ("seconds", "cpu_seconds", "peak_bytes")}
        return {
            "label": self.label, "value": spread(self.values), "seconds": spread(self.seconds),
            "cpu_seconds": spread(self.cpu_seconds), "runs": len(self.values), "repeats": self.repeats,
            "peak_bytes": self.peak_bytes, "said": more}


class Job:
    """The program and its peers, with the amounts of work in one run.

    The ratio is taken within each round, to the best of the `peers`; `others` are shown beside. With `is_rate` the figures are amounts a
    second and the larger one is better. Answers must equal `truth`, or one another.
    """

    def __init__(self, key, title, subject, peers=(), *, others=(), target=None, is_rate=False, is_absolute=False, unit="",
                 work=None, truth=None, wrong=()):
        self.key, self.title, self.subject, self.peers, self.others = key, title, subject, list(peers), list(others)
        self.target, self.is_rate, self.is_absolute, self.unit = target, is_rate, is_absolute, unit
        self.work, self.truth, self.wrong = work or {}, truth, list(wrong)

    def measure(self, rounds):
        """All rounds; the contestants take turns."""
        contestants = [self.subject, *self.peers, *self.others]
        for _ in range(rounds):
            for contestant in contestants:
                contestant.measure(self.is_rate)
        for contestant in contestants:
            contestant.settle_peak()
        self.compare(contestants)
        return self.result()

    def compare(self, contestants):
        """Notes who came to another answer than is right."""
        truth = self.truth
        for contestant in contestants:
            for answer in contestant.answers:
                truth = answer if truth is None else truth
                if answer != truth:
                    self.wrong.append(f"{contestant.label}: {short(answer)}, and not {short(truth)}")
                    break

    def ratios(self):
        """The ratio of each round."""
        best = max if self.is_rate else min
        return [
            ours / best(peer.values[index] for peer in self.peers) for index, ours in enumerate(self.subject.values)]

    def result(self):
        """The figures as plain values for JSON."""
        ratio = spread(self.ratios()) if self.peers else None
        judged = spread(self.subject.values) if self.is_absolute else ratio
        verdict = None
        if self.wrong:
            verdict = "WRONG"
        elif self.target and judged:
            verdict = "met" if self.target.is_met(judged["median"]) else "missed"
        rates = {
            f"{unit}_per_second": spread([amount / seconds for seconds in self.subject.seconds])
            for unit, amount in self.work.items()}
        return {
            "job": self.key, "title": self.title, "verdict": verdict, "target": self.target and str(self.target),
            "ratio": ratio, "is_absolute": self.is_absolute, "unit": self.unit, "wrong": self.wrong, "work": self.work,
            "subject": self.subject.described() | rates,
            "peers": [peer.described() for peer in self.peers], "others": [other.described() for other in self.others]}


def spread(values):
    """Smallest, middle and largest value."""
    return {"min": min(values), "median": statistics.median(values), "max": max(values)}


def short(answer):
    """An answer in a few words."""
    if isinstance(answer, frozenset):
        return f"{len(answer)} rows"
    text = str(answer)
    return text if len(text) <= 120 else text[:117] + "..."


def counted_answer(*names):
    """Makes of JSON output the figures by which answers are compared."""
    return lambda output: tuple(json.loads(output)[name] for name in names)
