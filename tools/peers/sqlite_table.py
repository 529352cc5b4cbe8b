"""The grants of a history as an indexed table for SQLite, for its shell and its library to be asked.

    python3 sqlite_table.py HISTORY FILE

`over` is the moment at which a grant was revoked, ended by a review, or its person left, whichever came first; `last` is its last day.
Where there is none they are "~", which comes after all times. Entitlements are named as the ledger names them, SYSTEM/NAME.
"""

import json
import sqlite3
import sys

NEVER = "~"
TABLE = """
CREATE TABLE access (
  "grant" TEXT PRIMARY KEY, person TEXT NOT NULL, entitlement TEXT NOT NULL, request TEXT NOT NULL,
  start TEXT NOT NULL, last TEXT NOT NULL, over TEXT NOT NULL)
"""
# By person and entitlement together, which serves a question about either a person or a pair at its best.
INDEXES = (
    "CREATE INDEX access_by_person ON access (person, entitlement)",
    "CREATE INDEX access_by_entitlement ON access (entitlement)",
)


def rows(path):
    """The grants of the history at `path`, each with when it was over."""
    grants, ended, left = {}, {}, {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            operation = json.loads(line)
            op = operation["op"]
            if op == "grant":
                grants[operation["grant"]] = operation
            elif op == "revoke" or (op == "review_item" and operation["outcome"] == "revoke"):
                ended.setdefault(operation["grant"], operation["ts"])
            elif op == "leaver":
                left.setdefault(operation["person"], operation["ts"])
    for grant, operation in grants.items():
        person = operation["person"]
        yield (
            grant, person, f"{operation['system']}/{operation['entitlement']}", operation["request"], operation["start"],
            operation["end"] or NEVER, min(ended.get(grant, NEVER), left.get(person, NEVER)))


def main():
    """Makes the table."""
    path, file = sys.argv[1:]
    connection = sqlite3.connect(file)
    connection.execute(TABLE)
    connection.executemany("INSERT INTO access VALUES (?, ?, ?, ?, ?, ?, ?)", rows(path))
    for index in INDEXES:
        connection.execute(index)
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main()
