import Transparency

/// What a witness is asked, taken byte by byte: either the lines of a request up to the end of the input, or one HTTP request
/// (RFC 9112) that says its length.
///
/// Bounded: no more than 8 KiB of header and the largest request are ever held.
public struct WitnessInput {
  /// Whether it came by HTTP, and is to be answered so.
  public enum Form: Hashable, Sendable {
    case lines
    case http
  }

  /// What has come so far.
  public enum State: Hashable, Sendable {
    /// More must come.
    case open
    /// The lines of the request.
    case complete([UInt8])
    /// It will never be one; this is the status to answer with.
    case refused(status: Int)
  }

  private static let headerBytesMax = 8_192
  private static let opening = Array("POST ".utf8)

  private var bytes: [UInt8] = []
  public private(set) var state = State.open

  public init() {}

  public var form: Form {
    bytes.count >= Self.opening.count && bytes.starts(with: Self.opening)
      || bytes.starts(with: "GET ".utf8) ? .http : .lines
  }

  /// Takes the next bytes; none of them mean the end of the input.
  public mutating func take(_ more: [UInt8]) {
    guard case .open = state else { return }
    bytes += more
    guard bytes.count <= WitnessRequest.bytesMax + Self.headerBytesMax else {
      state = .refused(status: 413)
      return
    }
    switch form {
    case .lines: if more.isEmpty { state = .complete(bytes) }
    case .http:
      readHTTP()
      if case .open = state, more.isEmpty { state = .refused(status: 400) }
    }
  }

  private mutating func readHTTP() {
    guard let end = Self.headerEnd(bytes) else {
      if bytes.count > Self.headerBytesMax { state = .refused(status: 400) }
      return
    }
    let lines = bytes[..<(end - 4)].split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
    let request = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard request.count == 3, request[2] == "HTTP/1.1" || request[2] == "HTTP/1.0" else {
      state = .refused(status: 400)
      return
    }
    guard request[0] == "POST",
      request[1] == "/add-checkpoint" || request[1].hasSuffix("/add-checkpoint")
    else {
      state = .refused(status: 404)
      return
    }
    var length: Int?
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = parts[0].lowercased()
      let value = String(parts[1].drop { $0 == " " || $0 == "\t" })
      if name == "transfer-encoding" {
        state = .refused(status: 411)
        return
      }
      guard name == "content-length" else { continue }
      guard length == nil, let number = Int(value), "\(number)" == value, number >= 0 else {
        state = .refused(status: 400)
        return
      }
      length = number
    }
    guard let length else {
      state = .refused(status: 411)
      return
    }
    guard length <= WitnessRequest.bytesMax else {
      state = .refused(status: 413)
      return
    }
    if bytes.count - end >= length { state = .complete(Array(bytes[end..<(end + length)])) }
  }

  /// Where the body begins: behind the first CR LF CR LF.
  private static func headerEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for place in 0...(bytes.count - 4)
    where bytes[place] == 0x0D && bytes[place + 1] == 0x0A && bytes[place + 2] == 0x0D
      && bytes[place + 3] == 0x0A
    {
      return place + 4
    }
    return nil
  }
}
