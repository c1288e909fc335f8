import AltoDiagnostics
import AltoSource
import ImageIR

/// Runs a template: writes the text, and keeps what an expression of it can change.
struct Evaluator {
  let source: SourceFile
  let syntax: Syntax
  let inputs: TemplateInputs
  /// Names of filters and tests that the template itself asks for with `is filter`.
  let probed: Set<String>

  var output: Output
  var scopes: Scopes
  var diagnostics: [Diagnostic] = []
  /// What was reported, so that a mistake in a loop is one diagnostic.
  var reported: Set<Report> = []
  /// Which expressions ran, so that the others can be checked without running them.
  var evaluated: [Bool]

  var namespaces: [OrderedMap] = []
  var generators: [Generator] = []
  var loops: [LoopState] = []
  var loopSerial = 0
  /// The number of the name `loop`, where the template uses it.
  let loopName: NameID?
  /// The filter that is running: where an attribute that it asks for is missing.
  var filterSpan = Span(at: 0)
  /// The text of `set` blocks whose filters are being run.
  var captured: [Value] = []

  /// Variables of the environment whose values were read.
  var variables: [String] = []
  private var variableNumbers: [String: Int32] = [:]
  private var pythonVersion: PythonVersion?
  private var workLeft = Limits.work
  /// Whether a limit was reached: nothing more is run.
  private(set) var isStopped = false

  struct Report: Hashable {
    let code: UInt16
    let span: Span
  }

  /// A sequence that can be gone through once.
  struct Generator {
    var items: [Value]
    var next = 0
  }

  init(source: SourceFile, parser: Parser, inputs: TemplateInputs) {
    self.source = source
    self.syntax = parser.syntax
    self.inputs = inputs
    self.probed = parser.probed
    output = Output(originalCount: source.bytes.count)
    scopes = Scopes(count: parser.syntax.names.count)
    evaluated = Array(repeating: false, count: parser.syntax.expressions.count)
    loopName = parser.syntax.names.firstIndex(of: "loop").map { NameID($0) }
    for (index, name) in parser.syntax.names.enumerated() {
      if let value = global(name) { scopes.set(NameID(index), value) }
    }
    // What the template sets itself is one scope further in.
    scopes.enter()
  }

  /// What a template can use without defining it, `__version__` apart.
  static let globalNames = [
    "env", "Path", "matrix", "__file__", "__platform__", "__version__", "range", "dict", "namespace",
  ]

  private func global(_ name: String) -> Value? {
    switch name {
    case "__file__": Value.string(inputs.file).marked(.file)
    case "__platform__": .string(inputs.platform)
    case "matrix": Value(.matrix)
    default: Function(rawValue: name).map { Value(.function($0)) }
    }
  }

  /// `__version__`, asked for once.
  mutating func versionOfPython() throws(Fault) -> Value {
    let answer = pythonVersion ?? inputs.pythonVersion()
    pythonVersion = answer
    switch answer {
    case .known(let version): return .string(version)
    case .unknown(let reason): throw .pythonVersionUnknown(reason)
    }
  }

  // MARK: Reports

  /// Reports once for each code and place.
  mutating func report(_ diagnostic: Diagnostic) {
    let report = Report(code: diagnostic.code.number, span: diagnostic.span)
    guard reported.insert(report).inserted else { return }
    diagnostics.append(inIteration(diagnostic))
  }

  /// Adds the turn of the innermost loop that is running.
  private func inIteration(_ diagnostic: Diagnostic) -> Diagnostic {
    guard output.frame >= 0 else { return diagnostic }
    let frame = output.map.frames[Int(output.frame)]
    return diagnostic.inIteration(frame.iteration, of: frame.count)
  }

  // MARK: Limits

  /// Counts work.
  mutating func spend(_ steps: Int) throws(Fault) {
    workLeft -= steps
    if workLeft < 0 {
      if isStopped { throw .poisoned }
      isStopped = true
      throw .limit(.work(Limits.work))
    }
  }

  /// Counts a text before it is made.
  mutating func allow(textOf size: Int) throws(Fault) {
    guard size <= Limits.textSize else { throw .limit(.textSize(Limits.textSize)) }
    try spend(size / 64)
  }

  /// Counts a sequence before it is made.
  mutating func allow(items count: Int) throws(Fault) {
    guard count <= Limits.items else { throw .limit(.itemCount(Limits.items)) }
    try spend(count)
  }

  mutating func checkOutput(at span: Span) {
    guard output.count > Limits.outputSize, !isStopped else { return }
    isStopped = true
    report(.templateLimit(.outputSize(Limits.outputSize), at: span))
  }

  // MARK: Variables of the environment

  /// The value of a variable; remembers that it was needed.
  mutating func variable(_ name: String, at span: Span) throws(Fault) -> Value {
    let number = self.number(ofVariable: name)
    guard let value = inputs.environment.value(of: name) else { throw .variableNotSet(name, span) }
    return Value.string(value).marked(Provenance(variables: [number]))
  }

  private mutating func number(ofVariable name: String) -> Int32 {
    if let known = variableNumbers[name] { return known }
    let number = Int32(variables.count)
    variables.append(name)
    variableNumbers[name] = number
    return number
  }

  /// The names behind `provenance`, sorted.
  func names(_ provenance: Provenance) -> [String] {
    provenance.variables.map { variables[Int($0)] }.sorted()
  }
}
