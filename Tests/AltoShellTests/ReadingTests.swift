import AltoShell
import Testing

@Suite("Reading shell commands")
struct ReadingTests {
  /// `@` in the text is a hole.
  private func read(_ text: String) -> ShellReading {
    var pieces: [ShellPiece] = []
    for part in text.split(separator: "@", omittingEmptySubsequences: false) {
      pieces += [.text(String(part)), .hole]
    }
    return readShell(pieces.dropLast())
  }

  @Test(
    arguments: [
      ("run @", [.unquoted]), ("run x@y", [.unquoted]), ("run \"@\"", [.doubleQuoted]),
      ("run \"it's @\"", [.doubleQuoted]), ("run '@' @", [.singleQuoted, .unquoted]),
      ("run 'say \"@\"'", [.singleQuoted]), ("run # @\n @", [.comment, .unquoted]), ("run a#@", [.unquoted]),
      ("run \\\"@", [.unquoted]), ("run \"\\\"@\"", [.doubleQuoted]), ("run \\\\@", [.unquoted]),
      ("run \\@", [.unsupported(.escaped)]), ("run \"\\@\"", [.unsupported(.escaped)]),
      ("run $@", [.unsupported(.afterDollar)]), ("run \"$@\"", [.unsupported(.afterDollar)]),
      ("run \"$(cat @)\"", [.unquoted]), ("run $(cat \"@\")@", [.doubleQuoted, .unquoted]),
      ("run \"$(cat '@' $(x \"@\") )@\"", [.singleQuoted, .doubleQuoted, .doubleQuoted]),
      ("run ${x:-@}@", [.unsupported(.expansion), .unquoted]), ("run ${x:-\"}\"}@", [.unquoted]),
      ("run $((1+(@)*2))@", [.unsupported(.arithmetic), .unquoted]),
      ("run `cat @`@", [.unsupported(.backquotes), .unquoted]),
      ("run $((echo a) | @) @", [.unsupported(.uncertain), .unsupported(.uncertain)]),
      ("cat <<E\na @\nE\nrun @", [.hereDocument, .unquoted]),
      ("cat <<'E'\na @\nE\nrun @", [.unsupported(.literalHereDocument), .unquoted]),
      ("cat <<-E @\n\t'@\n\tE\nrun @", [.unquoted, .hereDocument, .unquoted]),
      ("cat <<A <<B\nA\n@\nB\n'@'", [.hereDocument, .singleQuoted]),
      ("x=$(cat <<E\n)@\nE\n) run @", [.hereDocument, .unquoted]),
      ("cat <<E\n$(a @)\nE", [.unsupported(.uncertain)]),
      ("cat <<E\n\\@ $@\nE", [.unsupported(.escaped), .unsupported(.afterDollar)]),
      ("run $'@'", [.unsupported(.uncertain)]), ("run $\"@\"", [.unsupported(.uncertain)]),
      ("((@))", [.unsupported(.uncertain)]),
      ("cat <<<@ ", [.unsupported(.uncertain)]), ("case @ in a) run @;; esac", [.unquoted, .unquoted]),
      ("x=$(case a in a) echo @;; esac)", [.unsupported(.uncertain)]),
      ("run \"${x:-'}@\"", [.unsupported(.uncertain)]),
      ("@", [.unquoted]), ("@@", [.unquoted, .unquoted]), ("'\n@'", [.singleQuoted]),
      ("run \\\n@", [.unquoted]),
    ] as [(String, [ShellContext])])
  func holesKnowTheirQuotes(text: String, contexts: [ShellContext]) {
    #expect(read(text).holes.map(\.context) == contexts)
  }

  @Test(
    arguments: [
      ("echo 'a", [(.singleQuote, 5..<6)]), ("echo \"a", [(.doubleQuote, 5..<6)]),
      ("echo `a", [(.backquote, 5..<6)]),
      ("echo $(a", [(.substitution, 5..<7)]), ("echo $((a)", [(.arithmetic, 5..<8)]),
      ("echo ${a", [(.expansion, 5..<7)]), ("cat <<E\nx", [(.hereDocument, 4..<7)]),
      ("echo \"$(a 'b", [(.doubleQuote, 5..<6), (.substitution, 6..<8), (.singleQuote, 10..<11)]),
      ("é '", [(.singleQuote, 3..<4)]), ("echo it's \"x\"", [(.singleQuote, 7..<8)]),
      ("echo 'a' \"b\" $(c) `d` ${e} $((1))", []), ("cat <<E\nE", []), ("cat <<E\nE\n", []),
      ("cat <<E", [(.hereDocument, 4..<7)]), ("", []),
    ] as [(String, [(ShellOpening.Kind, Range<Int>)])])
  func whatStaysOpenIsFound(text: String, openings: [(ShellOpening.Kind, Range<Int>)]) {
    let found = read(text).unterminated
    #expect(found.map(\.kind) == openings.map(\.0))
    #expect(found.map(\.range) == openings.map(\.1))
  }

