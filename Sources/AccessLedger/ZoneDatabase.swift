public import Chronology
public import Diagnostics
import Glibc

/// The system's time zone database, `/usr/share/zoneinfo`.
public enum ZoneDatabase {
  public static let unknownZone = DiagnosticCode(
    "ZON-01",
    Localized(en: "There is no such time zone.", sv: "Det finns ingen sådan tidszon."),
    remedy: Localized(
      en:
        "Give an IANA name such as Europe/Stockholm, and see that the tzdata package is installed.",
      sv: "Ange ett IANA-namn som Europe/Stockholm, och se till att paketet tzdata är installerat.")
  )

  public static let catalogue = [unknownZone]

  static let folder = "/usr/share/zoneinfo/"

  /// The rules of the zone with that IANA name.
  public static func rules(_ name: String) throws(Diagnostic) -> TimeZoneRules {
    if name == "UTC" { return .utc }
    func unknown(_ why: Localized) -> Diagnostic {
      unknownZone.diagnostic(
        .init(en: "zone", sv: "zon", name), .init(en: "why", sv: "varför", localized: why))
    }
    let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    // Letters, digits, `_`, `-` and `+`, so that no name leads out of the folder.
    let isName =
      (1...3).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            $0 &- 0x30 <= 9 || ($0 | 0x20) &- 0x61 <= 25 || $0 == 0x5F || $0 == 0x2D
              || $0 == 0x2B
          }
      }
    guard isName, name.utf8.count <= 64 else {
      throw unknown(Localized(en: "not a zone's name", sv: "inte namnet på en zon"))
    }
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try WholeFile.read(folder + name, bytesMax: TimeZoneRules.byteCountMax)
    } catch {
      throw unknown(Localized(en: "not in the database", sv: "finns inte i databasen"))
    }
    do throws(TimeZoneDamage) {
      return try TimeZoneRules(name: name, bytes: bytes)
    } catch {
      throw unknown(Localized(en: error.english, sv: error.swedish))
    }
  }
}
