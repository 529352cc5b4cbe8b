/// Where a witness is asked, as its line in the witness policy says.
///
/// * `file:/srv/witness`: a folder on this machine, or on a stick that is mounted.
/// * `ssh://[user@]host[:port]/srv/witness`: a folder on another host, where `liggare` is on the path.
/// * `http://` and `https://`: the submission prefix of any witness of C2SP tlog-witness.
public enum WitnessAddress: Hashable, Sendable {
  case folder(String)
  case host(user: String?, host: String, port: Int?, folder: String)
  case web(String)

  /// - Returns: nothing when the text is none of these; what reaches another host's shell is letters, digits and a few signs.
  public init?(_ text: String) {
    if let path = Self.rest(of: text, after: "file:") {
      let path = path.hasPrefix("///") ? String(path.dropFirst(2)) : path
      guard path.hasPrefix("/"), !path.hasPrefix("//") else { return nil }
      self = .folder(path)
    } else if let rest = Self.rest(of: text, after: "ssh://") {
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      var place = rest[..<slash]
      let folder = String(rest[slash...])
      var user: String?
      if let at = place.firstIndex(of: "@") {
        user = String(place[..<at])
        place = place[place.index(after: at)...]
      }
      var port: Int?
      if let colon = place.lastIndex(of: ":") {
        let digits = place[place.index(after: colon)...]
        guard let number = Int(digits), (1...65_535).contains(number), "\(number)" == digits else {
          return nil
        }
        port = number
        place = place[..<colon]
      }
      guard Self.isWord(place, allowing: ".-"),
        user.map({ Self.isWord($0, allowing: "._-") }) != false,
        Self.isWord(folder, allowing: "/._-"), !place.hasPrefix("-"), user?.hasPrefix("-") != true
      else { return nil }
      self = .host(user: user, host: String(place), port: port, folder: folder)
    } else if text.hasPrefix("https://") || text.hasPrefix("http://") {
      guard text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }), text.utf8.count <= 2_000 else {
        return nil
      }
      self = .web(text.hasSuffix("/") ? String(text.dropLast()) : text)
    } else {
      return nil
    }
  }

  private static func rest(of text: String, after prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.utf8.count)) : nil
  }

  private static func isWord(_ text: some StringProtocol, allowing signs: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || signs.unicodeScalars.contains($0)
      }
  }
}
