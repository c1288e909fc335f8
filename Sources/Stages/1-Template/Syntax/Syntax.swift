import AltoSource

/// The number of an expression in its `Syntax`.
struct ExpressionID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) { self.index = Int32(index) }
}

/// The number of a list of statements in its `Syntax`.
struct BodyID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) { self.index = Int32(index) }
}

/// The number of a variable's name in its `Syntax`.
struct NameID: Hashable, Sendable {
  let index: Int32

  init(_ index: Int) { self.index = Int32(index) }
}

/// A parsed template: expressions, statements and names in flat arrays that refer to each other by number.
///
/// An expression stands behind its operands, so the last one of a tree is its root. No tree is higher than
/// `Limits.nesting`, so that recursion over it is safe.
struct Syntax: Sendable {
  var expressions: [Expression] = []
  /// Operands of the expressions with any number of them.
  var operands: [ExpressionID] = []
  var arguments: [ArgumentList] = []
  var bodies: [[Statement]] = []
  var names: [String] = []
  private var numbers: [String: NameID] = [:]

  /// The number of `name`, a new one at its first use.
  mutating func intern(_ name: String) -> NameID {
    if let known = numbers[name] { return known }
    let id = NameID(names.count)
    names.append(name)
    numbers[name] = id
    return id
  }

  subscript(_ id: ExpressionID) -> Expression { expressions[Int(id.index)] }
  subscript(_ id: BodyID) -> [Statement] { bodies[Int(id.index)] }
  subscript(_ id: NameID) -> String { names[Int(id.index)] }
  subscript(_ range: Operands) -> ArraySlice<ExpressionID> { operands[range.range] }
}

/// A run of `Syntax.operands`.
struct Operands: Sendable {
  let start: Int32
  let count: Int32

  var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// What stands between the parentheses of a call, a filter or a test.
struct ArgumentList: Sendable {
  struct Keyword: Sendable {
    let name: String
    let value: ExpressionID
  }

  var positional: [ExpressionID] = []
  var keywords: [Keyword] = []
  /// `*value`.
  var unpackedList: ExpressionID?
  /// `**value`.
  var unpackedDict: ExpressionID?

  /// Every expression in it.
  var all: [ExpressionID] {
    positional + keywords.map(\.value) + [unpackedList, unpackedDict].compactMap { $0 }
  }
}
