import AltoDiagnostics
import AltoSchema

/// The page of one code.
func errorPage(_ code: Code) -> String {
  """
  \(generatedMark)

  # \(code.id): \(code.title)

  Severity: \(code.severity.rawValue). Since \(code.since).

  \(code.explanation)

  ## Gives \(code.id)

  \(block(code.bad))

  ## Right

  \(block(code.good))

  """
}

/// The list of all codes.
func errorIndex() -> GeneratedPage {
  let rows = Catalogue.all.map { "| [\($0.id)](\($0.id).md) | \($0.severity.rawValue) | \($0.title) |" }
  return GeneratedPage(
    path: "Docs/errors/README.md",
    text: """
      \(generatedMark)

      # What altoc says

      The first digit is the layer: 0 bytes, 1 template, 2 YAML, 3 check, 6 files and context, 7 command line, 9 altoc's \
      own faults.

      | code | severity | title |
      |---|---|---|
      \(rows.joined(separator: "\n"))

      """)
}

private func block(_ example: Example) -> String {
  switch example {
  case .document(let text): "```yaml\n\(text)```"
  case .bytes(let bytes):
    "The bytes `" + bytes.map { String($0, radix: 16, uppercase: true) }.joined(separator: " ") + "`."
  case .situation(let text): "\(text)"
  }
}
