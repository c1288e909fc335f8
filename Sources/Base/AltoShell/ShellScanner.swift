/// Walks over a command once, from left to right.
///
/// Follows POSIX's token recognition. Where shells differ it goes on, with `isCertain` off.
struct ShellScanner {
  /// One unit for each byte of the text and one for each hole.
  let units: [UInt16]
  var position = 0
  var tokens: [ShellToken] = []
  var holes: [ShellHole] = []
  var openings: [ShellOpening] = []
  var isCertain = true
  /// How many `$(…)`, `${…}` and double quotes stand open.
  var depth = 0
  var pendingDocuments: [PendingDocument] = []

  static let hole: UInt16 = 0x100
  /// Deeper nesting is not followed: commands of people have two or three levels.
  static let maximumDepth = 64

  init(_ pieces: [ShellPiece]) {
    var units: [UInt16] = []
    for piece in pieces {
      switch piece {
      case .text(let text): units.append(contentsOf: text.utf8.lazy.map(UInt16.init))
      case .hole: units.append(Self.hole)
      }
    }
    self.units = units
  }

  /// The whole command.
  mutating func scan() {
    scanCommands(inSubstitution: false)
    if !pendingDocuments.isEmpty { readDocuments() }
  }

  /// Commands up to the end, or up to the `)` that closes a substitution, which is consumed.
  ///
  /// - Returns: whether that `)` was found.
  @discardableResult
  mutating func scanCommands(inSubstitution: Bool) -> Bool {
    var parentheses = 0
    while let unit = current {
      switch unit {
      case Ascii.space, Ascii.tab:
        position += 1
      case Ascii.backslash where next == Ascii.newline:
        position += 2
      case Ascii.newline:
        position += 1
        append(.newline)
        readDocuments()
      case Ascii.numberSign:
        scanComment()
      case Ascii.closeParenthesis where inSubstitution && parentheses == 0:
        position += 1
        if !pendingDocuments.isEmpty { giveUpCertainty() }
        return true
      case Ascii.openParenthesis:
        parentheses += 1
        if next == Ascii.openParenthesis { giveUpCertainty() }
        scanOperator()
      case Ascii.closeParenthesis:
        parentheses -= 1
        scanOperator()
      case Ascii.semicolon, Ascii.ampersand, Ascii.bar, Ascii.less, Ascii.greater:
        scanOperator()
      default:
        scanWord()
      }
    }
    return false
  }

  private mutating func scanComment() {
    let start = position
    while let unit = current, unit != Ascii.newline {
      if unit == Self.hole { note(.comment) }
      position += 1
    }
    append(.comment(start..<position))
  }

  private mutating func scanOperator() {
    let start = position
    let first = units[position]
    position += 1
    if first == Ascii.less || first == Ascii.greater {
      scanRedirection(from: start)
    } else {
      let doubles = first == Ascii.ampersand || first == Ascii.bar || first == Ascii.semicolon
      if doubles, current == first { position += 1 }
      append(.control(start..<position))
    }
  }

  private mutating func scanRedirection(from start: Int) {
    let isInput = units[start] == Ascii.less
    if isInput, current == Ascii.less {
      position += 1
      if current == Ascii.less {
        // A here-string for some, a here-document with an odd delimiter for others.
        position += 1
        giveUpCertainty()
        append(.redirection(start..<position))
      } else {
        scanDocumentDelimiter(from: start)
      }
      return
    }
    let seconds: [UInt16] =
      isInput ? [Ascii.ampersand, Ascii.greater] : [Ascii.greater, Ascii.ampersand, Ascii.bar]
    if let unit = current, seconds.contains(unit) { position += 1 }
    append(.redirection(start..<position))
  }
}

extension ShellScanner {
  var current: UInt16? { position < units.count ? units[position] : nil }
  var next: UInt16? { position + 1 < units.count ? units[position + 1] : nil }

  /// Only the outermost level has tokens.
  mutating func append(_ token: ShellToken) {
    if depth == 0 { tokens.append(token) }
  }

  /// The hole at the current position stands in `context`.
  mutating func note(_ context: ShellContext) {
    holes.append(ShellHole(offset: position, context: isCertain ? context : .unsupported(.uncertain)))
  }

  mutating func giveUpCertainty() {
    isCertain = false
  }

  /// Skips the rest: its structure cannot be known.
  mutating func giveUp() {
    giveUpCertainty()
    while let unit = current {
      if unit == Self.hole { note(.unsupported(.uncertain)) }
      position += 1
    }
  }
}

/// Units by name.
enum Ascii {
  static let tab: UInt16 = 0x09
  static let newline: UInt16 = 0x0A
  static let space: UInt16 = 0x20
  static let doubleQuote: UInt16 = 0x22
  static let numberSign: UInt16 = 0x23
  static let dollar: UInt16 = 0x24
  static let ampersand: UInt16 = 0x26
  static let singleQuote: UInt16 = 0x27
  static let openParenthesis: UInt16 = 0x28
  static let closeParenthesis: UInt16 = 0x29
  static let minus: UInt16 = 0x2D
  static let semicolon: UInt16 = 0x3B
  static let less: UInt16 = 0x3C
  static let greater: UInt16 = 0x3E
  static let openBracket: UInt16 = 0x5B
  static let backslash: UInt16 = 0x5C
  static let backquote: UInt16 = 0x60
  static let openBrace: UInt16 = 0x7B
  static let bar: UInt16 = 0x7C
  static let closeBrace: UInt16 = 0x7D
}
