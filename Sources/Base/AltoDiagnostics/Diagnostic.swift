package import AltoSource

/// One finding about the input: what, where, and the way out.
///
/// Made by the typed factories of the catalogue and nowhere else, so that all wording stands in one place.
package struct Diagnostic: Sendable {
  package let code: Code
  /// One line, lower case, no full stop; text of the user stands in single quotes.
  package let message: String
  /// The place of the mistake.
  package let span: Span
  /// The file `span` points into, where that is not the alto.yml itself.
  package var source: SourceFile?
  /// A few words to stand beside the carets.
  package var label: String?
  /// Other places that belong to it.
  package var related: [Related]
  /// What else is known.
  package var notes: [String]
  /// What to do.
  package var help: [String]
  package var fixes: [Fix]

  /// Whether the bytes of `span` are a secret: no renderer shows them, not even as a part of the line.
  package var hidesSpan = false

  package var severity: Severity { code.severity }

  init(
    _ code: Code, at span: Span, _ message: String, label: String? = nil, related: [Related] = [],
    notes: [String] = [], help: [String] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.message = message
    self.span = span
    self.label = label
    self.related = related
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }

  /// The same finding about another file than the alto.yml.
  package func inside(_ source: SourceFile) -> Diagnostic {
    var copy = self
    copy.source = source
    return copy
  }

  /// The same finding about a secret.
  package func hidingSpan() -> Diagnostic {
    var copy = self
    copy.hidesSpan = true
    return copy
  }

  /// The same finding with each text in its words replaced by what may be shown of it.
  ///
  /// - Parameter replacements: texts that must not be shown; shorter than three bytes they would take words apart.
  package func replacing(_ replacements: [(text: String, shown: String)]) -> Diagnostic {
    func clean(_ words: String) -> String {
      replacements.reduce(words) { words, replacement in
        let quotedText = String(quoted(replacement.text).dropFirst().dropLast())
        return [replacement.text, quotedText].reduce(words) { words, text in
          text.utf8.count < 3 ? words : words.replacing(text, with: replacement.shown)
        }
      }
    }
    var copy = Diagnostic(
      code, at: span, clean(message), label: label.map(clean),
      related: related.map { Related(clean($0.label), at: $0.span) },
      notes: notes.map(clean), help: help.map(clean), fixes: fixes)
    copy.source = source
    copy.hidesSpan = hidesSpan
    return copy
  }

  /// The same finding with one more note.
  package func noting(_ note: String) -> Diagnostic {
    var copy = self
    copy.notes.append(note)
    return copy
  }
}

/// A second place that explains the first.
package struct Related: Sendable {
  package let span: Span
  package let label: String

  package init(_ label: String, at span: Span) {
    self.span = span
    self.label = label
  }
}

/// A change of the file that answers the diagnostic.
package struct Fix: Sendable {
  package enum Safety: Sendable {
    /// Keeps the meaning the user had in mind in every case.
    case safe
    /// Needs a look.
    case unsafe
  }

  package let title: String
  package let safety: Safety
  /// In order of position, without overlap.
  package let edits: [Edit]

  package init(_ title: String, _ safety: Safety, _ edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// The replacement of some bytes of the original file.
package struct Edit: Sendable {
  package let span: Span
  package let text: String

  package init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }
}
