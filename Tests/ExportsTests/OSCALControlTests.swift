import AuditViews
import Diagnostics
import Exports
import Testing

/// What OSCAL calls the controls that views answer for.
struct OSCALControlTests {
  @Test func `every control of NIST that a view serves has its identifier`() {
    let controls = Set(ViewCatalogue.views.flatMap(\.controls))
    let nist = controls.filter {
      $0.clause.english.hasPrefix("NIST AC") || $0.clause.english.hasPrefix("NIST AU")
    }
    #expect(nist.count >= 6)
    for control in nist {
      let id = OSCALControl.id(of: control)
      #expect(
        id?.wholeMatch(of: /a[cu]-[0-9]+/) != nil, "\(control.clause.english): \(id ?? "none")")
    }
    #expect(OSCALControl.id(of: Control(Localized(verbatim: "NIST AC-2 (3)"), both)) == "ac-2.3")
    #expect(OSCALControl.id(of: Control(Localized(verbatim: "ISO 27001 5.18"), both)) == nil)
  }

  private let both = Localized(verbatim: "x")
}
