public import Chronology

/// The lines of OpenSSH's `allowed_signers`, for `ssh-keygen -Y verify`.
public enum AllowedSigners {
  /// The line of one key, with its LF.
  ///
  /// The times are those of record, in whole seconds that hold the key's own time; in the log itself positions decide.
  /// - Parameters:
  ///   - principal: whose key it is, by the identifier in the log.
  ///   - publicKey: the key as an OpenSSH line without comment.
  public static func line(
    _ principal: String, _ publicKey: String, origin: String, enrolled: Instant, revoked: Instant?
  ) -> String {
    var limits = ["namespaces=\"liggare-event@\(origin)\""]
    limits.append("valid-after=\"\(time(enrolled, roundedUp: false))\"")
    if let revoked { limits.append("valid-before=\"\(time(revoked, roundedUp: true))\"") }
    return "\(principal) \(limits.joined(separator: ",")) \(publicKey)\n"
  }

  /// A moment as OpenSSH writes it, in whole seconds of UTC.
  private static func time(_ moment: Instant, roundedUp: Bool) -> String {
    let seconds = moment.advanced(byMilliseconds: roundedUp ? 999 : 0)
    return String("\(seconds)".prefix(19).filter { $0.isNumber }) + "Z"
  }
}
