public import AccessModel
public import Diagnostics

/// A part that somebody plays on the way from a need to access.
public enum ProcessPart: CodedValue {
  case requester
  case endorser
  case decider
  case provisioner

  public var code: StaticString {
    switch self {
    case .requester: "requester"
    case .endorser: "endorser"
    case .decider: "decider"
    case .provisioner: "provisioner"
    }
  }

  public var word: Localized {
    switch self {
    case .requester: Localized(en: "requester", sv: "begärande")
    case .endorser: Localized(en: "endorser", sv: "tillstyrkare")
    case .decider: Localized(en: "decider", sv: "beslutsfattare")
    case .provisioner: Localized(en: "provisioner", sv: "verkställare")
    }
  }

  public static let codes = CodeTable<ProcessPart>()
}

/// Two parts that two persons must play: `decider/provisioner`.
public struct ProcessPair: Hashable, Sendable, CustomStringConvertible {
  /// The earlier of the two.
  public let first: ProcessPart
  public let second: ProcessPart

  /// Every pair, the earlier part first.
  public static let all: [ProcessPair] = ProcessPart.allCases.enumerated().flatMap { index, first in
    ProcessPart.allCases.dropFirst(index + 1).map { ProcessPair(first: first, second: $0) }
  }

  private init(first: ProcessPart, second: ProcessPart) {
    self.first = first
    self.second = second
  }

  /// The pair that the text names; `nil` for any other.
  public init?(_ text: String) {
    guard let pair = ProcessPair.all.first(where: { $0.description == text }) else { return nil }
    self = pair
  }

  public var description: String { "\(first.code)/\(second.code)" }
}
