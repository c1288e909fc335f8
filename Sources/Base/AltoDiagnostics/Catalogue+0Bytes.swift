package import AltoSource

extension Code {
  static var bytes: [Code] { [.notUTF8, .forbiddenCharacter] }

  package static let notUTF8 = Code(
    1, .error, "the file is not UTF-8",
    explanation: """
      alto.yml is read as UTF-8, with or without a byte order mark. This file holds bytes that are not valid UTF-8: \
      most often it was saved as Latin-1 or UTF-16 by an editor. Save it as UTF-8 and try again.
      """,
    bad: .bytes([0x61, 0x3A, 0x20, 0xFF, 0x0A]),
    good: .document(Code.smallDocument))

  package static let forbiddenCharacter = Code(
    2, .error, "a character that YAML does not allow",
    explanation: """
      YAML 1.1 does not allow most control characters in a file, not even in a comment or inside quotes. Remove it, or \
      write it as an escape in double quotes ("\\x07").
      """,
    bad: .bytes(Array("\(Code.smallDocument)# \u{7}\n".utf8)),
    good: .document(Code.smallDocument))

  /// The smallest alto.yml that compiles without a word.
  package static let smallDocument: StaticString = """
    worker:
      infra:
        type: ec2
      image:
        type: docker
        base: python:3.11-slim
        registry: dockerhub
      entrypoint:
        type: script
        cmd: python main.py

    """
}

extension Diagnostic {
  /// - Parameter looksLike: the encoding the file seems to be in, when that can be guessed.
  package static func notUTF8(looksLike: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8, at: span, "the file is not UTF-8",
      label: looksLike.map { "this looks like \($0)" } ?? "these bytes are not UTF-8",
      help: ["save the file as UTF-8"])
  }

  package static func forbiddenCharacter(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return Diagnostic(
      .forbiddenCharacter, at: span, "YAML does not allow the character \(name) here",
      help: ["remove it, or write it as an escape in double quotes"])
  }
}
