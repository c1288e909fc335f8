import Check
import Synchronization

/// The answers that were given in a run, by absolute path.
///
/// Classes because many values share the one memory of the run.
final class SeenFiles: Sendable {
  let status = Memory<FileStatus?>()
  let names = Memory<[String]>()
  let contents = Memory<Contents>()
  let walks = Memory<Walk>()

  enum Contents: Sendable {
    case bytes([UInt8])
    case unreadable
    case larger(than: Int)

    var bytes: [UInt8]? {
      if case .bytes(let bytes) = self { bytes } else { nil }
    }
  }

  /// Answers to one kind of question.
  final class Memory<Answer: Sendable>: Sendable {
    private let answers = Mutex<[ExactPath: Answer]>([:])

    /// The kept answer, or a new one. Two that ask at once get the same.
    func value(for path: String, orAsk ask: () -> Answer) -> Answer {
      answers.withLock { answers in
        if let known = answers[path] { return known }
        let answer = ask()
        answers[path] = answer
        return answer
      }
    }

    /// A new answer in any case.
    func renewed(for path: String, ask: () -> Answer) -> Answer {
      answers.withLock { answers in
        let answer = ask()
        answers[path] = answer
        return answer
      }
    }
  }
}
