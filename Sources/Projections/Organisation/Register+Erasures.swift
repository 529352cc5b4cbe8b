extension Register {
  /// The persons whose identity was erased, in the order of record.
  public var erasedRows: some RandomAccessCollection<PersonRow> {
    erasedPersons.lazy.map { persons[$0] }
  }
}
