import SystemPackage

extension Descriptor {
  /// The sum of all bytes from the current position on, in pieces of bounded size.
  func sum() throws(Errno) -> (sum: String, size: Int) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var hash = SHA256Sum()
    var size = 0
    while true {
      let count = try read(into: buffer)
      if count == 0 { return (hash.digits(), size) }
      size += count
      hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Copies `size` bytes to an empty file: inside the kernel where that works, and without filling holes.
  ///
  /// - Returns: false when the file ended early.
  func copy(to other: borrowing Descriptor, size: Int, isSparse: Bool) throws(Errno) -> Bool {
    guard isSparse else { return try copyBytes(to: other, count: size) }
    var offset = 0
    while offset < size, let data = try nextData(from: offset) {
      try seek(to: data.lowerBound)
      try other.seek(to: data.lowerBound)
      let end = min(data.upperBound, size)
      guard try copyBytes(to: other, count: end - data.lowerBound) else { return false }
      offset = end
    }
    try other.setSize(size)
    return true
  }

  private func copyBytes(to other: borrowing Descriptor, count: Int) throws(Errno) -> Bool {
    var rest = count
    do throws(Errno) {
      while rest > 0 {
        let copied = try copyRange(to: other, count: rest)
        if copied == 0 { break }
        rest -= copied
      }
    } catch {
      // Not between these file systems, or not with this kernel.
      guard error.isUnsupportedCopy else { throw error }
    }
    if rest == 0 { return true }
    return try copyThroughMemory(to: other, count: rest)
  }

  private func copyThroughMemory(to other: borrowing Descriptor, count: Int) throws(Errno) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var rest = count
    while rest > 0 {
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(rest, buffer.count)])
      let count = try read(into: part)
      if count == 0 { return false }
      try other.write(UnsafeRawBufferPointer(rebasing: part[..<count]))
      rest -= count
    }
    return true
  }
}
