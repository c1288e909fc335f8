package import AltoSource

extension Code {
  static var commandLine: [Code] { [.sameOutputFolder] }

  package static let sameOutputFolder = Code(
    7001, .error, "two agents would be written to one folder",
    explanation: """
      Each agent is written to a folder of its name below the output folder. Two files that are compiled together have \
      an agent of the same name. With --nested each project gets a folder of its own around its agents.
      """,
    bad: .situation("altoc a/alto.yml b/alto.yml -o build, with an agent 'worker' in both"),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  /// - Parameter other: the file that has the same agent.
  package static func sameOutputFolder(_ folder: String, other: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .sameOutputFolder, at: span, "\(quoted(folder)) would be written twice",
      notes: ["\(other) has an agent of this name too"],
      help: ["--nested puts the agents of each project into a folder of their own"])
  }
}
