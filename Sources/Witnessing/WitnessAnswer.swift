/// What a witness answers (C2SP tlog-witness): a status of HTTP and a body.
public struct WitnessAnswer: Hashable, Sendable {
  /// 200, or why not: 400, 403, 404, 409, 422; 500 when the witness itself failed.
  public var status: Int
  /// For 200 the cosignature lines; for 409 the size the witness knows and LF; else a sentence.
  public var body: [UInt8]

  public init(status: Int, body: [UInt8]) {
    self.status = status
    self.body = body
  }

  /// The answer as lines: the status, LF, the body.
  public var lines: [UInt8] { Array("\(status)\n".utf8) + body }

  /// Reads an answer in lines; nothing when it is none.
  public init?(lines: [UInt8]) {
    guard lines.count <= Self.bytesMax, let end = lines.firstIndex(of: 0x0A), end == 3,
      let status = Int(String(decoding: lines[..<end], as: UTF8.self)),
      (100...599).contains(status)
    else { return nil }
    self.init(status: status, body: Array(lines[(end + 1)...]))
  }

  /// The longest answer that is read.
  public static let bytesMax = 65_536

  /// The size a witness knows, from the body of a 409.
  public var knownSize: UInt64? {
    guard status == 409, body.last == 0x0A, body.count <= 20 else { return nil }
    let text = String(decoding: body.dropLast(), as: UTF8.self)
    guard let size = UInt64(text), "\(size)" == text else { return nil }
    return size
  }

  /// The answer as HTTP says it.
  public var http: [UInt8] {
    let type = status == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8"
    let head = """
      HTTP/1.1 \(status) \(reason)\r
      Content-Type: \(type)\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    return Array(head.utf8) + body
  }

  private var reason: String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 409: "Conflict"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 422: "Unprocessable Content"
    default: "Internal Server Error"
    }
  }
}
