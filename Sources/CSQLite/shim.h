// SQLite as Debian ships it (libsqlite3-dev), and the few things Swift cannot say by itself.
#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. SQLite copies the
// bytes before these return.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// sqlite3_db_config takes variable arguments, which Swift does not import. Defensive mode refuses the
// statements that can damage a file; an untrusted schema may call no function with side effects.
static inline void csqlite_make_defensive(sqlite3 *connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
}

// sqlite3_config takes variable arguments, too. Without statistics of memory, which nobody reads, no lock that all threads share is taken
// for each piece of it. It must be said before the first connection is opened, and is not heard afterwards.
static inline void csqlite_keep_no_statistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
