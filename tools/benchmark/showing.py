"""The table for people, and what the figures were measured on."""

import os
import pathlib
import platform


def seconds_text(seconds):
    """A time in s or ms."""
    return f"{seconds:.3f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def number_text(value):
    """A number with as many decimals as it can use."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}"


def spread_text(values, text=number_text):
    """The median, and the range in parentheses."""
    return f"{text(values['median'])} ({text(values['min'])}–{text(values['max'])})"


def row(entry, unit):
    """One contestant as a line."""
    times = "" if entry["seconds"] is None else spread_text(entry["seconds"], seconds_text)
    cpu = "" if entry["cpu_seconds"] is None else seconds_text(entry["cpu_seconds"]["median"])
    peak = "" if entry["peak_bytes"] is None else f"{entry['peak_bytes'] / 1e6:,.1f} MB"
    value = f"{spread_text(entry['value'])} {unit}" if unit else ""
    if "parsing_seconds" in entry["said"]:
        value += f", parsing alone {seconds_text(entry['said']['parsing_seconds'])}"
    return f"  {entry['label']:<32}{times:<36}{cpu:>11}{peak:>12}  {value}".rstrip()


def verdict_text(result):
    """The verdict with the figure that it is about."""
    parts = []
    if result["ratio"] and not result["is_absolute"]:
        parts.append(f"× {spread_text(result['ratio'])}")
    if result["target"]:
        parts.append(f"target {result['target']}")
    if result["verdict"]:
        parts.append(result["verdict"].upper() if result["verdict"] != "met" else "met")
    return ", ".join(parts) or "no target"


def table(results):
    """The results as text for people."""
    lines = [f"  {'':<32}{'wall: median (min–max)':<36}{'processors':>11}{'peak':>12}  figure"]
    for result in results:
        lines.append("")
        if "error" in result:
            lines += [f"{result['title']}: NOT MEASURED", "    " + result["error"].replace("\n", "\n    ")]
            continue
        lines.append(f"{result['title']}: {verdict_text(result)}")
        rates = ", ".join(
            f"{number_text(result['subject'][f'{unit}_per_second']['median'])} {unit}/s" for unit in result["work"])
        lines.append(row(result["subject"], result["unit"]) + (f"  {rates}" if rates else ""))
        lines += [row(peer, result["unit"]) for peer in result["peers"]]
        lines += [row(other, result["unit"]) for other in result["others"]]
        lines += [f"    WRONG: {word}" for word in result["wrong"]]
    counts = {}
    for result in results:
        word = "NOT MEASURED" if "error" in result else result["verdict"] or "no target"
        counts[word] = counts.get(word, 0) + 1
    lines += ["", "Rows: " + ", ".join(f"{count} {word}" for word, count in counts.items())]
    return "\n".join(lines)


def machine():
    """What the figures were measured on."""
    model = platform.machine()
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass  # Not Linux's /proc: the architecture must do.
    return {
        "processor": model, "cores": os.cpu_count(), "kernel": platform.release(),
        "load": os.getloadavg()[0]}
