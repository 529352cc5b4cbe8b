import Testing

/// How the sources are written, as far as it can be counted.
struct SourceRuleTests {
  /// Types that others can see and that say nothing of themselves. It may only fall.
  static let undescribedTypesMax = 5

  /// Names that hold a forbidden word because it is the word of the subject.
  static let wordsOfTheSubject: [String: String] = [
    "EndorserIsManager": "a manager here is somebody's manager, a duty in the organisation",
    "CommonOptions": "the options that verbs share; to be renamed when its file is next changed",
  ]

  /// Places where a switch over something else than a family has its `default`, with the reason.
  static let defaultsAllowed: [String: String] = [
    "Sources/AuditViews/Question/GrantFacts.swift":
      "over the text of a column's key, which is no family"
  ]

  private static var defaults: Regex<Substring> { /^\s*(?:default|case _|@unknown default)\s*:/ }
  private static var traps: Regex<Substring> {
    /\btry!|\bfatalError\s*\(|\bas!\s|\bunsafelyUnwrapped\b/
  }
  private static var unwraps: Regex<Substring> { /[\w\)\]\}]!(?:[^=\w]|$)/ }

  @Test func `the rules find an offence in code and none in comments and texts`() {
    let file = SourceFile(
      path: "Sample.swift",
      text: #"""
        // try! fatalError( x!
        let a = "try! \(b["default: x!"]) y!" /* z! */
        /// public struct CommonManager {}
          default: break
        let c = try! d(e!)
        let f = g != h && !i
        """
        default:
        """
        public struct CommonManager {}
        """#)
    #expect(file.places(of: Self.defaults) == ["Sample.swift:4"])
    #expect(file.places(of: Self.traps) == ["Sample.swift:5"])
    #expect(file.places(of: Self.unwraps) == ["Sample.swift:5"])
    #expect(Self.types(in: file).map(\.line) == [10])
    #expect(Self.emptyWords(in: "CommonManager") == ["Common", "Manager"])
    #expect(Self.emptyWords(in: "Base64").isEmpty)
  }

  @Test func `a switch over a family of events has no default`() throws {
    for folder in ["Events", "Projections", "Deciders", "AuditViews"] {
      for file in try House.swiftFiles(below: "Sources/\(folder)")
      where Self.defaultsAllowed[file.path] == nil {
        let places = file.places(of: Self.defaults)
        #expect(
          places.isEmpty,
          "\(places): name each case, so that the compiler asks about the next one")
      }
    }
  }

  @Test func `the program does not import Foundation`() throws {
    for file in try House.swiftFiles(below: "Sources") {
      let places = file.places(of: /\bimport\s+Foundation/)
      #expect(places.isEmpty, "\(places): use Glibc for system calls; see Decisions")
    }
  }

  @Test func `no input can stop the program by a trap that was written down`() throws {
    for file in try House.swiftFiles(below: "Sources") {
      let traps = file.places(of: Self.traps)
      #expect(traps.isEmpty, "\(traps): throw a diagnostic, or precondition for our own mistakes")
      let unwraps = file.places(of: Self.unwraps)
      #expect(unwraps.isEmpty, "\(unwraps): unwrap with guard, and say what is missing")
    }
  }

  @Test func `no file has more than 400 lines`() throws {
    for file in try House.swiftFiles(below: "Sources") + House.swiftFiles(below: "Tests") {
      let count = file.text.hasSuffix("\n") ? file.lines.count - 1 : file.lines.count
      #expect(count <= 400, "\(file.path) has \(count) lines: it holds more than one idea")
    }
  }

  @Test func `no type is named by a word that fits everything`() throws {
    for file in try House.swiftFiles(below: "Sources") {
      for (line, name) in Self.types(in: file) where Self.wordsOfTheSubject[name] == nil {
        let words = Self.emptyWords(in: name)
        #expect(words.isEmpty, "\(file.path):\(line) \(name): say what it is")
      }
    }
  }

  @Test func `types that other modules see have a summary`() throws {
    var bare: [String] = []
    for file in try House.swiftFiles(below: "Sources") {
      for (line, name) in Self.types(in: file, matching: /\b(?:public|package)\b/) {
        var above = line - 2
        while above >= 0, file.lines[above].contains(/^\s*@/) { above -= 1 }
        if above < 0 || !file.lines[above].contains(/^\s*\/\/\//) {
          bare.append("\(file.path):\(line) \(name)")
        }
      }
    }
    #expect(
      bare.count <= Self.undescribedTypesMax,
      "\(bare.count) types without a summary: \(bare.joined(separator: ", "))")
    #expect(
      bare.count > Self.undescribedTypesMax - 5,
      "only \(bare.count) types are without a summary now: lower undescribedTypesMax to that")
  }

  /// The words in a name that fit everything.
  private static func emptyWords(in name: String) -> [String] {
    let empty: Set = [
      "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Misc", "Base",
      "Service", "Handler", "Info",
    ]
    // A service level is the measure that is agreed for a service; no word of it says so alone.
    return name.replacing("ServiceLevel", with: "").matches(of: /[A-Z][a-z0-9]*/).map {
      String($0.output)
    }.filter(empty.contains)
  }

  /// The types a file declares, by line from 1, whose line of code also matches `pattern`.
  private static func types(
    in file: SourceFile, matching pattern: Regex<Substring> = /./
  ) -> [(line: Int, name: String)] {
    file.code.enumerated().compactMap { index, line in
      guard line.contains(pattern),
        let match = line.firstMatch(
          of: /^\s*(?:[@\w\(\)]+\s+)*?(?:struct|enum|class|protocol|actor)\s+([A-Z]\w*)/)
      else { return nil }
      return (index + 1, String(match.1))
    }
  }
}
