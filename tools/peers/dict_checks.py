"""Point checks against a Python dict: who has what at a moment, held in memory.

    python3 dict_checks.py TABLE PAIRS MOMENT

TABLE is made by sqlite_table.py; PAIRS are lines person TAB entitlement. Prints one JSON object; only the checks are timed.
"""

import hashlib
import json
import sqlite3
import sys
import time


def main():
    """Asks the pairs, one after the other."""
    table, path, moment = sys.argv[1:]
    query = "SELECT person, entitlement, \"grant\" FROM access WHERE start <= ?1 AND last >= ?1 AND over > ?2"
    held = {}
    for person, entitlement, grant in sqlite3.connect(f"file:{table}?mode=ro", uri=True).execute(query, (moment[:10], moment)):
        held[person, entitlement] = grant
    with open(path, encoding="utf-8") as file:
        pairs = [tuple(line.rstrip("\n").split("\t")) for line in file]
    # What a program does that checks one pair at a time: it has a person and an entitlement, and looks them up together.
    answers = bytearray(b"0" * len(pairs))
    begin = time.perf_counter(), time.process_time()
    for place, (person, entitlement) in enumerate(pairs):
        if (person, entitlement) in held:
            answers[place] = 0x31
    seconds = time.perf_counter() - begin[0], time.process_time() - begin[1]
    print(json.dumps({
        "seconds": seconds[0], "cpu_seconds": seconds[1], "checks": len(pairs), "yes": answers.count(0x31),
        "sha256": hashlib.sha256(answers).hexdigest()}))


if __name__ == "__main__":
    main()
