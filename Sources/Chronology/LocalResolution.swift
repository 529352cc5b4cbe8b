/// The moments at which a clock on the wall shows a given day and time: one as a rule, none or two
/// when the clocks change.
public enum LocalResolution: Hashable, Sendable {
  /// The clock shows it once.
  case one(Instant)
  /// The clock shows it twice, because it was set back in between.
  case two(earlier: Instant, later: Instant)
  /// The clock never shows it, because it was set forward past it at `transition`; `shifted` is the
  /// moment that time would have been had the clock not been changed.
  case gap(transition: Instant, shifted: Instant)

  /// The moment that is meant when nobody says otherwise: the only one; of two the earlier; and in
  /// a gap the shifted one, so that 02:30 in a gap from 02:00 to 03:00 means 03:30.
  ///
  /// These are the choices of RFC 5545, 3.3.5.
  public var instant: Instant {
    switch self {
    case .one(let instant): instant
    case .two(let earlier, _): earlier
    case .gap(_, let shifted): shifted
    }
  }

  /// The first moment at which the clock shows this time or, in a gap, has passed it.
  public var firstAtOrPast: Instant {
    switch self {
    case .one(let instant): instant
    case .two(let earlier, _): earlier
    case .gap(let transition, _): transition
    }
  }
}
