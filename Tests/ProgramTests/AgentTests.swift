import Foundation
import Testing

/// Signing with what a real `ssh-agent` holds: a key in its memory, and one in a security key.
@Suite struct AgentTests {
  /// Runs a script with an agent that is stopped afterwards.
  private func script(_ office: Office, _ text: String) throws -> SystemProcess.Ending {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/security-key.c").path
    return try office.script(
      """
      gcc -shared -fPIC -o security-key.so '\(fixture)' -lcrypto
      export SSH_AUTH_SOCK="$PWD/agent"
      ssh-agent -a "$SSH_AUTH_SOCK" -P "$PWD/*" -D > agent-said 2>&1 &
      agent=$!
      trap 'kill $agent; wait $agent || :' EXIT
      while ! test -S "$SSH_AUTH_SOCK"; do kill -0 $agent; done
      \(text)
      """)
  }

  @Test func `a key that only the agent can use signs, and ssh-keygen agrees`() throws {
    let office = try Office()
    let run = try script(
      office,
      """
      ssh-keygen -q -t ed25519 -N 'a long passphrase' -f locked
      liggare key enroll siv.dahl locked.pub
      status=0; liggare unit register First --kind unit --parent U-2 --key locked 2> refused || status=$?
      test $status = 1; grep -q KEY-13 refused
      printf '#!/bin/sh\\necho a long passphrase\\n' > ask; chmod 700 ask
      SSH_ASKPASS="$PWD/ask" SSH_ASKPASS_REQUIRE=force ssh-add -q locked
      liggare role assign custodian siv.dahl
      # The encrypted file, its public half, and nothing at all all mean the one key that the agent holds.
      liggare unit register First --kind unit --parent U-2 --key locked
      liggare unit register Second --kind unit --parent U-2 --key locked.pub
      env -u LIGGARE_KEY liggare unit register Third --kind unit --parent U-2
      liggare verify
      liggare key signers > allowed
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    #expect(try office.verify().status == 0)
    let signers = try String(contentsOfFile: office.folder + "/allowed", encoding: .utf8)
    #expect(signers.contains("namespaces=\"liggare-event@ledger.example\""))
  }

  @Test func `a security key signs by the agent, and each signature of the log passes ssh-keygen`()
    throws
  {
    let office = try Office()
    let run = try script(
      office,
      """
      export SSH_SK_PROVIDER="$PWD/security-key.so"
      ssh-keygen -q -t ed25519-sk -N '' -f touch
      liggare key enroll siv.dahl touch.pub
      liggare role assign custodian siv.dahl
      ssh-add -q -S "$SSH_SK_PROVIDER" touch
      liggare unit register First --kind unit --parent U-2 --key touch
      liggare verify
      liggare key signers > allowed
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
    #expect(try office.verify().status == 0)
    let last = try #require(try office.lines().last)
    let line = String(decoding: last, as: UTF8.self)
    #expect(line.contains("\"sig\":\"AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t"))
    // The signature of the last batch, judged by OpenSSH alone.
    let event = try #require(line.range(of: "\"event\":"))
    let body = line[event.upperBound...].dropLast(2)
    try Data((body + "\n").utf8).write(to: URL(fileURLWithPath: office.folder + "/message"))
    let judged = try office.script(
      """
      sig=$(tail -n 1 '\(office.segment)' | sed 's/.*"sig":"\\([^"]*\\)".*/\\1/')
      python3 - "$sig" > message.sig <<'END'
      import base64, struct, sys
      def string(b): return struct.pack(">I", len(b)) + b
      key = base64.b64decode(open("touch.pub").read().split()[1])
      blob = b"SSHSIG" + struct.pack(">I", 1) + b"".join(
        string(b) for b in [key, b"liggare-event@ledger.example", b"", b"sha512", base64.b64decode(sys.argv[1])])
      text = base64.b64encode(blob).decode()
      print("-----BEGIN SSH SIGNATURE-----")
      for place in range(0, len(text), 70): print(text[place:place + 70])
      print("-----END SSH SIGNATURE-----")
      END
      time=$(tail -n 1 '\(office.segment)' | sed 's/.*"recorded":"\\([0-9T:-]*\\).*/\\1/' | tr -d 'T:-')
      ssh-keygen -Y verify -f allowed -I P-3 -n liggare-event@ledger.example -O verify-time="${time}Z" \
        -s message.sig < message
      """)
    #expect(judged.status == 0, "\(judged.output)\(judged.error)")
  }

  @Test func `an agent that is gone, silent or full of keys is told apart`() throws {
    let office = try Office()
    let run = try script(
      office,
      """
      try() { status=0; env -u LIGGARE_KEY "$@" liggare unit register X --kind unit --parent U-2 2> refused || status=$?; }
      try; test $status = 2; grep -q CLI-31 refused
      ssh-add -q key; ssh-add -q spare-key
      try; test $status = 2; grep -q 'agent holds' refused
      try SSH_AUTH_SOCK=/nowhere; grep -q KEY-13 refused
      try SSH_AUTH_SOCK=; test $status = 2; grep -q CLI-31 refused
      """)
    #expect(run.status == 0, "\(run.error)\(run.output)")
  }
}
