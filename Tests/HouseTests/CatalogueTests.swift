import Foundation
import Testing

@testable import Events

/// `ledger/catalogue` says what the code says.
struct CatalogueTests {
  /// Whether the pages are to be written and not compared.
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

  @Test func `each type of event has a page that says what the code says`() throws {
    for kind in EventKind.allCases {
      try compare(CataloguePage.name(of: kind), with: CataloguePage.text(of: kind))
    }
    try compare("README.md", with: CataloguePage.index())
  }

  @Test func `each page in the catalogue is about a type of event that can be read`() throws {
    for page in try House.names(in: CataloguePage.folder) where page != "README.md" {
      let kind = EventKind.allCases.first { page.hasPrefix("\($0.name)-v") }
      guard let kind else {
        Issue.record("\(CataloguePage.folder)/\(page) is about no type of event")
        continue
      }
      let version = Int64(page.dropFirst("\(kind.name)-v".count).dropLast(3)) ?? 0
      #expect(
        page == "\(kind.name)-v\(version).md" && (1...kind.payload.version).contains(version),
        "\(CataloguePage.folder)/\(page) is about no version of \(kind.name)")
    }
  }

  @Test func `the example on a page is read back as the same event`() throws {
    for kind in EventKind.allCases {
      let sample = try EventSamples.sample(of: kind)
      let read = try sample.bytes.withUnsafeBytes { try SignedEvent(bytes: $0) }
      #expect(read == sample.event, "\(kind.name)")
      #expect(read.event.payload.stream == sample.event.event.stream)
    }
  }

  @Test func `a page says of each type what it means, who records it and what it does not say`() {
    for kind in EventKind.allCases {
      let description = kind.payload.description
      for text in [description.about, description.recordedBy, description.doesNotSay] {
        #expect(text.count >= 10 && text.hasSuffix("."), "\(kind.name): “\(text)”")
      }
      for field in FieldLister.fields(of: kind.payload) {
        #expect(field.meaning.hasSuffix("."), "\(kind.name).\(field.key): “\(field.meaning)”")
      }
    }
  }

  private func compare(_ name: String, with text: String) throws {
    let path = "\(CataloguePage.folder)/\(name)"
    if Self.isRecording {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(House.root)/\(path)"))
      return
    }
    let isThere = FileManager.default.fileExists(atPath: "\(House.root)/\(path)")
    #expect(
      try isThere && House.text(path) == text,
      "\(path) is not what the code says: run tools/record-catalogue and read the difference")
  }
}
