import CanonicalJSON

/// Any value the form can write, read and written piece by piece through the public reader and writer.
indirect enum Tree: Equatable, Sendable {
  case integer(Int64)
  case string(String)
  case array([Tree])
  case object([Member])

  struct Member: Equatable, Sendable {
    var key: String
    var value: Tree
  }

  init(from json: inout JSONReader, depth: Int = 0) throws(CanonicalJSONError) {
    switch json.next {
    case UInt8(ascii: "\""):
      self = .string(try json.string())
    case UInt8(ascii: "["):
      guard depth < 8 else { throw json.error(.valueOutOfRange) }
      try json.take("[")
      var elements: [Tree] = []
      if !json.takeIf(UInt8(ascii: "]")) {
        repeat {
          elements.append(try Tree(from: &json, depth: depth + 1))
        } while json.takeIf(UInt8(ascii: ","))
        try json.take("]")
      }
      self = .array(elements)
    case UInt8(ascii: "{"):
      guard depth < 8 else { throw json.error(.valueOutOfRange) }
      try json.take("{")
      var members: [Member] = []
      if !json.takeIf(UInt8(ascii: "}")) {
        repeat {
          let key = String(decoding: try json.plainString(), as: UTF8.self)
          try json.take(":")
          members.append(Member(key: key, value: try Tree(from: &json, depth: depth + 1)))
        } while json.takeIf(UInt8(ascii: ","))
        try json.take("}")
      }
      self = .object(members)
    default:
      self = .integer(try json.integer())
    }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .integer(let value): json.integer(value)
    case .string(let text): json.string(text)
    case .array(let elements):
      json.raw("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { json.raw(",") }
        element.write(to: &json)
      }
      json.raw("]")
    case .object(let members):
      json.raw("{")
      for (index, member) in members.enumerated() {
        if index > 0 { json.raw(",") }
        json.plainString { $0.append(contentsOf: member.key.utf8) }
        json.raw(":")
        member.value.write(to: &json)
      }
      json.raw("}")
    }
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }

  static func random(depth: Int, using random: inout SeededRandom) -> Tree {
    switch random.below(depth > 0 ? 4 : 2) {
    case 0:
      let limit: Int64 = 9_007_199_254_740_991
      return .integer(
        random.once(in: 2)
          ? Int64.random(in: -100...100, using: &random)
          : Int64.random(in: -limit...limit, using: &random))
    case 1:
      let alphabet = Array(#"aZ09 "\/{}[]:,åÖ€🗝̈"#.unicodeScalars)
      var text = ""
      for _ in 0..<random.below(12) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
      }
      return .string(text)
    case 2:
      return .array((0..<random.below(4)).map { _ in .random(depth: depth - 1, using: &random) })
    default:
      return .object(
        (0..<random.below(4)).map { _ in
          Member(
            key: String("abcXYZ-/".shuffled(using: &random).prefix(random.below(5))),
            value: .random(depth: depth - 1, using: &random))
        })
    }
  }
}

/// Reads all of `bytes` by one reader call, and says what came of it.
func reading<Value>(
  _ bytes: [UInt8], _ read: (inout JSONReader) throws(CanonicalJSONError) -> Value
) -> Result<Value, CanonicalJSONError> {
  bytes.withUnsafeBytes { buffer in
    var json = JSONReader(buffer)
    do throws(CanonicalJSONError) {
      let value = try read(&json)
      try json.takeEnd()
      return .success(value)
    } catch {
      return .failure(error)
    }
  }
}

/// The reason for which the whole of `text` is refused; `nil` when it is read.
func refusal<Value>(
  _ text: String, _ read: (inout JSONReader) throws(CanonicalJSONError) -> Value
) -> CanonicalJSONError.Reason? {
  refusal(Array(text.utf8), read)
}

func refusal<Value>(
  _ bytes: [UInt8], _ read: (inout JSONReader) throws(CanonicalJSONError) -> Value
) -> CanonicalJSONError.Reason? {
  switch reading(bytes, read) {
  case .success: nil
  case .failure(let error): error.reason
  }
}
