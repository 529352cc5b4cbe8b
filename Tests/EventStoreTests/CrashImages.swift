/// The states in which a power cut can leave a modelled disk.
struct CrashImages {
  /// One thing that may or may not have reached the medium.
  private enum Choice {
    case page(file: Int, index: Int)
    case length(file: Int)
    case name(Int)
  }

  private let state: ModelledDisk.State
  private let choices: [Choice]

  init(_ state: ModelledDisk.State) {
    self.state = state
    var choices: [Choice] = []
    for (id, file) in state.files.sorted(by: { $0.key < $1.key }) where file.bytes != file.stable {
      if file.bytes.count != file.stable.count { choices.append(.length(file: id)) }
      let pages = (file.bytes.count + ModelledDisk.pageSize - 1) / ModelledDisk.pageSize
      for index in 0..<pages where Self.page(file.bytes, index) != Self.page(file.stable, index) {
        choices.append(.page(file: id, index: index))
      }
    }
    choices += state.changes.indices.map { .name($0) }
    self.choices = choices
  }

  private static func page(_ bytes: [UInt8], _ index: Int) -> ArraySlice<UInt8> {
    let begin = min(bytes.count, index * ModelledDisk.pageSize)
    return bytes[begin..<min(bytes.count, begin + ModelledDisk.pageSize)]
  }

  /// All of the states when there are at most `limit`, otherwise that many chosen by the numbers.
  func each(
    limit: Int, using numbers: inout SeededNumbers, _ body: (ModelledDisk.State) throws -> Void
  ) rethrows {
    if choices.count < 20, 1 << choices.count <= limit {
      for mask in 0..<UInt64(1) << UInt64(choices.count) { try body(image { mask >> $0 & 1 == 1 }) }
    } else {
      for round in 0..<limit {
        // Nothing, everything, and subsets of every density.
        let density = UInt64(round) % 9
        let chosen = choices.map { _ in numbers.next() % 8 < density }
        try body(image { chosen[Int($0)] })
      }
    }
  }

  private func image(_ isKept: (UInt64) -> Bool) -> ModelledDisk.State {
    var image = ModelledDisk.State()
    image.folders = state.folders
    image.next = state.next
    image.names = state.stableNames
    image.files = state.files.mapValues { file in
      var file = file
      file.bytes = file.stable
      return file
    }
    // Lengths first: a page beyond the end is nowhere.
    for (index, choice) in choices.enumerated() where isKept(UInt64(index)) {
      guard case .length(let id) = choice, let new = state.files[id]?.bytes.count,
        var bytes = image.files[id]?.bytes
      else { continue }
      if new < bytes.count {
        bytes.removeLast(bytes.count - new)
      } else {
        bytes += [UInt8](repeating: 0, count: new - bytes.count)
      }
      image.files[id]?.bytes = bytes
    }
    for (index, choice) in choices.enumerated() where isKept(UInt64(index)) {
      switch choice {
      case .length: continue
      case .page(let id, let page):
        guard let new = state.files[id]?.bytes, var bytes = image.files[id]?.bytes else { continue }
        let begin = page * ModelledDisk.pageSize
        let end = min(begin + ModelledDisk.pageSize, bytes.count, new.count)
        if begin < end { bytes.replaceSubrange(begin..<end, with: new[begin..<end]) }
        image.files[id]?.bytes = bytes
      case .name(let change): state.changes[change].apply(&image.names)
      }
    }
    for id in image.files.keys {
      if let bytes = image.files[id]?.bytes { image.files[id]?.stable = bytes }
    }
    let linked = Set(image.names.values)
    image.files = image.files.filter { linked.contains($0.key) }
    image.stableNames = image.names
    return image
  }
}
