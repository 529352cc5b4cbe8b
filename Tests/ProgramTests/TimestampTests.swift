import Foundation
import Testing

/// Time stamps by an authority that `openssl ts` plays, and whose certificates have expired since.
@Suite struct TimestampTests {
  /// Runs a script in an office with an authority: `stamp REQUEST ANSWER` stamps on 14 January 2026, `ca.pem` is its root and
  /// `other.pem` somebody else's. All certificates expired in February of that year.
  private func script(_ office: Office, _ text: String) throws -> SystemProcess.Ending {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/clock.c").path
    return try office.script(
      """
      gcc -shared -fPIC -o clock.so '\(fixture)'
      at() { CLOCK=$(date -u -d "$1" +%s); shift; CLOCK=$CLOCK LD_PRELOAD="$PWD/clock.so" "$@"; }
      cat > authority.cnf <<'END'
      [one]
      serial = serial
      default_policy = 1.2.3.4.1
      signer_digest = sha256
      digests = sha256
      ess_cert_id_alg = sha256
      [signer]
      extendedKeyUsage = critical,timeStamping
      [root]
      basicConstraints = critical,CA:TRUE
      [req]
      distinguished_name = name
      [name]
      END
      echo 01 > serial
      new='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config authority.cnf'
      for root in ca other; do
        at 2026-01-13 openssl req $new -extensions root -x509 -keyout $root.key -out $root.pem \\
          -subj "/CN=Root $root" -days 30 2>> said
      done
      openssl req $new -keyout signer.key -out signer.csr -subj "/CN=Authority" 2>> said
      at 2026-01-13 openssl x509 -req -in signer.csr -CA ca.pem -CAkey ca.key -CAcreateserial \\
        -extfile authority.cnf -extensions signer -out signer.pem -days 30 2>> said
      stamp() {
        at '2026-01-14 12:00' openssl ts -reply -queryfile "$1" -config authority.cnf -section one \\
          -signer signer.pem -inkey signer.key -out "$2" 2>> said
      }
      is() { expected=$1; shift; status=0; "$@" > out 2> err || status=$?; test $status = $expected; }
      \(text)
      """)
  }

  @Test func `a stamp is asked for, kept, and good after its authority's certificates expired`()
    throws
  {
    let office = try Office()
    let run = try script(
      office,
      """
      liggare timestamp request --out request
      liggare timestamp request > again
      cmp request again
      # What is stamped are the three lines that the log signs, whoever cosigns them.
      sed -n 1,3p ledger/public/checkpoint > body
      openssl ts -query -data body -sha256 -cert -no_nonce -out judge 2>> said
      cmp request judge
      stamp request answer
      # The judge agrees, and only for the moment of the stamp.
      openssl ts -verify -data body -in answer -CAfile ca.pem -attime "$(date -u -d '2026-01-14 12:00' +%s)"
      is 1 openssl ts -verify -data body -in answer -CAfile ca.pem
      is 0 liggare timestamp add answer --ca ca.pem
      grep -q '2026-01-14 13:00:00' out
      test "$(stat -c %a ledger/timestamps ledger/timestamps/* | sort -u | tr '\\n' ' ')" = '600 700 '
      is 0 liggare timestamp list --format tsv --no-header
      grep -q 'good$' out
      is 0 liggare verify
      grep -q 'Time stamp: the first' err
      is 1 liggare timestamp add answer --ca ca.pem
      grep -q '^TST-07' err
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }

  @Test func `a stamp by others, over something else, altered or refused is not kept`() throws {
    let office = try Office()
    let run = try script(
      office,
      """
      liggare timestamp request --out request
      stamp request answer
      is 1 liggare timestamp add answer --ca other.pem; grep -q '^TST-04' err
      is 1 liggare timestamp add answer --ca request; grep -q '^TST-05' err
      is 1 liggare timestamp add request --ca ca.pem; grep -q '^TST-01' err
      echo else > body
      openssl ts -query -data body -sha256 -cert -out foreign 2>> said
      stamp foreign foreign-answer
      is 1 liggare timestamp add foreign-answer --ca ca.pem; grep -q '^TST-06' err
      openssl ts -query -data body -sha512 -cert -out long 2>> said
      stamp long refused || true
      is 1 liggare timestamp add refused --ca ca.pem; grep -q '^TST-02' err
      test ! -e ledger/timestamps
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    let answer = try Office.bytes(office.folder + "/answer")
    var kept = 0
    // The stamped digest and the time lie in the first part, the signature in the last.
    for place in [60, 100, 130, answer.count - 20] {
      var altered = answer
      altered[place] ^= 1
      try office.write(altered, to: office.folder + "/altered")
      let added = try office.liggare("timestamp", "add", "altered", "--ca", "ca.pem")
      #expect(added.status == 1 && added.error.hasPrefix("TST-"), "\(place): \(added)")
      kept += FileManager.default.fileExists(atPath: office.ledger + "/timestamps") ? 1 : 0
    }
    #expect(kept == 0)
  }

  @Test func `verify tells a stamp that was changed, and one of another history`() throws {
    let office = try Office()
    let run = try script(
      office,
      """
      liggare timestamp request --out request
      stamp request answer
      liggare timestamp add answer --ca ca.pem
      stamp=$(echo ledger/timestamps/*.tsr); chain=$(echo ledger/timestamps/*.pem)
      cp "$chain" chain; cp other.pem "$chain"
      is 50 liggare verify; grep -q '^TST-04' err
      is 50 liggare timestamp list; grep -q '^TST-04' err
      rm "$chain"
      is 50 liggare verify; grep -q '^TST-08' err
      cp chain "$chain"
      is 0 liggare verify
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    // Rewritten before what was stamped, by somebody who has the log's key and throws its checkpoints away.
    var log = try ForgedLog(office)
    log.batches.swapAt(log.batches.count - 1, log.batches.count - 2)
    log.rebase(from: 0)
    try log.keep(in: office)
    let told = try office.liggare("timestamp", "list")
    #expect(told.status == 30 && told.error.contains("PUB-01"), "\(told)")
  }

  @Test func `a bundle carries the first stamp that covers it, and openssl agrees on it`() throws {
    let office = try Office()
    let run = try script(
      office,
      """
      liggare timestamp request --out request
      stamp request answer
      liggare timestamp add answer --ca ca.pem
      liggare evidence grant G-1 --out at-once
      liggare unit register Fourth --kind unit --parent U-2
      liggare timestamp request --out later
      stamp later later-answer
      liggare timestamp add later-answer --ca ca.pem
      liggare unit register Fifth --kind unit --parent U-2
      liggare evidence grant G-1 --out after
      cmp at-once/timestamp/response.tsr after/timestamp/response.tsr
      test ! -s at-once/timestamp/consistency; test -s after/timestamp/consistency
      for bundle in at-once after; do
        is 0 liggare verify --evidence $bundle; grep -q 'Time stamp: the log had' err
        is 0 liggare verify --evidence $bundle --ca ca.pem; grep -q '2026-01-14 12:00 (UTC).$' err
        is 50 liggare verify --evidence $bundle --ca other.pem; grep -q '^TST-04' err
        awk '/^```sh$/ { f = 1; next } /^```$/ { f = 0 } f' $bundle/README > commands
        (cd $bundle; sh -eu ../commands > ../out)
      done
      # One that was stamped before the last of its lines is left out.
      liggare grant revoke G-1 --reason "The duty has ended"
      liggare evidence grant G-1 --out ended
      test ! -e ended/timestamp
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }
}
