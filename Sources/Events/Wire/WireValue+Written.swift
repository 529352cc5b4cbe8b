public import AccessModel
public import CanonicalJSON
import Chronology

/// Values that are written as one text which they read themselves.
public protocol WrittenValue: WireValue, CustomStringConvertible {
  init?(_ text: String)
}

extension WrittenValue {
  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    let begin = reader.offset
    guard let value = Self(String(decoding: try reader.plainString(), as: UTF8.self)) else {
      throw CanonicalJSONError(.valueOutOfRange, at: begin)
    }
    self = value
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { $0.append(contentsOf: description.utf8) }
  }
}

extension FlaggedThing: WrittenValue {
  public static var form: String {
    "`grant`, `person`, `account`, `system`, `request` or `policy`, `/`, identifier"
  }

  public init(blank: Void) { self = .grant(GrantID(blank: ())) }
}

extension StaleFact: WrittenValue {
  public static var form: String { "kind of fact, `=`, value" }

  public init(blank: Void) {
    guard let fact = StaleFact(.count, "0") else { preconditionFailure("A digit is a value.") }
    self = fact
  }
}

extension AccountUse: WrittenValue {
  public static var form: String {
    "account, `/`, last use, `/`, first use, `/`, number of uses; what is not known is empty, and left out at the end"
  }

  public init(blank: Void) { self.init(account: AccountID(blank: ())) }
}

extension AccountRight: WrittenValue {
  public static var form: String { "account, and when it has a right `/` and its name" }

  public init(blank: Void) { self.init(account: AccountID(blank: ())) }
}

extension EntityAwareness: WrittenValue {
  public static var form: String { "legal entity, `=`, instant" }

  public init(blank: Void) {
    self.init(entity: UnitID(blank: ()), at: Instant(milliseconds: 0))
  }
}
