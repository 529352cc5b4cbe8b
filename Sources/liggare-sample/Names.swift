/// Made-up names, with letters that programs get wrong.
enum Names {
  private static let first = [
    "Anna", "Åsa", "Märta", "Björn", "Göran", "Östen", "Noor", "Emil", "Viktor", "Elin", "Zoë",
    "André", "Müge", "Yusuf", "Linnéa", "Désirée", "Håkan", "Pär", "Kåre", "Tove", "Karl-Åke",
    "Ann-Sofi", "Britt-Mari", "Sara", "Leila", "Omar", "Vilma", "Freja", "Siv", "Ylva", "Ärla",
  ]
  private static let last = [
    "Björk", "Åkerlund", "Nyström", "Öberg", "Ångström", "Ärlig", "Hägg", "Lövgren", "Källgren",
    "Åhman", "Norén", "Vänerstam", "Fjällby", "Skärgård", "Tångring", "Väderö", "Kärrman",
    "Söderfjäll", "Björnhult", "Granåsen", "Ekfors", "Törnäng", "Myrblad", "Älvdal", "Norrstig",
  ]

  static func person(_ number: Int) -> String {
    let one = first[number % first.count]
    let other = last[(number / first.count + 7 * number) % last.count]
    return "\(one) \(other)"
  }

  static let duties = [
    "Handläggare", "Administratör", "Undersköterska", "Lärare", "Tekniker", "Ekonom",
    "Socialsekreterare", "Bibliotekarie", "Registrator", "Miljöinspektör",
  ]

  static let needs = [
    "Handlägger ärenden och avslutar dem", "Ersätter en kollega som byter uppgifter",
    "Följer upp och rapporterar till nämnden", "Vikarierar enligt bemanningsplanen",
    "Ansvarar för rutinen och svarar på frågor", "Registrerar och arkiverar handlingar",
  ]

  /// What a right is for, by its place among those of its system.
  static func right(_ index: Int) -> (code: String, name: String, description: String) {
    let all = [
      ("read", "Läsa", "Läser uppgifter för den egna enheten och ändrar inget"),
      ("write", "Registrera", "Registrerar och ändrar uppgifter för den egna enheten"),
      ("attest", "Attestera", "Godkänner det som andra har registrerat"),
      ("report", "Rapportera", "Tar ut rapporter över den egna enheten"),
      ("plan", "Planera", "Planerar arbetet för den egna enheten"),
      ("archive", "Arkivera", "Avslutar och arkiverar det som är färdigt"),
    ]
    if index < all.count { return all[index] }
    return ("part-\(index)", "Del \(index)", "Arbetar med del \(index) av systemet")
  }
}
