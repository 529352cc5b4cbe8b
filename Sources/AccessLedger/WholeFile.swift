public import Diagnostics
import Glibc

/// A file of the outside world read whole: a key, a piece of evidence, an import.
public enum WholeFile {
  public static let unreadable = DiagnosticCode(
    "FIL-01",
    Localized(en: "The file cannot be read.", sv: "Filen går inte att läsa."),
    remedy: Localized(
      en: "Check the path and your rights to it.", sv: "Kontrollera sökvägen och dina rättigheter.")
  )

  public static let tooLarge = DiagnosticCode(
    "FIL-02",
    Localized(en: "The file is too large.", sv: "Filen är för stor."),
    remedy: Localized(
      en: "Give the right file; the facts say the most that is read.",
      sv: "Ange rätt fil; uppgifterna säger hur mycket som högst läses."))

  public static let catalogue = [unreadable, tooLarge]

  /// The bytes of a file, at most `bytesMax` of them.
  public static func read(_ path: String, bytesMax: Int) throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece(of: path) { (piece) throws(Diagnostic) in
      guard bytes.count + piece.count <= bytesMax else {
        throw tooLarge.diagnostic(
          .init(en: "file", sv: "fil", path),
          .init(en: "bytes at most", sv: "högst antal byte", "\(bytesMax)"))
      }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  /// Lends a file's bytes in pieces, in order.
  public static func forEachPiece(
    of path: String, _ body: (UnsafeRawBufferPointer) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private static func failure(_ path: String) -> Diagnostic {
    let reason = String(cString: strerror(errno))
    return unreadable.diagnostic(
      .init(en: "file", sv: "fil", path), .init(en: "why", sv: "varför", reason))
  }
}
