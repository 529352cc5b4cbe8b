// A security key in software, for tests: what OpenSSH loads in the place of a library that speaks to hardware (sk-api.h). It is
// "touched" whenever it is asked. Its one secret is in this file.
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct sk_option { char *name; char *value; uint8_t required; };
struct sk_enroll_response {
  uint8_t flags;
  uint8_t *public_key; size_t public_key_len;
  uint8_t *key_handle; size_t key_handle_len;
  uint8_t *signature; size_t signature_len;
  uint8_t *attestation_cert; size_t attestation_cert_len;
  uint8_t *authdata; size_t authdata_len;
};
struct sk_sign_response {
  uint8_t flags; uint32_t counter;
  uint8_t *sig_r; size_t sig_r_len;
  uint8_t *sig_s; size_t sig_s_len;
};

static EVP_PKEY *secret(void) {
  uint8_t seed[32];
  memset(seed, 0x5a, sizeof seed);
  return EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, seed, sizeof seed);
}

static uint8_t *copy(const void *bytes, size_t count) {
  uint8_t *made = malloc(count);
  if (made) memcpy(made, bytes, count);
  return made;
}

uint32_t sk_api_version(void) { return 0x000a0000; }

int sk_enroll(uint32_t alg, const uint8_t *challenge, size_t challenge_len, const char *application, uint8_t flags,
              const char *pin, struct sk_option **options, struct sk_enroll_response **response) {
  if (alg != 1) return -2;
  struct sk_enroll_response *made = calloc(1, sizeof *made);
  uint8_t key[32];
  size_t count = sizeof key;
  EVP_PKEY_get_raw_public_key(secret(), key, &count);
  made->flags = flags;
  made->public_key = copy(key, 32); made->public_key_len = 32;
  made->key_handle = copy("handle", 6); made->key_handle_len = 6;
  made->signature = copy("none", 4); made->signature_len = 4;
  made->attestation_cert = copy("none", 4); made->attestation_cert_len = 4;
  made->authdata = copy("none", 4); made->authdata_len = 4;
  *response = made;
  return 0;
}

int sk_sign(uint32_t alg, const uint8_t *data, size_t data_len, const char *application, const uint8_t *key_handle,
            size_t key_handle_len, uint8_t flags, const char *pin, struct sk_option **options,
            struct sk_sign_response **response) {
  if (alg != 1) return -2;
  uint8_t message[69], signature[64];
  size_t count = sizeof signature;
  SHA256((const uint8_t *)application, strlen(application), message);
  message[32] = flags;
  memcpy(message + 33, "\0\0\0\7", 4);
  SHA256(data, data_len, message + 37);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_DigestSignInit(context, NULL, NULL, NULL, secret());
  EVP_DigestSign(context, signature, &count, message, sizeof message);
  struct sk_sign_response *made = calloc(1, sizeof *made);
  made->flags = flags; made->counter = 7;
  made->sig_r = copy(signature, 64); made->sig_r_len = 64;
  *response = made;
  return 0;
}

int sk_load_resident_keys(const char *pin, struct sk_option **options, void ***keys, size_t *count) {
  *keys = NULL; *count = 0;
  return 0;
}
