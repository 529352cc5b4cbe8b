import Foundation
import Testing

/// What the machine will not do: rights, disks, and outputs that take nothing.
@Suite struct MachineTests {
  static let unit = "liggare unit register Unit --kind unit --parent U-2"

  /// A name space in which file systems can be mounted that nobody else sees.
  private func apart(_ office: Office, _ script: String) throws -> SystemProcess.Ending {
    try office.run(
      ["unshare"] + (geteuid() == 0 ? [] : ["--map-root-user"]) + [
        "--mount", "sh", "-eu", "-c", script,
      ])
  }

  @Test func `on a read-only file system questions are answered and commands refused`() throws {
    let office = try Office()
    let before = try office.contents()
    let run = try apart(
      office,
      """
      mount --bind ledger ledger
      mount -o remount,ro,bind ledger
      liggare verify > verified || echo "verify $?"
      liggare who S-1 > asked || echo "who $?"
      \(Self.unit) && echo recorded || echo "unit $?"
      liggare unit register "" --kind unit --parent U-2 && echo recorded || echo "empty $?"
      """)
    #expect(run.output == "unit 1\nempty 2\n", "\(run)")
    #expect(run.error.contains("LOG-04:"), "\(run)")
    #expect(try office.script("cat asked").output.contains("Bo Ek"))
    #expect(try office.contents() == before)
    #expect(try office.verify().status == 0)
  }

  @Test func `another user is refused, and a folder that may only be read is read`() throws {
    let office = try Office()
    // Root is let in everywhere, and becomes somebody else.
    let (nobody, own) =
      geteuid() == 0
      ? ("setpriv --reuid=65534 --regid=65534 --clear-groups", "chown -R 65534:65534") : ("", ":")
    let run = try office.script(
      """
      chmod 755 .; chmod 000 ledger
      \(nobody) liggare verify && echo verified || echo "closed $?"
      chmod 700 ledger
      cp -r ledger theirs; cp key their-key; \(own) theirs their-key
      find theirs -type f -exec chmod 400 {} +; find theirs -depth -type d -exec chmod 500 {} +
      export LIGGARE_LEDGER=$PWD/theirs LIGGARE_KEY=$PWD/their-key
      \(nobody) liggare verify > verified && echo "read"
      \(nobody) liggare who S-1 > asked && echo "asked"
      \(nobody) \(Self.unit) && echo recorded || echo "unit $?"
      chmod -R u+w theirs; cp -r theirs after
      """)
    #expect(run.output == "closed 1\nread\nasked\nunit 1\n", "\(run)")
    #expect(run.error.components(separatedBy: "LOG-03:").count == 3, "\(run)")
    let events = try office.verify()
    #expect(try office.verify(ledger: office.folder + "/after") == events)
  }

  @Test func `a disk that fills up at any place refuses the command whole`() throws {
    let office = try Office()
    let identities = try office.identities()
    let events = try office.verify().events
    let run = try apart(
      office,
      """
      mkdir disk
      for free in 0 1 2 3 4 5 6 7 8 9 10 12 14 16 18 20 24 28 32 40; do
        mount -t tmpfs -o size=4m,mode=700 tmpfs disk
        cp -r --sparse=never ledger disk/ledger
        left=$(df -B4096 --output=avail disk | tail -n 1)
        head -c $(((left - free) * 4096)) /dev/zero > disk/filler
        status=0
        liggare person register "Ny Person" --unit U-2 --user ny.person --reason "Begins here" \
          --ledger disk/ledger > said 2> told || status=$?
        code=$(sed -n '1s/:.*//p' told)
        cp -r disk/ledger "left-$free"
        rm disk/filler
        again=0
        liggare person register "Ny Igen" --unit U-2 --user ny.igen --ledger disk/ledger > said-again || again=$?
        cp -r disk/ledger "again-$free"
        umount disk
        echo "$free $status ${code:-–} $again"
      done
      """)
    #expect(run.status == 0, "\(run)")
    let rounds = run.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rounds.count == 20, "\(run)")
    for round in rounds {
      let (free, status, code, again) = (round[0], round[1], round[2], round[3])
      let left = office.folder + "/left-\(free)"
      let isRecorded = status == "0"
      let next = try office.verify(ledger: office.folder + "/again-\(free)")
      #expect(again == "0" && next.status == 0, "\(round): once there is room again")
      // The copy of the folder holds no more than the folder: what is half written would show.
      let after = try office.verify(ledger: left)
      #expect(after.status == 0, "\(round)")
      #expect(after.events == events + (isRecorded ? 2 : 0), "\(round)")
      #expect(next.events == after.events + 2, "\(round)")
      if !isRecorded {
        #expect(status == "1" && ["LOG-09", "IDR-07"].contains(code), "\(round)")
        #expect(try office.identities(ledger: left) == identities, "\(round)")
      }
    }
    let statuses = Set(rounds.map { $0[1] })
    #expect(statuses == ["0", "1"], "the disk was never full, or always: \(rounds)")
  }

  @Test func `an answer that cannot be written is a failure with a word on standard error`() throws
  {
    let office = try Office()
    let verbs = [
      "verify", "replay", "status", "who S-1", "what bo.ek", "can bo.ek S-1/read",
      "why bo.ek S-1/read", "log", "log --format csv", "unit list --format json",
      "view active-grants --format tsv", "help", "help grant issue", "--version", "--help",
      "explain", "explain exit", "explain INV-02", "completion bash", "manual",
      "unit register Unit --kind unit --parent U-2 --dry-run",
    ]
    for verb in verbs {
      for output in ["> /dev/full", ">&-"] {
        let before = try office.contents()
        let run = try office.script("liggare \(verb) \(output)")
        #expect(run.status == 70 && run.error.contains("CLI-20:"), "\(verb) \(output): \(run)")
        #expect(try office.contents() == before, "\(verb) \(output)")
      }
    }
  }

  @Test func `a recorded command whose answer cannot be written says that it is recorded`() throws {
    for output in ["> /dev/full", ">&-", ">&- <&-"] {
      let office = try Office()
      let events = try office.verify().events
      let run = try office.script("\(Self.unit) \(output)")
      #expect(run.status == 70, "\(output): \(run)")
      #expect(
        run.error.contains("Recorded at position \(events): U-3\nCLI-21:"), "\(output): \(run)")
      #expect(try office.verify() == Office.Verification(status: 0, events: events + 1))
      #expect(try Office.bytes(office.ledger + "/lock").isEmpty, "\(output)")
    }
  }

  @Test func `with every descriptor closed nothing is written where it does not belong`() throws {
    let office = try Office()
    let events = try office.verify().events
    let run = try office.script(
      "status=0; liggare person register \"Ny Person\" --unit U-2 <&- >&- 2>&- || status=$?; exit $status"
    )
    #expect(run.status == 70, "\(run)")
    #expect(try office.verify() == Office.Verification(status: 0, events: events + 2))
    #expect(try Office.bytes(office.ledger + "/lock").isEmpty)
    let check = try office.script(
      "sqlite3 -readonly ledger/identities.sqlite 'PRAGMA integrity_check'")
    #expect(check.output == "ok\n")
  }

  @Test func `a reader who leaves early is no failure`() throws {
    let office = try Office()
    let run = try office.script(
      "{ liggare log --format csv; echo $? > status; } | head -n 1 > first; cat status first")
    #expect(run.output.hasPrefix("0\n") && run.error == "", "\(run)")
  }
}
