#include "cdigests.h"

#include <string.h>

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#define ABLE __attribute__((target("sha,sse4.1,ssse3")))

int cdigests_is_able(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  return (b & (1u << 29)) != 0;
}

// FIPS 180-4, section 4.2.2.
static const uint32_t K[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// One message on its way: the state as the instructions want it, and where its blocks are.
typedef struct {
  __m128i abef, cdgh;
  const uint8_t *body;  // The message; block n begins at body + 64 n - 1, for the prefix stands before it.
  size_t block, whole, blocks;  // The next block, how many are all message from block 1 on, and how many there are.
  uint8_t *digest;
  uint8_t head[64], tail[128];
} Lane;

static inline ABLE void begin(Lane *lane, uint8_t prefix, const uint8_t *body, size_t count, uint8_t *digest) {
  // The state of FIPS 180-4, section 5.3.3, in the order that the instructions work on.
  lane->abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
  lane->cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
  size_t length = count + 1;
  lane->body = body;
  lane->digest = digest;
  lane->block = 0;
  lane->whole = length / 64;
  lane->blocks = (length + 8) / 64 + 1;
  size_t rest = length % 64;
  size_t tail = (lane->blocks - lane->whole) * 64;
  memset(lane->tail, 0, sizeof lane->tail);
  if (lane->whole > 0) {
    lane->head[0] = prefix;
    memcpy(lane->head + 1, body, 63);
    memcpy(lane->tail, body + count - rest, rest);
  } else {
    lane->tail[0] = prefix;
    memcpy(lane->tail + 1, body, count);
  }
  lane->tail[rest] = 0x80;
  uint64_t bits = __builtin_bswap64((uint64_t)length * 8);
  memcpy(lane->tail + tail - 8, &bits, 8);
}

static inline ABLE const uint8_t *next(Lane *lane) {
  size_t block = lane->block++;
  if (block >= lane->whole) return lane->tail + (block - lane->whole) * 64;
  return block == 0 ? lane->head : lane->body + block * 64 - 1;
}

static inline ABLE void finish(const Lane *lane) {
  // Back from ABEF and CDGH to ABCD and EFGH, most significant byte first.
  __m128i feba = _mm_shuffle_epi32(lane->abef, 0x1B), dchg = _mm_shuffle_epi32(lane->cdgh, 0xB1);
  __m128i dcba = _mm_blend_epi16(feba, dchg, 0xF0), hgef = _mm_alignr_epi8(dchg, feba, 8);
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  _mm_storeu_si128((__m128i *)lane->digest, _mm_shuffle_epi8(dcba, swap));
  _mm_storeu_si128((__m128i *)(lane->digest + 16), _mm_shuffle_epi8(hgef, swap));
}

// Four rounds of both messages; `n` counts the fours.
#define ROUNDS(n, x, y)                                                           \
  do {                                                                            \
    const __m128i k = _mm_load_si128((const __m128i *)(K + 4 * (n)));             \
    __m128i p = _mm_add_epi32(x, k), q = _mm_add_epi32(y, k);                     \
    c0 = _mm_sha256rnds2_epu32(c0, a0, p);                                        \
    c1 = _mm_sha256rnds2_epu32(c1, a1, q);                                        \
    p = _mm_shuffle_epi32(p, 0x0E);                                               \
    q = _mm_shuffle_epi32(q, 0x0E);                                               \
    a0 = _mm_sha256rnds2_epu32(a0, c0, p);                                        \
    a1 = _mm_sha256rnds2_epu32(a1, c1, q);                                        \
  } while (0)

// The next four words of the schedule in place of the oldest four.
#define SCHEDULE(w0, w1, w2, w3)                                                  \
  w0 = _mm_sha256msg2_epu32(                                                      \
      _mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), _mm_alignr_epi8(w3, w2, 4)), w3)

// One block of each message.
static inline ABLE void compress(Lane *one, Lane *other) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  const __m128i *s = (const __m128i *)next(one), *t = (const __m128i *)next(other);
  __m128i a0 = one->abef, c0 = one->cdgh, a1 = other->abef, c1 = other->cdgh;
  __m128i x0 = _mm_shuffle_epi8(_mm_loadu_si128(s), swap), x1 = _mm_shuffle_epi8(_mm_loadu_si128(s + 1), swap);
  __m128i x2 = _mm_shuffle_epi8(_mm_loadu_si128(s + 2), swap), x3 = _mm_shuffle_epi8(_mm_loadu_si128(s + 3), swap);
  __m128i y0 = _mm_shuffle_epi8(_mm_loadu_si128(t), swap), y1 = _mm_shuffle_epi8(_mm_loadu_si128(t + 1), swap);
  __m128i y2 = _mm_shuffle_epi8(_mm_loadu_si128(t + 2), swap), y3 = _mm_shuffle_epi8(_mm_loadu_si128(t + 3), swap);
  ROUNDS(0, x0, y0);
  ROUNDS(1, x1, y1);
  ROUNDS(2, x2, y2);
  ROUNDS(3, x3, y3);
