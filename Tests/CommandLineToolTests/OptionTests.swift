import CommandLineTool
import Foundation
import Testing

/// No option is read and then forgotten.
struct OptionTests {
  /// What each reading verb is asked about.
  static let arguments: [String: [String]] = [
    "who": ["S-1"], "what": ["bo.ek"], "can": ["nils.ek", "S-1/write"],
    "why": ["bo.ek", "S-1/read"],
    "grant show": ["G-1"], "request show": ["R-1"], "system show": ["S-1"],
    "person show": ["bo.ek"], "event show": ["POSITION"], "unit show": ["U-2"],
    "role who-decides": ["S-2/sign"], "delegation show": ["DL-2"],
    "delegation decisions": ["--body", "U-1", "--from", "2026-03-01", "--until", "2026-03-04"],
    "disclosure show": ["KS 2026/43"], "policy check": ["RULES"],
    "policy what-if": ["RULES", "--from", "2026-03-01"],
    "policy diff": ["rules-1", "RULES"],
    "account show": ["C-1"], "separation show": ["SD-1"],
    "timeline": ["G-9"], "sql": ["select grant, state, ends from grants"],
    "diff": ["who", "--from", "2026-03-01"],
    "exposure": ["--system", "S-1", "--from", "2026-03-01", "--until", "2026-03-05"],
    "system impact": ["S-1"], "stale show": ["F-1"], "review show": ["V-2"],
    "incident exposure": ["I-1", "--from", "2026-03-01"], "incident show": ["I-1"],
    "incident timeline": ["I-1"],
    "incident draft": ["I-1", "csl", "notification"],
  ]

  /// A value of each option that makes a difference on the sample ledger, for every verb that is not named in `special`.
  private static let values: [String: String] = [
    "format": "csv", "no-header": "", "as-of": "2026-03-03", "known-at": "2026-03-02",
    "person": "liv.strand", "system": "S-2", "entitlement": "S-2/read", "unit": "U-3",
    "state": "in-effect", "role": "steward", "lang": "sv", "ledger": "/nowhere",
    "grant": "G-1", "request": "R-1", "type": "grant.", "from-position": "5", "to-position": "5",
    "recorded-from": "2026-03-03", "recorded-to": "2026-03-02", "to": "5", "step": "",
    "original": "", "corrected": "", "permissions": "2026-03-03",
    "timing": "", "progress": "", "with-ended": "", "for": "bo.ek", "body": "U-1",
    "from": "2026-03-02",
    "until": "2026-03-04", "unreported": "",
    "derived": "", "rules": "", "witnesses": "/nowhere",
    "evidence": "/nowhere", "ca": "/nowhere", "policy": "/nowhere", "findings": "",
    "classification": "3/3/3",
    "level": "3",
    "review-days-max": "10", "validity-days-max": "10", "two-persons": "",
    "course": "SEC-1", "lapsing-within": "60", "rule": "ST-12", "review": "V-2", "item": "G-3",
    "seen": "", "then": "2026-03-02", "accounts": "", "tables": "",
    // Every answer has another order to refuse; that rows are sorted is shown by `ViewVerbTests`.
    "sort": "no-such-column", "limit": "0", "class": "k4", "authority": "company",
    "known-from": "2026-03-01", "known-to": "2026-03-02",
    "incident": "I-2", "entity": "U-3", "out": "/nowhere/answer",
    "list": "grants", "profile": "public",
  ]

