import CSQLite
import Chronology
import Diagnostics
import Foundation
import IdentityRegister
import Testing

/// A register in a folder of its own, removed when the test lets go of it.
final class TemporaryRegister {
  let folder: String
  var path: String { folder + "/" + IdentityRegister.fileName }

  init(isCreated: Bool = true) throws {
    folder = NSTemporaryDirectory() + "register-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    if isCreated { try IdentityRegister.create(at: path) }
  }

  deinit {
    chmod(folder, 0o700)
    try? FileManager.default.removeItem(atPath: folder)
  }

  func open(
    _ access: IdentityRegister.Access = .readWrite, patienceMilliseconds: Int = 50
  ) throws -> IdentityRegister {
    try IdentityRegister(opening: path, access, patienceMilliseconds: patienceMilliseconds)
  }

  /// The raw bytes of every file in the folder.
  func bytes() throws -> Data {
    var all = Data()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      all += try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return all
  }

  func holds(_ text: String) throws -> Bool {
    try bytes().range(of: Data(text.utf8)) != nil
  }
}

/// The code of the diagnostic that `body` throws; `nil` when it throws none.
func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let diagnostic as Diagnostic {
    return diagnostic.code
  } catch {
    return "\(error)"
  }
}

let basis = "KS 2026/00123"
let moment = Instant(milliseconds: 1_795_000_000_120)

/// A text whose commitment and salt are drawn from its number.
func openText(_ number: Int, _ text: String, subject: String? = nil) -> OpenText {
  var bytes: [UInt8] = []
  var state = UInt64(number) &+ 0x9E37_79B9_7F4A_7C15
  while bytes.count < 64 {
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
    state ^= state >> 31
    bytes += withUnsafeBytes(of: state) { Array($0) }
    state &+= 0x9E37_79B9_7F4A_7C15
  }
  let digits = String(number, radix: 16)
  return OpenText(
    commitment: Array(bytes[..<32]),
    event: String(repeating: "0", count: 32 - digits.count) + digits,
    field: "reason", salt: Array(bytes[32...]), text: text, subject: subject)
}

/// Changes a register past the program.
func edit(_ path: String, _ sql: String) {
  var handle: OpaquePointer?
  sqlite3_open(path, &handle)
  #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
  sqlite3_close(handle)
}
