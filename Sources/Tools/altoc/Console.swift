import Glibc
import Report

/// The terminal, pipe or file behind stdout and stderr.
struct Console {
  static let standard = Console()

  /// Writes a line to stdout.
  func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Writes text as it is to stdout.
  func printRaw(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a line to stderr.
  func printError(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes text as it is to stderr.
  func printErrorRaw(_ text: String) { write(text, to: STDERR_FILENO) }

  /// The colours for stderr.
  func palette(_ choice: ColorChoice) -> Palette {
    switch choice {
    case .always: Palette(isOn: true)
    case .never: Palette(isOn: false)
    case .auto: Palette(isOn: isatty(STDERR_FILENO) == 1 && !isSet("NO_COLOR") && !isDumb)
    }
  }

  private var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? true }

  private func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

  /// A closed pipe ends the run quietly, as for every tool in a pipeline; a full disk does not.
  private func write(_ text: String, to descriptor: CInt) {
    var text = text
    text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count == -1 {
          if errno == EINTR { continue }
          exit(ExitStatus.failure.rawValue)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }
}
