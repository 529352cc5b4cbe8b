/// Writes HTML or XML so that data cannot become markup: what elements and attributes are called is written in the source, and every
/// other text is escaped on its way.
public struct MarkupWriter: Sendable {
  /// The names of attributes and their values; one without a value is left out.
  public typealias Attributes = KeyValuePairs<StaticString, String?>

  /// What has been written, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// An element with what is in it.
  public mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:],
    _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(0x3E)
    content(&self)
    append("</")
    append(name)
    bytes.append(0x3E)
  }

  /// An element with nothing but text in it.
  public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element that has no end in HTML, such as `meta` and `input`.
  public mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    bytes.append(0x3E)
  }

  /// An element of XML with nothing in it.
  public mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    append("/>")
  }

  /// Text between elements.
  public mutating func text(_ text: String) { escape(text) }

  /// A passage of the source as it stands: a style, a script, the line that opens a document.
  public mutating func passage(_ source: StaticString) { append(source) }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(0x3C)
    append(name)
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      append(name)
      append("=\"")
      escape(value)
      bytes.append(0x22)
    }
  }

  private mutating func append(_ source: StaticString) {
    source.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String) {
    for byte in ShownText.of(text).utf8 {
      switch byte {
      case 0x22: append("&quot;")
      case 0x26: append("&amp;")
      case 0x27: append("&#39;")
      case 0x3C: append("&lt;")
      case 0x3E: append("&gt;")
      default: bytes.append(byte)
      }
    }
  }
}
