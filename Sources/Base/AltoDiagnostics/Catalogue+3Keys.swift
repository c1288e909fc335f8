package import AltoSource

extension Code {
  static var keyCodes: [Code] {
    [
      .unknownKey, .misplacedKey, .missingKey, .wrongShape, .emptyValue, .unknownValue, .notAMapping,
      .emptyFile,
    ]
  }

  package static let unknownKey = Code(
    3001, .error, "a key that alto.yml does not have",
    explanation: """
      Only the keys of the reference have a meaning. A key that nobody reads is most often misspelt, and the setting \
      behind it silently missing: that is why it is an error. Rename the key or remove it.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, instance_typ: t2.micro}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2, instance_type: t2.micro}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """))

  package static let misplacedKey = Code(
    3002, .error, "a key in the wrong place",
    explanation: """
      The key exists, but under another key; where it stands nobody reads it. Move it to the place that the message \
      names.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        base: python:3.11-slim
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let missingKey = Code(
    3003, .error, "a required key is missing",
    explanation: """
      Some keys have no default, because altoc cannot guess them: what the machine is, and what to run. Add the key.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script}

      """),
    good: .document(Code.smallDocument))

  package static let wrongShape = Code(
    3004, .error, "a value of the wrong type",
    explanation: """
      Each key takes one kind of value: text, a list, a mapping. YAML 1.1 reads some bare words as something else: \
      yes, no, on and off are booleans, 3.10 is a number, 2024-01-01 a date. Quotes make them text.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: [python, main.py]}

      """),
    good: .document(Code.smallDocument))

  package static let emptyValue = Code(
    3005, .error, "a key without a value",
    explanation: """
      The key is there, but nothing stands behind it: an empty string, or nothing at all, which YAML reads as null. \
      Give it a value or remove the key.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: ""}

      """),
    good: .document(Code.smallDocument))

  package static let unknownValue = Code(
    3006, .error, "a value that the key does not allow",
    explanation: "The key takes one of a few words, which the message lists. Case matters.",
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: docker-hub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let notAMapping = Code(
    3007, .error, "the file is not a mapping of agents",
    explanation: """
      At the top level of alto.yml stand the names of agents, each with its settings below it: `my-agent:`, and then \
      indented `infra:`, `image:`, `entrypoint:`.
      """,
    bad: .document("- worker\n"),
    good: .document(Code.smallDocument))

  package static let emptyFile = Code(
    3008, .error, "the file names no agent",
    explanation:
      "An alto.yml describes at least one agent. This one is empty, or holds nothing but comments.",
    bad: .document("# nothing yet\n"),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  /// - Parameters:
  ///   - key: as it stands in the file.
  ///   - place: the path of the mapping it stands in; empty for an agent.
  ///   - suggestion: the nearest key of that mapping.
  ///   - known: all keys of that mapping.
  package static func unknownKey(
    _ key: String, in place: String, suggestion: String?, known: [String], at span: Span
  ) -> Diagnostic {
    let home = place.isEmpty ? "an agent" : quoted(place)
    return Diagnostic(
      .unknownKey, at: span, "\(home) has no key \(quoted(key))",
      label: suggestion.map { "did you mean \(quoted($0))?" } ?? "unknown key",
      help: suggestion == nil ? ["the keys of \(home) are " + known.joined(separator: ", ")] : [],
      fixes: suggestion.map { [Fix("rename it to \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  /// - Parameter home: the path of the mapping it belongs in; empty for the agent itself.
  package static func misplacedKey(_ key: String, belongsUnder home: String, at span: Span) -> Diagnostic {
    let target = home.isEmpty ? "directly in the agent" : "under \(quoted(home))"
    return Diagnostic(
      .misplacedKey, at: span, "\(quoted(key)) belongs \(target)", label: "not read here",
      help: ["move it \(target)"])
  }

  /// - Parameters:
  ///   - path: of the missing key: `entrypoint.cmd`.
  ///   - summary: what the key is for.
  ///   - example: a value.
  package static func missingKey(_ path: String, summary: String, example: String, at span: Span)
    -> Diagnostic
  {
    let name = path.split(separator: ".").last.map(String.init) ?? path
    return Diagnostic(
      .missingKey, at: span, "\(quoted(path)) is missing", label: "has no \(quoted(name))", notes: [summary],
      help: ["add it, for example: \(name): \(example)"])
  }

  /// - Parameters:
  ///   - expected: with its article: `a list of paths`.
  ///   - found: with its article: `the number 3.10`.
  ///   - quotable: whether quotes around the value make it right.
  package static func wrongShape(
    _ path: String, expected: String, found: String, quotable: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .wrongShape, at: span, "\(quoted(path)) takes \(expected), not \(found)", label: "this is \(found)",
      help: quotable.map { ["put it in quotes to make it text: \"\($0)\""] } ?? [],
      fixes: quotable.map { [Fix("put it in quotes", .unsafe, [Edit(span, "\"\($0)\"")])] } ?? [])
  }

  package static func emptyValue(_ path: String, isNull: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyValue, at: span, "\(quoted(path)) has no value", label: isNull ? "null" : "empty",
      help: ["give it a value, or remove the key"])
  }

  package static func unknownValue(
    _ value: String, of path: String, allowed: [String], suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .unknownValue, at: span, "\(quoted(path)) cannot be \(quoted(value))",
      label: suggestion.map { "did you mean \(quoted($0))?" } ?? "not one of the allowed values",
      help: [
        allowed.count == 1 ? "the only value is \(alternatives(allowed))" : "it is \(alternatives(allowed))"
      ],
      fixes: suggestion.map { [Fix("change it to \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func notAMapping(found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .notAMapping, at: span, "the file is \(found), not a mapping of agents",
      help: ["begin with the name of an agent and a colon: my-agent:"])
  }

  package static func emptyFile(at span: Span) -> Diagnostic {
    Diagnostic(
      .emptyFile, at: span, "the file names no agent", help: ["'altoc --help' shows a small example"])
  }
}
