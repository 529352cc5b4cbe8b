// SHA-256 of many short messages, two at a time, with the SHA extensions of x86-64.
//
// One message is bound by the latency of its rounds; a second one, independent of it, fills the gaps. That is what the leaves and the
// nodes of a Merkle tree are: messages that do not wait for each other. libcrypto has no such call. Where the processor has no such
// extensions, `cdigests_is_able` says so and the caller asks libcrypto, one message at a time.

#ifndef LIGGARE_CDIGESTS_H
#define LIGGARE_CDIGESTS_H

#include <stddef.h>
#include <stdint.h>

// Whether the processor can do what the other functions need.
int cdigests_is_able(void);

// The SHA-256 of `prefix` and each of `count` messages. Message `i` stands in `bytes` from one byte after `ends[i - 1]` (from 0 for the
// first) up to `ends[i]`: lines, each before its line feed. Writes 32 bytes a message to `digests`.
void cdigests_lines(uint8_t prefix, const uint8_t *bytes, const uint32_t *ends, size_t count, uint8_t *digests);

// The SHA-256 of `prefix` and each of `count` pairs of 32-byte values that follow each other in `pairs`. Writes 32 bytes a pair to
// `digests`, which may be where `pairs` is: a pair is read before its digest is written.
void cdigests_pairs(uint8_t prefix, const uint8_t *pairs, size_t count, uint8_t *digests);

#endif
