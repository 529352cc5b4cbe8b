/// The states in which a power cut can leave a modelled disk.
struct CrashImages {
  /// One thing that may or may not have reached the medium.
  private enum Choice {
    case page(file: Int, index: Int)
    /// The length is one of several: that of the last sync, the present one, or any end of a page
    /// between.
    case length(file: Int, [Int])
    case mode(file: Int)
    case space(file: Int)
    case name(Int)

    /// In how many ways it may have gone; 0 is that nothing reached the medium.
    var count: Int {
      if case .length(_, let lengths) = self { return lengths.count + 1 }
      return 2
    }
  }

  private let state: ModelledDisk.State
  private let choices: [Choice]

  init(_ state: ModelledDisk.State) {
    self.state = state
    var choices: [Choice] = []
    let pageSize = state.pageSize
    func page(_ bytes: [UInt8], _ index: Int) -> ArraySlice<UInt8> {
      let begin = min(bytes.count, index * pageSize)
      return bytes[begin..<min(bytes.count, begin + pageSize)]
    }
    for (id, file) in state.files.sorted(by: { $0.key < $1.key }) {
      if file.mode != file.stableMode { choices.append(.mode(file: id)) }
      if file.allocated != file.stableAllocated { choices.append(.space(file: id)) }
      guard file.bytes != file.stable else { continue }
      if file.bytes.count != file.stable.count {
        let (low, high) = (
          min(file.bytes.count, file.stable.count), max(file.bytes.count, file.stable.count)
        )
        let ends = stride(from: 0, to: high, by: pageSize).filter { $0 > low }
        choices.append(.length(file: id, [file.bytes.count] + ends))
      }
      let pages = (file.bytes.count + pageSize - 1) / pageSize
      for index in 0..<pages where page(file.bytes, index) != page(file.stable, index) {
        choices.append(.page(file: id, index: index))
      }
    }
    choices += state.changes.indices.map { .name($0) }
    self.choices = choices
  }

  /// The number of states; `nil` when it is above `limit`.
  func count(limit: Int) -> Int? {
    var product = 1
    for choice in choices {
      product *= choice.count
      if product > limit { return nil }
    }
    return product
  }

  /// All of the states when there are at most `limit`, otherwise that many chosen by the numbers.
  /// - Returns: whether it was all of them.
  @discardableResult
  func each(
    limit: Int, using numbers: inout SeededNumbers, _ body: (ModelledDisk.State) throws -> Void
  ) rethrows -> Bool {
    if let count = count(limit: limit) {
      for number in 0..<count {
        var rest = number
        let taken = choices.map { choice in
          defer { rest /= choice.count }
          return rest % choice.count
        }
        try body(image(taken))
      }
      return true
    }
    for round in 0..<limit {
      // Nothing, everything, and subsets of every density.
      let density = UInt64(round) % 9
      let taken = choices.map { choice in
        numbers.next() % 8 < density ? 1 + Int(numbers.next() % UInt64(choice.count - 1)) : 0
      }
      try body(image(taken))
    }
    return false
  }

  private func image(_ taken: [Int]) -> ModelledDisk.State {
    var image = ModelledDisk.State()
    image.next = state.next
    image.present = state.stable
    image.files = state.files.mapValues { file in
      var file = file
      file.bytes = file.stable
      file.allocated = file.stableAllocated
      file.mode = file.stableMode
      return file
    }
    // Lengths first: a page beyond the end is nowhere.
    for (choice, way) in zip(choices, taken) where way > 0 {
      guard case .length(let id, let lengths) = choice, var bytes = image.files[id]?.bytes else {
        continue
      }
      let new = lengths[way - 1]
      if new < bytes.count {
        bytes.removeLast(bytes.count - new)
      } else {
        bytes += [UInt8](repeating: 0, count: new - bytes.count)
      }
      image.files[id]?.bytes = bytes
    }
    for (choice, way) in zip(choices, taken) where way > 0 {
      switch choice {
      case .length: continue
      case .mode(let id): image.files[id]?.mode = state.files[id]?.mode ?? 0
      case .space(let id): image.files[id]?.allocated = state.files[id]?.allocated ?? 0
      case .page(let id, let page):
        guard let new = state.files[id]?.bytes, var bytes = image.files[id]?.bytes else { continue }
        let begin = page * state.pageSize
        let end = min(begin + state.pageSize, bytes.count, new.count)
        if begin < end { bytes.replaceSubrange(begin..<end, with: new[begin..<end]) }
        image.files[id]?.bytes = bytes
      case .name(let change): state.changes[change].apply(to: &image.present)
      }
    }
    settle(&image)
    return image
  }

  /// What is on the medium after the power cut is certain, and what lies in no folder is gone.
  private func settle(_ image: inout ModelledDisk.State) {
    func isReached(_ path: String) -> Bool {
      path == "/" || (image.folders.contains(path) && isReached(ModelledDisk.parent(path)))
    }
    image.present.folders = image.folders.filter(isReached)
    image.names = image.names.filter { isReached(ModelledDisk.parent($0.key)) }
    let linked = Set(image.names.values)
    image.files = image.files.filter { linked.contains($0.key) }
    for (id, file) in image.files {
      image.files[id]?.stable = file.bytes
      image.files[id]?.stableAllocated = file.allocated
      image.files[id]?.stableMode = file.mode
    }
    image.stable = image.present
  }
}
