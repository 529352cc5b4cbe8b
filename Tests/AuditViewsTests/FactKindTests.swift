import AccessModel
import AuditViews
import Diagnostics
import Testing

/// What a column may show is said for each of them.
struct FactKindTests {
  @Test func `every column of every view says what sort of fact stands in it`() {
    for view in ViewCatalogue.views {
      for column in view.columns {
        #expect(column.fact != nil, "\(view.name): \(column.key)")
      }
    }
  }

  @Test func `what is told about people, texts and protection is never called open`() {
    let guarded = [
      "person", "name", "user_name", "account_name", "decided_by_name", "need", "reason",
      "summary", "sentence", "facts", "detail", "classification", "privilege",
    ]
    for key in guarded {
      let kind = Column(key: key, title: Column.unitHeading).fact
      #expect(kind != nil && kind != .open, "\(key)")
    }
  }
}

extension Column {
  fileprivate static var unitHeading: Localized { Localized(en: "Any", sv: "Någon") }
}
