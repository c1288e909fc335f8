import Glibc

/// The order of paths in everything altoc writes: that of the bytes of UTF-8, which is one in every locale.
enum ByteOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    // Strings of Swift lie in one piece; the slow way is for those that do not.
    let fast = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in precedes(left, right) }
    }
    return fast.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard let first = left.baseAddress, let second = right.baseAddress else {
      return left.count < right.count
    }
    let order = memcmp(first, second, min(left.count, right.count))
    return order == 0 ? left.count < right.count : order < 0
  }
}

extension Sequence<String> {
  func sortedByBytes() -> [String] {
    sorted(by: ByteOrder.precedes)
  }
}
