public import AccessModel

extension Register {
  /// The persons whose identity was erased, in the order of record.
  public var erasedRows: some RandomAccessCollection<PersonRow> {
    erasedPersons.lazy.map { persons[$0] }
  }

  /// The persons whose identity was erased.
  public var erasedIdentities: Set<PersonID> { Set(erasedPersons.map(persons.id(at:))) }
}
