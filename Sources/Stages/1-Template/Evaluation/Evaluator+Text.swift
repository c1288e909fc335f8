import AltoDiagnostics
import AltoSource

/// Python's `str()` and `repr()`.
extension Evaluator {
  mutating func string(of value: Value) throws(Fault) -> String {
    switch value.payload {
    case .string(let text), .markup(let text): return text
    case .int(let number): return String(number)
    case .path(let path): return path.text
    case .late: return try string(of: resolved(value))
    case .undefined(let undefined) where undefined.isLenient: return ""
    case .none, .bool, .float, .list, .tuple, .group, .dict, .view, .range, .namespace, .generator, .loop,
      .function,
      .method, .matrix, .undefined, .poison:
      return try repr(value)
    }
  }

  mutating func repr(_ value: Value, asciiOnly: Bool = false) throws(Fault) -> String {
    var text = ""
    try writeRepr(value, asciiOnly: asciiOnly, depth: 0, to: &text)
    return text
  }

  private mutating func writeRepr(
    _ value: Value, asciiOnly: Bool, depth: Int, to text: inout String
  ) throws(Fault) {
    // A namespace can hold itself, and a list can hold the same list many times.
    guard depth <= Limits.values else { throw .limit(.valueNesting(Limits.values)) }
    try spend(1)
    guard text.utf8.count <= Limits.textSize else { throw .limit(.textSize(Limits.textSize)) }
    switch value.payload {
    case .none: text += "None"
    case .bool(let flag): text += flag ? "True" : "False"
    case .int(let number): text += String(number)
    case .float(let number): text += FloatText.shortest(number)
    case .string(let string): text += PythonText.quoted(string, asciiOnly: asciiOnly)
    case .markup(let string): text += "Markup(" + PythonText.quoted(string, asciiOnly: asciiOnly) + ")"
    case .late: try writeRepr(resolved(value), asciiOnly: asciiOnly, depth: depth, to: &text)
    case .list(let items): try writeItems(items, "[", "]", asciiOnly, depth, to: &text)
    case .tuple(let items), .group(let items):
      try writeItems(items, "(", items.count == 1 ? ",)" : ")", asciiOnly, depth, to: &text)
    case .dict(let map): try writeDict(map, asciiOnly, depth, to: &text)
    case .view(let kind, let map):
      let items =
        switch kind {
        case .keys: map.keys
        case .values: map.values
        case .items: map.pairs
        }
      try writeItems(items, "dict_\(kind.rawValue)([", "])", asciiOnly, depth, to: &text)
    case .range(let range):
      text += "range(\(range.start), \(range.stop)" + (range.step == 1 ? ")" : ", \(range.step))")
    case .path(let path): text += "PosixPath(" + PythonText.quoted(path.text, asciiOnly: asciiOnly) + ")"
    case .namespace(let number):
      text += "<Namespace "
      try writeDict(namespaces[number], asciiOnly, depth, to: &text)
      text += ">"
    case .loop(let id):
      let state = try loop(id)
      text += "<LoopContext \(state.index + 1)/\(state.items.count)>"
    case .generator, .function, .method: throw .notPrintable(value.typeName)
    case .matrix: throw .matrixWithoutName
    case .undefined(let undefined):
      guard undefined.isLenient else { throw .undefined(undefined) }
      text += "Undefined"
    case .poison: throw .poisoned
    }
  }

  private mutating func writeItems(
    _ items: [Value], _ opening: String, _ closing: String, _ asciiOnly: Bool, _ depth: Int,
    to text: inout String
  ) throws(Fault) {
    text += opening
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      try writeRepr(item, asciiOnly: asciiOnly, depth: depth + 1, to: &text)
    }
    text += closing
  }

  private mutating func writeDict(
    _ map: OrderedMap, _ asciiOnly: Bool, _ depth: Int, to text: inout String
  ) throws(Fault) {
    text += "{"
    for index in 0..<map.count {
      if index > 0 { text += ", " }
      try writeRepr(map.keys[index], asciiOnly: asciiOnly, depth: depth + 1, to: &text)
      text += ": "
      try writeRepr(map.values[index], asciiOnly: asciiOnly, depth: depth + 1, to: &text)
    }
    text += "}"
  }

  /// The state of a loop that is still running.
  func loop(_ id: LoopID) throws(Fault) -> LoopState {
    guard loops.indices.contains(id.index), loops[id.index].id == id else {
      throw .misuse(.notSubscriptable, .loop)
    }
    return loops[id.index]
  }
}
