import Diagnostics
import Policies
import Testing

@Suite struct ContentGuardTests {
  /// Ten digits with a right check digit for a date; birth number 000 is given to nobody.
  private func number(_ yearMonthDay: String, birth: String = "000") -> String {
    let digits = (yearMonthDay.suffix(6) + birth).compactMap(\.wholeNumberValue)
    let sum = digits.enumerated().reduce(0) { sum, next in
      let product = next.offset.isMultiple(of: 2) ? next.element * 2 : next.element
      return sum + product / 10 + product % 10
    }
    return yearMonthDay + birth + String((10 - sum % 10) % 10)
  }

  private func kinds(_ text: String) -> [ContentFinding.Kind] {
    ContentGuard.findings(in: text).map(\.kind)
  }

  /// The forms in which ten or twelve digits are written.
  private func forms(_ digits: String) -> [String] {
    let date = digits.dropLast(4)
    let rest = digits.suffix(4)
    let marks = [
      "", "-", "+", " - ", " -", "- ", "\u{2013}", " \u{2013} ", "\u{2014}", "\u{2212}", "\u{2011}",
      "\u{2010}", " ", "\u{A0}", "\u{202F}-\u{202F}", "\u{200B}-", "\u{AD}",
    ]
    let day = date.suffix(2)
    let month = date.dropLast(2).suffix(2)
    let year = date.dropLast(4)
    return marks.map { "\(date)\($0)\(rest)" } + [
      "\(year)-\(month)-\(day)-\(rest)", "\(year) \(month) \(day)-\(rest)",
    ]
  }

  @Test func `an identity number is found in every form it is written in`() {
    // The years 2094 and 1894 lie where nobody alive is.
    for date in ["940228", "20940228", "18940228", "20960229", "000229"] {
      for form in forms(number(date)) {
        for text in [
          form, "Personen \(form) behöver läsa.", "(\(form))", "nr:\(form),", "\(form).",
        ] {
          #expect(kinds(text) == [.identityNumber], "\(text)")
        }
      }
    }
  }

  @Test func `a coordination number is found and told apart`() {
    for date in ["940288", "20940288", "940261", "941291"] {
      for form in forms(number(date)) {
        #expect(kinds("se \(form)") == [.coordinationNumber], "\(form)")
      }
    }
  }

  @Test func `digits of other scripts hide no identity number`() {
    let wide = number("20940228").unicodeScalars.map {
      String(Unicode.Scalar($0.value - 48 + 0xFF10)!)
    }.joined()
    #expect(kinds(wide) == [.identityNumber])
  }

  @Test func `a wrong check digit or a day that is none is no identity number`() {
    let right = number("20940228")
    for wrong in 1...9 {
      let last = (right.last!.wholeNumberValue! + wrong) % 10
      for form in forms(right.dropLast() + String(last)) {
        #expect(!kinds(form).contains(.identityNumber), "\(form)")
      }
    }
    for date in [
      "20940229", "20941301", "20940100", "20940132", "20940431", "33940228", "20940060",
    ] {
      for form in forms(number(date)) {
        #expect(!kinds(form).contains(.identityNumber), "\(form)")
        #expect(!kinds(form).contains(.coordinationNumber), "\(form)")
      }
    }
  }

  @Test func `digits within a longer run or a digest are no identity number`() {
    let short = number("940228")
    let long = number("20940228")
    for text in [
      short + "1", "1" + short, long + "1", "11" + long, "a" + short + "f", "ab" + long,
      short + "e",
      long + "1234", "\(long.dropLast(4))-\(long.suffix(4))1",
      "1\(short.dropLast(4))-\(short.suffix(4))",
      "\(short.dropLast(4)):\(short.suffix(4))", "\(short.dropLast(4)), \(short.suffix(4))",
    ] {
      #expect(kinds(text) == [], "\(text)")
    }
  }

