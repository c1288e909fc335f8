package import AltoSource

extension Code {
  static var faults: [Code] { [.internalFault] }

  package static let internalFault = Code(
    9001, .error, "a mistake in altoc itself",
    explanation: """
      altoc found itself in a state that should be impossible. The input is not to blame. Please report it with the \
      alto.yml that shows it; leave out secrets.
      """,
    bad: .situation("a bug in altoc"), good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func internalFault(_ what: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .internalFault, at: span, "this is a bug in altoc: \(what)",
      help: ["please report it with the alto.yml that shows it"])
  }
}
