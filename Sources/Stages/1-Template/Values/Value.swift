import AltoDiagnostics
import AltoSource
import ImageIR

/// A value of a template, as Python would hold it, with what it was made from.
struct Value: Sendable {
  var payload: Payload
  /// Of the value itself; what items of a list were made from stands in the items.
  private(set) var provenance: Provenance
  private(set) var traits: Traits
  /// How deep lists, dicts and the like are nested in it; 0 for a scalar.
  private(set) var depth: UInt8

  /// What holds for the value or for anything inside it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8

    /// Holds a reference.
    static let late = Traits(rawValue: 1)
    /// Has a provenance.
    static let marked = Traits(rawValue: 2)
  }

  enum Payload: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    /// Text that `safe`, `escape` or `tojson` marked as HTML.
    case markup(String)
    case late(LateString)
    case list([Value])
    case tuple([Value])
    /// A pair made by `groupby`, which also has names for its parts.
    case group([Value])
    indirect case dict(OrderedMap)
    indirect case view(ViewKind, OrderedMap)
    indirect case range(PythonRange)
    case path(PosixPath)
    /// By number in `Evaluator`.
    case namespace(Int)
    case generator(Int)
    case loop(LoopID)
    case function(Function)
    indirect case method(Value, String)
    case matrix
    indirect case undefined(Undefined)
    /// The result of a failed expression, which was reported.
    case poison
  }

  init(_ payload: Payload) {
    self.payload = payload
    self.provenance = .nothing
    self.traits = []
    self.depth = 0
    switch payload {
    case .none, .bool, .int, .float, .string, .markup, .range, .path, .namespace, .generator, .loop,
      .function,
      .matrix, .undefined, .poison:
      break
    case .late:
      traits = .late
    case .list(let items), .tuple(let items), .group(let items):
      contain(items)
    case .dict(let map), .view(_, let map):
      contain(map.keys)
      contain(map.values)
    case .method(let receiver, _):
      contain(CollectionOfOne(receiver))
    }
  }

  private mutating func contain(_ items: some Collection<Value>) {
    for item in items {
      traits.formUnion(item.traits)
      depth = max(depth, item.depth == .max ? .max : item.depth + 1)
    }
    if items.isEmpty { depth = max(depth, 1) }
  }

  /// The same value, which holds `items` in a place of its own.
  func holding(_ items: [Value]) -> Value {
    var copy = self
    copy.contain(items)
    return copy
  }

  /// Adds to what the value was made from.
  mutating func mark(_ other: Provenance) {
    guard !other.isEmpty else { return }
    provenance.formUnion(other)
    traits.insert(.marked)
  }

  func marked(_ other: Provenance) -> Value {
    guard !other.isEmpty else { return self }
    var copy = self
    copy.mark(other)
    return copy
  }
}

extension Value {
  static let poison = Value(.poison)
  static let none = Value(.none)

  static func bool(_ value: Bool) -> Value { Value(.bool(value)) }
  static func int(_ value: Int) -> Value { Value(.int(value)) }
  static func float(_ value: Double) -> Value { Value(.float(value)) }
  static func string(_ value: String) -> Value { Value(.string(value)) }
  static func list(_ items: [Value]) -> Value { Value(.list(items)) }
  static func tuple(_ items: [Value]) -> Value { Value(.tuple(items)) }

  /// Text of the same sort as `self`: HTML stays HTML.
  func sameKind(_ text: String) -> Value {
    if case .markup = payload { return Value(.markup(text)) }
    return Value(.string(text))
  }

  var isPoison: Bool {
    if case .poison = payload { return true }
    return false
  }

  /// The text of a string.
  var text: String? {
    switch payload {
    case .string(let text), .markup(let text): text
    case .none, .bool, .int, .float, .late, .list, .tuple, .group, .dict, .view, .range, .path, .namespace,
      .generator, .loop, .function, .method, .matrix, .undefined, .poison:
      nil
    }
  }

  /// An integer, or a boolean as 0 or 1.
  var integer: Int? {
    switch payload {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    case .none, .float, .string, .markup, .late, .list, .tuple, .group, .dict, .view, .range, .path,
      .namespace,
      .generator, .loop, .function, .method, .matrix, .undefined, .poison:
      nil
    }
  }

  /// An integer, a float or a boolean as a float.
  var number: Double? {
    if case .float(let value) = payload { return value }
    return integer.map(Double.init)
  }
}

/// Which part of a dict a view shows.
enum ViewKind: String, Sendable {
  case keys, values, items
}

/// A loop by its place on the stack of loops; `serial` tells apart loops that had the same place.
struct LoopID: Hashable, Sendable {
  let index: Int
  let serial: Int
}

/// What the globals that can be called do.
enum Function: String, Sendable {
  case env
  case path = "Path"
  case range
  case dict
  case namespace
}

/// A value that is not there, and why: an error as soon as it is used.
struct Undefined: Sendable {
  enum Reason: Sendable {
    case name(String)
    case attribute(String, of: TypeName)
    case item(String, of: TypeName)
    /// `a if b` where `b` is false and no `else` follows.
    case missingElse
    case emptySequence
    case noPreviousItem
    case noNextItem
  }

  let reason: Reason
  let span: Span

  /// What Jinja gives for a missing `else` is empty text, an empty list and false, also where undefined names
  /// are errors.
  var isLenient: Bool {
    if case .missingElse = reason { return true }
    return false
  }
}

/// `range(…)`, counted and not stored.
struct PythonRange: Hashable, Sendable {
  let start: Int
  let stop: Int
  let step: Int
  let count: Int

  /// Nil for a step of 0 or a count beyond 64 bits.
  init?(start: Int, stop: Int, step: Int) {
    guard step != 0 else { return nil }
    let (distance, overflow) =
      step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    guard !overflow, step != .min else { return nil }
    self.start = start
    self.stop = stop
    self.step = step
    self.count = distance <= 0 ? 0 : (distance - 1) / abs(step) + 1
  }

  /// - Precondition: `0..<count` holds `index`.
  subscript(_ index: Int) -> Int { start + index * step }
}
