public import Chronology
public import Diagnostics

/// A chain of events that together answer a question, in the order of the log.
///
/// People read it as a story with positions; a program reads its table.
public struct Story: Hashable, Sendable {
  /// Whether the ledger learnt of something when it happened.
  public enum Lateness: Hashable, Sendable {
    case inTime
    /// More than seven days afterwards.
    case late
    /// It comes from another register, whose history was taken over.
    case takenOver

    /// What programs read.
    public var code: String {
      switch self {
      case .inTime: "in-time"
      case .late: "late"
      case .takenOver: "taken-over"
      }
    }

    /// What people read; empty for what was recorded in time.
    public var word: Localized {
      switch self {
      case .inTime: Localized(verbatim: "")
      case .late: Localized(en: "recorded late", sv: "efterregistrerad")
      case .takenOver:
        Localized(en: "taken over from another register", sv: "övertagen från ett annat register")
      }
    }
  }

  /// One thing that happened.
  public struct Step: Hashable, Sendable {
    /// The place in the log; `nil` for what follows from facts and is no event, such as an expiry.
    public var position: UInt64?
    /// The name of the event's type, or of what followed.
    public var type: String
    /// When it holds from; `nil` when the event could not be read.
    public var effective: Instant?
    public var recorded: Instant?
    public var lateness: Lateness
    /// What happened, in one sentence without a full stop.
    public var sentence: Localized
    public var details: [Detail]
  }

  /// What else is to be known of a step.
  public struct Detail: Hashable, Sendable {
    public var label: Localized
    public var text: Localized

    public init(_ label: Localized, _ text: Localized) {
      self.label = label
      self.text = text
    }
  }

  /// The stable name that programs know it by.
  public var name: String
  public var title: Localized
  /// What the steps come to.
  public var conclusion: Localized
  public var steps: [Step]
  /// Remarks that only people read.
  public var notes: [Localized]
}

extension Story {
  /// The steps as rows, for programs.
  public var table: Table {
    Table(
      name: name, title: title,
      columns: [
        .position, .effective, .recorded,
        Column(key: "lateness", title: Localized(en: "Recorded late", sv: "Efterregistrerad")),
        .type, Column(key: "sentence", title: Localized(en: "What happened", sv: "Vad som hände")),
        Column(key: "details", title: Localized(en: "Details", sv: "Detaljer")),
      ],
      rows: steps.map { step in
        [
          .integer(orEmpty: step.position.map { Int($0) }), .instant(orEmpty: step.effective),
          .instant(orEmpty: step.recorded),
          .word(code: step.lateness.code, step.lateness.word), .text(step.type),
          .localized(step.sentence),
          .list(step.details.map { "\($0.label.english): \($0.text.english)" }),
        ]
      },
      notes: [conclusion] + notes)
  }
}
