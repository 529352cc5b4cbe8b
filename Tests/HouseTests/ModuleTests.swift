import Testing

/// The borders between modules: the manifest, the table and the sources tell the same.
struct ModuleTests {
  /// What comes with the language and the system, and is no module of the house.
  static let ofTheSystem: Set = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Testing",
  ]

  /// Edges that may be used and are not. It may only fall: an open door that nobody uses is closed.
  static let unusedEdgesMax = 12

  @Test func `the manifest, the folders and the table in Modules name the same modules`() throws {
    let manifest = try Set(Manifest().imports.keys)
    #expect(try manifest == Set(House.modules.get()))
    #expect(try manifest == Set(ModuleTable().rows.keys))
  }

  @Test func `a module may import what the table in Modules says, and nothing else`() throws {
    let manifest = try Manifest().imports
    for (name, row) in try ModuleTable().rows.sorted(by: { $0.key < $1.key }) {
      #expect(
        manifest[name] == row.imports, "\(name): Package.swift and \(ModuleTable.path) differ")
    }
  }

  @Test func `the sources of a module import only what it may import`() throws {
    let manifest = try Manifest().imports
    var unused: [String] = []
    for module in try House.modules.get() {
      let allowed = manifest[module] ?? []
      let used = try Self.imports(below: "Sources/\(module)")
      let beyond = used.subtracting(allowed)
      #expect(
        beyond.isEmpty, "\(module) imports \(beyond.sorted()), which Package.swift does not say")
      unused += allowed.subtracting(used).sorted().map { "\(module) → \($0)" }
    }
    #expect(
      unused.count <= Self.unusedEdgesMax,
      "edges that nobody uses; take them out of Package.swift and Modules.md: \(unused)")
  }

  @Test func `each folder of tests is run, and imports only what the manifest says`() throws {
    let manifest = try Manifest().tests
    #expect(try Set(House.names(in: "Tests")) == Set(manifest.keys))
    for (name, allowed) in manifest {
      let beyond = try Self.imports(below: "Tests/\(name)").subtracting(allowed)
      #expect(
        beyond.isEmpty, "\(name) imports \(beyond.sorted()), which Package.swift does not say")
    }
  }

  @Test func `edges that would rot the design do not exist`() throws {
    let manifest = try Manifest().imports
    let forbidden: [(String, String)] = [
      ("Deciders", "EventStore"), ("Deciders", "IdentityRegister"), ("EventStore", "Events"),
      ("EventStore", "AccessModel"), ("Projections", "Deciders"), ("Projections", "Commands"),
      ("AuditViews", "EventStore"), ("AuditViews", "Deciders"), ("Events", "Commands"),
      ("Events", "Policies"), ("Policies", "Events"), ("Transparency", "EventStore"),
      ("IdentityRegister", "EventStore"),
    ]
    for (from, to) in forbidden {
      #expect(manifest[from]?.contains(to) == false, "\(from) → \(to)")
    }
    for (name, imports) in manifest where !name.hasPrefix("liggare") {
      #expect(!imports.contains("CommandLineTool"), "\(name) → CommandLineTool")
    }
  }

  @Test func `each module has a page that begins with its sentence in the table`() throws {
    for (name, row) in try ModuleTable().rows where try Self.hasPage(name) {
      let page = try House.text("Sources/\(name)/\(name).docc/\(name).md")
      let paragraphs = page.split(separator: "\n\n", maxSplits: 2).map {
        $0.split(separator: "\n").joined(separator: " ")
      }
      #expect(paragraphs.count > 2, "\(name).md says too little")
      #expect(["# \(name)", "# ``\(name)``"].contains(paragraphs.first), "\(name).md: heading")
      #expect(paragraphs.dropFirst().first == row.sentence, "\(name).md and Modules.md: sentence")
    }
  }

  /// Libraries of the system, files of C and programs of ten lines have no page of their own.
  private static func hasPage(_ module: String) throws -> Bool {
    let names = try House.names(in: "Sources/\(module)")
    return names.contains { $0.hasSuffix(".docc") }
      || !(module.hasPrefix("liggare") || names.contains("shim.h") || names.contains("include"))
  }

  private static func imports(below folder: String) throws -> Set<String> {
    var found: Set<String> = []
    for file in try House.swiftFiles(below: folder) {
      for line in file.code {
        let line = line.trimmingPrefix(/\s*(?:@\w+(?:\(\w+\))?\s+)*/)
        guard
          let match = line.prefixMatch(
            of: /(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(\w+)/)
        else { continue }
        found.insert(String(match.1))
      }
    }
    return found.subtracting(ofTheSystem)
  }
}
