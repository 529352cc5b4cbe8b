import AccessLedger
import AccessModel
import AuditViews
import Commands
import Diagnostics
import EventStore
import Projections
import Transparency

/// The keys that the log itself signs its checkpoints with.
enum LogKeyVerbs {
  static let show = Verb(
    VerbDeclaration(
      "key", "log", kind: .reading,
      summary: Localized(
        en: "list the log's own public keys", sv: "lista loggens egna publika nycklar"),
      discussion: Localized(
        en:
          "Whoever checks checkpoints and proofs needs these, by a way that they trust. A key counts for checkpoints of the sizes from FROM to UNTIL; two count while one is being replaced.",
        sv:
          "Den som kontrollerar kontrollpunkter och bevis behöver dem, på ett sätt som den litar på. En nyckel gäller för kontrollpunkter med storlekarna FRÅN till TILL; två gäller medan en håller på att bytas."
      ),
      examples: ["liggare key log", "liggare key log --format tsv --no-header"],
      sharedOptionNames: ["format", "out", "no-header", "known-at"])
  ) { session in
    let asked = try QuestionSession(session)
    var table = Table(
      name: "log_keys", title: Localized(en: "The log's keys", sv: "Loggens nycklar"),
      columns: [
        Column.identifier("key", Localized(en: "key", sv: "nyckel")),
        Column.number("from", Localized(en: "from", sv: "från")),
        Column.number("until", Localized(en: "until", sv: "till")),
      ])
    for row in asked.question.register.logKeys {
      table.append([
        .text(row.key.text), .integer(Int(row.added.position) + 1),
        .integer(orEmpty: row.retired.map { Int($0.position) }),
      ])
    }
    try asked.answer(table)
    return .done
  }

  static let rotate = Verb(
    VerbDeclaration(
      "key", "rotate-log", kind: .writing,
      summary: Localized(
        en: "begin to sign checkpoints with a new key of the log",
        sv: "börja signera kontrollpunkter med en ny nyckel för loggen"),
      discussion: Localized(
        en:
          "Makes the key beside the one there is (log-key.next) and records it. From then on checkpoints carry both signatures, so that those who check can go over to the new key; liggare key retire-log ends that.",
        sv:
          "Skapar nyckeln bredvid den som finns (log-key.next) och registrerar den. Därefter bär kontrollpunkterna båda signaturerna, så att de som kontrollerar kan gå över till den nya nyckeln; liggare key retire-log avslutar det."
      ),
      examples: ["liggare key rotate-log --reason \"Yearly change\""])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    // While one is being replaced there is no next one to make: the command is refused.
    let isKept = !session.command.flag("dry-run") && !ledger.isReplacingLogKey
    let key = try ledger.nextLogKey(isKept: isKept)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { [key.text] }) { _ in
      [.init(.logKey(.replace(ReplaceLogKey(key: key))))]
    }
  }

  static let retire = Verb(
    VerbDeclaration(
      "key", "retire-log", kind: .writing,
      summary: Localized(
        en: "sign checkpoints with the log's new key alone, and destroy the old one",
        sv: "signera kontrollpunkter bara med loggens nya nyckel, och förstör den gamla"),
      discussion: Localized(
        en:
          "Ends what liggare key rotate-log began. The file of the old key is overwritten and removed, and log-key.next becomes log-key; the old public half stays known by the log, for the checkpoints it signed.",
        sv:
          "Avslutar det som liggare key rotate-log började. Filen med den gamla nyckeln skrivs över och tas bort, och log-key.next blir log-key; den gamla publika halvan förblir känd i loggen, för de kontrollpunkter den har signerat."
      ),
      examples: ["liggare key retire-log"])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let retiring = ledger.register.currentLogKeys.first?.text
    return try session.record(
      in: ledger, zone: zone, isGrave: true, named: { [retiring].compactMap(\.self) }
    ) { _ in [.init(.logKey(.retire(RetireLogKey())))] }
  }

  static let all = [show, rotate, retire]
}
