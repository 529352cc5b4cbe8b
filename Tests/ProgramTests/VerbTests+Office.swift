import Testing

/// The office in which every verb has something to do.
extension VerbTests {
  /// - Parameter hasIncidents: whether there are incidents in the states that a verb about them can start from: I-1 triaged, I-2 ready to be
  ///   closed, I-3 closed.
  func office(hasIncidents: Bool) throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      printf 'alm:x:1001:1001:Ulf Alm:/home/alm:/bin/sh\\nroot:x:0:0:root:/root:/bin/sh\\n' > passwd
      printf 'root:x:0:\\nstaff:x:1001:alm\\n' > group
      printf 'root ALL=(ALL) ALL\\n' > sudoers
      : > history.ndjson
      printf 'position,matter\\nhead-of-care,access-care\\n' > order.csv
      printf 'person,entitlement\\nkim.ahl,S-1/print\\n' > list.csv
      printf 'liggare-policy: 1\\npolicy: rules\\n[level-2]\\nvalidity: P6M\\n' > rules.policy
      printf 'liggare-policy: 1\\npolicy: other-rules\\n[level-2]\\nvalidity: P9M\\n' > other.policy
      liggare role assign registrar anna.berg
      liggare policy adopt other.policy --body U-1 --from 2098-01-01 --review-by 2099-12-31
      liggare unit register Harbour --parent U-2
      liggare person register "Left One" --unit U-2 --user left.one
      liggare person leave left.one --yes
      liggare role assign registrar anna.berg
      liggare role assign data-protection-officer eva.lind
      liggare person absent kim.ahl --expected-until 2030-01-01
      liggare person move bo.ek --unit U-3
      liggare stale scan --as-of 2026-02-20 --reason "The scan was late"
      printf 'account,last-used\\nC-1,2026-01-20\\n' > usage.csv
      printf 'account,entitlement\\nC-1,read\\nguest,read\\n' > rights.csv
      printf 'account,entitlement\\nC-1,read\\nguest,write\\n' > more-rights.csv
      liggare reconcile S-1 --snapshot rights.csv
      liggare secrecy mark bo.ek --provision "OSL 21:3"
      liggare disclosure deny --request "KS 2026/43" --recipient media --provision "OSL 18:8" \\
        --decided-by anna.berg --ground "Shows how systems are protected" --yes
      liggare role assign archivist anna.berg
      liggare role assign archivist eva.lind
      liggare disposal decide --body U-1 --records requests --keep P1M --case "KS 2026/7"
      liggare disposal hold ulf.alm --reason "A claim" --case "KS 2026/8"
      liggare person register "Alva Berg" --unit U-1 --user alva.berg
      liggare role assign auditor alva.berg
      liggare key create auditor-key
      liggare key enroll alva.berg auditor-key.pub
      plan() { liggare review plan "$@"; }
      one='--axis event --trigger ad-hoc --person bo.ek --entitlement'
      past='--opens 2026-01-13 --due 2026-02-11'
      begin() { liggare review start $1 --old-sources --reason "The host is being moved"; }
      plan --axis event --trigger ad-hoc --person bo.ek
      plan --axis system --system S-1
      plan --axis system --system S-1 $past
      plan $one S-1/read $past
      plan $one S-1/move; plan $one S-1/move
      for review in V-2 V-3 V-4 V-5 V-6; do begin $review; done
      for review in V-5 V-6; do
        liggare review decide $review --item G-2 --outcome keep --by nils.ek --case "SN 2026/20" \\
          --reason "Needed in the new unit too"
      done
      liggare review close V-6 --attested-by kim.ahl --case "SN 2026/20" --yes
      liggare review packet V-2 --to packets --reviewer nils.ek
      said() { grep -o "$1=\\"[^\\"]*\\"" packets/V-2-P-4.html | head -n 1 | sed 's/.*="//; s/"$//'; }
      printf '{"liggare":"review-decisions","version":1,"origin":"%s","review":"V-2",' \\
        "$(said data-origin)" > answers.json
      printf '"reviewer":"P-4","position":%s,"decisions":[{"grant":"G-1","seen":"%s",' \\
        "$(said data-position)" "$(said 'data-grant="G-1" data-seen')" >> answers.json
      printf '"outcome":"keep","reason":"Needed in the new unit too"}]}' >> answers.json
      """)
    #expect(made.status == 0, "\(made)")
    guard hasIncidents else { return office }
    let reported = try office.script(
      """
      i() { liggare incident "$@" > /dev/null; }
      i report "The case system is down" --system S-1 --by eva.lind
      i triage I-1 --severity 3 --category outage --entity U-1
      for id in I-2 I-3; do
        i report "A telephone was lost" --by bo.ek
        i triage $id --severity 1 --category lost-device --entity U-1
        for regime in csl gdpr contract; do
          i assess $id $regime --outcome no-duty --reason "It was encrypted"
        done
        i act $id resolve "It was wiped"
        i measure $id "All telephones are wiped from afar" --owner eva.lind --due 2099-01-31
      done
      i close I-3 --cause human-error --cause-text "Left on a train" --yes
      """)
    #expect(reported.status == 0, "\(reported)")
    return office
  }
}
