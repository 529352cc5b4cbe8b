import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import EventStore
import Events
import Foundation
import IdentityRegister
import Projections
import Testing
import Transparency

@Suite struct ImportsAccountTests {
  private static let passwd = """
    root:x:0:0:root:/root:/bin/bash
    daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
    anna:x:1000:1000:Anna:/home/anna:/bin/bash
    bo:x:1001:1001:Bo:/home/bo:/bin/bash

    """
  private static let group = """
    root:x:0:
    daemon:x:1:
    sudo:x:27:anna
    arkiv:x:200:anna,bo
    anna:x:1000:
    bo:x:1001:

    """
  private static let sudoers = """
    root ALL=(ALL:ALL) ALL
    %sudo ALL=(ALL:ALL) ALL
    bo ALL=(root) /usr/bin/systemctl restart arkiv

    """

  private let system = SystemID("S-1")!

  /// A ledger with one system, and one person who goes by `anna` there.
  private func bench() throws -> ImportsWorkbench {
    let bench = try ImportsWorkbench()
    _ = try bench.open().record(
      Recording { [system] _ in
        [
          .init(
            .system(
              .register(
                RegisterSystem(
                  system: system, name: "Filservern", owner: UnitID(number: 1), ownership: .company)
              ))),
          .init(
            .person(.register(RegisterPerson(person: PersonID(number: 2), category: .employee))),
            identity: Identity(person: "P-2", name: "Anna Ek", userName: "anna")),
        ]
      }, signedBy: bench.signer)
    return bench
  }

  private func reading(
    _ bench: ImportsWorkbench, passwd: String = passwd, group: String = group,
    sudoers: String? = sudoers
  ) throws -> LinuxHostReading {
    try LinuxHostReading.files(
      passwd: bench.file("passwd", passwd), group: bench.file("group", group),
      sudoers: sudoers.map { try bench.file("sudoers", $0) })
  }

  private func importing(
    _ reading: LinuxHostReading, _ bench: ImportsWorkbench, isDryRun: Bool = false
  ) throws -> AccountImportReport {
    try AccountImport(reading, system: system, isDryRun: isDryRun).run(
      on: try bench.open(), signedBy: bench.signer)
  }

  /// Account name, entitlement and person of every grant, sorted.
  private func holdings(_ ledger: Ledger) throws -> [String] {
    try ledger.register.grants.rows.map { grant in
      let name = try ledger.identities.name(ofAccount: "\(grant.account!)")?.name ?? "?"
      return "\(name) \(grant.entitlement.name) \(grant.person.map { "\($0)" } ?? "-")"
    }.sorted()
  }

  @Test func `what the host grants is taken over, undecided, and a second run adds nothing`() throws
  {
    let bench = try bench()
    let host = try reading(bench)
    let dry = try importing(host, bench, isDryRun: true)
    #expect(try bench.open().register.accounts.count == 0)
    let report = try importing(host, bench)
    #expect(dry.grantCount == report.grantCount && dry.accountCount == 4)
    let ledger = try bench.open()
    let found = try holdings(ledger)
    for expected in [
      "anna group-arkiv P-2", "anna group-sudo P-2", "anna login P-2", "anna sudo-all P-2",
      "bo group-arkiv -", "bo login -", "daemon group-daemon -", "root group-root -",
      "root login -", "root sudo-all -",
    ] {
      #expect(found.contains(expected), "\(expected)")
    }
    #expect(!found.contains("daemon login -"))
    #expect(found.count == report.grantCount && Set(found).count == found.count)
    let now = Instant(milliseconds: 1_900_000_000_000)
    let states = Set(
      ledger.register.grants.rows.map { ledger.register.state(of: $0, at: now) })
    // Nobody has recorded where Anna works, so that what she holds is to be removed.
    #expect(states == [.undecided, .ending])
    let row = ledger.register.systems[system]!
    func entitlement(_ name: String) -> EntitlementRow? { row.entitlement(EntitlementName(name)!) }
    #expect(entitlement("sudo-all")?.privilege == .privileged)
    #expect(entitlement("group-root")?.privilege == .privileged)
    #expect(entitlement("group-arkiv")?.privilege == .ordinary)
    #expect(entitlement("group-daemon")?.account == .service)
    let second = try importing(host, bench)
    #expect(!second.isAnythingNew && second.batchCount == 0 && second.vanished.isEmpty)
    #expect(second.knownGrantCount == report.grantCount)
    #expect(try bench.open().log.head == ledger.log.head)
    #expect(try bench.verdict() == (.intact, []))
  }

  @Test func `no account name stands in the log, and the source is the digest of what was read`()
    throws
  {
    let bench = try bench()
    _ = try importing(try reading(bench), bench)
    let bytes = Array((Self.passwd + Self.group + Self.sudoers).utf8)
    let expected = SHA256.digest(of: bytes)
    let ledger = try bench.open()
    var grants = 0
    try ledger.log.read(from: 0) { record in
      let line = String(decoding: record.line, as: UTF8.self)
      if line.contains("account-found") {
        #expect(!line.contains("anna") && !line.contains("daemon"))
      }
      return .proceed
    }
    try ledger.readEvents { recorded in
      guard case .grant(.takenOver(let found)) = recorded.event else { return .proceed }
      grants += 1
      #expect(found.source == expected && recorded.command.channel == .importing)
      return .proceed
    }
    #expect(grants > 10)
  }

