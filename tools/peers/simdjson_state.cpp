// The permission state out of the plain operations, by simdjson's on-demand parser in one loop on one core.
//
//   simdjson_state HISTORY MOMENT
//
// Prints one JSON object: the time of the whole job (reading the file, parsing, state), that of parsing alone (every line's "op" looked up
// and nothing kept), how many grants are in effect at the moment, and the digest of their lines, by which the answer is compared with those
// of the other programs. The digest is not timed.

#include <openssl/sha.h>
#include <sched.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

using namespace simdjson;

static double now(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

// Numbers for names, in the order in which they are first met: open addressing over the bytes of the names, kept in one arena.
class Interner {
 public:
  explicit Interner(size_t expected) : slots(1) {
    while (slots.size() < expected * 2) slots.resize(slots.size() * 2);
    std::fill(slots.begin(), slots.end(), Slot{0, 0});
  }
  uint32_t number(std::string_view name) {
    uint64_t hash = hashOf(name);
    for (size_t at = hash & (slots.size() - 1);; at = (at + 1) & (slots.size() - 1)) {
      Slot& slot = slots[at];
      if (slot.number == 0) {
        slot = {uint32_t(hash >> 32), uint32_t(ends.size()) + 1};
        arena.append(name);
        ends.push_back(arena.size());
        if (ends.size() * 2 > slots.size()) grow();
        return uint32_t(ends.size()) - 1;
      }
      if (slot.tag == uint32_t(hash >> 32) && (*this)[slot.number - 1] == name) return slot.number - 1;
    }
  }
  std::string_view operator[](uint32_t number) const {
    size_t begin = number == 0 ? 0 : ends[number - 1];
    return std::string_view(arena).substr(begin, ends[number] - begin);
  }
  size_t size() const { return ends.size(); }

 private:
  struct Slot {
    uint32_t tag, number;
  };
  static uint64_t hashOf(std::string_view name) {
    uint64_t hash = name.size() * 0x9E3779B97F4A7C15u;
    for (size_t at = 0; at < name.size(); at += 8) {
      uint64_t word = 0;
      memcpy(&word, name.data() + at, std::min<size_t>(8, name.size() - at));
      hash = (hash ^ word) * 0xBF58476D1CE4E5B9u;
      hash ^= hash >> 32;
    }
    return hash;
  }
  void grow() {
    std::vector<Slot> old(slots.size() * 2, Slot{0, 0});
    old.swap(slots);
    for (const Slot& slot : old) {
      if (slot.number == 0) continue;
      size_t at = hashOf((*this)[slot.number - 1]) & (slots.size() - 1);
      while (slots[at].number != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = slot;
    }
  }
  std::vector<Slot> slots;
  std::string arena;
  std::vector<size_t> ends;
};

// YYYY-MM-DD as a number in the order of days.
static uint32_t dayOf(std::string_view text) {
  uint32_t day = 0;
  for (char digit : text.substr(0, 10)) {
    if (digit != '-') day = day * 10 + (digit - '0');
  }
  return day;
}

struct Grant {
  uint32_t person = 0, system = 0, entitlement = 0, start = UINT32_MAX, end = 0;
  bool isOver = false;
};

struct State {
  Interner persons{1 << 15}, systems{1 << 10}, entitlements{1 << 8}, grants{1 << 18};
  std::vector<Grant> rows;
  std::vector<bool> hasLeft;

  Grant& row(std::string_view name) {
    uint32_t number = grants.number(name);
    if (number >= rows.size()) rows.resize(number + 1);
    return rows[number];
  }
};

// One operation. Its fields stand in one order, which on-demand parsing follows without looking back.
static void take(ondemand::document_reference line, std::string_view moment, State& state) {
  std::string_view ts = line.find_field("ts").get_string();
  std::string_view op = line.find_field("op").get_string();
  if (op == "grant") {
    std::string_view grant = line.find_field("grant").get_string();
    Grant& row = state.row(grant);
    row.person = state.persons.number(line.find_field("person").get_string());
    row.system = state.systems.number(line.find_field("system").get_string());
    row.entitlement = state.entitlements.number(line.find_field("entitlement").get_string());
    row.start = dayOf(line.find_field("start").get_string());
    ondemand::value end = line.find_field("end");
    row.end = end.is_null() ? UINT32_MAX : dayOf(end.get_string());
  } else if (op == "revoke") {
    if (ts <= moment) state.row(line.find_field("grant").get_string()).isOver = true;
  } else if (op == "review_item") {
    std::string_view grant = line.find_field("grant").get_string();
    std::string_view outcome = line.find_field("outcome").get_string();
    if (outcome == "revoke" && ts <= moment) state.row(grant).isOver = true;
  } else if (op == "leaver") {
    uint32_t person = state.persons.number(line.find_field("person").get_string());
    if (person >= state.hasLeft.size()) state.hasLeft.resize(person + 1);
    if (ts <= moment) state.hasLeft[person] = true;
  }
}

int main(int count, char** words) {
  if (count != 3) return 2;
  // simdjson would find the structure of the next lines on a second core; this is about one.
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(sched_getcpu(), &one);
  sched_setaffinity(0, sizeof one, &one);
  std::string_view moment = words[2];
  State state;

  double begin = now(CLOCK_MONOTONIC), processorBegin = now(CLOCK_PROCESS_CPUTIME_ID);
  padded_string text = padded_string::load(words[1]);
  ondemand::parser parser;
  ondemand::document_stream lines = parser.iterate_many(text);
  size_t operations = 0;
  for (auto line : lines) {
    take(line.value(), moment, state);
    operations++;
  }
  uint32_t day = dayOf(moment);
  std::vector<uint32_t> active;
  for (uint32_t number = 0; number < state.rows.size(); number++) {
    const Grant& row = state.rows[number];
    if (row.isOver || row.start > day || row.end < day) continue;
    if (row.person < state.hasLeft.size() && state.hasLeft[row.person]) continue;
    active.push_back(number);
  }
  double seconds = now(CLOCK_MONOTONIC) - begin, processor = now(CLOCK_PROCESS_CPUTIME_ID) - processorBegin;

  double parsingBegin = now(CLOCK_MONOTONIC);
  size_t bytesOfOps = 0;
  ondemand::document_stream again = parser.iterate_many(text);
  for (auto line : again) bytesOfOps += std::string_view(line.value().find_field("op").get_string()).size();
  double parsing = now(CLOCK_MONOTONIC) - parsingBegin;

  std::vector<std::string> answer;
  for (uint32_t number : active) {
    const Grant& row = state.rows[number];
    std::string one(state.persons[row.person]);
    one.append("\t").append(state.systems[row.system]).append("\t").append(state.entitlements[row.entitlement]);
    answer.push_back(one.append("\t").append(state.grants[number]).append("\n"));
  }
  std::sort(answer.begin(), answer.end());
  std::string whole;
  for (const std::string& one : answer) whole += one;
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(whole.data()), whole.size(), digest);
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"seconds\": %.9f, \"cpu_seconds\": %.9f, \"parsing_seconds\": %.9f, \"operations\": %zu, \"bytes\": %zu, "
         "\"op_bytes\": %zu, \"implementation\": \"%s\", \"peak_bytes\": %ld, \"grants\": %zu, \"sha256\": \"",
         seconds, processor, parsing, operations, text.size(), bytesOfOps, SIMDJSON_STRINGIFY(SIMDJSON_BUILTIN_IMPLEMENTATION),
         usage.ru_maxrss * 1024L, active.size());
  for (unsigned char byte : digest) printf("%02x", byte);
  printf("\"}\n");
}
