import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of the families that are not about one request or grant.
extension EventLine {
  static func summary(_ event: LedgerEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .opened(let opened):
      return Localized(
        en: "The ledger \(opened.origin) was opened, with the time zone \(opened.timeZone)",
        sv: "Liggaren \(opened.origin) öppnades, med tidszonen \(opened.timeZone)")
    case .tailQuarantined(let tail):
      return Localized(
        en:
          "\(tail.length) bytes of \(tail.segment) that no command had acknowledged were put in quarantine",
        sv:
          "\(tail.length) byte i \(tail.segment) som inget kommando hade kvitterat sattes i karantän"
      )
    case .clockStepped(let step):
      let clock = step.clock.text(in: phrasing.zone, precision: .second)
      let last = step.lastRecorded.text(in: phrasing.zone, precision: .second)
      return Localized(
        en: "The machine's clock showed \(clock), which is before the last recorded time \(last)",
        sv: "Datorns klocka visade \(clock), vilket är före den senast registrerade tiden \(last)")
    case .eventCorrected(let correction): return summary(correction, phrasing)
    case .secrecyMarked(let marking): return summary(marking, phrasing)
    case .logKeyReplaced(let replaced):
      return Localized(
        en: "The log signs with a new key as well: \(replaced.logKey)",
        sv: "Loggen signerar även med en ny nyckel: \(replaced.logKey)")
    case .logKeyRetired(let retired):
      return Localized(
        en: "The log signs no more with \(retired.logKey)",
        sv: "Loggen signerar inte längre med \(retired.logKey)")
    case .restored(let restored): return summary(restored, phrasing)
    case .disposalDecided(let decided): return summary(decided, phrasing)
    case .recordsDisposed(let disposed): return summary(disposed, phrasing)
    case .holdSet(let set): return summary(set, phrasing)
    case .holdLifted(let lifted): return summary(lifted)
    case .recordDisclosed(let disclosed): return summary(disclosed, phrasing)
    case .disclosureDenied(let denied): return summary(denied, phrasing)
    case .headRebuilt(let rebuilt):
      return Localized(
        en:
          "The damaged record of how much counts was made anew from the checkpoint of \(rebuilt.size) events",
        sv:
          "Den skadade uppgiften om hur mycket som gäller skapades på nytt ur kontrollpunkten för \(rebuilt.size) händelser"
      )
    }
  }

  static func summary(_ event: KeyEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .enrolled(let key):
      let person = phrasing.person(key.principal)
      return Localized(
        en: "A key was enrolled for \(person): \(key.fingerprint)",
        sv: "En nyckel registrerades för \(person): \(key.fingerprint)")
    case .revoked(let key):
      let person = phrasing.person(key.principal)
      return Localized(
        en: "A key of \(person) was revoked: \(key.fingerprint)",
        sv: "En nyckel för \(person) spärrades: \(key.fingerprint)")
    }
  }

  static func summary(_ event: UnitEvent) -> Localized {
    switch event {
    case .registered(let unit):
      let parent = unit.parent.map {
        Localized(en: ", below \($0)", sv: ", under \($0)")
      }
      let text = "\(unit.unit) \(unit.name)"
      return Localized(
        en: "\(text) was registered (\(unit.kind.word.english)\(parent?.english ?? ""))",
        sv: "\(text) registrerades (\(unit.kind.word.swedish)\(parent?.swedish ?? ""))")
    case .renamed(let unit):
      return Localized(
        en: "\(unit.unit) is now called \(unit.name)", sv: "\(unit.unit) heter nu \(unit.name)")
    case .moved(let unit):
      return Localized(
        en: "\(unit.unit) now lies below \(unit.parent)",
        sv: "\(unit.unit) ligger nu under \(unit.parent)")
    case .closed(let unit):
      let names = unit.successors.map { "\($0)" }.joined(separator: ", ")
      guard !names.isEmpty else {
        return Localized(
          en: "\(unit.unit) was closed", sv: "\(unit.unit) lades ned")
      }
      return Localized(
        en: "\(unit.unit) was closed; \(names) takes over",
        sv: "\(unit.unit) lades ned; \(names) tar över")
    }
  }

  static func summary(
    _ event: PersonEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    switch event {
    case .registered(let registered):
      let person = phrasing.person(registered.person)
      let category = registered.category.word
      return Localized(
        en: "\(person) was registered (\(category.english))",
        sv: "\(person) registrerades (\(category.swedish))")
    case .affiliationStarted(let started):
      let person = phrasing.person(started.person)
      let period = phrasing.period(from: started.from, until: started.until)
      let unit = place(started.unit, register)
      return Localized(
        en: "\(person) works in \(unit) \(period.english)",
        sv: "\(person) arbetar i \(unit) \(period.swedish)")
    case .affiliationEnded(let ended):
      let person = phrasing.person(ended.person)
      let day = ended.lastDay.map { Localized(en: ", last day \($0)", sv: ", sista dag \($0)") }
      let unit = register?.persons[ended.person]?.affiliations
        .first { $0.id == ended.affiliation }?.unit
      let workplace =
        unit.map { place($0, register) }.map { Localized(en: "in \($0)", sv: "i \($0)") }
        ?? Localized(en: "here", sv: "här")
      return Localized(
        en:
          "\(person) no longer works \(workplace.english) (\(ended.affiliation)\(day?.english ?? ""))",
        sv:
          "\(person) arbetar inte längre \(workplace.swedish) (\(ended.affiliation)\(day?.swedish ?? ""))"
      )
    case .affiliationChanged(let changed): return summary(changed, phrasing, register)
    case .absenceStarted(let absence): return summary(absence, phrasing)
    case .absenceEnded(let absence):
      let person = phrasing.person(absence.person)
      return Localized(en: "\(person) is back", sv: "\(person) är tillbaka")
    case .trainingCompleted(let training): return summary(training, phrasing)
    case .identityChanged(let changed): return summary(changed, phrasing)
    case .identityErased(let erased):
      let basis = erased.basis.word
      return Localized(
        en: "The identity of \(erased.person) was erased: \(basis.english)",
        sv: "Identitetsuppgifterna för \(erased.person) raderades: \(basis.swedish)")
    }
  }

  /// `U-3 (Vården)`, or `U-3` alone where the register is not at hand.
  static func place(_ unit: UnitID, _ register: Register?) -> String {
    (register?.units[unit]).map {
      "\(unit) (\($0.name(at: register?.lastRecorded ?? .latest)))"
    } ?? "\(unit)"
  }

  static func summary(
    _ event: RoleEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    switch event {
    case .assigned(let role):
      let person = phrasing.person(role.holder)
      let place = role.system.map { "\($0)" } ?? role.unit.map { "\($0)" }
      let period = phrasing.period(from: role.from, until: role.until)
      return Localized(
        en:
          "\(person) is \(role.role.word.english)\(place.map { " for \($0)" } ?? "") \(period.english) (\(role.assignment))",
        sv:
          "\(person) är \(role.role.word.swedish)\(place.map { " för \($0)" } ?? "") \(period.swedish) (\(role.assignment))"
      )
    case .ended(let ended):
      guard let row = register?.assignments[ended.assignment] else {
        return Localized(
          en: "The role assignment \(ended.assignment) ended",
          sv: "Rolltilldelningen \(ended.assignment) upphörde")
      }
      let person = phrasing.person(row.holder)
      let place = row.system.map { "\($0)" } ?? row.unit.map { "\($0)" }
      let vacant = ended.vacantUntil.map { phrasing.until($0) }
      return Localized(
        en:
          "\(person) is no longer \(row.role.word.english)\(place.map { " for \($0)" } ?? "") (\(ended.assignment))\(vacant.map { ", vacant \($0.english)" } ?? "")",
        sv:
          "\(person) är inte längre \(row.role.word.swedish)\(place.map { " för \($0)" } ?? "") (\(ended.assignment))\(vacant.map { ", vakant \($0.swedish)" } ?? "")"
      )
    }
  }

  static func summary(_ event: SystemEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .registered(let system):
      return Localized(
        en: "\(system.system) \(system.name) was registered, owned by \(system.owner)",
        sv: "\(system.system) \(system.name) registrerades, med \(system.owner) som ägare")
    case .classified(let system):
      let levels = "\(system.confidentiality)/\(system.integrity)/\(system.availability)"
      return Localized(
        en: "\(system.system) was classified \(levels) (K/R/T)",
        sv: "\(system.system) klassades \(levels) (K/R/T)")
    case .statusChanged(let system):
      let status = system.status.word
      return Localized(
        en: "\(system.system) is now \(status.english)",
        sv: "\(system.system) är nu \(status.swedish)"
      )
    case .entitlementDefined(let defined):
      let role = defined.decidedBy.word
      return Localized(
        en:
          "\(defined.entitlement) \(defined.name) can be requested; decided by the \(role.english)",
        sv: "\(defined.entitlement) \(defined.name) kan begäras; beslutas av \(role.swedish)")
    case .accountFound(let found):
      let account = phrasing.account(found.account)
      let owner =
        found.person.map { Localized(verbatim: phrasing.person($0)) }
        ?? Localized(en: "nobody known", sv: "ingen känd")
      return Localized(
        en: "The account \(account) was found in \(found.system); it belongs to \(owner.english)",
        sv: "Kontot \(account) hittades i \(found.system); det tillhör \(owner.swedish)")
    case .changed(let changed):
      return Localized(
        en: "What is said of \(changed.system) was changed",
        sv: "Uppgifterna om \(changed.system) ändrades")
    case .riskAnalysed(let analysis):
      let kind = analysis.kind.word
      return Localized(
        en:
          "A \(kind.english) of \(analysis.system) was made, with residual risk \(analysis.residual) (\(analysis.analysis))",
        sv:
          "En \(kind.swedish) av \(analysis.system) gjordes, med restrisk \(analysis.residual) (\(analysis.analysis))"
      )
    case .entitlementChanged(let changed):
      return Localized(
        en: "What is said of \(changed.entitlement) was changed",
        sv: "Uppgifterna om \(changed.entitlement) ändrades")
    case .entitlementRetired(let retired):
      return Localized(
        en: "\(retired.entitlement) is granted no more",
        sv: "\(retired.entitlement) tilldelas inte längre")
    case .accountDescribed(let described):
      let account = phrasing.account(described.account)
      let owner = phrasing.person(described.owner)
      let kind = described.kind.word
      return Localized(
        en: "The \(kind.english) \(account) in \(described.system) is answered for by \(owner)",
        sv: "\(owner) ansvarar för \(kind.swedish) \(account) i \(described.system)")
    case .accountRotated(let rotated):
      let account = phrasing.account(rotated.account)
      return Localized(
        en: "The secret of \(account) in \(rotated.system) was changed",
        sv: "Hemligheten för \(account) i \(rotated.system) byttes")
    }
  }
}