  private static let special: [String: String] = [
    "policy check --level": "unit", "policy what-if --level": "unit", "diff --to": "2026-03-01",
    "key log --known-at": "2026-03-01", "policy show --text": "",
    "request list --state": "approved", "view requests --state": "approved",
    // Submitted and approved on one day.
    "request show --as-of": "2026-03-01",
    // One system alone has accounts.
    "account list --system": "S-1", "view accounts --system": "S-1",
    "view undecided --system": "S-1", "view usage --system": "S-1",
    "view unknown-accounts --system": "S-1", "view discrepancies --system": "S-1",
    "reconcile list --system": "S-1",
    "view emergencies --system": "S-2",
    // The first decisions, and the answer in a review, come later.
    "view decisions --from": "2026-03-04", "view cost-and-benefit --from": "2026-12-31",
    "view log-integrity --from": "2026-12-31",
    // Liv Strand alone has access that asks for a course.
    "view training-status --person": "bo.ek", "view training-status --system": "S-1",
    "view training-status --entitlement": "S-1/read", "view training-status --unit": "U-2",
    // One incident alone is closed, and has measures.
    "view incident-causes --incident": "I-1", "view incident-measures --incident": "I-1",
    // One grant alone rests on the exception for small units.
    "view compensating-checks --person": "bo.ek", "view compensating-checks --system": "S-1",
    "view compensating-checks --entitlement": "S-1/read", "view compensating-checks --unit": "U-2",
  ]

  /// Options besides, where the difference shows only with them.
  private static func base(_ verb: String, _ option: String) -> [String] {
    switch (verb, option) {
    case ("can", "no-header"), ("sql", "no-header"): ["--format", "csv"]
    case ("review show", "seen"): ["--item", "G-3"]
    case _: []
    }
  }

  @Test func `each option of each reading verb changes the answer or is refused`() throws {
    let bench = try ToolWorkbench()
    try bench.found()
    // The approval of what Nils Ek may write, which is then corrected.
    let approvals = bench.run("log --type request.approved --format tsv --no-header").output
    let corrected = try #require(
      approvals.split(separator: "\n").last { $0.contains("G-9") }?.split(separator: "\t").first)
    bench.record(
      "event correct \(corrected) --field until --value 2026-11-30 --decided-by kim.ahl --case 1 --reason 'Beslutet säger november'"
    )
    // Two reviews whose last day is over, and systems that come round within the month.
    bench.record(
      """
      entitlement change S-2/read --course SEC-1 --reason Utbildning
      system change S-1 --review-days 20 --reason Oftare
      system change S-2 --review-days 25 --reason Oftare
      review plan --axis unit --unit U-1 --opens 2026-03-03 --due 2026-03-04
      review plan --axis system --system S-2 --opens 2026-03-03 --due 2026-03-04
      review start V-1
      review start V-2
      review decide V-2 --item G-3 --outcome keep --by nils.ek --case 1 --reason 'Behövs'
      """)
    let rules = try bench.adoptRules()
    bench.record(
      """
      disclosure deny --request 'KS 2026/43' --recipient media --provision 'OSL 18:8' --decided-by anna.berg --ground 'Visar skyddet'
      """)
    try bench.flag()
    bench.reportIncidents()
    var count = 0
    for verb in Tool.grammar.verbs where verb.kind == .reading {
      let name = verb.path.joined(separator: " ")
      let names: [String] =
        name == "view" ? ViewNames.all : [""]
      for view in names {
        let words =
          verb.path
          + (view.isEmpty ? Self.arguments[name] ?? [] : [view])
          .map { $0 == "POSITION" ? String(corrected) : $0 == "RULES" ? rules : $0 }
        for option in Tool.grammar.options(of: verb) {
          let value = try #require(
            Self.special["\(name) \(view.isEmpty ? "" : view + " ")--\(option.name)"]
              ?? Self.values[option.name],
            "no value for \(name) --\(option.name)")
          // No delegated decision of the sample is corrected; the list reads the register that every question reads.
          if name == "delegation decisions", option.name == "original" { continue }
          let base = words + Self.base(name, option.name)
          let plain = bench.run(base)
          let changed = bench.run(base + ["--\(option.name)"] + (value.isEmpty ? [] : [value]))
          #expect(
            changed != plain,
            "\(name) \(view) --\(option.name) \(value) does nothing\n\(plain.output)")
          count += 1
        }
      }
    }
    #expect(count > 150)
  }
}

/// The names that `view` takes.
enum ViewNames {
  static var all: [String] {
    guard let view = Tool.grammar.verb(at: ["view"]), let name = view.positionals.first,
      case .choice(let choices) = name.form
    else { return [] }
    return choices.map(\.code)
  }
}
