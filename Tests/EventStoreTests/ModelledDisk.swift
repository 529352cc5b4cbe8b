import EventStore
import Glibc

/// A disk in memory that forgets what was not synchronised, in any way a real one may.
///
/// Bytes reach the medium page by page, and lengths and names one by one, in any subset, until a
/// sync puts all of a file, or all names of a folder, there. It fills up at a capacity and fails at
/// a chosen call.
final class ModelledDisk: FileSystem, @unchecked Sendable {

  struct File {
    var bytes: [UInt8] = []
    /// What is certain to be on the medium.
    var stable: [UInt8] = []
    /// Space set aside, without content.
    var allocated = 0
    var stableAllocated = 0
    var mode: UInt32 = 0o600
    var stableMode: UInt32 = 0o600
  }

  /// A change of the names that no folder sync has made certain.
  enum NameChange: Equatable {
    case link(String, Int)
    case unlink(String)
    case rename(String, String, Int)
    case makeFolder(String)
    case removeFolder(String)

    func apply(to names: inout Names) {
      switch self {
      case .makeFolder(let path): names.folders.insert(path)
      case .removeFolder(let path): names.folders.remove(path)
      case .link(let path, let file): names.files[path] = file
      case .unlink(let path): names.files[path] = nil
      case .rename(let old, let new, let file):
        if names.files[old] == file { names.files[old] = nil }
        names.files[new] = file
      }
    }

    var folder: String {
      switch self {
      case .link(let path, _), .unlink(let path), .rename(_, let path, _), .makeFolder(let path),
        .removeFolder(let path):
        parent(path)
      }
    }
  }

  /// The names of files and folders.
  struct Names {
    var files: [String: Int] = [:]
    var folders: Set<String> = ["/"]
  }

  struct State {
    /// What reaches the medium whole or not at all: half a sector, on which the head relies, and small, so that one line lies on
    /// several pages.
    var pageSize = 256
    var files: [Int: File] = [:]
    var present = Names()
    /// What is certain to be on the medium.
    var stable = Names()
    var changes: [NameChange] = []
    var next = 1

    var names: [String: Int] {
      get { present.files }
      set { present.files = newValue }
    }
    var folders: Set<String> {
      get { present.folders }
      set { present.folders = newValue }
    }
  }

  var state = State()
  private var open: [Int32: (path: String, file: Int?, appends: Bool)] = [:]
  private var nextDescriptor: Int32 = 3
  private var locks: [Int: Int32] = [:]

  /// Bytes in all files before the disk is full.
  var capacity = Int.max
  /// Calls so far, and which of them fails, with what.
  var calls = 0
  var fails: (_ index: Int, _ call: String, _ path: String) -> Int32? = { _, _, _ in nil }
  /// Told of each call before it is made.
  var observes: (_ call: String, _ path: String) -> Void = { _, _ in }
  /// What a mutant makes of this sync or renaming.
  enum Omission {
    /// Nothing is done.
    case left
    /// A renaming copies the bytes into the file that has the name.
    case copied
  }
  var omits: (_ call: String, _ path: String) -> Omission? = { _, _ in nil }
  /// Called after each call that changes something.
  var onStep: (ModelledDisk) -> Void = { _ in }
  /// The number `statfs` gives.
  var fileSystemKind = 0xEF53
  /// Whether everything may only be read.
  var isReadOnly = false

  init(_ state: State = State()) { self.state = state }

  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private func resolved(_ path: String) -> String {
    path.hasSuffix("/..") ? Self.parent(String(path.dropLast(3))) : path
  }

  private func call(_ name: String, _ path: String) throws(SystemError) {
    calls += 1
    observes(name, path)
    if let number = fails(calls, name, path) { throw SystemError(name, path, number) }
  }

  private func entry(_ file: FileDescriptor, _ call: String) throws(SystemError) -> (
    path: String, file: Int?, appends: Bool
  ) {
    guard let entry = open[file.number] else { throw SystemError(call, "\(file.number)", EBADF) }
    try self.call(call, entry.path)
    return entry
  }

