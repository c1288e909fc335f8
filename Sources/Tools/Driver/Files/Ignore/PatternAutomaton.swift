/// A compiled pattern: a list of steps that is run on all its places at once, so that no pattern takes more than
/// steps times characters.
struct PatternAutomaton: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case one(ScalarSet)
    case many(ScalarSet)
    /// Nothing, or anything that ends in a slash.
    case folders
    case atStart
    case atEnd
  }

  let steps: [Step]

  /// Whether the whole of `path` is matched.
  func matches(_ path: [UInt8]) -> Bool {
    let words = steps.count / 64 + 1
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * words) { memory in
      memory.initialize(repeating: 0)
      var current = Places(words: UnsafeMutableBufferPointer(rebasing: memory[..<words]))
      var next = Places(words: UnsafeMutableBufferPointer(rebasing: memory[words...]))
      enter(0, in: current, isStart: true, isEnd: path.isEmpty)
      var index = 0
      while index < path.count, !current.isEmpty {
        let (value, width) = GoText.scalar(in: path, at: index)
        index += width
        next.clear()
        current.forEach { take(value, at: $0, into: next, isEnd: index == path.count) }
        swap(&current, &next)
      }
      return index == path.count && current.contains(steps.count)
    }
  }

  /// Marks `place` and what can be reached from it without a character.
  private func enter(_ place: Int, in places: Places, isStart: Bool, isEnd: Bool) {
    var place = place
    while true {
      places.insert(place)
      guard place < steps.count else { return }
      switch steps[place] {
      case .one: return
      case .many, .folders: break
      case .atStart: if !isStart { return }
      case .atEnd: if !isEnd { return }
      }
      place += 1
    }
  }

  /// Moves on from `place` with one character.
  private func take(_ value: UInt32, at place: Int, into next: Places, isEnd: Bool) {
    guard place < steps.count else { return }
    switch steps[place] {
    case .one(let set):
      if set.contains(value) { enter(place + 1, in: next, isStart: false, isEnd: isEnd) }
    case .many(let set):
      if set.contains(value) { enter(place, in: next, isStart: false, isEnd: isEnd) }
    case .folders:
      guard ScalarSet.notLineFeed.contains(value) else { return }
      next.insert(place)
      if value == 0x2F { enter(place + 1, in: next, isStart: false, isEnd: isEnd) }
    case .atStart, .atEnd:
      return
    }
  }

  /// A set of places as bits, in memory that its maker owns.
  private struct Places {
    let words: UnsafeMutableBufferPointer<UInt64>

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    func clear() { words.update(repeating: 0) }
    func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }
    func contains(_ place: Int) -> Bool { words[place / 64] & 1 << UInt64(place % 64) != 0 }

    func forEach(_ body: (Int) -> Void) {
      for index in words.indices {
        var word = words[index]
        while word != 0 {
          body(index * 64 + word.trailingZeroBitCount)
          word &= word - 1
        }
      }
    }
  }
}
