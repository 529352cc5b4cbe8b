/// Names for rights that are fit for an entitlement, and never shared by two.
///
/// A name that fits is kept as it is. Another gets eight characters of a hash of what the right consists
/// of, so that it stays the same from one import to the next.
struct LinuxRightKeys {
  static let lengthMax = 32
  private static let hashLength = 8

  private var keys: [String: String] = [:]

  /// Gives every one of the rights its key.
  init(_ grants: some Sequence<LinuxRight.Grant>) {
    var taken: Set<String> = []
    var others: [String: String] = [:]
    for grant in grants {
      let content = grant.content
      guard keys[content] == nil, others[content] == nil else { continue }
      if let name = Self.plainName(grant) {
        keys[content] = name
        taken.insert(name)
      } else {
        others[content] = Self.prefix(grant)
      }
    }
    // Plain names first, then in the order of content: the outcome does not depend on the order of rights.
    for (content, prefix) in others.sorted(by: { $0.key < $1.key }) {
      var salt = 0
      var key: String
      repeat {
        key = "\(prefix)-\(Self.hash(salt == 0 ? content : "\(content)\u{0}\(salt)"))"
        salt += 1
      } while !taken.insert(key).inserted
      keys[content] = key
    }
  }

  func key(_ grant: LinuxRight.Grant) -> String {
    keys[grant.content] ?? Self.hash(grant.content)
  }

  /// The name as it is, when it says everything and fits.
  private static func plainName(_ grant: LinuxRight.Grant) -> String? {
    switch grant {
    case .login: return "login"
    case .group(let membership):
      let name = "group-\(membership.group)"
      let fits = name.utf8.count <= lengthMax && name.utf8.allSatisfy(isAllowed)
      return fits ? name : nil
    case .sudo(let right):
      guard right.isWhole else { return nil }
      return right.tags.contains(.nopasswd) ? "sudo-all-nopasswd" : "sudo-all"
    }
  }

  /// The readable beginning of a name that gets a hash.
  private static func prefix(_ grant: LinuxRight.Grant) -> String {
    let (kind, name): (String, String)
    switch grant {
    case .login: return "login"
    case .group(let membership): (kind, name) = ("group", membership.group)
    case .sudo(let right):
      let command = right.commands.first { !$0.isNegated }?.text ?? ""
      let program = command.utf8.prefix { $0 != 0x20 }
      let last = program.split(separator: UInt8(ascii: "/")).last ?? program
      (kind, name) = ("sudo", String(decoding: last, as: UTF8.self).lowercased())
    }
    let length = lengthMax - hashLength - 2 - kind.utf8.count
    let allowed = name.utf8.filter(isAllowed).prefix(length)
    return allowed.isEmpty ? kind : "\(kind)-\(String(decoding: allowed, as: UTF8.self))"
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Forty bits of FNV-1a (64 bits, folded), five to a character.
  private static func hash(_ text: String) -> String {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 {
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    value ^= value >> 40
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let characters = (0..<hashLength).map { alphabet[Int(value >> UInt64(5 * $0) & 31)] }
    return String(decoding: characters, as: UTF8.self)
  }
}
