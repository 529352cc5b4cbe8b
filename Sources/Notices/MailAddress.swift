/// An address that mail can be sent to: what stands before and after one `@`, in ASCII, with nothing that a header would read otherwise.
///
/// The dot-atom form of RFC 5322, 3.4.1, at most 254 bytes; quoted local parts, comments and literal hosts are none.
public struct MailAddress: Hashable, Sendable {
  public let text: String

  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, parts[0].count <= 64,
      parts.allSatisfy(MailAddress.isDotAtom)
    else { return nil }
    self.text = text
  }

  private static func isDotAtom(_ bytes: some Collection<UInt8>) -> Bool {
    let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  private static func isAtomText(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }
}
