/// Why a typed text is no moment.
public enum MomentRefusal: Error, Hashable, Sendable {
  /// Nothing was typed.
  case empty
  /// More than 64 bytes were typed.
  case tooLong
  /// At that column, counted from 1, something else was needed.
  case unexpected(column: Int)
  /// The calendar has no such day.
  case noSuchDay(String)
  /// The clock has no such time: hours go to 23, minutes and seconds to 59.
  case noSuchTime(String)
  /// No offset from UTC is that large.
  case noSuchOffset(String)
  /// More than three decimals were typed; time is kept in milliseconds.
  case tooManyDecimals
  /// With its offset the time is outside the years 1 to 9999.
  case outsideCalendar
}

extension MomentRefusal: CustomStringConvertible {
  /// English sentences that say what is wrong and what to type instead.
  public var english: String {
    switch self {
    case .empty:
      "No time was given. Write a day as 2026-11-25, or a time as 2026-11-25 14:30."
    case .tooLong:
      "The text is too long to be a time. Write a day as 2026-11-25, or a time as 2026-11-25 14:30."
    case .unexpected(let column):
      "The text stops being a time at character \(column). "
        + "Write a day as 2026-11-25, or a time as 2026-11-25 14:30, "
        + "if need be with Z or +01:00 at the end."
    case .noSuchDay(let day):
      "There is no day \(day). Write year, month and day of a day in the calendar."
    case .noSuchTime(let time):
      "There is no time \(time). Write hours from 00 to 23, minutes and seconds from 00 to 59."
    case .noSuchOffset(let offset):
      "There is no offset \(offset). Write Z for UTC, or hours and minutes as +01:00."
    case .tooManyDecimals:
      "The seconds have more than three decimals. Write at most three; time is kept in milliseconds."
    case .outsideCalendar:
      "The time is outside the years 1 to 9999. Write a time within them."
    }
  }

  /// Swedish sentences that say what is wrong and what to type instead.
  public var swedish: String {
    switch self {
    case .empty:
      "Ingen tidpunkt angavs. Skriv en dag som 2026-11-25 eller en tidpunkt som 2026-11-25 14:30."
    case .tooLong:
      "Texten är för lång för att vara en tidpunkt. "
        + "Skriv en dag som 2026-11-25 eller en tidpunkt som 2026-11-25 14:30."
    case .unexpected(let column):
      "Texten går inte att läsa som en tidpunkt från tecken \(column). "
        + "Skriv en dag som 2026-11-25 eller en tidpunkt som 2026-11-25 14:30, "
        + "vid behov med Z eller +01:00 sist."
    case .noSuchDay(let day):
      "Dagen \(day) finns inte. Skriv år, månad och dag för en dag som finns i kalendern."
    case .noSuchTime(let time):
      "Klockslaget \(time) finns inte. "
        + "Skriv timmar från 00 till 23 samt minuter och sekunder från 00 till 59."
    case .noSuchOffset(let offset):
      "Avvikelsen \(offset) från UTC finns inte. "
        + "Skriv Z för UTC eller timmar och minuter som +01:00."
    case .tooManyDecimals:
      "Sekunderna har fler än tre decimaler. Skriv högst tre; tiden sparas i millisekunder."
    case .outsideCalendar:
      "Tidpunkten ligger utanför åren 1 till 9999. Skriv en tidpunkt inom dem."
    }
  }

  public var description: String { english }
}
