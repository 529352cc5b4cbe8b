// What processors do at once and Swift has no words for: bytes compared sixteen at a time, and memory sent for before it is needed.

#ifndef LIGGARE_CPROCESSOR_SHIM_H
#define LIGGARE_CPROCESSOR_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// How many of `count` bytes come before the first that is not printable ASCII, or is a quotation mark or a backslash; up to seven that
// do come before it, at the end, may be left out. Eight bytes at a time, without anything that not every processor has.
static inline size_t cprocessor_plain_portably(const void *bytes, size_t count) {
  const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  const uint8_t *start = (const uint8_t *)bytes;
  size_t at = 0;
  for (; count - at >= 8; at += 8) {
    uint64_t word;
    memcpy(&word, start + at, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    const uint64_t quotes = word ^ (ones * 0x22), slashes = word ^ (ones * 0x5C), low = word & ~tops;
    // The top bit of a byte is set where it is one of those, below 0x20, 0x7F, or above it. A borrow can set that of a byte which is
    // none of them, but only above one that is.
    const uint64_t special = ((quotes - ones) & ~quotes) | ((slashes - ones) & ~slashes);
    const uint64_t outside = ~(low + ones * 0x60) | (low + ones) | word;
    const uint64_t found = (special | outside) & tops;
    if (found != 0) return at + (size_t)(__builtin_ctzll(found) >> 3);
  }
  return at;
}

// The same; up to fifteen may be left out.
static inline size_t cprocessor_plain(const void *bytes, size_t count) {
#if defined(__SSE2__)
  const uint8_t *start = (const uint8_t *)bytes;
  const __m128i space = _mm_set1_epi8(0x20), quote = _mm_set1_epi8(0x22), slash = _mm_set1_epi8(0x5C), last = _mm_set1_epi8(0x7F);
  size_t at = 0;
  for (; count - at >= 16; at += 16) {
    const __m128i some = _mm_loadu_si128((const __m128i *)(start + at));
    // Bytes from 0x80 are negative, and so below the space.
    const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(some, space), _mm_cmpeq_epi8(some, last)),
                                       _mm_or_si128(_mm_cmpeq_epi8(some, quote), _mm_cmpeq_epi8(some, slash)));
    const int mask = _mm_movemask_epi8(found);
    if (mask != 0) return at + (size_t)__builtin_ctz((unsigned)mask);
  }
  return at + cprocessor_plain_portably(start + at, count - at);
#else
  return cprocessor_plain_portably(bytes, count);
#endif
}

// Has the memory at an address brought near, if it can be; nothing is read.
static inline void cprocessor_expect(const void *address) { __builtin_prefetch(address); }

#endif
