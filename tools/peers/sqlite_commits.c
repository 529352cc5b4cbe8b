// SQLite in one process: rows inserted one by one, each durable before the next (WAL, synchronous=FULL), and point lookups.
//
//   sqlite_commits commits FILE COUNT          FILE is a new database; prints the rate
//   sqlite_commits lookups FILE PAIRS MOMENT   FILE is the table made by sqlite_table.py; PAIRS are lines person TAB entitlement
//
// Prints one JSON object. The statements are prepared once.

#include <openssl/sha.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *base;

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void require(int outcome, int wanted) {
  if (outcome == wanted) return;
  fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(base));
  exit(1);
}

static sqlite3_stmt *prepared(const char *text) {
  sqlite3_stmt *statement;
  require(sqlite3_prepare_v2(base, text, -1, &statement, NULL), SQLITE_OK);
  return statement;
}

static int commits(const char *path, long count) {
  require(sqlite3_open(path, &base), SQLITE_OK);
  require(sqlite3_exec(base,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                       "CREATE TABLE event (position INTEGER PRIMARY KEY, line TEXT NOT NULL)",
                       NULL, NULL, NULL),
          SQLITE_OK);
  // As long as a line of the ledger is.
  char line[560];
  memset(line, 'x', sizeof line);
  sqlite3_stmt *insert = prepared("INSERT INTO event (line) VALUES (?)");
  double begin = now(CLOCK_MONOTONIC), processorBegin = now(CLOCK_PROCESS_CPUTIME_ID);
  for (long at = 0; at < count; at++) {
    require(sqlite3_bind_text(insert, 1, line, sizeof line, SQLITE_STATIC), SQLITE_OK);
    require(sqlite3_step(insert), SQLITE_DONE);
    require(sqlite3_reset(insert), SQLITE_OK);
  }
  double seconds = now(CLOCK_MONOTONIC) - begin, processor = now(CLOCK_PROCESS_CPUTIME_ID) - processorBegin;
  sqlite3_finalize(insert);
  sqlite3_close(base);
  printf("{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"commits\": %ld}\n", seconds, processor, count);
  return 0;
}

typedef struct {
  char *person, *entitlement;
} Pair;

static int lookups(const char *path, const char *pairsPath, const char *moment) {
  FILE *file = fopen(pairsPath, "r");
  if (file == NULL) return 2;
  size_t room = 1 << 20, count = 0;
  Pair *pairs = malloc(room * sizeof *pairs);
  char line[256];
  while (fgets(line, sizeof line, file) != NULL) {
    line[strcspn(line, "\n")] = 0;
    char *tab = strchr(line, '\t');
    if (tab == NULL) return 2;
    *tab = 0;
    if (count == room) pairs = realloc(pairs, (room *= 2) * sizeof *pairs);
    pairs[count++] = (Pair){strdup(line), strdup(tab + 1)};
  }
  fclose(file);
  unsigned char *answers = malloc(count + 1);
  char day[11];
  snprintf(day, sizeof day, "%.10s", moment);
  require(sqlite3_open_v2(path, &base, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  sqlite3_stmt *find = prepared(
      "SELECT 1 FROM access WHERE person = ?1 AND entitlement = ?2 AND start <= ?3 AND last >= ?3 AND over > ?4 LIMIT 1");
  require(sqlite3_bind_text(find, 3, day, -1, SQLITE_STATIC), SQLITE_OK);
  require(sqlite3_bind_text(find, 4, moment, -1, SQLITE_STATIC), SQLITE_OK);
  size_t yes = 0;
  // One reading transaction over all of them, or each would lock and unlock the file.
  require(sqlite3_exec(base, "PRAGMA mmap_size = 1073741824; BEGIN", NULL, NULL, NULL), SQLITE_OK);
  double begin = now(CLOCK_MONOTONIC), processorBegin = now(CLOCK_PROCESS_CPUTIME_ID);
  for (size_t at = 0; at < count; at++) {
    sqlite3_bind_text(find, 1, pairs[at].person, -1, SQLITE_STATIC);
    sqlite3_bind_text(find, 2, pairs[at].entitlement, -1, SQLITE_STATIC);
    int isYes = sqlite3_step(find) == SQLITE_ROW;
    sqlite3_reset(find);
    answers[at] = isYes ? '1' : '0';
    yes += isYes;
  }
  double seconds = now(CLOCK_MONOTONIC) - begin, processor = now(CLOCK_PROCESS_CPUTIME_ID) - processorBegin;
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(answers, count, digest);
  printf("{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"checks\": %zu, \"yes\": %zu, \"sha256\": \"", seconds, processor,
         count, yes);
  for (size_t at = 0; at < sizeof digest; at++) printf("%02x", digest[at]);
  printf("\"}\n");
  return 0;
}

int main(int count, char **words) {
  if (count == 4 && strcmp(words[1], "commits") == 0) return commits(words[2], atol(words[3]));
  if (count == 5 && strcmp(words[1], "lookups") == 0) return lookups(words[2], words[3], words[4]);
  return 2;
}
