package import AltoSource

extension Code {
  static var templateValues: [Code] {
    [
      .undefinedName, .undefinedValue, .unknownFilter, .unknownTest, .unknownMethod, .wrongType,
      .wrongArguments, .wrongValue, .divisionByZero, .notPrintable,
    ]
  }

  package static let undefinedName = Code(
    1020, .error, "a name that is not defined",
    explanation: """
      A template knows env, Path, matrix, __file__, __platform__, __version__, range, dict, namespace, and \
      the variables that set, for and with define. An undefined name is an error; guard it with "is \
      defined" or the filter default where it may be missing.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ mode }}

      """),
    good: .document(
      """
      {% set mode = 'fast' %}
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ mode }}

      """))

  package static let undefinedValue = Code(
    1021, .error, "a value that is not there",
    explanation: """
      The expression asks for an attribute, a key or an item that does not exist, or for the result of an \
      inline if without else. Guard it with "is defined", get or the filter default where it may be \
      missing.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ [1, 2][5] }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ [1, 2][1] }}

      """))

  package static let unknownFilter = Code(
    1022, .error, "a filter that Jinja does not have",
    explanation: """
      What follows a | is the name of a filter. altoc knows the filters that Jinja 3.1 has on its own.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' | uper }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' | upper }}

      """))

  package static let unknownTest = Code(
    1023, .error, "a test that Jinja does not have",
    explanation: """
      What follows the word is, or is not, is the name of a test. altoc knows the tests that Jinja 3.1 has \
      on its own.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 1 is od }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 1 is odd }}

      """))

  package static let unknownMethod = Code(
    1024, .error, "a method that altoc does not know",
    explanation: """
      altoc runs the methods of Python that configuration files use: of text, dicts and paths. Many others \
      have a filter of Jinja that does the same.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a'.encode() }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a'.upper() }}

      """))

  package static let wrongType = Code(
    1030, .error, "an operation on a value of the wrong type",
    explanation: """
      As in Python, values are not turned into another type silently: text and numbers cannot be added, a \
      number has no items. Use ~ to join values as text, and the filters int, float, string and list to \
      turn one type into another.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' + 1 }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' ~ 1 }}

      """))

  package static let wrongArguments = Code(
    1031, .error, "a call with the wrong arguments",
    explanation: """
      The function, filter, test or method was given too many or too few arguments, one it does not have, \
      or one of the wrong type.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' | upper(1) }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 'a' | upper }}

      """))

  package static let wrongValue = Code(
    1032, .error, "a value that an operation cannot work with",
    explanation: """
      The type of the value is right and the value itself is not: a format that does not fit its \
      arguments, a different number of items than names to unpack them, text that is no number.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ '%d and %d' % (1,) }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ '%d and %d' % (1, 2) }}

      """))

  package static let divisionByZero = Code(
    1033, .error, "a division by zero",
    explanation: """
      The right side of /, // or % is zero. Test it first.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 1 / 0 }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ 1 / 2 }}

      """))

  package static let notPrintable = Code(
    1034, .error, "a value that has no text",
    explanation: """
      Functions, methods and unfinished sequences (the results of map, select and others) print as an \
      address that differs in every run. Call the function, or add "| list" or "| join".
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ ['a', 'b'] | map('upper') }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ ['a', 'b'] | map('upper') | join(' ') }}

      """))
}

