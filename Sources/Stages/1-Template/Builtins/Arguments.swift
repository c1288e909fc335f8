import AltoDiagnostics

/// The arguments of one call, evaluated.
struct Arguments {
  /// The name of the function, filter, test or method, for messages.
  let function: String
  var positional: [Value] = []
  var keywords: [(name: String, value: Value)] = []

  init(_ function: String) {
    self.function = function
  }

  var all: [Value] { positional + keywords.map(\.value) }

  /// Assigns the arguments to parameters by place and by name.
  ///
  /// - Parameters:
  ///   - names: the parameters in order.
  ///   - required: how many of the first must be given.
  ///   - positionalOnly: whether names cannot be used, as in functions of Python that are written in C.
  func bound(
    to names: [String], required: Int = 0, positionalOnly: Bool = false
  ) throws(Fault) -> BoundArguments {
    var values: [Value?] = Array(repeating: nil, count: names.count)
    guard positional.count <= names.count else { throw problem(.tooMany(limit: names.count)) }
    for (index, value) in positional.enumerated() { values[index] = value }
    for (name, value) in keywords {
      guard !positionalOnly, let index = names.firstIndex(of: name) else {
        throw problem(.unknown(name, allowed: positionalOnly ? [] : names))
      }
      guard values[index] == nil else { throw problem(.repeated(name)) }
      values[index] = value
    }
    for index in 0..<required where values[index] == nil { throw problem(.missing(names[index])) }
    return BoundArguments(function: function, names: names, values: values)
  }

  /// Fails when there is any argument.
  func none() throws(Fault) { _ = try bound(to: []) }

  func problem(_ problem: ArgumentProblem) -> Fault { .arguments(function, problem) }
}

/// Arguments by parameter.
struct BoundArguments {
  let function: String
  let names: [String]
  let values: [Value?]

  /// The argument for parameter `index`; nil when it is not given, or when there is no such parameter.
  subscript(_ index: Int) -> Value? { values.indices.contains(index) ? values[index] : nil }

  func problem(_ problem: ArgumentProblem) -> Fault { .arguments(function, problem) }

  /// The argument, none where it is Python's `None` or not given.
  func given(_ index: Int) -> Value? {
    if case .none? = self[index]?.payload { return nil }
    return self[index]
  }

  func integer(_ index: Int, default value: Int) throws(Fault) -> Int {
    guard let given = self[index] else { return value }
    guard let number = given.integer else { throw try wrongType(index, .integer) }
    return number
  }

  func text(_ index: Int, default value: String) throws(Fault) -> String {
    guard let given = self[index] else { return value }
    guard let text = given.text else { throw try wrongType(index, .text) }
    return text
  }

  /// The text of an argument that may be `None`.
  func optionalText(_ index: Int) throws(Fault) -> String? {
    guard let given = given(index) else { return nil }
    guard let text = given.text else { throw try wrongType(index, .text) }
    return text
  }

  func wrongType(_ index: Int, _ expected: TypeName) throws(Fault) -> Fault {
    guard let given = self[index] else { return problem(.missing(names[index])) }
    if case .undefined(let undefined) = given.payload { throw .undefined(undefined) }
    return problem(.wrongType(names[index], expected: expected, found: given.typeName))
  }
}
