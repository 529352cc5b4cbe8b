// Debian's libcrypto (OpenSSL 3), as the ledger uses it.
//
// The low-level SHA functions are marked deprecated since OpenSSL 3.0. They are used on purpose: they
// need no allocation, no method fetch and no library start-up, which is what a hash of a few hundred
// bytes costs most of its time in. The mark is therefore left out for this header.

#ifndef LIGGARE_CLIBCRYPTO_SHIM_H
#define LIGGARE_CLIBCRYPTO_SHIM_H

#ifndef OPENSSL_SUPPRESS_DEPRECATED
#define OPENSSL_SUPPRESS_DEPRECATED
#endif

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stddef.h>
#include <stdint.h>

// The SHA-256 of one byte followed by `count` bytes, written to the 32 bytes at `digest`.
static inline void clibcrypto_sha256_prefixed(uint8_t prefix, const void *bytes, size_t count,
                                              void *digest) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, &prefix, 1);
  SHA256_Update(&context, bytes, count);
  SHA256_Final((unsigned char *)digest, &context);
}

// The SHA-256 of one byte followed by two 32-byte values, written to the 32 bytes at `digest`.
static inline void clibcrypto_sha256_pair(uint8_t prefix, const void *left, const void *right,
                                          void *digest) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, &prefix, 1);
  SHA256_Update(&context, left, 32);
  SHA256_Update(&context, right, 32);
  SHA256_Final((unsigned char *)digest, &context);
}

// Begins a SHA-256.
static inline void clibcrypto_sha256_begin(SHA256_CTX *context) { SHA256_Init(context); }

// Adds bytes to a SHA-256.
static inline void clibcrypto_sha256_add(SHA256_CTX *context, const void *bytes, size_t count) {
  SHA256_Update(context, bytes, count);
}

// The SHA-256 of what has been added so far; the context can be added to afterwards.
static inline void clibcrypto_sha256_value(const SHA256_CTX *context, void *digest) {
  SHA256_CTX copy = *context;
  SHA256_Final((unsigned char *)digest, &copy);
}

// Begins a SHA-512.
static inline void clibcrypto_sha512_begin(SHA512_CTX *context) { SHA512_Init(context); }

// Adds bytes to a SHA-512.
static inline void clibcrypto_sha512_add(SHA512_CTX *context, const void *bytes, size_t count) {
  SHA512_Update(context, bytes, count);
}

// The SHA-512 of what has been added so far; the context can be added to afterwards.
static inline void clibcrypto_sha512_value(const SHA512_CTX *context, void *digest) {
  SHA512_CTX copy = *context;
  SHA512_Final((unsigned char *)digest, &copy);
}

#endif