  @Test func `e-mail addresses are found`() {
    for address in [
      "anna.berg@kommun.example", "a@b.example", "förnamn.efternamn@kommun.example",
      "x+y_z%1@sub-1.domain.example", "ANNA@KOMMUN.EXAMPLE", "1234567@skola.example",
      "anna\u{FF20}kommun.example", "anna@räksmörgås.example",
    ] {
      for text in [
        address, "Skriv till \(address).", "<\(address)>", "mailto:\(address)?subject=x",
      ] {
        let findings = ContentGuard.findings(in: text)
        #expect(findings.map(\.kind) == [.email], "\(text)")
        let bytes = Array(text.utf8)
        #expect(
          findings.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [address], "\(text)")
      }
    }
    // A number in the local part is a part of the address.
    #expect(kinds("\(number("20940228"))@kommun.example") == [.email])
    #expect(kinds("0701740633@kommun.example a@b.example") == [.email, .email])
  }

  @Test func `what has an at sign but is no address is let through`() {
    for text in [
      "@anna", "anna@", "a@b", "root@server", "kl @ 10.30", "a@.example", "a@b.", "a@b..example",
      "@@@",
      "a@b.1", "a@10.0.0.1", "pris 5 @ 10.50 kr", "https://media.example/@user.name", "",
    ] {
      #expect(kinds(text) == [], "\(text)")
    }
  }

  @Test func `phone numbers are found`() {
    for phone in [
      "08-465 00 42", "08-12 34 56", "08-465 004 22", "08 465 00 42", "(08) 465 00 42",
      "0303-123 45", "0303-12 34 56", "031-12 34 56", "031-465 00 42", "016 12 34 56",
      "070-174 06 33", "070 174 06 33", "070-1740633", "0701-74 06 33", "0701740633",
      "070/174 06 33",
      "070\u{2013}174\u{A0}06\u{A0}33", "070 - 174 06 33", "070-174-06-33", "084650042",
      "+46 70 174 06 33", "+46701740633", "+46 (0)70-174 06 33", "+46(0)8 465 00 42",
      "0046 70 174 06 33",
      "0046701740633", "+47 22 12 34 56", "+1 212 555 0100", "+44 20 7946 0000", "+358-9-1234567",
    ] {
      for text in [
        phone, "Ring \(phone).", "tel:\(phone)", "Nås på \(phone), helst före tio", "(\(phone))",
      ] {
        #expect(kinds(text) == [.phone], "\(text)")
      }
    }
    #expect(kinds("08-465 00 42, 070-174 06 33") == [.phone, .phone])
    #expect(kinds("070-174 06 33 eller 2 st") == [.phone])
    for text in ["070-174 06 33 - 08-465 00 42", "070-174 06 33 / +46 8 465 00 42"] {
      #expect(kinds(text) == [.phone, .phone], "\(text)")
    }
    #expect(kinds("+46 70 174 06 33 500 kr") == [.phone])
    #expect(kinds("rum 12 070-174 06 33") == [.phone])
  }

  @Test func `dates, times, case numbers, amounts and rooms are let through`() {
    for text in [
      "2026-11-23", "2026-11-23T20:57:43.120Z", "2026-11-23T10:00:00+02:00", "20261123",
      "23/11 2026",
      "01-02-2026", "05-12 2026-11-23", "2026-11-23 10:15", "2026-11-23 - 2027-01-05",
      "2026-11-23--2027-01-05", "2026-01-01/2026-12-31", "08:30-16:15", "kl. 08-16", "0800-1630",
      "0800-1200 1300-1700", "08.30", "07-16", "HR-7271-2016", "KS 2026/00123", "KS-2026-00123",
      "Dnr 2026:0123-456 78", "dnr KS 2026-0303-12345", "1 000 000 kr", "12 500,00 kr",
      "1000000 kr",
      "+10 000 000 kr", "+ 5 000", "-10 000 000", "0,50", "rum 0123", "Rum B012", "hus 08 plan 3",
      "G-17, P-3, S-0042", "192.168.100.200", "10.0.0.1", "v. 47 2026", "ISO/IEC 27001:2022",
      "212000-1234",
      "SFS 2018:218", "e3b0c44298fc1c149afbf4c8996fb924", "00123456789", "4 kap. 1 § OSL", "100 %",
      "UTC+1",
      "GMT+1 2026-11-23", "port 8080-8090", "version 1.2.3-4", "1234 5678 9012 3456", "3+5=8",
      "01 02 03",
      "kl 08-12 2026", "ärende 07-15 16-20", "2026-0123", "0303-12345-2026",
    ] {
      #expect(kinds(text) == [], "\(text)")
    }
  }

  @Test func `every day and time of a year is let through as a date`() {
    for month in 10...12 {
      for day in 10...28 {
        for text in [
          "2026-\(month)-\(day) 2027-\(month)-\(day)",
          "2026-\(month)-\(day) - 2027-\(month)-\(day)",
          "2026-\(month)-\(day)-2027-\(month)-\(day)", "2026-\(month)-\(day) 10\(day)",
          "2026-\(month)-\(day) kl 10\(day)", "\(day)-\(month)-2026", "HR-\(month)\(day)-2026",
        ] {
          #expect(kinds(text) == [], "\(text)")
        }
      }
    }
  }

  @Test func `a finding tells its place in bytes and never repeats the data`() throws {
    let secret = number("20940228")
    let text = "Åsa Ö 🙂: \(secret.prefix(8))–\(secret.suffix(4)), och nå@kommun.example"
    let findings = ContentGuard.findings(in: text)
    let bytes = Array(text.utf8)
    #expect(findings.map(\.kind) == [.identityNumber, .email])
    #expect(
      findings.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "\(secret.prefix(8))–\(secret.suffix(4))", "nå@kommun.example",
      ])
    #expect(findings.map(\.maskedExcerpt) == ["20***********", "nå***************"])
    #expect(Set(ContentFinding.Kind.allCases.map(\.name.swedish)).count == 4)
  }

  @Test func `long hostile texts take time in proportion`() {
    let clock = ContinuousClock()
    for piece in [
      "@", "a@", "0", "08-", "1 ", "+46 ", "(0)", "08 1 ", "a.", "\u{200B}", "94-02-28 ",
    ] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      let time = clock.measure { _ = ContentGuard.findings(in: text) }
      #expect(time < .seconds(8), "\(piece) \(time)")
    }
  }
}
