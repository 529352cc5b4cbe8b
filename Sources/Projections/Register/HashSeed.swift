/// What a process mixes into its hashes, so that nobody who chooses identifiers can choose where they fall.
///
/// It decides how fast something is found and nothing else.
enum HashSeed {
  static let ofProcess = UInt64(bitPattern: Int64(Hasher().finalize()))
}
