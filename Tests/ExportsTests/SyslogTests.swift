import Testing

@testable import Exports

/// What a value of structured data looks like in syslog.
struct SyslogTests {
  @Test func `a value of structured data has its marks escaped, and stays on its line`() {
    #expect(SyslogExport.escaped(#"a"b\c]d[e=f åäö"#) == #"a\"b\\c\]d[e=f åäö"#)
    #expect(SyslogExport.escaped("one\ntwo\u{7F}\r\t") == "one two   ")
  }
}
