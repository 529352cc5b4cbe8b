"""DuckDB beside the ledger: the permission state out of the plain operations, and their import into a table file.

    python3 duckdb_peer.py state HISTORY MOMENT [LAST]    who has what at the moment, by the operations up to number LAST
    python3 duckdb_peer.py import HISTORY FILE            all operations in a table of the database FILE

Prints one JSON object. Only DuckDB's own work is timed: neither the start of Python, nor the digest, by which the answer is compared with
those of the other programs. DuckDB is told what the fields are and reads no others; it uses all cores, as it does by itself.
"""

import hashlib
import json
import resource
import sys
import time

import duckdb

# What the state follows from. The fields are read as text: times in one form are in order as text.
FIELDS = {"seq": "BIGINT", "ts": "VARCHAR", "op": "VARCHAR", "person": "VARCHAR", "system": "VARCHAR", "entitlement": "VARCHAR",
          "grant": "VARCHAR", "start": "VARCHAR", "end": "VARCHAR", "outcome": "VARCHAR"}

# Everything that operations say, for the import. With the fields told, DuckDB need not read the file twice to find them out.
ALL_FIELDS = {
    "seq": "BIGINT", "ts": "TIMESTAMP", "id": "UUID", "confidentiality": "INTEGER", "integrity": "INTEGER",
    "availability": "INTEGER", "review_interval_days": "INTEGER", "severity": "INTEGER", "entitlements": "VARCHAR[]",
} | dict.fromkeys(
    """op person name unit title employment system owner manager deputy purpose request entitlement until by need decision
    reason grant start end ticket review outcome comment incident state text last_day""".split(), "VARCHAR")

# A grant counts from the start of its first day to the end of its last, unless it was revoked, ended by a review, or its person has left,
# at or before the moment. Of one identifier used twice the first ending counts, which "at or before" says by itself.
STATE = """
CREATE TABLE state AS
WITH operation AS MATERIALIZED (
  SELECT * FROM read_json($path, format = 'newline_delimited', columns = {columns})
  WHERE (op IN ('grant', 'revoke', 'leaver') OR (op = 'review_item' AND outcome = 'revoke')) {known})
SELECT person, system, entitlement, "grant" FROM operation AS given
WHERE op = 'grant' AND start <= $day AND ("end" IS NULL OR "end" >= $day)
  AND NOT EXISTS (SELECT 1 FROM operation AS ended
                  WHERE ended.op IN ('revoke', 'review_item') AND ended.ts <= $moment AND ended."grant" = given."grant")
  AND NOT EXISTS (SELECT 1 FROM operation AS gone
                  WHERE gone.op = 'leaver' AND gone.ts <= $moment AND gone.person = given.person)
"""


def columns_of(fields):
    """The fields in the words of `read_json`."""
    return "{" + ", ".join(f"'{name}': '{kind}'" for name, kind in fields.items()) + "}"


def state(path, moment, last=None):
    """The grants in effect at the moment: seconds, how many, and the digest of their lines in the order of bytes."""
    connection = duckdb.connect()
    begin = time.perf_counter(), time.process_time()
    known = "" if last is None else f"AND seq <= {int(last)}"
    fields = {name: kind for name, kind in FIELDS.items() if name != "seq" or known}
    query = STATE.replace("{columns}", columns_of(fields)).replace("{known}", known)
    connection.execute(query, {"path": path, "moment": moment, "day": moment[:10]})
    seconds = time.perf_counter() - begin[0], time.process_time() - begin[1]
    lines = sorted("\t".join(row).encode() + b"\n" for row in connection.execute("SELECT * FROM state").fetchall())
    return {"seconds": seconds[0], "cpu_seconds": seconds[1], "grants": len(lines),
            "sha256": hashlib.sha256(b"".join(lines)).hexdigest()}


def take_over(path, database):
    """The operations as a table in a new database file, with all their fields, written to its end."""
    begin = time.perf_counter(), time.process_time()
    connection = duckdb.connect(database)
    connection.execute(
        "CREATE TABLE operation AS SELECT * FROM read_json($path, format = 'newline_delimited', columns = "
        + columns_of(ALL_FIELDS) + ")", {"path": path})
    connection.execute("CHECKPOINT")
    count = connection.execute("SELECT count(*) FROM operation").fetchone()[0]
    connection.close()
    return {"seconds": time.perf_counter() - begin[0], "cpu_seconds": time.process_time() - begin[1], "operations": count}


def main():
    """Does what the words say."""
    job, *words = sys.argv[1:]
    figures = {"state": state, "import": take_over}[job](*words)
    figures["peak_bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
