import AltoSource
import ImageIR

/// Text with at least one reference in it that is still open.
struct LateString: Sendable {
  enum Piece: Sendable {
    case text(String, Provenance)
    /// The span is that of `env('X')` or `matrix.X`.
    case reference(Reference, Span)
    /// A failed expression in a captured text; already reported.
    case poison(Span)
  }

  private(set) var pieces: [Piece]

  init(_ pieces: [Piece] = []) {
    self.pieces = pieces
  }

  /// In bytes of UTF-8, a reference counted as one.
  private(set) var count = 0

  mutating func append(_ piece: Piece) {
    switch piece {
    case .text(let text, let provenance):
      if text.isEmpty { return }
      count += text.utf8.count
      if case .text(let before, provenance)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text, provenance)
        return
      }
    case .reference, .poison:
      count += 1
    }
    pieces.append(piece)
  }

  mutating func append(_ other: LateString) {
    for piece in other.pieces { append(piece) }
  }
}
