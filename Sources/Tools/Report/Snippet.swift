import AltoDiagnostics
import AltoSource

/// The lines of source under a diagnostic, with carets and labels.
struct Snippet {
  /// A place to mark: `^` for the mistake itself, `-` for what belongs to it.
  private struct Mark {
    let span: Span
    let label: String
    let isPrimary: Bool
    let line: Int
  }

  private let source: SourceFile
  private let index: LineIndex
  private let hidden: [Span]
  private let palette: Palette
  private let severity: Severity
  private let marks: [Mark]
  /// How many digits the largest shown line number has.
  let gutter: Int

  init(of diagnostic: Diagnostic, in source: SourceFile, index: LineIndex, hidden: [Span], palette: Palette) {
    self.source = source
    self.index = index
    self.hidden = hidden
    self.palette = palette
    severity = diagnostic.severity
    let primary = Mark(
      span: diagnostic.span, label: diagnostic.label ?? "", isPrimary: true,
      line: index.lineNumber(of: Int(diagnostic.span.start)))
    let related = diagnostic.related.map { place in
      Mark(
        span: place.span, label: place.label, isPrimary: false,
        line: index.lineNumber(of: Int(place.span.start)))
    }
    marks = ([primary] + related).sorted { ($0.line, $0.span) < ($1.line, $1.span) }
    gutter = String(marks.last?.line ?? 1).count
  }

  /// The drawn lines, each with its line break.
  func render() -> String {
    var result = rule("")
    var before: Int?
    for line in Set(marks.map(\.line)).sorted() {
      if let before, line > before + 1 {
        result += line == before + 2 ? sourceLine(before + 1, window: nil) : palette.frame("...") + "\n"
      }
      result += draw(line)
      before = line
    }
    return result
  }

  /// A line that only has the vertical rule and `text` behind it.
  func rule(_ text: String) -> String {
    let margin = String(repeating: " ", count: gutter + 1)
    return margin + palette.frame("|") + (text.isEmpty ? "" : " " + text) + "\n"
  }

  private func draw(_ line: Int) -> String {
    let here = marks.filter { $0.line == line }
    let display = DisplayLine(index.content(ofLine: line), of: source, hiding: hidden)
    let window = window(of: display, around: here.first { $0.isPrimary } ?? here[0])
    return sourceLine(line, window: window) + here.reversed().map { underline($0, display, window) }.joined()
  }

  private func sourceLine(_ line: Int, window: Range<Int>?) -> String {
    let display = DisplayLine(index.content(ofLine: line), of: source, hiding: hidden)
    let number = String(line)
    let margin = String(repeating: " ", count: gutter - number.count)
    let text = display.text(in: window ?? 0..<Self.widest)
    return margin + palette.frame(number + " |") + (text.isEmpty ? "" : " " + text) + "\n"
  }

  private func underline(_ mark: Mark, _ display: DisplayLine, _ window: Range<Int>) -> String {
    let lineEnd = index.content(ofLine: mark.line).upperBound
    let start = display.cell(of: Int(mark.span.start))
    let end = min(display.cell(of: min(Int(mark.span.end), lineEnd)), window.upperBound)
    let carets = String(repeating: mark.isPrimary ? "^" : "-", count: max(1, end - start))
    let text = carets + (mark.label.isEmpty ? "" : " " + mark.label)
    let lead = max(0, start - window.lowerBound) + (window.lowerBound > 0 ? 1 : 0)
    return rule(
      String(repeating: " ", count: lead)
        + (mark.isPrimary ? palette.severity(severity, text) : palette.frame(text)))
  }

  /// Of a long line only the part around the mark is shown.
  private func window(of display: DisplayLine, around mark: Mark) -> Range<Int> {
    guard display.width > Self.widest else { return 0..<max(display.width, 1) }
    let cell = display.cell(of: Int(mark.span.start))
    let start = max(0, min(cell - Self.widest / 3, display.width - Self.widest))
    return start..<start + Self.widest
  }

  /// Cells of source text on one line.
  private static let widest = 120
}
