import Glibc

/// The parser that the environment names.
private let parser: any FuzzedParser.Type = {
  let name = getenv("LIGGARE_FUZZED_PARSER").map { String(cString: $0) } ?? ""
  guard let parser = ParserCatalogue.all.first(where: { $0.name == name }) else {
    print("LIGGARE_FUZZED_PARSER must be one of:")
    for parser in ParserCatalogue.all { print(parser.name) }
    exit(2)
  }
  return parser
}()

/// What libFuzzer calls with each input it has made.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  do throws(Violation) {
    _ = try parser.accepts(input)
  } catch {
    fatalError(error.description)
  }
  return 0
}
