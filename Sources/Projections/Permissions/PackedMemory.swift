import CProcessor

/// Memory of zeros that the system makes page by page when it is touched, and in large pages where it is told to.
enum PackedMemory {
  /// Room for so many elements, all bits of them zero; to be given to `unmap`.
  static func map<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    guard let start = cprocessor_map(count * MemoryLayout<Element>.stride) else {
      preconditionFailure("There is no memory for \(count) more elements.")
    }
    return UnsafeMutableBufferPointer(
      start: start.bindMemory(to: Element.self, capacity: count), count: count)
  }

  /// Has what is touched from now on made in large pages.
  static func enlarge<Element: BitwiseCopyable>(_ memory: UnsafeMutableBufferPointer<Element>) {
    cprocessor_enlarge(memory.baseAddress, memory.count * MemoryLayout<Element>.stride)
  }

  static func unmap<Element: BitwiseCopyable>(_ memory: UnsafeMutableBufferPointer<Element>) {
    cprocessor_unmap(memory.baseAddress, memory.count * MemoryLayout<Element>.stride)
  }
}
