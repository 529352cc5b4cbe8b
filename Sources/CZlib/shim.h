// Debian's zlib (zlib1g-dev), as the workbooks use it: whole buffers, raw deflate without a header, as in a zip file.
#ifndef LIGGARE_CZLIB_SHIM_H
#define LIGGARE_CZLIB_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

// The most bytes that `count` bytes can become.
static inline size_t czlib_deflate_bound(size_t count) {
  // compressBound is for a zlib header and trailer, which are longer than none.
  return compressBound((uLong)count);
}

// Deflates bytes into `target`. Returns how many that came to, or -1 when there is no memory or no room.
static inline ptrdiff_t czlib_deflate(const void *source, size_t count, void *target, size_t room) {
  if (count > UINT32_MAX || room > UINT32_MAX) return -1;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
  stream.next_in = (Bytef *)source;
  stream.avail_in = (uInt)count;
  stream.next_out = (Bytef *)target;
  stream.avail_out = (uInt)room;
  int result = deflate(&stream, Z_FINISH);
  ptrdiff_t written = (ptrdiff_t)stream.total_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? written : -1;
}

// Inflates bytes that must come to exactly `room` bytes and hold nothing after their end. Returns whether they did.
static inline int czlib_inflate(const void *source, size_t count, void *target, size_t room) {
  if (count > UINT32_MAX || room > UINT32_MAX) return 0;
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  // A place to write to where nothing is expected: zlib refuses a null pointer.
  Bytef nothing;
  stream.next_in = (Bytef *)source;
  stream.avail_in = (uInt)count;
  stream.next_out = room == 0 ? &nothing : (Bytef *)target;
  stream.avail_out = (uInt)room;
  int result = inflate(&stream, Z_FINISH);
  int is_whole = result == Z_STREAM_END && stream.total_out == room && stream.avail_in == 0;
  inflateEnd(&stream);
  return is_whole;
}

// The checksum of a zip file's entries.
static inline uint32_t czlib_crc32(const void *bytes, size_t count) {
  return (uint32_t)crc32_z(crc32_z(0, Z_NULL, 0), (const Bytef *)bytes, count);
}

#endif
