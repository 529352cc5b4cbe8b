import AccessModel
import Chronology
import Policies

/// The types of event that the documents here may name.
let eventNames = ["policy.adopted", "request.approved", "request.denied", "role.assigned"]

extension PolicyKey {
  /// Some value of the key's form.
  func randomValue(_ random: inout SeededRandom) -> PolicyValue {
    switch form {
    case .limit(let mayBeNone, _):
      if mayBeNone, random.below(5) == 0 { return .limit(.none) }
      return .limit(TimeLimit(TimeSpan.random(&random)))
    case .flag: return .flag(random.below(2) == 0)
    case .number(let range, _):
      return .number(Int.random(in: range.lowerBound...min(range.upperBound, 40), using: &random))
    case .choice(let codes, _): return .choice(codes[random.below(codes.count)])
    case .names(let vocabulary):
      let names: [String] =
        switch vocabulary {
        case .events: eventNames
        case .matters: ["access-care", "access-school", "principle"]
        case .questions: ["log", "person", "secrecy-markings", "why"]
        case .facts: FactKind.maskable.map(\.description)
        case .processPairs: ProcessPair.all.map(\.description)
        }
      return .names(names.filter { _ in random.below(3) == 0 }.sorted())
    }
  }
}

extension TimeSpan {
  static func random(_ random: inout SeededRandom) -> TimeSpan {
    let count = 1 + random.below(40)
    switch random.below(7) {
    case 0: return .officeDays(count)
    case 1: return .calendar(.hours(UInt16(count * 5)))
    case 2: return .calendar(.days(UInt16(count * 5)))
    case 3: return .calendar(.weeks(UInt16(count)))
    case 4: return .calendar(.years(UInt16(1 + count / 8)))
    case 5:
      return .calendar(
        CalendarDuration(months: count / 4, days: count, hours: random.below(2) * count) ?? .zero)
    case _: return .calendar(.months(UInt16(count)))
    }
  }
}

extension PolicyDocument {
  /// A document that sets about one key in `sparsity`.
  static func random(
    _ name: String, sparsity: Int, _ random: inout SeededRandom
  ) -> PolicyDocument {
    var document = PolicyDocument(
      id: PolicyID(name) ?? PolicyID(number: 1),
      title: random.below(2) == 0 ? Label("Rules \(random.below(100))") : nil)
    for key in PolicyKey.all where random.below(sparsity) == 0 {
      document[key] = key.randomValue(&random)
    }
    return document
  }
}