  @Test(
    arguments: [
      ("python3 main.py", ["python3", "main.py"]), ("  run\ta  \n\n", ["run", "a"]),
      ("run 'a b'\"c d\"e", ["run", "a bc de"]),
      ("run a\\ b \"\\\"\\x\" ''", ["run", "a b", "\"\\x", ""]), ("run \\\n x", ["run", "x"]),
      ("./a/b-c_d.sh --x=1,2 k:v a@b 50% +x", ["./a/b-c_d.sh", "--x=1,2", "k:v", "a@b", "50%", "+x"]),
      ("run '$HOME' \"*\" '#'", ["run", "$HOME", "*", "#"]), ("run größe", ["run", "größe"]),
      ("run 'a\nb'", ["run", "a\nb"]),
    ] as [(String, [String])])
  func plainWordsAreFound(text: String, words: [String]) {
    #expect(readShell(text).plainWords == words)
  }

  @Test(arguments: [
    "", "  ", "cd x", "echo hi", "[ a ]", "a;b", "a&&b", "a|b", "a &", "a >b", "a <b", "a $b", "a \"$b\"",
    "a `b`",
    "a *", "a ?", "a [b]", "a ~", "a b=~/x", "A=1 b", "a=b", "a {b,c}", "! a", "a\nb", "a # b", "(a)", "a !b",
    "a \\", "'a", "if", "''", "-x", "a b\u{3000}c", "a b\u{A0}c", "a\rb", "a '\u{1}'", "time a", "a ^b",
    "a }",
    "a b#c", "exec a", ". a", "a b\u{85}c",
  ])
  func inDoubtItIsSyntax(text: String) {
    #expect(readShell(text).plainWords == nil)
  }

  @Test func aHoleIsNeverPlain() {
    #expect(read("run @").plainWords == nil)
  }

  @Test(arguments: [
    "run", "run $x \"$(y; z)\" *.txt", "run >out 2>&1", ">out run a", "2>err run", "run a # why",
    "run ~/x {a,b}",
    "run a\n", "run <in >>out", "run @ '@'", "python3 -c 'import x; x.y()'", "run \\\n a",
  ])
  func execIsSoundForOneProgram(text: String) {
    #expect(read(text).execIsSound)
  }

  @Test(arguments: [
    "a; b", "a && b", "a | b", "a &", "(a)", "{ a; }", "A=1 b", "cd x", "exit", "$x a", "\"$x\" a", "@ a",
    "x@ a",
    "if a; then b; fi", "a\nb", "for x in a; do b; done", "# a", "", ">out", "f() { a; }", "a 'b", "! a",
    "time a",
    "cat <<E\nE", "-a", "a $'b'", "a <<<b", "2> run", "a # b\nc",
  ])
  func otherwiseExecIsNot(text: String) {
    #expect(!read(text).execIsSound)
  }

  @Test func wordsKnowTheirPlaces() {
    let tokens = readShell("é 'a b'; x>y").tokens
    #expect(
      tokens == [
        .word(ShellWord(range: 0..<2, literal: "é")), .word(ShellWord(range: 3..<8, literal: "a b")),
        .control(8..<9),
        .word(ShellWord(range: 10..<11, literal: "x")), .redirection(11..<12),
        .word(ShellWord(range: 12..<13, literal: "y")),
      ])
  }

  @Test(arguments: ["$(", "\"$(", "${", "\"${x:-", "$((", "`", "(", "<<E\n$("])
  func deepNestingEnds(opening: String) {
    let text = String(repeating: opening, count: 50_000)
    let reading = read("run " + text + "@")
    #expect(reading.holes.count == 1)
    #expect(reading.plainWords == nil)
  }

  @Test func everyPrefixIsRead() {
    let text = "x=$(cat <<E | y \"${z:-'q'}\"\n`a` \\\nE\n) \\\" '@' $((1 + @)) # @\n"
    for count in 0...text.count {
      let prefix = String(text.prefix(count))
      #expect(read(prefix).holes.count == prefix.filter { $0 == "@" }.count)
    }
  }
}
