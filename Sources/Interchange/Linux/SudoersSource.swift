/// A sudoers file: where it is, and what is in it.
public struct SudoersFile: Hashable, Sendable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The folder it is in, without a slash at the end; empty for a bare name.
  var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// Whether `@includedir` reads it: its name has no `.` and does not end in `~`.
  var isReadFromDirectory: Bool {
    let name = path.utf8.suffix(while: { $0 != UInt8(ascii: "/") })
    return !name.isEmpty && name.last != UInt8(ascii: "~") && !name.contains(UInt8(ascii: "."))
  }
}

/// Where the files come from that sudoers files include: the caller reads, this module does not.
public struct SudoersSource {
  /// The bytes of the file of that path; `nil` when it cannot be read.
  public var file: (String) -> [UInt8]?
  /// The files that are directly in the folder of that path, all of them and in any order; `nil` when it
  /// cannot be read. Those whose names sudo passes over are passed over here.
  public var directory: (String) -> [SudoersFile]?

  public init(
    file: @escaping (String) -> [UInt8]?, directory: @escaping (String) -> [SudoersFile]?
  ) {
    self.file = file
    self.directory = directory
  }

  /// Files already in memory; a folder is there when one of them is in it.
  public init(files: [SudoersFile]) {
    self.init(
      file: { path in files.first { $0.path == path }?.bytes },
      directory: { path in
        let inside = files.filter { $0.folder == path }
        return inside.isEmpty ? nil : inside
      })
  }
}

extension Collection where Self: BidirectionalCollection, Element == UInt8 {
  /// The longest end of the collection whose elements all satisfy `predicate`.
  fileprivate func suffix(while predicate: (UInt8) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, predicate(self[index(before: start)]) {
      start = index(before: start)
    }
    return self[start...]
  }
}
