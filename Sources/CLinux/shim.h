// The one call of Linux that the C library's Swift module leaves out.

#ifndef LIGGARE_CLINUX_SHIM_H
#define LIGGARE_CLINUX_SHIM_H

#include <sys/vfs.h>

// The kind of file system `path` is on, as statfs(2) numbers it; -1 with `errno` set on failure.
static inline long clinux_file_system_kind(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return -1;
  // The number has 32 bits; some are above the sign bit.
  return (long)((unsigned long)status.f_type & 0xFFFFFFFFUL);
}

#endif
