public import AccessModel

extension Register {
  /// The persons whose identity was erased, in the order of record.
  public var erasedRows: some RandomAccessCollection<PersonRow> {
    erasedPersons.lazy.map { [persons] in persons[$0] }
  }

  /// Whether anybody's identity was erased.
  public var hasErasedPersons: Bool { !erasedPersons.isEmpty }

  /// The persons whose identity was erased.
  public var erasedIdentities: Set<PersonID> { Set(erasedPersons.map(persons.id(at:))) }
}
