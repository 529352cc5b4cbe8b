// A clock that stands at $CLOCK, in seconds since 1970, for programs that take no time as an option.

#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t standing(void) { return (time_t)atoll(getenv("CLOCK")); }

time_t time(time_t *target) {
  time_t now = standing();
  if (target != NULL) *target = now;
  return now;
}

int gettimeofday(struct timeval *restrict target, void *restrict zone) {
  (void)zone;
  target->tv_sec = standing();
  target->tv_usec = 0;
  return 0;
}
