import CommandLineTool
import Diagnostics

func both(_ english: String, _ swedish: String) -> Localized { Localized(en: english, sv: swedish) }

/// A program with one of everything, for parsing, help, completions and the manual page.
let sample = Grammar(
  name: "liggare", version: "1.2",
  summary: both("a register of access", "ett register över behörigheter"),
  globalOptions: [
    OptionDeclaration("ledger", .file, help: both("The folder.", "Mappen.")),
    OptionDeclaration(
      "lang",
      .choice([.init("en", both("English", "engelska")), .init("sv", both("Swedish", "svenska"))]),
      help: both("The language.", "Språket.")),
  ],
  readingOptions: [
    OptionDeclaration(
      "format", short: "f", .choice(OutputFormat.allCases.map { .init($0.rawValue, $0.meaning) }),
      help: both("The form of the answer.", "Svarets form.")),
    OptionDeclaration("as-of", .moment, help: both("When it held.", "När det gällde.")),
  ],
  writingOptions: [
    .flag("dry-run", help: both("Show what would be recorded.", "Visa vad som skulle antecknas.")),
    OptionDeclaration("reason", .text, help: both("Why; in 'plain' words: [short].", "Varför.")),
  ],
  environment: [.init("NO_COLOR", help: both("Forbids colour.", "Förbjuder färg."))],
  topics: [
    .init("grant", both("Access that is given", "Behörighet som ges")),
    .init("key", both("Keys", "Nycklar")),
  ],
  groups: [
    .init(
      both("Ask", "Fråga"),
      [
        VerbDeclaration(
          "who", kind: .reading, summary: both("Show who has access", "Visa vem som har åtkomst"),
          positionals: [
            PositionalDeclaration("target", .entitlement, help: both("What.", "Vad."))
          ]),
        VerbDeclaration(
          "view", kind: .reading, summary: both("Show a view", "Visa en vy"),
          positionals: [
            PositionalDeclaration(
              "name", .choice([.init("backlog", both("a", "b")), .init("file", both("c", "d"))]),
              help: both("Which.", "Vilken."), isOptional: true)
          ]),
      ]),
    .init(
      both("Give", "Ge"),
      [
        VerbDeclaration(
          "grant", "issue", kind: .writing, summary: both("Give access", "Ge behörighet"),
          discussion: both(
            "The everyday path: request, need, endorsement and decision in one signed batch, with every rule checked.\n\n  a line as it is\n\n.A dot's \\ backslash.",
            "Den vanliga vägen.\n\nMed svenska tecken: åäö."),
          examples: ["liggare grant issue anna.berg journal/read --decided-by P-7"],
          positionals: [
            PositionalDeclaration(
              "person", .person, help: both("Who gets it.", "Vem som får den.")),
            PositionalDeclaration(
              "entitlement", .entitlement, help: both("What they get.", "Vad de får."),
              isVariadic: true),
          ],
          options: [
            OptionDeclaration(
              "decided-by", short: "d", .person, help: both("Who decided.", "Vem som beslutade."),
              isRequired: true),
            OptionDeclaration("until", .day, help: both("The last day.", "Sista dagen.")),
            OptionDeclaration("days", .number(1...400), help: both("How long.", "Hur länge.")),
            OptionDeclaration(
              "evidence", .file, help: both("A file.", "En fil."), isRepeatable: true),
            .flag("provisioned", help: both("It is carried out.", "Den är verkställd.")),
          ]),
        VerbDeclaration(
          "grant", "list", kind: .reading, summary: both("List grants", "Lista tilldelningar")),
        VerbDeclaration(
          "key", kind: .reading, summary: both("Show keys", "Visa nycklar"),
          positionals: [
            PositionalDeclaration(
              "person", .person, help: both("Whose.", "Vems."), isOptional: true)
          ]),
        VerbDeclaration(
          "key", "add", kind: .writing, summary: both("Add a key", "Lägg till en nyckel"),
          positionals: [PositionalDeclaration("file", .file, help: both("The key.", "Nyckeln."))]),
      ]),
    .init(
      both("Tools", "Verktyg"),
      [
        VerbDeclaration(
          "verify", kind: .tool, summary: both("Check the log", "Kontrollera loggen")),
        VerbDeclaration(
          "replay", kind: .reading, summary: both("Play the log", "Spela upp loggen"),
          sharedOptionNames: ["format"]),
      ]
    ),
  ])
