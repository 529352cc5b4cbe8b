public import AccessModel

/// The events of the ledger family.
public enum LedgerEvent: Hashable, Sendable {
  case opened(LedgerOpened)
  case tailQuarantined(TailQuarantined)
  case clockStepped(ClockStepped)
  case eventCorrected(EventCorrected)
  case secrecyMarked(SecrecyMarked)
  case logKeyReplaced(LogKeyReplaced)
  case logKeyRetired(LogKeyRetired)
  case restored(LedgerRestored)
  case headRebuilt(HeadRebuilt)
  case disposalDecided(DisposalDecided)
  case recordsDisposed(RecordsDisposed)
  case holdSet(HoldSet)
  case holdLifted(HoldLifted)
  case recordDisclosed(RecordDisclosed)
  case disclosureDenied(DisclosureDenied)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .opened(let payload): payload
    case .tailQuarantined(let payload): payload
    case .clockStepped(let payload): payload
    case .eventCorrected(let payload): payload
    case .secrecyMarked(let payload): payload
    case .logKeyReplaced(let payload): payload
    case .logKeyRetired(let payload): payload
    case .restored(let payload): payload
    case .headRebuilt(let payload): payload
    case .disposalDecided(let payload): payload
    case .recordsDisposed(let payload): payload
    case .holdSet(let payload): payload
    case .holdLifted(let payload): payload
    case .recordDisclosed(let payload): payload
    case .disclosureDenied(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .opened(let payload): payload.stream
    case .tailQuarantined(let payload): payload.stream
    case .clockStepped(let payload): payload.stream
    case .eventCorrected(let payload): payload.stream
    case .secrecyMarked(let payload): payload.stream
    case .logKeyReplaced(let payload): payload.stream
    case .logKeyRetired(let payload): payload.stream
    case .restored(let payload): payload.stream
    case .headRebuilt(let payload): payload.stream
    case .disposalDecided(let payload): payload.stream
    case .recordsDisposed(let payload): payload.stream
    case .holdSet(let payload): payload.stream
    case .holdLifted(let payload): payload.stream
    case .recordDisclosed(let payload): payload.stream
    case .disclosureDenied(let payload): payload.stream
    }
  }
}
