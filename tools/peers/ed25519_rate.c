// Ed25519 verifications a second.
//
//   ed25519_rate openssl|libsodium THREADS COUNT
//
// Each thread verifies COUNT signatures over messages of 200 bytes, made beforehand by one key; that is about what the signature of a
// command is over. Prints one JSON object with the rate of all threads together.

#include <openssl/evp.h>
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { messageBytes = 200, differentCount = 256 };

static unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
static unsigned char messages[differentCount][messageBytes];
static unsigned char signatures[differentCount][crypto_sign_BYTES];
static int usesOpenSSL;
static long count;
static atomic_long bad;

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void *work(void *nothing) {
  EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, publicKey, sizeof publicKey);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  for (long at = 0; at < count; at++) {
    int which = at % differentCount, isGood;
    if (usesOpenSSL) {
      EVP_MD_CTX_reset(context);
      isGood = EVP_DigestVerifyInit(context, NULL, NULL, NULL, key) == 1 &&
               EVP_DigestVerify(context, signatures[which], crypto_sign_BYTES, messages[which], messageBytes) == 1;
    } else {
      isGood = crypto_sign_verify_detached(signatures[which], messages[which], messageBytes, publicKey) == 0;
    }
    if (!isGood) atomic_fetch_add(&bad, 1);
  }
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  return nothing;
}

int main(int words, char **word) {
  int threadCount = words == 4 ? atoi(word[2]) : 0;
  count = words == 4 ? atol(word[3]) : 0;
  if (threadCount < 1 || threadCount > 64 || count < 1 || sodium_init() < 0) return 2;
  usesOpenSSL = strcmp(word[1], "openssl") == 0;
  unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
  crypto_sign_keypair(publicKey, secretKey);
  for (int which = 0; which < differentCount; which++) {
    randombytes_buf(messages[which], messageBytes);
    crypto_sign_detached(signatures[which], NULL, messages[which], messageBytes, secretKey);
  }
  pthread_t threads[64];
  double begin = now(CLOCK_MONOTONIC), processorBegin = now(CLOCK_PROCESS_CPUTIME_ID);
  for (int place = 1; place < threadCount; place++) pthread_create(&threads[place], NULL, work, NULL);
  work(NULL);
  for (int place = 1; place < threadCount; place++) pthread_join(threads[place], NULL);
  double seconds = now(CLOCK_MONOTONIC) - begin, processor = now(CLOCK_PROCESS_CPUTIME_ID) - processorBegin;
  long total = count * threadCount;
  printf("{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"threads\": %d, \"count\": %ld, \"bad\": %ld, \"per_second\": %.1f}\n",
         seconds, processor, threadCount, total, atomic_load(&bad), total / seconds);
  return atomic_load(&bad) != 0;
}
