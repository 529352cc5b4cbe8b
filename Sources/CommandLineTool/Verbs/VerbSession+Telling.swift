import AccessLedger
import AccessModel
import Chronology
import Diagnostics
import IdentityRegister
import Projections

extension VerbSession {
  /// A refusal as its reader knows things: with moments in the ledger's time zone, and with names.
  ///
  /// Every refusal of every verb is told here. Before a ledger is open, moments are told in UTC and persons by their identifiers.
  func told(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let ledger = opened.ledgers.last else { return diagnostic }
    let zone: TimeZoneRules
    do { zone = try ledger.timeZone() } catch {
      // A refusal is told though the zone cannot be read; UTC is then said with the moment.
      return diagnostic
    }
    return diagnostic.told(in: zone) { person in
      do throws(Diagnostic) {
        guard case .present(let identity) = try ledger.identities.identity(of: person),
          !identity.isProtected, let id = PersonID(person),
          ledger.register.persons[id]?.erased == nil,
          !ledger.register.isIdentityProtected(id, at: ambient.now())
        else { return nil }
        return identity.name
      } catch {
        // The identifier says who it is as well.
        return nil
      }
    }
  }

  func told(_ failure: VerbFailure) -> VerbFailure {
    var failure = failure
    failure.diagnostics = failure.diagnostics.map(told)
    // For whoever is not internal a refusal tells what is wrong and what to do, and no facts: they may name what is masked.
    if command.declares("profile"),
      let profile = command.string("profile").flatMap({ DisclosureProfile.codes[$0] }),
      profile != .internal
    {
      failure.diagnostics = failure.diagnostics.map { diagnostic in
        var bare = diagnostic
        bare.facts = []
        return bare
      }
    }
    return failure
  }
}
