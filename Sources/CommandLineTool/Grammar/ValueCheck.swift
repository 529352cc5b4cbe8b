internal import Chronology
internal import Diagnostics

/// Holds a value against the form it was declared with.
enum ValueCheck {
  /// Throws when the value is empty or, for a number, a day or a choice, not of that form.
  static func check(
    _ value: String, _ form: ArgumentForm, of owner: Diagnostic.Fact
  ) throws(UsageError) {
    guard !value.isEmpty else { throw UsageError(UsageError.emptyValue, [owner]) }
    // Made for a refusal alone: cutting a text takes more than all of the check.
    func shown() -> Diagnostic.Fact {
      Diagnostic.Fact(en: "value", sv: "värde", VisibleText.brief(value))
    }
    switch form {
    case .number(let range):
      guard let number = Int(value), range.contains(number) else {
        throw UsageError(UsageError.notANumber, [owner, shown()] + limits(range))
      }
    case .day:
      guard Day(value) != nil else { throw UsageError(UsageError.notADay, [owner, shown()]) }
    case .choice(let choices):
      guard !choices.contains(where: { $0.code == value }) else { return }
      let codes = choices.map(\.code)
      let near = Suggestions.near(value, among: codes)
      let all = Diagnostic.Fact(en: "choices", sv: "val", codes.joined(separator: ", "))
      throw UsageError(
        UsageError.notAChoice, [owner, shown()] + (near.isEmpty ? [] : [.meant(near)]) + [all])
    case .text, .moment, .file, .person, .system, .entitlement, .unit, .grant, .request,
      .fingerprint:
      break
    }
  }

  private static func limits(_ range: ClosedRange<Int>) -> [Diagnostic.Fact] {
    let least = Diagnostic.Fact(en: "at least", sv: "minst", String(range.lowerBound))
    let most = Diagnostic.Fact(en: "at most", sv: "högst", String(range.upperBound))
    return (range.lowerBound == .min ? [] : [least]) + (range.upperBound == .max ? [] : [most])
  }
}

extension Diagnostic.Fact {
  static func option(_ option: OptionDeclaration) -> Diagnostic.Fact {
    .init(en: "option", sv: "flagga", "--" + option.name)
  }
}
