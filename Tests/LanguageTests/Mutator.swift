import TestSupport

/// Breaks a file in up to six places.
struct Mutator {
  private var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  /// A broken copy of one of `files`, and which; pieces of the others may be in it. One place is broken in half of
  /// the copies, up to six in the others.
  mutating func file(of files: [[UInt8]]) -> (bytes: [UInt8], index: Int) {
    let index = Int.random(in: 0..<files.count, using: &random)
    var bytes = files[index]
    let count = Bool.random(using: &random) ? 1 : Int.random(in: 2...6, using: &random)
    for _ in 0..<count {
      if Bool.random(using: &random) { mutate(&bytes, files) } else { vary(&bytes) }
    }
    return (bytes, index)
  }

  /// Breaks the file without regard to what stands there.
  private mutating func mutate(_ bytes: inout [UInt8], _ files: [[UInt8]]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: bytes.insert(contentsOf: pick(Self.hostile), at: place)
    case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 4: bytes.removeSubrange(place..<end)
    case 5:
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
    case 6: bytes.replaceSubrange(place..<end, with: piece(of: pick(files)))
    default: bytes.insert(contentsOf: piece(of: pick(files)), at: place)
    }
  }

  /// Changes the file in a way that often leaves it well formed: a later stage has to judge it.
  private mutating func vary(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let line = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
    case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
    case 3: lines[line] += Array(" # {{ env('X') }}".utf8)
    default:
      // Inside a word, or as the beginning of a value.
      let places = lines[line].indices.filter { lines[line][$0] > UInt8(ascii: " ") && $0 > 0 }
      guard let place = places.randomElement(using: &random) else { return }
      lines[line].insert(contentsOf: pick(Self.mild), at: place)
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static let mild: [[UInt8]] = [
    "a", "7", "-", ".", "/", "_", "é", "🙂", "{{ env('X') }}", "{{ env('Y') }}", "{{ matrix.size }}",
    "{{ 1 + 1 }}",
    "{{ '\\ue000' }}", "{% if true %}", "{# c #}", "\u{E000}", "$", "\\", "~",
  ].map { Array($0.utf8) }

  private mutating func piece(of other: [UInt8]) -> ArraySlice<UInt8> {
    let start = Int.random(in: 0...other.count, using: &random)
    return other[start..<min(other.count, start + Int.random(in: 1...80, using: &random))]
  }

  /// What template, YAML and checks each read in a way of their own.
  private static let hostile: [[UInt8]] =
    [
      // Bytes and lines.
      "\n", "\r\n", "\r", "\n  ", "\n    ", "\t", "\0", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{E000}",
      "\u{10FFFF}", "\u{FFFE}", "🙂", "e\u{301}", "\u{202E}", "\u{7F}", "\u{1B}[31m",
      // YAML.
      ":", ": ", "- ", "? ", "\"", "'", "[", "]", "{", "}", ",", " #", "&a ", "*a", "&a [*a]", "!!int ",
      "!!str ",
      "!!binary ", "!!set ", "!x ", "|", "|+", ">-\n", "|9\n", "%YAML 1.1\n", "---\n", "...\n", "<<: ",
      "<<: *a",
      "\\", "\\uE000", "\"\\uD800\"", "\\x", "=", "~", "@", "`", ".inf", "0x", "1:30", "2001-02-30", "3.10",
      "999999999999999999999", "-0", "''", "\"\"", "{}", "[]", "[[[[[[[[", "{{{{{{",
      // Template.
      "{{", "}}", "{%", "%}", "{#", "#}", "{{ env('X') }}", "{{ env('UNSET') }}", "{{ env('X') | upper }}",
      "{{ env('X')[0] }}", "{{ matrix.size }}", "{{ matrix }}", "{{ __file__ }}",
      "{{ Path(__file__).parent }}",
      "{{ '\\ue000' }}", "{{ '\\n  b: c' }}", "{{ none }}", "{{ nothing }}", "{{ [1, env('X')] }}",
      "{{ 1 // 0 }}",
      "{% if env('X') %}", "{% else %}", "{% endif %}", "{% for i in range(40) %}",
      "{% for i in range(9000000000) %}",
      "{% endfor %}", "{{ i }}", "{{ loop.index }}", "{% set a = env('X') %}", "{{ a }}", "{% raw %}",
      "{% endraw %}",
      "{% include 'x' %}", "{%-", "-%}", "{{-", "-}}", "{{ 'x' * 5000 }}", "{{ 'x' * 9000000000 }}",
      // Keys and values.
      "infra:", "image:", "entrypoint:", "env:", "matrix:", "kwargs:", "type: ec2", "type: jupyter",
      "type: function",
      "type: project", "base: python", "context: .", "max_concurrency: ", "mounts: [/, .., ../shared]",
      "artifacts: [../x]", "requirements: main.py", "src: ..", "cmd: 'a \"b'", "cmd: $(", "cmd: a.b.c",
      "image_build_cmds: [\"echo '\"]", "registry_creds: {username: a@b}", "ALTO_ENV_X: 1", "..", "/",
      "../../..",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xEE, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
}
