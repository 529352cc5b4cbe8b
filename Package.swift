// swift-tools-version: 6.2
import PackageDescription

// Every target speaks Swift 6, names the imports its declarations show, and treats a warning as an error.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the house: its folder in `Sources`, and the complete list of what it may import.
func module(_ name: String, imports: [String] = []) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, exclude: ["\(name).docc"],
    swiftSettings: settings)
}

/// The tests of a module, in `Tests`.
func tests(_ name: String, imports: [String]) -> Target {
  .testTarget(
    name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: settings)
}

let package = Package(
  name: "liggare",
  targets: [
    // The path of a fact, in its order: asked, allowed, decided, happened, kept, folded, answered.
    module("Chronology"),
    module("Diagnostics", imports: ["Chronology"]),
    module("CanonicalJSON", imports: ["Diagnostics"]),
  ]
)
