// What processors do at once and Swift has no words for: bytes compared sixteen at a time, memory sent for before it is needed, and memory
// in large pages.

#ifndef LIGGARE_CPROCESSOR_SHIM_H
#define LIGGARE_CPROCESSOR_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

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

// The length of a large page, in bytes.
enum { cprocessor_large_page = 1 << 21 };

// So many bytes of zeros, from an address on that is a multiple of a large page; NULL when there is no memory. What is not touched is not
// there yet: the system makes a page when it is.
static inline void *cprocessor_map(size_t count) {
  const size_t page = 4096, large = cprocessor_large_page;
  count = (count + page - 1) / page * page;
  char *start = mmap(NULL, count + large, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) return NULL;
  // What is before the first large page goes back, and what is behind the last.
  const size_t before = (large - (uintptr_t)start % large) % large;
  if (before > 0) munmap(start, before);
  munmap(start + before + count, large - before);
  return start + before;
}

// Has the system make large pages of what is touched from now on of memory that was mapped so, where it can: clearing them costs an eighth,
// and looking addresses up in them less.
static inline void cprocessor_enlarge(void *start, size_t count) { madvise(start, count, MADV_HUGEPAGE); }

// Gives back what was mapped.
static inline void cprocessor_unmap(void *start, size_t count) { munmap(start, (count + 4095) & ~(size_t)4095); }

#endif
