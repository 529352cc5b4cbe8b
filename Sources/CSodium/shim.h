// Debian's libsodium (libsodium-dev), as the ledger uses it: signatures by Ed25519, and SipHash under a key.

#ifndef LIGGARE_CSODIUM_SHIM_H
#define LIGGARE_CSODIUM_SHIM_H

#include <sodium/core.h>
#include <sodium/crypto_shorthash_siphash24.h>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/utils.h>
#include <stddef.h>

// Makes of a seed of 32 bytes the secret key of 64 and the public key of 32.
static inline void csodium_key(const void *seed, void *secret_key, void *public_key) {
  // It gives no other result than 0.
  (void)crypto_sign_ed25519_seed_keypair((unsigned char *)public_key, (unsigned char *)secret_key,
                                         (const unsigned char *)seed);
}

// Writes the 64 bytes of a signature over `count` bytes. Returns whether it did.
static inline int csodium_sign(const void *bytes, size_t count, const void *secret_key,
                               void *signature) {
  return crypto_sign_ed25519_detached((unsigned char *)signature, NULL,
                                      (const unsigned char *)bytes, count,
                                      (const unsigned char *)secret_key) == 0;
}

// Whether a signature of 64 bytes is the key's over exactly these bytes.
static inline int csodium_verify(const void *signature, const void *bytes, size_t count,
                                 const void *public_key) {
  return crypto_sign_ed25519_verify_detached((const unsigned char *)signature,
                                             (const unsigned char *)bytes, count,
                                             (const unsigned char *)public_key) == 0;
}

// Writes the 16 bytes of SipHash-2-4 (the long form) of some bytes under a key of 16 bytes.
static inline void csodium_siphash(const void *bytes, size_t count, const void *key, void *hash) {
  // It gives no other result than 0.
  (void)crypto_shorthash_siphashx24((unsigned char *)hash, (const unsigned char *)bytes, count,
                                    (const unsigned char *)key);
}

#endif
