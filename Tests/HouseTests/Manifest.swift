import Foundation

/// What `Package.swift` says of the modules, read from its text: the manifest has one form for each kind of target.
struct Manifest {
  /// Each module in `Sources` with what it may import.
  var imports: [String: Set<String>] = [:]
  /// Each folder in `Tests` with what it may import.
  var tests: [String: Set<String>] = [:]

  init() throws {
    let text = try House.text("Package.swift")
    let targets = text[(text.range(of: "let package")?.lowerBound ?? text.startIndex)...]
    for match in targets.matches(of: /\bmodule\(\s*"(\w+)"(?:,\s*imports:\s*\[([^\]]*)\])?\s*\)/) {
      imports[String(match.1)] = Self.names(match.2 ?? "")
    }
    let executable = /\.executableTarget\(\s*name: "([\w-]+)",\s*dependencies: \[([^\]]*)\]/
    for match in targets.matches(of: executable) {
      imports[String(match.1)] = Self.names(match.2)
    }
    let test = /\btests\(\s*"(\w+)",\s*imports:\s*\[([^\]]*)\](?:,\s*data:\s*\[[^\]]*\])?\s*\)/
    for match in targets.matches(of: test) {
      tests["\(match.1)Tests"] = Self.names(match.2)
    }
    for match in targets.matches(of: /\blibrary\(\s*"(\w+)"/) { imports[String(match.1)] = [] }
    for match in targets.matches(of: /\.(?:systemLibrary|target)\(\s*name: "(\w+)"/) {
      imports[String(match.1)] = []
    }
  }

  private static func names(_ list: Substring) -> Set<String> {
    Set(list.matches(of: /"([\w-]+)"/).map { String($0.1) })
  }
}

/// The table in `Modules.md`.
struct ModuleTable {
  struct Row {
    var sentence: String
    var imports: Set<String>
  }

  static let path = "Sources/AccessLedger/AccessLedger.docc/Modules.md"
  var rows: [String: Row] = [:]

  init() throws {
    for line in try House.text(Self.path).split(separator: "\n") {
      guard let match = line.wholeMatch(of: /\| `([\w-]+)` \| (.+) \| (.+) \|/) else { continue }
      let names = match.3 == "–" ? [] : match.3.split(separator: ", ").map(String.init)
      rows[String(match.1)] = Row(sentence: String(match.2), imports: Set(names))
    }
  }
}
