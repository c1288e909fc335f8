/// The variables of a template: one current value for each name, and what to put back when a scope ends.
struct Scopes {
  private struct Saved {
    let name: NameID
    let value: Value?
    let level: Int32
  }

  private var current: [Value?]
  /// The scope in which the current value was set.
  private var levels: [Int32]
  private var saved: [Saved] = []
  private var marks: [Int] = []

  init(count: Int) {
    current = Array(repeating: nil, count: count)
    levels = Array(repeating: -1, count: count)
  }

  subscript(_ name: NameID) -> Value? { current[Int(name.index)] }

  /// Sets a variable in the innermost scope.
  mutating func set(_ name: NameID, _ value: Value?) {
    let index = Int(name.index)
    let level = Int32(marks.count)
    if levels[index] != level {
      saved.append(Saved(name: name, value: current[index], level: levels[index]))
      levels[index] = level
    }
    current[index] = value
  }

  mutating func enter() { marks.append(saved.count) }

  mutating func leave() {
    let mark = marks.popLast() ?? 0
    while saved.count > mark {
      let last = saved.removeLast()
      current[Int(last.name.index)] = last.value
      levels[Int(last.name.index)] = last.level
    }
  }
}
