import Diagnostics
import Policies
import Testing

@Suite struct `The rules of restoring` {
  @Test func `a restoration without case or reason is refused`() {
    #expect(DecidedRestoration.check(hasCase: true, hasReason: true) == nil)
    #expect(DecidedRestoration.check(hasCase: false, hasReason: true)?.code == "RES-01")
    #expect(DecidedRestoration.check(hasCase: true, hasReason: false)?.code == "RES-01")
  }

  @Test func `a log that was seen longer needs a new name`() {
    #expect(VisibleGap.check(size: 300, seen: 420, hasNewOrigin: false)?.code == "RES-02")
    #expect(VisibleGap.check(size: 300, seen: 420, hasNewOrigin: true) == nil)
    #expect(VisibleGap.check(size: 300, seen: 300, hasNewOrigin: false) == nil)
    #expect(VisibleGap.check(size: 300, seen: nil, hasNewOrigin: false) == nil)
  }

  @Test func `a restoration names sizes, origins and keys as they are`() {
    func code(
      size: Int64 = 300, next: (String, String?)? = nil, key: String? = nil
    ) -> String? {
      TrueRestoration.check(
        size: size, position: 300, origin: "a.example", next: next.map { ($0.0, $0.1) },
        keyName: key)?.code
    }
    #expect(code() == nil)
    #expect(code(key: "a.example") == nil)
    #expect(code(next: ("b.example", "a.example"), key: "b.example") == nil)
    #expect(code(size: 301) == "RES-03")
    #expect(code(size: -1) == "RES-03")
    #expect(code(key: "b.example") == "RES-03")
    // A new name needs a key of its own, the old name, and to be another one.
    #expect(code(next: ("b.example", "a.example")) == "RES-03")
    #expect(code(next: ("b.example", nil), key: "b.example") == "RES-03")
    #expect(code(next: ("a.example", "a.example"), key: "a.example") == "RES-03")
  }
}