  /// The bytes that files take up. A file without a name keeps its blocks until that is certain.
  var used: Int {
    Set(state.names.values).union(state.stable.files.values).reduce(0) {
      $0 + max(state.files[$1]?.bytes.count ?? 0, state.files[$1]?.allocated ?? 0)
    }
  }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let path = resolved(path)
    try call("open", path)
    var file = state.names[path]
    var appends = false
    switch mode {
    case .folder:
      guard state.folders.contains(path) else { throw SystemError("open", path, ENOENT) }
    case .reading: break
    case .writing:
      if isReadOnly { throw SystemError("open", path, EROFS) }
    case .creating(let bits), .appending(let bits):
      if isReadOnly { throw SystemError("open", path, EROFS) }
      if case .appending = mode { appends = true }
      if file != nil, !appends { throw SystemError("open", path, EEXIST) }
      if file == nil {
        guard state.folders.contains(Self.parent(path)) else {
          throw SystemError("open", path, ENOENT)
        }
        if used >= capacity { throw SystemError("open", path, ENOSPC) }
        let new = state.next
        state.next += 1
        state.files[new] = File(mode: bits)
        change(.link(path, new))
        file = new
      }
    }
    if mode != .folder, file == nil { throw SystemError("open", path, ENOENT) }
    let number = nextDescriptor
    nextDescriptor += 1
    open[number] = (path, mode == .folder ? nil : file, appends)
    return FileDescriptor(number)
  }

  private func change(_ change: NameChange) {
    change.apply(to: &state.present)
    state.changes.append(change)
    onStep(self)
  }

  func close(_ file: FileDescriptor) throws(SystemError) {
    guard let entry = open.removeValue(forKey: file.number) else {
      throw SystemError("close", "\(file.number)", EBADF)
    }
    if let id = entry.file, locks[id] == file.number { locks[id] = nil }
    try call("close", entry.path)
  }

  var openCount: Int { open.count }

  private func content(_ file: FileDescriptor, _ call: String) throws(SystemError) -> (
    id: Int, path: String, appends: Bool
  ) {
    let entry = try entry(file, call)
    guard let id = entry.file else { throw SystemError(call, entry.path, EISDIR) }
    return (id, entry.path, entry.appends)
  }

  func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  {
    let (id, _, _) = try content(file, "pread")
    guard let bytes = state.files[id]?.bytes, offset < bytes.count else { return 0 }
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    return count
  }

  func write(_ file: FileDescriptor, _ source: UnsafeRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  {
    let (id, path, appends) = try content(file, "pwrite")
    guard var content = state.files[id] else { throw SystemError("pwrite", path, EBADF) }
    let offset = appends ? content.bytes.count : offset
    // One page at a time: a short write is the rule here, and a crash can come between two.
    let count = min(source.count, state.pageSize - offset % state.pageSize)
    let growth = max(0, offset + count - content.bytes.count)
    let free = max(0, capacity - used)
    let fits = min(count, count - growth + free)
    if fits <= 0 { throw SystemError("pwrite", path, ENOSPC) }
    if content.bytes.count < offset + fits {
      content.bytes += [UInt8](repeating: 0, count: offset + fits - content.bytes.count)
    }
    for index in 0..<fits { content.bytes[offset + index] = source[index] }
    state.files[id] = content
    onStep(self)
    return fits
  }

  func size(_ file: FileDescriptor) throws(SystemError) -> Int {
    let (id, _, _) = try content(file, "fstat")
    return max(state.files[id]?.bytes.count ?? 0, state.files[id]?.allocated ?? 0)
  }

  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    let (id, _, _) = try content(file, "ftruncate")
    guard var content = state.files[id] else { return }
    if size < content.bytes.count {
      content.bytes.removeLast(content.bytes.count - size)
    } else {
      content.bytes += [UInt8](repeating: 0, count: size - content.bytes.count)
    }
    state.files[id] = content
    onStep(self)
  }

  func allocate(_ file: FileDescriptor, size: Int) throws(SystemError) {
    let (id, path, _) = try content(file, "posix_fallocate")
    if capacity - used < size { throw SystemError("posix_fallocate", path, ENOSPC) }
    state.files[id]?.allocated = size
    onStep(self)
  }

  private func synchronise(_ file: FileDescriptor, as name: String) throws(SystemError) {
    let entry = try entry(file, name)
    if omits(name, entry.path) != nil { return }
    if let id = entry.file {
      if var content = state.files[id] {
        content.stable = content.bytes
        content.stableAllocated = content.allocated
        content.stableMode = content.mode
        state.files[id] = content
      }
    } else {
      for change in state.changes where change.folder == entry.path {
        change.apply(to: &state.stable)
      }
      state.changes.removeAll { $0.folder == entry.path }
    }
    onStep(self)
  }

  func synchroniseData(_ file: FileDescriptor) throws(SystemError) {
    try synchronise(file, as: "fdatasync")
  }

  func synchronise(_ file: FileDescriptor) throws(SystemError) {
    try synchronise(file, as: "fsync")
  }

  func mode(_ file: FileDescriptor) throws(SystemError) -> UInt32 {
    let (id, _, _) = try content(file, "fstat")
    return state.files[id]?.mode ?? 0
  }

  func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) {
    let entry = try entry(file, "fchmod")
    if let id = entry.file { state.files[id]?.mode = mode }
    onStep(self)
  }

  func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    let (id, _, _) = try content(file, "flock")
    if let holder = locks[id], holder != file.number { return false }
    locks[id] = file.number
    return true
  }

  func unlock(_ file: FileDescriptor) throws(SystemError) {
    let (id, _, _) = try content(file, "flock")
    if locks[id] == file.number { locks[id] = nil }
  }

  func rename(_ old: String, to new: String) throws(SystemError) {
    try call("rename", new)
    guard let file = state.names[old], state.folders.contains(Self.parent(new)) else {
      throw SystemError("rename", old, ENOENT)
    }
    switch omits("rename", new) {
    case nil: change(.rename(old, new, file))
    case .left: break
    case .copied: copy(file, from: old, to: new)
    }
  }

  private func copy(_ file: Int, from old: String, to new: String) {
    if state.names[new] == nil {
      state.files[state.next] = File()
      state.next += 1
      change(.link(new, state.next - 1))
    }
    let bytes = state.files[file]?.bytes ?? []
    state.files[state.names[new] ?? 0]?.bytes = bytes
    onStep(self)
    change(.unlink(old))
  }

  func remove(_ path: String) throws(SystemError) {
    try call("unlink", path)
    guard state.names[path] != nil else { throw SystemError("unlink", path, ENOENT) }
    change(.unlink(path))
  }

  func link(_ path: String, to new: String) throws(SystemError) {
    try call("link", new)
    guard let file = state.names[path], state.folders.contains(Self.parent(new)) else {
      throw SystemError("link", path, ENOENT)
    }
    guard state.names[new] == nil else { throw SystemError("link", new, EEXIST) }
    change(.link(new, file))
  }

  func makeFolder(_ path: String, mode: UInt32) throws(SystemError) {
    try call("mkdir", path)
    guard !state.folders.contains(path) else { throw SystemError("mkdir", path, EEXIST) }
    guard state.folders.contains(Self.parent(path)) else {
      throw SystemError("mkdir", path, ENOENT)
    }
    change(.makeFolder(path))
  }

  func removeFolder(_ path: String) throws(SystemError) {
    try call("rmdir", path)
    guard state.folders.contains(path) else { throw SystemError("rmdir", path, ENOENT) }
    guard
      !state.names.keys.contains(where: { Self.parent($0) == path }),
      !state.folders.contains(where: { $0 != path && Self.parent($0) == path })
    else { throw SystemError("rmdir", path, ENOTEMPTY) }
    change(.removeFolder(path))
  }

  func names(in path: String) throws(SystemError) -> [String] {
    try call("opendir", path)
    guard state.folders.contains(path) else { throw SystemError("opendir", path, ENOENT) }
    let all = Array(state.names.keys) + Array(state.folders)
    return all.filter { $0 != "/" && Self.parent($0) == path }
      .map { String($0.dropFirst(path == "/" ? 1 : path.utf8.count + 1)) }.sorted()
  }

  func kind(of path: String) throws(SystemError) -> Int {
    try call("statfs", path)
    return fileSystemKind
  }
}
