// RFC 6962 leaf hashes and root over the lines of segment files, by OpenSSL on two threads.
//
//   merkle_root THREADS FILE…
//
// The files are those of segments/ in their order; each but the last has a power of two of lines, so that it is a subtree of its own.
// Prints one JSON object with the root, by which it is seen that it did the same as the ledger. The calls are OpenSSL's low-level ones,
// which are the fastest it has for short messages.

#define OPENSSL_SUPPRESS_DEPRECATED
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct {
  unsigned char bytes[32];
} Digest;

typedef struct {
  const char *path;
  Digest root;
  size_t lines, byteCount;
  int failed;
} Segment;

static Segment *segments;
static int segmentCount;
static atomic_int next;

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static Digest leaf(const char *line, size_t count) {
  Digest digest;
  SHA256_CTX context;
  unsigned char zero = 0;
  SHA256_Init(&context);
  SHA256_Update(&context, &zero, 1);
  SHA256_Update(&context, line, count);
  SHA256_Final(digest.bytes, &context);
  return digest;
}

static Digest node(const Digest *left, const Digest *right) {
  Digest digest;
  SHA256_CTX context;
  unsigned char one = 1;
  SHA256_Init(&context);
  SHA256_Update(&context, &one, 1);
  SHA256_Update(&context, left->bytes, 32);
  SHA256_Update(&context, right->bytes, 32);
  SHA256_Final(digest.bytes, &context);
  return digest;
}

// Level by level, neighbours in pairs and an odd one carried up unchanged, which is the tree of RFC 6962.
static Digest root(Digest *nodes, size_t count) {
  while (count > 1) {
    size_t above = 0;
    for (size_t at = 0; at + 1 < count; at += 2) nodes[above++] = node(&nodes[at], &nodes[at + 1]);
    if (count & 1) nodes[above++] = nodes[count - 1];
    count = above;
  }
  return nodes[0];
}

static void hash(Segment *segment) {
  int file = open(segment->path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0) {
    segment->failed = 1;
    return;
  }
  const char *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  close(file);
  if (bytes == MAP_FAILED) {
    segment->failed = 1;
    return;
  }
  segment->byteCount = status.st_size;
  size_t room = 1 << 16;
  Digest *leaves = malloc(room * sizeof *leaves);
  for (const char *line = bytes, *end = bytes + status.st_size; line < end;) {
    const char *feed = memchr(line, '\n', end - line);
    if (feed == NULL) break;
    if (segment->lines == room) leaves = realloc(leaves, (room *= 2) * sizeof *leaves);
    leaves[segment->lines++] = leaf(line, feed - line);
    line = feed + 1;
  }
  segment->root = root(leaves, segment->lines);
  free(leaves);
  munmap((void *)bytes, status.st_size);
}

static void *work(void *nothing) {
  for (int place; (place = atomic_fetch_add(&next, 1)) < segmentCount;) hash(&segments[place]);
  return nothing;
}

int main(int count, char **words) {
  int threadCount = count > 2 ? atoi(words[1]) : 0;
  if (threadCount < 1 || threadCount > 64) return 2;
  double begin = now(CLOCK_MONOTONIC), processorBegin = now(CLOCK_PROCESS_CPUTIME_ID);
  segmentCount = count - 2;
  segments = calloc(segmentCount, sizeof *segments);
  for (int place = 0; place < segmentCount; place++) segments[place].path = words[place + 2];
  pthread_t threads[64];
  for (int place = 1; place < threadCount; place++) pthread_create(&threads[place], NULL, work, NULL);
  work(NULL);
  for (int place = 1; place < threadCount; place++) pthread_join(threads[place], NULL);
  Digest *roots = malloc(segmentCount * sizeof *roots);
  size_t lines = 0, byteCount = 0;
  for (int place = 0; place < segmentCount; place++) {
    if (segments[place].failed) {
      fprintf(stderr, "%s cannot be read\n", segments[place].path);
      return 1;
    }
    roots[place] = segments[place].root;
    lines += segments[place].lines;
    byteCount += segments[place].byteCount;
  }
  Digest whole = root(roots, segmentCount);
  double seconds = now(CLOCK_MONOTONIC) - begin, processor = now(CLOCK_PROCESS_CPUTIME_ID) - processorBegin;
  unsigned char text[64];
  EVP_EncodeBlock(text, whole.bytes, 32);
  printf("{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"threads\": %d, \"events\": %zu, \"bytes\": %zu, \"root\": \"%s\"}\n",
         seconds, processor, threadCount, lines, byteCount, text);
}
