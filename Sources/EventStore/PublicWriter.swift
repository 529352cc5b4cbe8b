import Glibc
import Transparency

/// Puts derived files in a public folder: each whole under its name or not at all, and none that is there already.
struct PublicWriter {
  let files: any FileSystem
  let folder: PublicFolder
  /// Where a file is made, on the same file system as the folder.
  let draft: String
  var fileMode: UInt32 = 0o600
  var folderMode: UInt32 = 0o700
  /// Whether all of it is on the medium when `finish` returns.
  let isSynchronising: Bool
  /// Tiles that were not there.
  private(set) var writtenCount = 0
  /// Tiles that were there and held something else.
  private(set) var mendedCount = 0
  private var touched: Set<String> = []

  init(_ files: any FileSystem, _ folder: PublicFolder, draft: String, isSynchronising: Bool) {
    self.files = files
    self.folder = folder
    self.draft = draft
    self.isSynchronising = isSynchronising
  }

  /// Puts a tile in place; a full one takes the place of what was published of it before.
  mutating func put(_ tile: Tile, _ hashes: [Digest]) throws(SystemError) {
    let bytes = hashes.fileBytes
    let path = folder.tile(tile)
    let present = try contents(of: path, limit: bytes.count + 1)
    if present != bytes {
      try place(bytes, at: path)
      if present == nil { writtenCount += 1 } else { mendedCount += 1 }
    }
    if tile.isFull { try removePartials(of: tile) }
  }

  /// Puts the newest checkpoint in place: the last thing to be written.
  mutating func put(checkpoint bytes: [UInt8]) throws(SystemError) {
    guard try contents(of: folder.checkpoint, limit: bytes.count + 1) != bytes else { return }
    // What it speaks of is there before it is.
    try finish()
    try place(bytes, at: folder.checkpoint)
  }

  /// Puts the names of what was written on the medium.
  mutating func finish() throws(SystemError) {
    guard isSynchronising else { return }
    for path in touched.sorted() { try files.synchroniseFolder(path) }
    touched = []
  }

  /// The bytes of a file, or nothing when there is none.
  private mutating func contents(of path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let isSynchronising = isSynchronising
    let files = files
    do throws(SystemError) {
      let bytes = try files.withFile(path, .reading) { (file) throws(SystemError) in
        let bytes = try files.contents(of: file, from: 0, count: limit)
        // It may have been written without a sync.
        if isSynchronising { try files.synchronise(file) }
        return bytes
      }
      touched.insert(Self.parent(path))
      return bytes
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  private mutating func place(_ bytes: [UInt8], at path: String) throws(SystemError) {
    try files.writeDraft(draft, bytes, mode: fileMode, synchronising: isSynchronising)
    do throws(SystemError) {
      try files.rename(draft, to: path)
    } catch {
      guard error.number == ENOENT else { throw error }
      try makeFolder(Self.parent(path))
      try files.rename(draft, to: path)
    }
    touched.insert(Self.parent(path))
  }

  /// Makes a folder, and those it lies in.
  mutating func makeFolder(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try files.makeFolder(path, mode: folderMode)
    } catch {
      if error.number == EEXIST { return }
      guard error.number == ENOENT, path != Self.parent(path) else { throw error }
      try makeFolder(Self.parent(path))
      try files.makeFolder(path, mode: folderMode)
    }
    let (files, folderMode) = (files, folderMode)
    try files.withFile(path, .folder) { (file) throws(SystemError) in
      try files.setMode(file, folderMode)
    }
    touched.insert(Self.parent(path))
  }

  private func removePartials(of tile: Tile) throws(SystemError) {
    let path = folder.partials(of: tile)
    let names: [String]
    do throws(SystemError) { names = try files.names(in: path) } catch {
      guard error.number == ENOENT else { throw error }
      return
    }
    for name in names { try files.remove("\(path)/\(name)") }
    try files.removeFolder(path)
  }

  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}

extension FileSystem {
  /// Makes a draft of these bytes, in the place of one that was left.
  func writeDraft(
    _ path: String, _ bytes: [UInt8], mode: UInt32, synchronising: Bool
  ) throws(SystemError) {
    let file: FileDescriptor
    do throws(SystemError) {
      file = try open(path, .creating(mode: mode))
    } catch {
      guard error.number == EEXIST else { throw error }
      try remove(path)
      file = try open(path, .creating(mode: mode))
    }
    do throws(SystemError) {
      try writeAll(file, bytes, at: 0)
      // The mask of the process takes away what others are given.
      if mode & 0o077 != 0 { try setMode(file, mode) }
      if synchronising { try synchronise(file) }
    } catch {
      // The first error is the one to tell.
      do { try close(file) } catch {}
      throw error
    }
    try close(file)
  }
}
