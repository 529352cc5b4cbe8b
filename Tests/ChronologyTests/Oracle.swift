import Foundation

/// What Python's `datetime` and `zoneinfo` and the C library say about the calendar and the time zones:
/// independent sources.
///
/// One process answers everything once; each answer is a line of words, and the first word is its kind.
enum Oracle {
  /// The lines of a kind, without the kind.
  static func lines(_ kind: String) -> [[Substring]] {
    answers[kind] ?? []
  }

  /// Whether there is a Python with time zones to ask.
  static var isAvailable: Bool { !answers.isEmpty }

  private static let answers: [String: [[Substring]]] = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    do {
      try process.run()
      let data = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { return [:] }
      var answers: [String: [[Substring]]] = [:]
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        answers[String(words[0]), default: []].append(Array(words.dropFirst()))
      }
      return answers
    } catch {
      return [:]
    }
  }()

  private static let script = #"""
    import os, random, struct, sys, time
    from datetime import date, datetime, timedelta, timezone
    from zoneinfo import ZoneInfo, available_timezones

    random.seed(20261125)
    out = []
    UTC = timezone.utc
    EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
    def at(s): return EPOCH + timedelta(seconds=s)
    def seconds(d): return int((d - EPOCH) / timedelta(seconds=1))

    # Days and instants over the whole calendar.
    first, last = date.min.toordinal(), date.max.toordinal()
    for n in [first, last, 719163, 719162] + [random.randint(first, last) for _ in range(4000)]:
        d = date.fromordinal(n)
        out.append(f"day {n - 719163} {d.isoformat()} {d.isoweekday()}")
    for _ in range(4000):
        ms = random.randint(-62135596800000, 253402300799999)
        d = EPOCH + timedelta(milliseconds=ms)
        out.append(f"instant {ms} {d.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z")

    MAIN = ["Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Africa/Casablanca",
            "Antarctica/Troll", "UTC", "America/St_Johns", "America/Sao_Paulo", "Australia/Lord_Howe",
            "Europe/Dublin", "Africa/Cairo", "America/Santiago"]
    LOW, HIGH = seconds(datetime(1900, 1, 1, tzinfo=UTC)), seconds(datetime(2100, 1, 1, tzinfo=UTC))

    def offset(zone, s): return int(at(s).astimezone(zone).utcoffset().total_seconds())

    def transitions(zone, low, high, step=3 * 86400, offset=offset):
        found, s = [], low
        before = offset(zone, s)
        while s < high:
            after = offset(zone, s + step)
            if after != before:
                a, b = s, s + step
                while b - a > 1:
                    m = (a + b) // 2
                    if offset(zone, m) == before: a = m
                    else: b = m
                found.append(b)
            before, s = after, s + step
        return found

    def say_offset(name, zone, s):
        d = at(s).astimezone(zone)
        out.append(f"offset {name} {s} {int(d.utcoffset().total_seconds())} "
                   f"{d.date().isoformat()} {d.hour * 3600 + d.minute * 60 + d.second}")

    def resolve(zone, local):
        # PEP 495: the two readings agree, or the clock shows the time twice or never.
        moments = []
        for fold in (0, 1):
            moments.append(seconds(local.replace(tzinfo=zone, fold=fold).astimezone(UTC)))
        shown = [at(m).astimezone(zone).replace(tzinfo=None, fold=0) == local for m in moments]
        if not any(shown): return "gap", moments[0], moments[1]
        if moments[0] == moments[1]: return "one", moments[0], moments[0]
        return "two", moments[0], moments[1]

    def say_local(name, zone, local):
        kind, a, b = resolve(zone, local)
        s = local.hour * 3600 + local.minute * 60 + local.second
        out.append(f"local {name} {local.date().isoformat()} {s} {kind} {a} {b}")

    def say_day(name, zone, d):
        kind, a, b = resolve(zone, datetime(d.year, d.month, d.day))
        if kind == "gap":
            # The first moment whose local day is not before the day.
            low, high = a - 90000, a + 90000
            while high - low > 1:
                m = (low + high) // 2
                if at(m).astimezone(zone).date() < d: low = m
                else: high = m
            a = high
        out.append(f"start {name} {d.isoformat()} {a}")

    for name in MAIN:
        zone = ZoneInfo(name)
        moments = [random.randint(LOW, HIGH - 1) for _ in range(400)]
        for t in transitions(zone, LOW, HIGH):
            moments += [t - 1, t, t + 1, t - random.randint(2, 7200), t + random.randint(2, 7200)]
            before, after = offset(zone, t - 1), offset(zone, t)
            for edge in (before, after, (before + after) // 2):
                for nudge in (-1, 0, 1):
                    say_local(name, zone, at(t + edge + nudge).replace(tzinfo=None))
            for day in (-1, 0, 1):
                say_day(name, zone, at(t + before).date() + timedelta(days=day))
        for s in moments: say_offset(name, zone, s)
        for _ in range(300):
            s = random.randint(LOW, HIGH - 1)
            say_local(name, zone, at(s).replace(tzinfo=None))
            say_day(name, zone, at(s).date())

    for name in sorted(available_timezones() - set(MAIN) - {"localtime"}):
        if name.startswith(("right/", "posix/")): continue
        try: zone = ZoneInfo(name)
        except Exception: continue
        out.append(f"zone {name}")
        for _ in range(12): say_offset(name, zone, random.randint(LOW, HIGH - 1))

    # Footers of every form, in a file with nothing else. The C library answers: zoneinfo of Python 3.11 counts
    # the days of `n` from 1, and those of `J59` wrongly in leap years. The library knows no rules before 1970.
    for tz in ["CET-1CEST,M3.5.0,M10.5.0/3", "AAA3BBB,J60,J300", "AAA3BBB,59,299/1:30",
               "<+0545>-5:45", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "EET-2EEST,M3.4.4/50,M10.4.4/50",
               "IST-1GMT0,M10.5.0,M3.5.0/1", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
               "NST3:30:30NDT2:30:30,M4.1.0/0:01,M10.5.0/0:01", "AAA-12:59:59",
               "XST5XDT4:15,J59/0,J61/24", "YST-9YDT,58/12:34:56,60"]:
        data = (b"TZif3" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 4) + bytes(6) + b"LMT\0"
                + b"TZif3" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 4) + bytes(6) + b"LMT\0"
                + b"\n" + tz.encode() + b"\n")
        out.append(f"made {tz} {data.hex()}")
        os.environ["TZ"] = tz
        time.tzset()
        def system_offset(_, s): return time.localtime(s).tm_gmtoff
        low, high = seconds(datetime(1972, 1, 1, tzinfo=UTC)), seconds(datetime(2032, 1, 1, tzinfo=UTC))
        moments = [random.randint(low, HIGH - 1) for _ in range(200)]
        for t in transitions(None, low, high, step=86400, offset=system_offset): moments += [t - 1, t]
        for s in moments: out.append(f"footer {tz} {s} {system_offset(None, s)}")

    sys.stdout.write("\n".join(out) + "\n")
    """#
}
