/// The system calls the file log makes, and no others.
///
/// The log never calls the system directly, so that a modelled disk can take the system's place in
/// tests: fill up, fail at any call, or lose power between two calls. Paths are plain strings;
/// descriptors are the file system's own numbers.
public protocol FileSystem: AnyObject, Sendable {
  /// Opens a file or a folder.
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor
  /// Closes; the descriptor is gone even when this throws.
  func close(_ file: FileDescriptor) throws(SystemError)
  /// Reads at most `buffer.count` bytes at `offset`; 0 only at the end of the file.
  func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  /// Writes at most `bytes.count` bytes at `offset` and says how many; a file in append mode
  /// ignores `offset`.
  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  /// The length of the file in bytes.
  func size(_ file: FileDescriptor) throws(SystemError) -> Int
  /// Says that all of a file will be read soon, so that reading it can begin behind.
  func expectReading(_ file: FileDescriptor)
  /// Says that some bytes of a file will be read soon.
  func expectReading(_ file: FileDescriptor, _ range: Range<Int>)
  /// Makes the file `size` bytes long.
  func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError)
  /// Reserves disk space for `size` bytes from the start of the file.
  func allocate(_ file: FileDescriptor, size: Int) throws(SystemError)
  /// `fdatasync`: the bytes and the length are on the medium when this returns.
  func synchroniseData(_ file: FileDescriptor) throws(SystemError)
  /// `fsync`: the file, or the names in the folder, are on the medium when this returns.
  func synchronise(_ file: FileDescriptor) throws(SystemError)
  /// The permission bits.
  func mode(_ file: FileDescriptor) throws(SystemError) -> UInt32
  /// Sets the permission bits.
  func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError)
  /// Takes the exclusive lock without waiting; false when another has it.
  func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool
  /// Lets the lock go.
  func unlock(_ file: FileDescriptor) throws(SystemError)
  /// Renames a file, replacing what has the new name.
  func rename(_ old: String, to new: String) throws(SystemError)
  /// Gives a file a second name, which must not exist.
  func link(_ path: String, to new: String) throws(SystemError)
  /// Removes a file.
  func remove(_ path: String) throws(SystemError)
  /// Makes a folder with these permission bits.
  func makeFolder(_ path: String, mode: UInt32) throws(SystemError)
  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(SystemError)
  /// The names in a folder, sorted, without `.` and `..`.
  func names(in path: String) throws(SystemError) -> [String]
  /// The kind of the file system a path is on, as `statfs` numbers it.
  func kind(of path: String) throws(SystemError) -> Int
}

/// How a file is opened.
public enum OpenMode: Hashable, Sendable {
  /// To read; must exist.
  case reading
  /// To read and write; must exist.
  case writing
  /// To read and write; must not exist, and gets these permission bits.
  case creating(mode: UInt32)
  /// To add at the end only; made with these permission bits when it does not exist.
  case appending(mode: UInt32)
  /// A folder, to synchronise its names.
  case folder
}

/// An open file of a `FileSystem`.
public struct FileDescriptor: Hashable, Sendable {
  public var number: Int32

  public init(_ number: Int32) {
    self.number = number
  }
}

/// A system call that failed: which, on what, and how.
public struct SystemError: Error, Hashable, Sendable {
  /// The call, as its manual page is named: `fdatasync`.
  public var call: String
  /// The path, or the number of the descriptor.
  public var subject: String
  /// The error number of the system.
  public var number: Int32

  public init(_ call: String, _ subject: String, _ number: Int32) {
    self.call = call
    self.subject = subject
    self.number = number
  }
}

extension FileSystem {
  /// What is only said may go unheard.
  public func expectReading(_ file: FileDescriptor) {}
  public func expectReading(_ file: FileDescriptor, _ range: Range<Int>) {}
}
