import Diagnostics

@testable import ReviewPackets

/// A part of a workbook: XML as spreadsheets write it.
enum WorkbookPartParser: FuzzedParser {
  static let name = "workbook-part"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    var open: [String] = []
    var deepest = 0
    var isBalanced = true
    var count = 0
    do throws(Diagnostic) {
      var reader = try XMLReader(bytes, title: "part")
      while let part = try reader.next() {
        count += 1
        switch part {
        case .begin(let name, _): open.append(name)
        case .end(let name): isBalanced = isBalanced && open.popLast() == name
        case .text: break
        }
        deepest = max(deepest, open.count)
      }
    } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
    try require(isBalanced && open.isEmpty, "every element that begins ends")
    try require(deepest <= XMLReader.depthMax, "no deeper than allowed")
    try require(count <= bytes.count + 1, "no more parts than bytes")
    return true
  }
}
