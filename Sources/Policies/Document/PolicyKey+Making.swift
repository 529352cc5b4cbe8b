import AccessModel
import Diagnostics

typealias PolicyPath<Value> = WritableKeyPath<AccessPolicy, Value> & Sendable

extension PolicyKey {
  static func limit(
    _ section: String, _ name: String, _ path: any PolicyPath<TimeLimit>, mayBeNone: Bool = false,
    mayBeZero: Bool = false, _ meaning: Localized
  ) -> PolicyKey {
    PolicyKey(
      section: section, name: name, meaning: meaning,
      form: .limit(mayBeNone: mayBeNone, mayBeZero: mayBeZero),
      read: { .limit($0[keyPath: path]) },
      write: { value, policy in
        if case .limit(let limit) = value { policy[keyPath: path] = limit }
      })
  }

  static func flag(
    _ section: String, _ name: String, _ path: any PolicyPath<Bool>, stricter: Bool = true,
    _ meaning: Localized
  ) -> PolicyKey {
    PolicyKey(
      section: section, name: name, meaning: meaning, form: .flag(stricter: stricter),
      read: { .flag($0[keyPath: path]) },
      write: { value, policy in
        if case .flag(let isSet) = value { policy[keyPath: path] = isSet }
      })
  }

  static func number(
    _ section: String, _ name: String, _ path: any PolicyPath<Int>, _ range: ClosedRange<Int>,
    isMoreStricter: Bool, _ meaning: Localized
  ) -> PolicyKey {
    PolicyKey(
      section: section, name: name, meaning: meaning,
      form: .number(range, isMoreStricter: isMoreStricter),
      read: { .number($0[keyPath: path]) },
      write: { value, policy in
        if case .number(let number) = value { policy[keyPath: path] = number }
      })
  }

  /// - Parameter choices: from the strictest to the loosest when `isOrdered`.
  static func choice<Value: CodedValue & Sendable>(
    _ section: String, _ name: String, _ path: any PolicyPath<Value>, _ choices: [Value],
    isOrdered: Bool, _ meaning: Localized
  ) -> PolicyKey {
    PolicyKey(
      section: section, name: name, meaning: meaning,
      form: .choice(choices.map { "\($0.code)" }, isOrdered: isOrdered),
      read: { .choice("\($0[keyPath: path].code)") },
      write: { value, policy in
        if case .choice(let code) = value, let choice = Value.codes[code] {
          policy[keyPath: path] = choice
        }
      })
  }

  static func names<Value: Hashable & CustomStringConvertible & Sendable>(
    _ section: String, _ name: String, _ path: any PolicyPath<Set<Value>>,
    _ vocabulary: Vocabulary, _ make: @escaping @Sendable (String) -> Value?,
    _ meaning: Localized
  ) -> PolicyKey {
    PolicyKey(
      section: section, name: name, meaning: meaning, form: .names(vocabulary),
      read: { .names($0[keyPath: path].map(\.description).sorted()) },
      write: { value, policy in
        if case .names(let names) = value { policy[keyPath: path] = Set(names.compactMap(make)) }
      })
  }
}
