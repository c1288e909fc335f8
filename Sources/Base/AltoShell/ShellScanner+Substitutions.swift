extension ShellScanner {
  /// `$` and what it starts.
  mutating func scanDollar(inDoubleQuotes: Bool) {
    let start = position
    position += 1
    switch current {
    case Ascii.openParenthesis? where next == Ascii.openParenthesis: scanArithmetic(from: start)
    case Ascii.openParenthesis?: scanSubstitution(from: start)
    case Ascii.openBrace?: scanExpansion(from: start, inDoubleQuotes: inDoubleQuotes)
    case Self.hole?:
      note(.unsupported(.afterDollar))
      position += 1
    case Ascii.singleQuote? where !inDoubleQuotes, Ascii.doubleQuote? where !inDoubleQuotes,
      Ascii.openBracket?:
      // Quotes with escapes, translated text and old arithmetic in some shells, a plain `$` in the others.
      giveUpCertainty()
    case nil, .some:
      break
    }
  }

  private mutating func scanSubstitution(from start: Int) {
    guard enter() else { return }
    defer { depth -= 1 }
    let mark = openings.count
    position += 1
    if !scanCommands(inSubstitution: true) {
      openings.insert(ShellOpening(kind: .substitution, range: start..<start + 2), at: mark)
    }
  }

  private mutating func scanArithmetic(from start: Int) {
    guard enter() else { return }
    defer { depth -= 1 }
    let mark = openings.count
    position += 2
    var parentheses = 2
    while let unit = current {
      switch unit {
      case Ascii.openParenthesis:
        parentheses += 1
        position += 1
      case Ascii.closeParenthesis:
        parentheses -= 1
        position += 1
        if parentheses == 0 { return }
        // `$((a) | b)`: a subshell in a substitution after all.
        if parentheses == 1, current != Ascii.closeParenthesis { giveUpCertainty() }
      case Ascii.singleQuote, Ascii.doubleQuote:
        giveUpCertainty()
        position += 1
      default:
        scanInnerUnit(unit, .arithmetic)
      }
    }
    openings.insert(ShellOpening(kind: .arithmetic, range: start..<start + 3), at: mark)
  }

  private mutating func scanExpansion(from start: Int, inDoubleQuotes: Bool) {
    guard enter() else { return }
    defer { depth -= 1 }
    let mark = openings.count
    position += 1
    while let unit = current {
      switch unit {
      case Ascii.closeBrace:
        position += 1
        return
      case Ascii.doubleQuote where !inDoubleQuotes:
        skipQuotes(closedBy: unit)
      case Ascii.singleQuote where !inDoubleQuotes:
        skipQuotes(closedBy: unit)
      case Ascii.doubleQuote, Ascii.singleQuote:
        // Shells disagree about quotes in `"${x:-'}"`.
        giveUpCertainty()
        position += 1
      default:
        scanInnerUnit(unit, .expansion)
      }
    }
    openings.insert(ShellOpening(kind: .expansion, range: start..<start + 2), at: mark)
  }

  /// What arithmetic and expansions share: escapes, inner substitutions, holes.
  private mutating func scanInnerUnit(_ unit: UInt16, _ reason: ShellContext.Reason) {
    switch unit {
    case Ascii.backslash where next != nil && next != Self.hole:
      position += 2
    case Ascii.dollar:
      scanDollar(inDoubleQuotes: true)
    case Ascii.backquote:
      scanBackquotes()
    case Self.hole:
      note(.unsupported(reason))
      position += 1
    default:
      position += 1
    }
  }

  /// Quotes inside `${…}`. A hole in them has no sound delivery.
  private mutating func skipQuotes(closedBy quote: UInt16) {
    let start = position
    let mark = openings.count
    position += 1
    while let unit = current, unit != quote {
      if quote == Ascii.doubleQuote {
        scanInnerUnit(unit, .expansion)
      } else {
        if unit == Self.hole { note(.unsupported(.expansion)) }
        position += 1
      }
    }
    if current == quote {
      position += 1
    } else {
      let kind: ShellOpening.Kind = quote == Ascii.doubleQuote ? .doubleQuote : .singleQuote
      openings.insert(ShellOpening(kind: kind, range: start..<start + 1), at: mark)
    }
  }

  mutating func scanBackquotes() {
    let start = position
    position += 1
    while let unit = current {
      switch unit {
      case Ascii.backquote:
        position += 1
        return
      case Ascii.backslash where next != nil && next != Self.hole:
        position += 2
      case Self.hole:
        note(.unsupported(.backquotes))
        position += 1
      default:
        position += 1
      }
    }
    openings.append(ShellOpening(kind: .backquote, range: start..<start + 1))
  }
}
