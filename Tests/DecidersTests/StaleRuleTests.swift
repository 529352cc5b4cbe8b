import AccessModel
import Chronology
import Commands
import Diagnostics
import Events
import Policies
import Projections
import Testing

@Suite struct `The rules on stale access` {
  static let stories = StaleStory.grants + StaleStory.unused + StaleStory.surroundings

  @Test(arguments: stories.filter { $0.found != nil })
  func `each finds it at the first moment when it is so, and not a moment before`(
    _ story: StaleStory
  ) throws {
    let found = try #require(story.found)
    let since = try #require(Instant(found.since))
    let finding = try #require(
      story.town.stale(story.rule, at: since).first { "\($0.about)" == found.about },
      "\(story.town.stale(story.rule, at: day("2029-01-01")))")
    #expect(finding.since == since)
    let before = story.town.stale(story.rule, at: since.advanced(byMilliseconds: -1))
    #expect(!before.contains { "\($0.about)" == found.about }, "\(before)")
  }

  @Test(arguments: stories.filter { $0.found == nil })
  func `what comes near and is none is not found`(_ story: StaleStory) {
    let things = story.town.stale(story.rule, at: story.asked)
    #expect(things.map(\.about) == [])
  }

  @Test func `every rule has something that it finds, and a code that is its own`() {
    let told = Set((Self.stories + [.needs]).filter { $0.found != nil }.map(\.rule))
    #expect(Set(StaleRule.allCases).subtracting(told) == [])
    #expect(StaleCatalogue.checks.map { $0.rule } == StaleRule.allCases)
    for check in StaleCatalogue.checks {
      #expect(check.code.code == check.rule.title)
      #expect(StaleCatalogue.ground(of: check.code.code) == check.ground)
    }
    #expect(Set(StaleCatalogue.checks.map { $0.ground }).count == StaleRule.allCases.count)
  }

  @Test func `a need that stands behind many is told where the texts are at hand, and only there`()
    throws
  {
    let town = StaleStory.needs.town
    let since = try #require(Instant("2026-03-06T00:00:00.000Z"))
    #expect(town.stale(.needRepeated, at: since, sameNeeds: true).map(\.since) == [since])
    #expect(
      town.stale(.needRepeated, at: since.advanced(byMilliseconds: -1), sameNeeds: true) == [])
    #expect(town.stale(.needRepeated, at: since) == [])
  }

  @Test func `a scan twice comes to nothing, and nights left out make no difference`() {
    for seed: UInt64 in [3, 71, 808] {
      let history = PlayedHistory.played(seed: seed, steps: 600, sampleEvery: 600)
      let start = history.now
      func flags(_ nights: [Int]) -> (flags: [String], again: Int) {
        var town = history.town
        for night in nights {
          town.now = start.advanced(byMilliseconds: Int64(night) * 86_400_000)
          town.when(StaleScanTests.scan).thenRecorded()
        }
        let again: Int =
          if case .events(let events) = town.when(StaleScanTests.scan) { events.count } else { -1 }
        let open = town.register.flags.rows.filter {
          $0.standing(at: town.now)?.state != .resolved
        }.map { "\($0.flagged.rule.title) \($0.flagged.about) \($0.flagged.since)" }
        return (open.sorted(), again)
      }
      let each = flags(Array(0...10))
      let last = flags([10])
      #expect(!last.flags.isEmpty, "seed \(seed)")
      #expect(each.flags == last.flags, "seed \(seed)")
      #expect(each.again == 0 && last.again == 0, "seed \(seed)")
    }
  }
}
