import Foundation
import Testing

/// A ledger and its witnesses, all as processes: in a folder, behind `ssh`, and behind HTTP.
@Suite struct WitnessingTests {
  /// An office whose ledger is witnessed by a folder beside it.
  private func office(_ more: String = "") throws -> Office {
    let office = try Office()
    let run = try office.script(
      """
      liggare publish
      liggare witness init witness --name witness.example/audit > witness-key 2> told
      liggare witness trust witness "$(liggare key log --format tsv --no-header | cut -f 1)"
      echo "witness audit $(cat witness-key) file:$PWD/witness" > policy
      echo "quorum audit" >> policy
      liggare witness use policy
      \(more)
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    return office
  }

  @Test func `each command is shown to the witness, and its checkpoint carries what it says`()
    throws
  {
    let office = try office()
    let run = try office.script(
      """
      liggare unit register First --kind unit --parent U-2
      liggare unit register Second --kind unit --parent U-2
      liggare witness ask --format tsv --no-header
      grep -c 'witness.example/audit' ledger/public/checkpoint
      liggare witness list witness --format tsv --no-header
      liggare verify > verified
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    let events = try office.verify().events
    #expect(run.output.contains("audit\tcosigned\t\(events)\t"), "\(run.output)")
    #expect(run.output.contains("ledger.example\t\(events)\t"), "\(run.output)")
  }

  @Test func `a ledger that was set back to last week's folder records nothing more`() throws {
    let office = try office("cp -a ledger last-week")
    let run = try office.script(
      """
      liggare unit register First --kind unit --parent U-2
      rm -rf ledger; mv last-week ledger
      # The folder agrees with itself.
      status=0; liggare verify > /dev/null 2> told || status=$?
      test $status = 30; grep -q WIT-09 told
      mv ledger/witnesses kept; liggare verify > /dev/null; mv kept ledger/witnesses
      cp -a ledger before
      status=0; liggare unit register Other --kind unit --parent U-2 2> told || status=$?
      test $status = 30; grep -q WIT-09 told
      status=0; liggare witness ask 2> told || status=$?; test $status = 30
      # Nor is anything answered from it.
      status=0; liggare unit list > answer 2> told || status=$?
      test $status = 30; grep -q WIT-09 told; test ! -s answer
      cmp ledger/head before/head
      cmp ledger/segments/000000000000.ndjson before/segments/000000000000.ndjson
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }

  @Test func `a witness that is not reached is told and holds nothing up`() throws {
    let office = try office("mv witness away")
    let run = try office.script(
      """
      liggare unit register First --kind unit --parent U-2 2> told
      grep -q WIT-01 told; grep -q 'hours ago' told
      status=0; liggare witness ask 2> told || status=$?; test $status = 10
      liggare unit list > answer 2> told; test -s answer; grep -q WIT-01 told
      mv away witness
      liggare unit register Second --kind unit --parent U-2 2> told
      test ! -s told
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }

  @Test func `who reads while others record hears of no contradiction`() throws {
    let office = try office()
    let run = try office.script(
      """
      for number in 1 2 3 4 5 6 7 8; do liggare unit register Unit-$number --kind unit --parent U-2 2>> writing; done &
      while kill -0 $! 2> /dev/null; do
        liggare unit list --format csv 2>> told > answer || { echo "list $?"; cat told; exit 9; }
        liggare verify > verified 2>> told || { echo "verify $?"; cat told verified; exit 9; }
      done
      wait
      if grep -E '^(WIT|PUB|LOG|LED)-' told writing; then exit 9; fi
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }

  @Test func `requests are carried on a stick, and answers taken back`() throws {
    let office = try office()
    let run = try office.script(
      """
      sed -i 's| file:.*||' policy
      liggare witness use policy
      liggare unit register First --kind unit --parent U-2
      known=$(liggare witness list witness --format tsv --no-header | cut -f 2)
      liggare witness request --from "$known" > request
      liggare witness answer witness < request > answer
      liggare witness accept answer --format tsv --no-header
      # The same answer once more is no harm; an answer of nobody's is refused.
      liggare witness accept answer > again
      sed 's/audit/other/' answer > other
      status=0; liggare witness accept other 2> told || status=$?; test $status = 1; grep -q WIT-06 told
      # Twenty events too many: somebody has seen a longer log.
      status=0; liggare witness request --from 9999 2> told || status=$?; test $status = 1; grep -q WIT-11 told
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    let events = try office.verify().events
    #expect(run.output.contains("audit\tnot-asked\t\(events)\t"), "\(run.output)")
  }

  @Test func `a witness answers behind ssh and behind HTTP`() throws {
    let office = try office()
    let server = """
      import http.server, subprocess, sys
      class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
          body = self.rfile.read(int(self.headers["Content-Length"]))
          head = "POST %s HTTP/1.1\\r\\nContent-Length: %d\\r\\n\\r\\n" % (self.path, len(body))
          run = subprocess.run(["liggare", "witness", "answer", "witness"], input=head.encode() + body, capture_output=True)
          self.wfile.write(run.stdout)
        def log_message(self, *words): pass
      server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
      print(server.server_port, flush=True)
      server.serve_forever()
      """
    try Data(server.utf8).write(to: URL(fileURLWithPath: office.folder + "/server.py"))
    let run = try office.script(
      """
      # What ssh does at its end: it hands the words to a shell there.
      mkdir bin
      printf '#!/bin/sh\\nwhile test "$1" != --; do shift; done\\ntest "$2" = keeper@audit.example\\nexec sh -c "$3"\\n' > bin/ssh
      chmod 700 bin/ssh
      export PATH="$PWD/bin:$PATH"
      sed -i "s|file:.*|ssh://keeper@audit.example:2222$PWD/witness|" policy
      liggare witness use policy
      liggare unit register First --kind unit --parent U-2 2> told
      test ! -s told
      mkfifo port
      python3 server.py > port &
      server=$!
      trap 'kill $server' EXIT
      read -r number < port
      sed -i "s|ssh:.*|http://127.0.0.1:$number/prefix|" policy
      liggare witness use policy
      liggare unit register Second --kind unit --parent U-2 2> told
      test ! -s told
      liggare witness ask --format tsv --no-header
      sed -i "s|http:.*|http://127.0.0.1:1/|" policy
      liggare witness use policy > used 2>&1
      liggare unit register Third --kind unit --parent U-2 2> told
      grep -q WIT-08 told
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    #expect(run.output.contains("audit\tcosigned\t"), "\(run.output)")
  }

  @Test func `an address that would reach another host's shell is refused`() throws {
    let office = try office()
    for address in [
      "ssh://audit.example/srv/$(id)", "ssh://-oProxyCommand=id/srv", "ftp://x/y", "file:witness",
    ] {
      try Data("witness audit \(try key(office)) \(address)\nquorum audit\n".utf8)
        .write(to: URL(fileURLWithPath: office.folder + "/policy"))
      let run = try office.liggare("witness", "use", "policy")
      #expect(run.status == 1 && run.error.hasPrefix("WIT-10"), "\(address): \(run)")
    }
  }

  private func key(_ office: Office) throws -> String {
    try String(contentsOfFile: office.folder + "/witness-key", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
