import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// What systems, their classification and their entitlements lack.
struct SystemFindings {
  let question: ViewQuestion
  private var register: Register { question.register }
  private var asOf: Instant { question.asOf }

  init(_ question: ViewQuestion) {
    self.question = question
  }

  /// Systems in the order of their identifiers; one that is closed lacks nothing.
  func findings() -> [Finding] {
    register.systems.rows.filter {
      $0.registered.effective <= asOf && ($0.closing.map { $0 > asOf } ?? true)
    }.sorted { $0.id.comesBefore($1.id) }.flatMap { system in
      roles(of: system) + classification(of: system) + content(of: system)
    }
  }

  private func roles(of system: SystemRow) -> [Finding] {
    var found: [Finding] = []
    let id = "\(system.id)"
    // What a closed unit owned is its successor's.
    let body = register.heir(of: system.owner(at: asOf), at: asOf)
    let bodyClosed = register.units[body]?.closed?.effective
    if register.units[body] == nil || bodyClosed.map({ $0 <= asOf }) ?? false {
      found.append(
        Finding(
          FindingCatalogue.unowned, .serious, id, system: system.id,
          detail: Localized(
            en: "its owning body \(body) does not exist any more",
            sv: "det ägande organet \(body) finns inte längre"),
          since: bodyClosed, command: "liggare system change \(id) --owner UNIT"))
    }
    let roles: [(Role, DiagnosticCode, Finding.Severity)] = [
      (.owner, FindingCatalogue.unowned, .serious),
      (.steward, FindingCatalogue.stewardVacant, .serious),
      (.deputy, FindingCatalogue.deputyVacant, .warning),
    ]
    for (role, code, severity) in roles {
      guard register.holders(of: role, for: system.id, at: asOf).isEmpty else { continue }
      found.append(
        Finding(
          code, severity, id, system: system.id,
          detail: Localized(
            en: "no \(role.word.english)", sv: "ingen \(role.word.swedish)"),
          since: register.vacantSince(role, in: system, at: asOf),
          command: "liggare role assign \(role.code) PERSON --system \(id)"))
    }
    let deputies = register.holders(of: .deputy, for: system.id, at: asOf)
    for steward in register.holders(of: .steward, for: system.id, at: asOf) {
      guard let same = deputies.first(where: { $0.holder == steward.holder }) else { continue }
      found.append(
        Finding(
          FindingCatalogue.deputyIsSteward, .warning, id, system: system.id,
          detail: Localized(verbatim: "\(steward.holder)"), since: max(same.from, steward.from),
          command: "liggare role end \(same.id)"))
    }
    return found
  }

  private func classification(of system: SystemRow) -> [Finding] {
    let id = "\(system.id)"
    let isInUse = [.pilot, .inOperation, .phasingOut].contains(system.status(at: asOf))
    var found: [Finding] = []
    if let present = system.presentClassification(at: asOf),
      let end = register.classificationEnd(of: system, at: asOf, in: question.zone)
    {
      if end <= asOf {
        found.append(
          Finding(
            FindingCatalogue.classTooOld, isInUse ? .warning : .notice, id, system: system.id,
            detail: Localized(verbatim: "\(present.classification)"), since: end,
            command: "liggare system classify \(id) K/R/T"))
      }
    } else {
      found.append(
        Finding(
          FindingCatalogue.unclassified, isInUse ? .serious : .notice, id, system: system.id,
          since: system.registered.effective, command: "liggare system classify \(id) K/R/T"))
    }
    let details = system.details(at: asOf)
    let isSensitive = details.personalData == .sensitive || details.personalData == .protected
    let isAnalysed = system.presentAnalyses(at: asOf).contains { $0.kind == .needsAndRisk }
    if details.sector == .care, isSensitive || details.personalData == nil, !isAnalysed {
      found.append(
        Finding(
          FindingCatalogue.unanalysed, isInUse ? .serious : .warning, id, system: system.id,
          detail: details.sector.word, since: system.statusSince(asOf),
          command: "liggare system risk \(id) --kind needs-and-risk"))
    }
    return found
  }

  private func content(of system: SystemRow) -> [Finding] {
    let rights = system.entitlements.filter { $0.defined.effective <= asOf }
    let open = rights.filter { !$0.isRetired(at: asOf) }
    let status = system.status(at: asOf)
    var found: [Finding] = []
    if open.isEmpty, status == .inOperation || status == .pilot {
      found.append(
        Finding(
          FindingCatalogue.withoutRegister, .warning, "\(system.id)", system: system.id,
          since: system.statusSince(asOf),
          command: "liggare entitlement define \(system.id)/NAME"))
    }
    for right in open {
      let description = right.terms(at: asOf).description.text
      guard !PlainDescription.isPlain(description) else { continue }
      found.append(
        Finding(
          FindingCatalogue.undescribed, .notice, "\(right.id)", system: system.id,
          detail: Localized(verbatim: description), since: right.defined.effective,
          command: "liggare entitlement change \(right.id) --description TEXT"))
    }
    return found
  }
}
