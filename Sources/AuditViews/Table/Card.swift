public import Diagnostics

/// The answer to a question about one thing: what is said of it, and what belongs to it.
///
/// People read it as aligned lines with tables below; a program reads one object, whose members are the fields by their key and
/// the sections by their table's name.
public struct Card: Hashable, Sendable {
  /// One thing that is said.
  public struct Field: Hashable, Sendable {
    /// The stable name in JSON, in `snake_case`; unique in its card.
    public var key: String
    /// What people read before the value.
    public var label: Localized
    public var cell: Cell

    public init(_ key: String, _ label: Localized, _ cell: Cell) {
      self.key = key
      self.label = label
      self.cell = cell
    }
  }

  /// The stable name that programs know the card by, such as `grant`.
  public var name: String
  /// What a person reads over it.
  public var title: Localized
  /// What is said, in the order it is to be read.
  public var fields: [Field]
  /// What belongs to it, such as a person's grants.
  public var sections: [Table]
  /// Remarks that only people read.
  public var notes: [Localized]

  public init(
    name: String, title: Localized, fields: [Field], sections: [Table] = [],
    notes: [Localized] = []
  ) {
    self.name = name
    self.title = title
    self.fields = fields
    self.sections = sections
    self.notes = notes
  }

  /// The value of the field with that key.
  public subscript(key: String) -> Cell? { fields.first { $0.key == key }?.cell }
}

extension Card.Field {
  /// The field that a column of a list also shows, under the same key and heading.
  init(_ column: Column, _ cell: Cell) {
    self.init(column.key, column.title, cell)
  }
}
