public import Diagnostics
import Glibc
public import ReviewPackets

/// A folder of packets to be handed out: readable by nobody but its owner, with a list of the digests of its files.
public struct PacketFolder {
  public static let occupied = DiagnosticCode(
    "PKT-20",
    Localized(
      en: "The folder has something in it.", sv: "Mappen är inte tom."),
    remedy: Localized(
      en: "Name a new folder; or give --force, which replaces the files of the same names.",
      sv: "Ange en ny mapp; eller --force, som ersätter filerna med samma namn."))

  public static let unwritable = DiagnosticCode(
    "PKT-21",
    Localized(
      en: "The packets cannot be written.", sv: "Utskicken går inte att skriva."),
    remedy: Localized(
      en: "Check the folder, your rights to it, and the space on the disk.",
      sv: "Kontrollera mappen, dina rättigheter till den och utrymmet på disken."))

  public static let catalogue = [occupied, unwritable]

  /// The files, without the list of their digests.
  public private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// The page and the workbook of each packet.
  public init(_ packets: [ReviewPacket], in language: Language) {
    for packet in packets {
      files.append((packet.fileName + ".html", packet.page(in: language)))
      files.append((packet.fileName + ".xlsx", packet.workbook(in: language)))
    }
  }

  /// Writes the files and their list, each whole under a name of its own before it takes its place.
  ///
  /// - Parameters:
  ///   - path: the folder, which is made when it is not there.
  ///   - isReplacing: whether it may have something in it.
  /// - Throws: `PKT-20` and `PKT-21`.
  public func write(to path: String, isReplacing: Bool) throws(Diagnostic) {
    if mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw Self.failure(path) }
      let isFree = isReplacing ? true : try Self.isEmpty(path)
      guard isFree else {
        throw Self.occupied.diagnostic(.init(en: "folder", sv: "mapp", path))
      }
    }
    let list = PacketManifest.bytes(of: files)
    for file in files + [(PacketManifest.fileName, list)] {
      try Self.write(file.bytes, to: "\(path)/\(file.name)")
    }
  }

  private static func isEmpty(_ path: String) throws(Diagnostic) -> Bool {
    guard let folder = opendir(path) else { throw failure(path) }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E] && name != [0x2E, 0x2E] { return false }
    }
    return true
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let part = path + ".part"
    guard unlink(part) == 0 || errno == ENOENT else { throw failure(path) }
    let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    var isWritten = true
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          isWritten = false
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
    guard isWritten, fsync(descriptor) == 0 else {
      let refusal = failure(path)
      close(descriptor)
      unlink(part)
      throw refusal
    }
    guard close(descriptor) == 0, rename(part, path) == 0 else {
      let refusal = failure(path)
      unlink(part)
      throw refusal
    }
  }

  private static func failure(_ path: String) -> Diagnostic {
    unwritable.diagnostic(
      .init(en: "file", sv: "fil", path),
      .init(en: "why", sv: "varför", String(cString: strerror(errno))))
  }
}