#pragma GCC unroll 3
  for (int n = 4; n < 16; n += 4) {
    SCHEDULE(x0, x1, x2, x3);
    SCHEDULE(y0, y1, y2, y3);
    ROUNDS(n, x0, y0);
    SCHEDULE(x1, x2, x3, x0);
    SCHEDULE(y1, y2, y3, y0);
    ROUNDS(n + 1, x1, y1);
    SCHEDULE(x2, x3, x0, x1);
    SCHEDULE(y2, y3, y0, y1);
    ROUNDS(n + 2, x2, y2);
    SCHEDULE(x3, x0, x1, x2);
    SCHEDULE(y3, y0, y1, y2);
    ROUNDS(n + 3, x3, y3);
  }
  one->abef = _mm_add_epi32(one->abef, a0);
  one->cdgh = _mm_add_epi32(one->cdgh, c0);
  other->abef = _mm_add_epi32(other->abef, a1);
  other->cdgh = _mm_add_epi32(other->cdgh, c1);
}

ABLE void cdigests_lines(uint8_t prefix, const uint8_t *bytes, const uint32_t *ends, size_t count, uint8_t *digests) {
  Lane lanes[2], idle;
  Lane *busy[2];
  int busyCount = 0;
  size_t taken = 0;
  uint32_t start = 0;
  uint8_t unused[32];
  // Whichever message ends makes room for the next one, so that both lanes are full until the last.
  for (int place = 0; place < 2 && taken < count; place += 1) {
    begin(&lanes[place], prefix, bytes + start, ends[taken] - start, digests + 32 * taken);
    start = ends[taken++] + 1;
    busy[busyCount++] = &lanes[place];
  }
  while (busyCount == 2) {
    size_t first = busy[0]->blocks - busy[0]->block, second = busy[1]->blocks - busy[1]->block;
    for (size_t left = first < second ? first : second; left > 0; left -= 1) compress(busy[0], busy[1]);
    for (int place = 1; place >= 0; place -= 1) {
      Lane *lane = busy[place];
      if (lane->block < lane->blocks) continue;
      finish(lane);
      if (taken < count) {
        begin(lane, prefix, bytes + start, ends[taken] - start, digests + 32 * taken);
        start = ends[taken++] + 1;
      } else {
        busy[place] = busy[--busyCount];
      }
    }
  }
  if (busyCount == 0) return;
  // The last message has nobody beside it: a lane that nobody asks about keeps it company.
  Lane *last = busy[0];
  begin(&idle, prefix, unused, 0, unused);
  for (; last->block < last->blocks; idle.block = 0) compress(last, &idle);
  finish(last);
}

ABLE void cdigests_pairs(uint8_t prefix, const uint8_t *pairs, size_t count, uint8_t *digests) {
  Lane lanes[2];
  uint8_t unused[32], empty[64] = {0};
  for (size_t pair = 0; pair < count; pair += 2) {
    int isAlone = pair + 1 == count;
    begin(&lanes[0], prefix, pairs + 64 * pair, 64, digests + 32 * pair);
    begin(&lanes[1], prefix, isAlone ? empty : pairs + 64 * pair + 64, 64, isAlone ? unused : digests + 32 * pair + 32);
    compress(&lanes[0], &lanes[1]);
    compress(&lanes[0], &lanes[1]);
    finish(&lanes[0]);
    finish(&lanes[1]);
  }
}

#else

int cdigests_is_able(void) { return 0; }

void cdigests_lines(uint8_t prefix, const uint8_t *bytes, const uint32_t *ends, size_t count, uint8_t *digests) {
  (void)prefix, (void)bytes, (void)ends, (void)count, (void)digests;
  __builtin_trap();
}

void cdigests_pairs(uint8_t prefix, const uint8_t *pairs, size_t count, uint8_t *digests) {
  (void)prefix, (void)pairs, (void)count, (void)digests;
  __builtin_trap();
}

#endif