extension Diagnostic {
  package static func undefinedName(_ name: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .undefinedName, at: span, "\(quoted(name)) is not defined",
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [],
      fixes: suggestion.map { [Fix("write \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func undefinedValue(
    _ value: MissingValue, suggestion: String? = nil, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .undefinedValue, at: span, value.words,
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? value.help.map { [$0] } ?? [])
  }

  package static func unknownFilter(_ name: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownFilter, at: span, "Jinja has no filter \(quoted(name))",
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [],
      fixes: suggestion.map { [Fix("write \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func unknownTest(_ name: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownTest, at: span, "Jinja has no test \(quoted(name))",
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [],
      fixes: suggestion.map { [Fix("write \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  /// - Parameter type: nil when it is not known, because the call was not run.
  package static func unknownMethod(
    _ name: String, of type: TypeName?, suggestion: String?, at span: Span
  ) -> Diagnostic {
    let owner = type.map { " of \($0.rawValue)" } ?? ""
    return Diagnostic(
      .unknownMethod, at: span, "altoc knows no method \(quoted(name))\(owner)",
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [])
  }

  package static func wrongType(_ misuse: Misuse, _ type: TypeName, at span: Span) -> Diagnostic {
    Diagnostic(.wrongType, at: span, "\(type.rawValue) \(misuse.rawValue)")
  }

  package static func wrongOperands(
    _ symbol: String, _ left: TypeName, _ right: TypeName, at span: Span
  ) -> Diagnostic {
    let text = left == .text || right == .text
    return Diagnostic(
      .wrongType, at: span,
      "\(quoted(symbol)) does not work between \(left.rawValue) and \(right.rawValue)",
      help: symbol == "+" && text ? ["use '~' to join values as text"] : [])
  }

  /// - Parameter function: the name of the function, filter, test or method.
  package static func wrongArguments(
    _ function: String, _ problem: ArgumentProblem, at span: Span
  ) -> Diagnostic {
    Diagnostic(.wrongArguments, at: span, "\(quoted(function)) \(problem.words)")
  }

  package static func wrongValue(_ problem: ValueProblem, at span: Span) -> Diagnostic {
    Diagnostic(.wrongValue, at: span, problem.words)
  }

  package static func divisionByZero(at span: Span) -> Diagnostic {
    Diagnostic(.divisionByZero, at: span, "division by zero")
  }

  package static func notPrintable(_ type: TypeName, at span: Span) -> Diagnostic {
    Diagnostic(
      .notPrintable, at: span, "\(type.rawValue) has no text",
      help: type == .generator ? ["add '| list' or '| join' to it"] : [])
  }
}

/// What a value of a template is called in messages.
package enum TypeName: String, Sendable {
  case none
  case boolean = "a boolean"
  case integer = "an integer"
  case float = "a float"
  case text
  case list = "a list"
  case tuple = "a tuple"
  case dict = "a dict"
  case keys = "a view of keys"
  case values = "a view of values"
  case items = "a view of items"
  case range = "a range"
  case path = "a path"
  case namespace = "a namespace"
  case generator = "an unfinished sequence"
  case loop
  case function = "a function"
  case method = "a method"
  case matrix
  case undefined = "an undefined value"
}

/// What a value of some type was asked to do and cannot.
package enum Misuse: String, Sendable {
  case notIterable = "has no items to go through"
  case notCallable = "cannot be called"
  case unhashable = "cannot be a key"
  case noLength = "has no length"
  case notReversible = "cannot be reversed"
  case notANumber = "is no number"
  case notAnInteger = "is no integer"
  case notText = "is no text"
  case notADict = "is no dict"
  case notSubscriptable = "has no items"
  case notInJSON = "cannot be written as JSON"
  case noSign = "has no sign"
}

/// A value that is not there.
package enum MissingValue: Sendable {
  case attribute(String, of: TypeName)
  case item(String, of: TypeName)
  case missingElse
  case emptySequence
  case noPreviousItem
  case noNextItem

  var words: String {
    switch self {
    case .attribute(let name, let type): "\(type.rawValue) has no attribute \(quoted(name))"
    case .item(let key, let type): "\(type.rawValue) has no item \(quoted(key))"
    case .missingElse: "the condition is false and there is no 'else'"
    case .emptySequence: "there is no item, because the sequence is empty"
    case .noPreviousItem: "the first turn of a loop has no previous item"
    case .noNextItem: "the last turn of a loop has no next item"
    }
  }

  var help: String? {
    switch self {
    case .missingElse: "add 'else' and a value"
    case .attribute, .item, .emptySequence, .noPreviousItem, .noNextItem: nil
    }
  }
}

package enum ArgumentProblem: Sendable {
  case tooMany(limit: Int)
  case missing(String)
  case unknown(String, allowed: [String])
  case repeated(String)
  case wrongType(String, expected: TypeName, found: TypeName)
  case wrongValue(String, allowed: [String])
  case tooSmall(String, minimum: Int)

  var words: String {
    switch self {
    case .tooMany(0): "takes no argument"
    case .tooMany(1): "takes one argument and no more"
    case .tooMany(let limit): "takes \(limit) arguments and no more"
    case .missing(let name): "needs the argument \(quoted(name))"
    case .unknown(let name, let allowed):
      "has no argument \(quoted(name))" + (allowed.isEmpty ? "" : ", only \(alternatives(allowed))")
    case .repeated(let name): "is given the argument \(quoted(name)) twice"
    case .wrongType(let name, let expected, let found):
      "needs \(expected.rawValue) as \(quoted(name)) and is given \(found.rawValue)"
    case .wrongValue(let name, let allowed): "allows \(alternatives(allowed)) as \(quoted(name))"
    case .tooSmall(let name, let minimum): "needs at least \(minimum) as \(quoted(name))"
    }
  }
}

/// A value of the right type with which an operation cannot work.
package enum ValueProblem: Sendable {
  case unpacking(names: Int, items: Int)
  case notANumber
  case emptySeparator
  case formatIncomplete
  case formatUnknownType(String)
  case formatNeedsMoreArguments
  case formatHasMoreArguments
  case formatNeedsDict
  case formatMixesArguments
  case formatSpecification(String)
  case pathName(String)
  case pathSuffix(String)
  case notRelative
  case stepOfZero
  case substringNotFound
  case itemNotFound
  case notFinite

  var words: String {
    switch self {
    case .unpacking(let names, let items):
      "\(names) name\(names == 1 ? "" : "s") cannot take \(items) item\(items == 1 ? "" : "s")"
    case .notANumber: "the text is no number"
    case .emptySeparator: "the separator is empty"
    case .formatIncomplete: "the format ends too early"
    case .formatUnknownType(let letter): "the format has no type \(quoted(letter)) for this value"
    case .formatNeedsMoreArguments: "the format needs more arguments"
    case .formatHasMoreArguments: "the format does not use all arguments"
    case .formatNeedsDict: "a format with names needs a dict"
    case .formatMixesArguments: "arguments with and without names cannot be mixed"
    case .formatSpecification(let text): "\(quoted(text)) is no format for this value"
    case .pathName(let name): "\(quoted(name)) cannot be the name of this path"
    case .pathSuffix(let suffix): "\(quoted(suffix)) cannot be the suffix of this path"
    case .notRelative: "the path does not start with the other one"
    case .stepOfZero: "the step cannot be zero"
    case .substringNotFound: "the text is not found"
    case .itemNotFound: "the item is not found"
    case .notFinite: "infinity and NaN cannot become an integer"
    }
  }
}
