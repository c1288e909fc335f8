import AltoDiagnostics
import AltoSource

/// Why an operation has no result. Becomes a diagnostic at the innermost expression that failed.
enum Fault: Error {
  /// Made from something that failed before: not reported again.
  case poisoned
  case undefined(Undefined)
  case variableNotSet(String, Span)
  case matrixComputed(String, Span)
  case matrixWithoutName
  case pythonVersionUnknown(String)
  case misuse(Misuse, TypeName)
  case operands(String, TypeName, TypeName)
  case arguments(String, ArgumentProblem)
  case value(ValueProblem)
  case divisionByZero
  case overflow
  case notPrintable(TypeName)
  case limit(TemplateLimit)
  case unknownMethod(String, TypeName)
  case unsupported(UnsupportedPart)
  case envCall(EnvCallProblem)
  case notANamespace(String)
  case unknownFilter(String)
  case unknownTest(String)
}

extension Fault {
  /// The same without any text that could be the value of a variable.
  var redacted: Fault {
    switch self {
    case .undefined(let undefined): .undefined(undefined.redacted)
    case .arguments(let function, .unknown(_, let allowed)):
      .arguments(function, .unknown(hidden, allowed: allowed))
    case .arguments(let function, .repeated): .arguments(function, .repeated(hidden))
    case .value(.formatUnknownType): .value(.formatUnknownType(hidden))
    case .value(.formatSpecification): .value(.formatSpecification(hidden))
    case .value(.pathName): .value(.pathName(hidden))
    case .value(.pathSuffix): .value(.pathSuffix(hidden))
    case .unknownMethod(_, let type): .unknownMethod(hidden, type)
    case .unsupported(.entity): .unsupported(.entity(hidden))
    case .unknownFilter: .unknownFilter(hidden)
    case .unknownTest: .unknownTest(hidden)
    case .envCall(.badName): .envCall(.badName(hidden))
    case .variableNotSet(_, let span): .variableNotSet(hidden, span)
    case .poisoned, .matrixComputed, .matrixWithoutName, .pythonVersionUnknown, .misuse, .operands,
      .arguments, .value,
      .divisionByZero, .overflow, .notPrintable, .limit, .unsupported, .envCall, .notANamespace:
      self
    }
  }
}

extension Undefined {
  /// The same without the name or key that was looked for.
  var redacted: Undefined {
    switch reason {
    case .attribute(_, let type): Undefined(reason: .attribute(hidden, of: type), span: span)
    case .item(_, let type): Undefined(reason: .item(hidden, of: type), span: span)
    case .name, .missingElse, .emptySequence, .noPreviousItem, .noNextItem: self
    }
  }
}

/// Stands for text that was made from the value of a variable, which no message shows.
private let hidden = "…"

/// How much a template may do.
enum Limits {
  /// Parentheses, brackets and braces in each other. Jinja itself fails at about the same depth.
  static let nesting = 100
  /// Operators and filters on the results of each other. Python refuses Jinja's code at about the same depth.
  static let height = 200
  static let blocks = 100
  static let values = 100
  /// Bytes of a text.
  static let textSize = 16 << 20
  static let items = 1_000_000
  static let outputSize = 64 << 20
  /// One step is an expression evaluated, an item visited, 64 bytes made.
  static let work = 20_000_000
}
