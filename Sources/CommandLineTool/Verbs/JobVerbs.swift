import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventStore
import Projections

/// What a timer calls.
enum JobVerbs {
  static let run = Verb(
    VerbDeclaration(
      "job", "run", kind: .writing,
      summary: Localized(
        en: "do what time asks for: the jobs of a timer", sv: "gör det som tiden kräver: jobben"),
      discussion: Localized(
        en:
          "Verifies the ledger first, every byte of it, and does nothing on one that does not verify: the exit status is then that of liggare verify. Then it does the jobs in the order of liggare job list; without a name, all of them. What they record is signed with a key of their own, whose principal holds the role job. A job that runs again records nothing, one that was killed goes on, and nights that were left out are made up for: what has ended is recorded as of then. Reviews start when they fall due; one that the rules do not let start waits for somebody, and the others go on. Exit status: 0 nothing was due, 4 something was recorded or waits for somebody. With --dry-run the events are shown that would be recorded, each job by itself on the ledger as it is.",
        sv:
          "Kontrollerar först liggaren, varje byte, och gör inget med en som inte stämmer: slutkoden är då den som liggare verify ger. Sedan görs jobben i den ordning som liggare job list visar; utan namn alla. Det de registrerar signeras med en egen nyckel, vars innehavare har rollen job. Ett jobb som körs igen registrerar inget, ett som avbröts fortsätter, och nätter som hoppats över tas igen: det som har upphört registreras per den tidpunkten. Granskningar startar när de ska börja; en som reglerna inte låter starta väntar på någon, och de andra fortsätter. Slutkod: 0 inget hade förfallit, 4 något registrerades eller väntar på någon. Med --dry-run visas de händelser som skulle registreras, varje jobb för sig på liggaren som den är."
      ),
      examples: [
        "liggare job run daily", "liggare job run expiry stale-scan --dry-run",
        "liggare job run daily --format json --metrics /var/lib/node_exporter/liggare.prom",
        "liggare job run daily --sendmail /usr/sbin/sendmail --from register@mail.example",
        "liggare job run monthly --lists committees",
        "liggare job run daily --dry-run --as-of 2027-01-31",
      ],
      positionals: [
        PositionalDeclaration(
          "job",
          .choice(
            JobSchedule.allCases.map { .init("\($0.code)", $0.word) }
              + Job.allCases.map { .init($0.code, $0.word) }),
          help: Localized(
            en: "which job, or those of a day, a week, a month or a year; all when left out",
            sv:
              "vilket jobb, eller dem för en dag, vecka, månad eller ett år; alla om det utelämnas"),
          isOptional: true, isVariadic: true)
      ],
      options: CommonOptions.reading.filter { ["format", "no-header"].contains($0.name) } + [
        OptionDeclaration(
          "metrics", .file,
          help: Localized(
            en: "a file for a monitor (OpenMetrics), replaced whole and readable by all",
            sv: "en fil för övervakning (OpenMetrics), ersätts hel och läsbar för alla")),
        CommonOptions.progress,
      ] + JobOptions.declarations,
      sharedOptionNames: ["key", "dry-run", "log-key"])
  ) { session in
    try JobSession(session, jobs(session.command.strings("job"))).run()
  }

  static let list = Verb(
    VerbDeclaration(
      "job", "list", kind: .tool,
      summary: Localized(en: "list the jobs", sv: "lista jobben"),
      examples: ["liggare job list"],
      options: CommonOptions.reading.filter { ["format", "no-header"].contains($0.name) })
  ) { session in
    var table = Table(
      name: "jobs", title: Localized(en: "Jobs", sv: "Jobb"),
      columns: [
        .identifier("job", Localized(en: "Job", sv: "Jobb")),
        Column(key: "schedule", title: Localized(en: "How often", sv: "Hur ofta")),
        Column(key: "what", title: Localized(en: "What", sv: "Vad")),
      ])
    for job in Job.allCases {
      table.append([
        .text(job.code), .word(code: "\(job.schedule.code)", job.schedule.word),
        .localized(job.word),
      ])
    }
    try session.answer(table, in: .utc)
    return .done
  }

  /// The jobs that names and schedules stand for, each once, in the order in which they run.
  private static func jobs(_ names: [String]) -> [Job] {
    Job.allCases.filter { job in
      names.isEmpty
        || names.contains { $0 == job.code || $0 == "\(job.schedule.code)" }
    }
  }

  static let all = [run, list]
}
