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

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

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

// Writes a request for a time stamp over a SHA-256 (RFC 3161, 2.4.1): version 1, no nonce, with the wish for the
// authority's certificate. Returns the number of bytes, or 0 when there is no memory or not enough room.
static inline size_t clibcrypto_timestamp_request(const void *digest, void *target, size_t room) {
  size_t count = 0;
  TS_REQ *request = TS_REQ_new();
  TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
  X509_ALGOR *algorithm = X509_ALGOR_new();
  if (request != NULL && imprint != NULL && algorithm != NULL &&
      X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL) &&
      TS_MSG_IMPRINT_set_algo(imprint, algorithm) &&
      TS_MSG_IMPRINT_set_msg(imprint, (unsigned char *)digest, 32) &&
      TS_REQ_set_version(request, 1) && TS_REQ_set_msg_imprint(request, imprint) &&
      TS_REQ_set_cert_req(request, 1)) {
    int length = i2d_TS_REQ(request, NULL);
    if (length > 0 && (size_t)length <= room) {
      unsigned char *end = (unsigned char *)target;
      if (i2d_TS_REQ(request, &end) == length) count = (size_t)length;
    }
  }
  X509_ALGOR_free(algorithm);
  TS_MSG_IMPRINT_free(imprint);
  TS_REQ_free(request);
  return count;
}

// What a time stamp response says, before anybody has signed for it.
typedef struct {
  // 0 granted, 1 granted with changes; else the authority refused, and the rest says nothing.
  long status;
  // Whether it stamps a SHA-256, which is then in `digest`.
  int is_sha256;
  uint8_t digest[32];
  // When it was made, in seconds since 1970.
  int64_t seconds;
} clibcrypto_timestamp;

// Reads a response (RFC 3161, 2.4.2) that must fill the bytes. Returns it, to be freed with
// `TS_RESP_free`, or NULL when the bytes are none.
static inline TS_RESP *clibcrypto_timestamp_read(const void *bytes, size_t count,
                                                 clibcrypto_timestamp *said) {
  memset(said, 0, sizeof *said);
  const unsigned char *place = (const unsigned char *)bytes;
  if (count > 1 << 20) return NULL;
  TS_RESP *response = d2i_TS_RESP(NULL, &place, (long)count);
  if (response == NULL || place != (const unsigned char *)bytes + count) {
    TS_RESP_free(response);
    return NULL;
  }
  TS_STATUS_INFO *status = TS_RESP_get_status_info(response);
  const ASN1_INTEGER *number = status == NULL ? NULL : TS_STATUS_INFO_get0_status(status);
  said->status = number == NULL ? -1 : ASN1_INTEGER_get(number);
  if (said->status != 0 && said->status != 1) return response;
  TS_TST_INFO *info = TS_RESP_get_tst_info(response);
  TS_MSG_IMPRINT *imprint = info == NULL ? NULL : TS_TST_INFO_get_msg_imprint(info);
  const ASN1_GENERALIZEDTIME *made = info == NULL ? NULL : TS_TST_INFO_get_time(info);
  if (imprint == NULL || made == NULL) {
    TS_RESP_free(response);
    return NULL;
  }
  struct tm parts;
  if (!ASN1_TIME_to_tm(made, &parts)) {
    TS_RESP_free(response);
    return NULL;
  }
  said->seconds = (int64_t)timegm(&parts);
  X509_ALGOR *algorithm = TS_MSG_IMPRINT_get_algo(imprint);
  ASN1_OCTET_STRING *message = TS_MSG_IMPRINT_get_msg(imprint);
  const ASN1_OBJECT *name = NULL;
  if (algorithm != NULL) X509_ALGOR_get0(&name, NULL, NULL, algorithm);
  if (name != NULL && OBJ_obj2nid(name) == NID_sha256 && message != NULL &&
      ASN1_STRING_length(message) == 32) {
    memcpy(said->digest, ASN1_STRING_get0_data(message), 32);
    said->is_sha256 = 1;
  }
  return response;
}

// How many certificates a PEM file holds; adds them to a store unless that is NULL. -1 when one cannot be read.
static inline int clibcrypto_certificates(const void *pem, size_t count, X509_STORE *store) {
  if (count > 1 << 20) return -1;
  BIO *source = BIO_new_mem_buf(pem, (int)count);
  if (source == NULL) return -1;
  int found = 0;
  for (;;) {
    X509 *certificate = PEM_read_bio_X509(source, NULL, NULL, NULL);
    if (certificate == NULL) {
      // Nothing more is the end; anything else is a certificate that is damaged.
      if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE) found = -1;
      break;
    }
    found += 1;
    int is_added = store == NULL || X509_STORE_add_cert(store, certificate);
    X509_free(certificate);
    if (!is_added) {
      found = -1;
      break;
    }
  }
  ERR_clear_error();
  BIO_free(source);
  return found;
}

// Whether a response stamps this SHA-256 and is signed by an authority whose certificate led to one of these at the
// moment the stamp was made. 1 yes, 0 no, -1 when there is no memory.
static inline int clibcrypto_timestamp_verify(TS_RESP *response, const void *digest,
                                              int64_t seconds, const void *pem, size_t count) {
  int result = -1;
  TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
  X509_STORE *store = X509_STORE_new();
  unsigned char *imprint = (unsigned char *)OPENSSL_malloc(32);
  if (context != NULL && store != NULL && imprint != NULL) {
    if (clibcrypto_certificates(pem, count, store) > 0) {
      memcpy(imprint, digest, 32);
      X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), (time_t)seconds);
      TS_VERIFY_CTX_set_flags(context,
                              (int)(TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_IMPRINT));
      TS_VERIFY_CTX_set_imprint(context, imprint, 32);
      TS_VERIFY_CTX_set_store(context, store);
      // The context owns both from here on.
      imprint = NULL;
      store = NULL;
      result = TS_RESP_verify_response(context, response) == 1;
    } else {
      result = 0;
    }
  }
  ERR_clear_error();
  OPENSSL_free(imprint);
  X509_STORE_free(store);
  TS_VERIFY_CTX_free(context);
  return result;
}

#endif
