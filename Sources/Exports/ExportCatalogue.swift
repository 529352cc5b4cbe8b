public import Diagnostics

/// Every form in which what the ledger holds leaves it, with the command that makes it and who reads it.
public enum ExportCatalogue {
  /// One of them.
  public struct Format: Hashable, Sendable {
    /// The stable name.
    public var name: String
    /// The standard it is written by.
    public var standard: String
    /// Who reads it, and what is in it.
    public var purpose: Localized
    /// What to type.
    public var command: String
  }

  public static let formats: [Format] = [
    Format(
      name: "csv", standard: "RFC 4180",
      purpose: Localized(
        en: "any answer, for programs and spreadsheets",
        sv: "vilket svar som helst, för program och kalkylblad"),
      command: "liggare view systems --format csv"),
    Format(
      name: "csv-sv", standard: "RFC 4180 with ; and a byte order mark",
      purpose: Localized(
        en: "any answer, for spreadsheets that are set to Swedish",
        sv: "vilket svar som helst, för kalkylblad inställda på svenska"),
      command: "liggare view systems --format csv-sv"),
    Format(
      name: "xlsx", standard: "ISO/IEC 29500",
      purpose: Localized(
        en: "any answer as a workbook", sv: "vilket svar som helst som arbetsbok"),
      command: "liggare view systems --format xlsx"),
    Format(
      name: "json, jsonl, tsv", standard: "RFC 8259",
      purpose: Localized(en: "any answer, for programs", sv: "vilket svar som helst, för program"),
      command: "liggare view systems --format json"),
    Format(
      name: "ocsf", standard: "OCSF \(OCSFExport.schemaVersion)",
      purpose: Localized(
        en: "the events, for security monitoring", sv: "händelserna, för säkerhetsövervakning"),
      command: "liggare export ocsf"),
    Format(
      name: "syslog", standard: "RFC 5424",
      purpose: Localized(
        en: "the events, for a collector of logs", sv: "händelserna, för en loggsamlare"),
      command: "liggare export syslog"),
    Format(
      name: "oscal", standard: "OSCAL assessment-results \(OSCALExport.modelVersion)",
      purpose: Localized(
        en: "what holds of controls, for auditors",
        sv: "vad som gäller om kontroller, för revisorer"),
      command: "liggare export oscal"),
    Format(
      name: "scim", standard: "RFC 7643",
      purpose: Localized(
        en: "persons and who has what, for identity systems",
        sv: "personer och vem som har vad, för identitetssystem"),
      command: "liggare export scim users"),
    Format(
      name: "full", standard: "ledger/EXPORTS.md",
      purpose: Localized(
        en: "everything, documented, for another ledger or another product",
        sv: "allt, dokumenterat, för en annan liggare eller en annan produkt"),
      command: "liggare export full ../everything"),
    Format(
      name: "calendar", standard: "RFC 5545",
      purpose: Localized(
        en: "what is to be done, for calendars", sv: "det som ska göras, för kalendrar"),
      command: "liggare calendar"),
    Format(
      name: "openmetrics", standard: "OpenMetrics 1.0",
      purpose: Localized(
        en: "figures without persons, for monitoring", sv: "mått utan personer, för övervakning"),
      command: "liggare job run capacity-check --metrics liggare.prom"),
  ]
}