  @Test func `new rights are added, and rights that have vanished are reported and not recorded`()
    throws
  {
    let bench = try bench()
    _ = try importing(try reading(bench), bench)
    let before = try holdings(try bench.open())
    let changed = try importing(
      try reading(
        bench, passwd: Self.passwd + "cleo:x:1002:200::/home/cleo:/bin/sh\n",
        group: Self.group.replacingOccurrences(of: "anna,bo", with: "anna"),
        sudoers: Self.sudoers.replacingOccurrences(of: "%sudo", with: "# %sudo")), bench)
    #expect(changed.accountCount == 1 && changed.grantCount == 2 && changed.entitlementCount == 0)
    let ledger = try bench.open()
    let added = try Set(holdings(ledger)).subtracting(before)
    #expect(added == ["cleo group-arkiv -", "cleo login -"])
    let vanished = try changed.vanished.map {
      "\(try ledger.identities.name(ofAccount: "\($0.account)")!.name) \($0.entitlement.name)"
    }
    #expect(Set(vanished) == ["bo group-arkiv", "anna sudo-all"])
    // A right that is confirmed as removed and then found again is a new one.
    let grant = changed.vanished.first { "\($0.entitlement.name)" == "group-arkiv" }!.grant
    _ = try ledger.record(
      Recording(reason: "Tas bort efter importen") { _ in
        [
          .init(
            .grant(
              .revoke(RevokeGrant(grant: grant, by: PersonID(number: 1), cause: .unauthorised)))),
          .init(.grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: PersonID(number: 1))))),
        ]
      }, signedBy: bench.signer)
    let again = try importing(try reading(bench), bench)
    #expect(again.grantCount == 1)
  }

  @Test func `rules that cannot be read are a finding, and nothing of theirs counts as vanished`()
    throws
  {
    let bench = try bench()
    _ = try importing(try reading(bench), bench)
    let host = try LinuxHostReading.files(
      passwd: bench.folder + "/passwd", group: bench.folder + "/group",
      sudoers: bench.folder + "/none")
    #expect(host.findings.first?.code == "HST-03" && !host.areRulesComplete)
    #expect(host.findings.first?.text(in: .english).contains("/none") == true)
    let report = try importing(host, bench)
    #expect(report.vanished.isEmpty && report.findings.contains { $0.code == "HST-03" })
    // The same for a file that is included.
    let including = try reading(bench, sudoers: Self.sudoers + "@include \(bench.folder)/none\n")
    #expect(!including.areRulesComplete)
    // An included folder is read, in the order of names, and counts for the digest.
    try FileManager.default.createDirectory(
      atPath: bench.folder + "/d", withIntermediateDirectories: false)
    _ = try bench.file("d/10-bo", "bo ALL=(ALL:ALL) ALL\n")
    _ = try bench.file("d/20.skipped", "daemon ALL=(ALL:ALL) ALL\n")
    let folder = try reading(bench, sudoers: Self.sudoers + "@includedir \(bench.folder)/d\n")
    #expect(folder.areRulesComplete)
    let added = try importing(folder, bench)
    #expect(added.grantCount == 1)
    #expect(try holdings(try bench.open()).contains("bo sudo-all -"))
  }

  @Test func `an unknown system and a recorder without a role are refused`() throws {
    let bench = try bench()
    let host = try reading(bench)
    let ledger = try bench.open()
    do {
      _ = try AccountImport(host, system: SystemID("S-9")!).run(on: ledger, signedBy: bench.signer)
      Issue.record("taken over into a system that is not there")
    } catch {
      #expect(error.diagnostics.map(\.code) == ["REF-01"])
    }
    let other = try SigningKey(seed: Ed25519Seed([UInt8](repeating: 6, count: 32))!)
    _ = try ledger.record(
      Recording { _ in
        [
          .init(
            .key(
              .enroll(
                EnrollKey(
                  fingerprint: other.fingerprint,
                  publicKey: OpenSSHPublicKeyLine(publicKey: other.publicKey).text,
                  principal: PersonID(number: 2), kind: .person))))
        ]
      }, signedBy: bench.signer)
    do {
      _ = try AccountImport(host, system: system).run(on: ledger, signedBy: other)
      Issue.record("taken over by somebody without a role")
    } catch {
      #expect(Set(error.diagnostics.map(\.code)) == ["ROL-01"])
    }
    #expect(try bench.open().register.accounts.count == 0)
    #expect(try bench.open().identities.name(ofAccount: "C-1") == nil)
  }

  @Test func `a host with many accounts is kept in several batches`() throws {
    let bench = try bench()
    var passwd = Self.passwd
    for number in 0..<2_500 { passwd += "u\(number):x:\(2_000 + number):200::/home/u:/bin/sh\n" }
    let host = try reading(bench, passwd: passwd)
    let report = try importing(host, bench)
    #expect(report.batchCount == 2 && report.accountCount == 2_504)
    let register = try bench.open().register
    #expect(register.accounts.count == 2_504 && register.grants.count == report.grantCount)
    #expect(try importing(host, bench).isAnythingNew == false)
  }

  @Test func `the machine at hand is read as getent prints it`() throws {
    let bench = try bench()
    let host = try LinuxHostReading.thisHost()
    let report = try importing(host, bench)
    let getent = Process()
    getent.executableURL = URL(fileURLWithPath: "/usr/bin/getent")
    getent.arguments = ["passwd"]
    let output = Pipe()
    getent.standardOutput = output
    try getent.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    getent.waitUntilExit()
    let names = Set(printed.split(separator: "\n").compactMap { $0.split(separator: ":").first })
    let ledger = try bench.open()
    var kept: Set<Substring> = []
    try ledger.identities.forEachAccount(in: "\(system)") { kept.insert(Substring($0.name)) }
    #expect(kept == names && report.accountCount == names.count)
    #expect(report.grantCount >= names.count)
    #expect(try importing(try LinuxHostReading.thisHost(), bench).isAnythingNew == false)
  }
}
