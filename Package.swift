// swift-tools-version: 6.2
import PackageDescription

// Every target speaks Swift 6, names the imports its declarations show, and treats a warning as an error.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  // Types of generic kinds are made by calls that carry what is known of them. By name, the default, each is looked up at run time among all
  // conformances of the program, at every start: half of what a short command computes.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
]

/// A module of the house: its folder in `Sources`, and the complete list of what it may import.
func module(_ name: String, imports: [String] = []) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, exclude: ["\(name).docc"],
    swiftSettings: settings)
}

/// A C library of the system behind a named shim.
func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The tests of a module, in `Tests`.
func tests(_ name: String, imports: [String], data: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports.map { .byName(name: $0) }, exclude: data,
    swiftSettings: settings)
}

let package = Package(
  name: "liggare",
  products: [.executable(name: "liggare", targets: ["liggare"])],
  targets: [
    library("CLibCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
    .systemLibrary(name: "CProcessor", path: "Sources/CProcessor"),
    library("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
    library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    .target(name: "CDigests"),

    // What everything stands on.
    module("Chronology"),
    module("Diagnostics", imports: ["Chronology"]),
    module("CanonicalJSON", imports: ["CProcessor", "Diagnostics"]),
    module("Transparency", imports: ["CDigests", "CLibCrypto", "CSodium", "Diagnostics"]),

    // Where facts and texts are kept.
    module(
      "EventStore",
      imports: ["CLinux", "CanonicalJSON", "Chronology", "Diagnostics", "Transparency"]),
    module("Witnessing", imports: ["Chronology", "Diagnostics", "EventStore", "Transparency"]),
    module("IdentityRegister", imports: ["CSQLite", "Chronology", "Diagnostics"]),

    // What comes in from elsewhere.
    module("Interchange", imports: ["Chronology", "Diagnostics"]),

    // What reviewers are sent, and what comes back from them.
    module("Markup"),
    module("Workbooks", imports: ["CZlib", "Chronology", "Markup"]),
    module(
      "ReviewPackets",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "Diagnostics", "Markup", "Transparency",
        "Workbooks",
      ]),

    // The path of a fact, in its order: asked, allowed, decided, happened, kept, folded, answered.
    module("AccessModel", imports: ["Chronology", "Diagnostics", "Transparency"]),
    module("EventSourcing", imports: ["AccessModel", "Chronology", "Diagnostics"]),
    module(
      "Events",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "Diagnostics", "EventSourcing",
        "Transparency",
      ]),
    module("Commands", imports: ["AccessModel", "Chronology", "Diagnostics", "Transparency"]),
    module("Policies", imports: ["AccessModel", "Chronology", "Diagnostics"]),
    module(
      "Projections",
      imports: [
        "AccessModel", "CProcessor", "CanonicalJSON", "Chronology", "Diagnostics", "EventSourcing",
        "Events", "Policies", "Transparency",
      ]),
    module(
      "Deciders",
      imports: [
        "AccessModel", "Chronology", "Commands", "Diagnostics", "EventSourcing", "Events",
        "Policies", "Projections", "Transparency",
      ]),
    module(
      "Notices",
      imports: [
        "AccessModel", "Chronology", "Diagnostics", "Policies", "Projections", "Transparency",
      ]),
    module(
      "AccessLedger",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "Commands", "Deciders", "Diagnostics",
        "EventSourcing", "EventStore", "Events", "IdentityRegister", "Interchange", "Notices",
        "Policies", "Projections", "ReviewPackets", "Transparency", "Witnessing",
      ]),
    module(
      "AuditViews",
      imports: [
        "AccessModel", "Chronology", "Diagnostics", "EventSourcing", "Events", "Policies",
        "Projections",
      ]),

    module("ReadModel", imports: ["AuditViews", "CSQLite", "Chronology", "Diagnostics"]),
    module(
      "Exports",
      imports: [
        "AccessModel", "AuditViews", "CLibCrypto", "CanonicalJSON", "Chronology", "Diagnostics",
        "EventSourcing", "Events", "Projections",
      ]),
    module(
      "Reports",
      imports: [
        "AccessModel", "AuditViews", "Chronology", "Diagnostics", "Events", "Markup", "Policies",
        "Projections", "Transparency",
      ]),

    // What people type and read.
    module(
      "CommandLineTool",
      imports: [
        "AccessLedger", "AccessModel", "AuditViews", "CanonicalJSON", "Chronology", "Commands",
        "Deciders", "Diagnostics", "EventSourcing", "EventStore", "Events", "Exports",
        "IdentityRegister", "Interchange", "Notices", "Policies", "Projections", "ReadModel",
        "Reports", "ReviewPackets", "Transparency", "Witnessing", "Workbooks",
      ]),
    .executableTarget(
      name: "liggare", dependencies: ["AccessLedger", "CommandLineTool"],
      swiftSettings: settings),
    .executableTarget(
      name: "liggare-rehearsal",
      dependencies: ["AccessLedger", "Chronology", "CommandLineTool", "Transparency"],
      swiftSettings: settings),
    .executableTarget(
      name: "liggare-sample",
      dependencies: [
        "AccessLedger", "AccessModel", "CanonicalJSON", "Chronology", "CommandLineTool", "Commands",
        "Deciders", "Diagnostics", "EventSourcing", "EventStore", "Events", "IdentityRegister",
        "Projections", "Transparency",
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "liggare-bench",
      dependencies: [
        "AccessLedger", "AccessModel", "CanonicalJSON", "Chronology", "CommandLineTool", "Commands",
        "EventSourcing", "EventStore", "Events", "Projections", "Transparency",
      ],
      swiftSettings: settings),

    // What each must do.
    tests("Chronology", imports: ["Chronology"]),
    tests("Diagnostics", imports: ["Chronology", "Diagnostics"]),
    tests("CanonicalJSON", imports: ["CProcessor", "CanonicalJSON"]),
    tests("Transparency", imports: ["Diagnostics", "Transparency"]),
    tests("AccessModel", imports: ["AccessModel", "Diagnostics", "Transparency"]),
    tests(
      "Events",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "EventSourcing", "Events", "Transparency",
      ]),
    tests(
      "Interchange", imports: ["Chronology", "Diagnostics", "Interchange"], data: ["Fixtures"]),
    tests(
      "ReviewPackets",
      imports: [
        "AccessModel", "Chronology", "Diagnostics", "Markup", "ReviewPackets", "Transparency",
        "Workbooks",
      ]),
    tests(
      "Notices",
      imports: ["AccessModel", "Chronology", "Diagnostics", "Notices", "Projections"]),
    tests("Policies", imports: ["AccessModel", "Chronology", "Diagnostics", "Policies"]),
    tests(
      "Projections",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "Diagnostics", "EventSourcing", "Events",
        "Policies",
        "Projections", "Transparency",
      ]),
    tests(
      "Deciders",
      imports: [
        "AccessModel", "AuditViews", "CanonicalJSON", "Chronology", "Commands", "Deciders",
        "Diagnostics", "EventSourcing", "Events", "Policies", "Projections", "Transparency",
      ]),
    tests(
      "EventStore",
      imports: ["CanonicalJSON", "Chronology", "Diagnostics", "EventStore", "Transparency"],
      data: ["Judge"]),
    tests(
      "Witnessing",
      imports: ["Chronology", "Diagnostics", "EventStore", "Transparency", "Witnessing"]),
    tests(
      "IdentityRegister",
      imports: ["CSQLite", "Chronology", "Diagnostics", "IdentityRegister", "Policies"]),
    tests(
      "AuditViews",
      imports: [
        "AccessModel", "AuditViews", "Chronology", "CommandLineTool", "Diagnostics",
        "EventSourcing", "Events", "Policies", "Projections", "Transparency",
      ]),
    tests(
      "Reports",
      imports: [
        "AccessModel", "AuditViews", "Chronology", "Diagnostics", "EventSourcing", "Events",
        "Policies", "Projections", "Reports", "Transparency",
      ]),
    tests("ReadModel", imports: ["AuditViews", "Diagnostics", "ReadModel"]),
    tests("Exports", imports: ["AuditViews", "Diagnostics", "Exports"]),
    tests(
      "AccessLedger",
      imports: [
        "AccessLedger", "AccessModel", "Chronology", "Commands", "Diagnostics", "EventSourcing",
        "EventStore", "Events", "IdentityRegister", "Notices", "Interchange", "Policies",
        "Projections",
        "Transparency",
      ]),
    tests(
      "CommandLineTool",
      imports: [
        "AccessLedger", "AccessModel", "AuditViews", "Chronology", "CommandLineTool", "Diagnostics",
        "EventStore",
      ]),
    tests(
      "Fuzzing",
      imports: [
        "AccessModel", "CanonicalJSON", "Chronology", "CommandLineTool", "Diagnostics",
        "EventStore", "Events", "Interchange", "Policies", "ReviewPackets", "Transparency",
        "Witnessing",
      ], data: ["Corpora", "Driver"]),
    tests("Transcript", imports: [], data: ["Transcripts"]),
    tests(
      "Program",
      imports: ["AccessLedger", "CommandLineTool", "Diagnostics", "EventStore", "Transparency"],
      data: ["Fixtures"]),
    tests(
      "House",
      imports: [
        "AccessLedger", "AccessModel", "CanonicalJSON", "Chronology", "CommandLineTool",
        "Diagnostics", "EventSourcing", "EventStore", "Events", "Exports", "IdentityRegister",
        "Policies",
        "Projections", "Transparency",
      ]),
  ]
)
