import AccessModel
import Chronology
import Policies
import Projections

extension PolicyStory {
  /// A story for every key on what answers mask.
  static let disclosure: [PolicyStory] =
    [
      PolicyStory(
        "disclosure.public", "name", "account, incident, name, person, security, text", "name"
      ) { town in Self.masked(.public, town) },
      PolicyStory("disclosure.auditor", "security, text", "", "security, text") { town in
        Self.masked(.auditor, town)
      },
    ]
    + FactKind.maskable.map { kind in
      PolicyStory(
        "disclosure.\(kind.code)-under", "osl-39-3", provision(of: kind, Scenario.town), "osl-39-3"
      ) { town in Self.provision(of: kind, town) }
    }

  private static func masked(_ profile: DisclosureProfile, _ town: Scenario) -> String {
    town.register.disclosureTerms(at: town.now).masks(profile).map(\.description).sorted()
      .joined(separator: ", ")
  }

  private static func provision(of kind: FactKind, _ town: Scenario) -> String {
    "\(town.register.disclosureTerms(at: town.now)[provisionOf: kind].code)"
  }
}
