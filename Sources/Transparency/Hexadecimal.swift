/// Lower-case hexadecimal digits, eight at a time.
public enum Hexadecimal {
  /// The four bytes that eight digits write, as they lie in memory; `nil` when one is no lower-case digit.
  ///
  /// All eight are looked at together: a letter has bit 6 set and nine more than its low half.
  @inlinable
  public static func bytes(ofDigits address: UnsafeRawPointer) -> UInt32? {
    let digits = UInt64(littleEndian: address.loadUnaligned(as: UInt64.self))
    let letters = (digits >> 6) & 0x0101_0101_0101_0101
    let low = digits & 0x0F0F_0F0F_0F0F_0F0F
    let isInPlace = digits & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030 &+ letters &* 0x30
    // 0 to 9 stay below 16 with 6 added; 1 to 6, of a letter, with 9 added, and 0 does with 15.
    let isAbove = (low &+ 0x0606_0606_0606_0606 &+ letters &* 3) & 0x1010_1010_1010_1010
    let isBelow = ~(low &+ letters &* 15) & (letters << 4)
    guard isInPlace, isAbove == 0, isBelow == 0 else { return nil }
    let values = low &+ letters &* 9
    var pairs =
      (values & 0x00FF_00FF_00FF_00FF) << 4 | (values >> 8) & 0x00FF_00FF_00FF_00FF
    pairs = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: pairs | pairs >> 16).littleEndian
  }
}
