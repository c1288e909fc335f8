/// A path as a key: two are equal when their bytes are.
///
/// Swift's strings are equal when they look the same; to a file system an `é` of one scalar and one of two are two names.
struct ExactPath: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactPath, right: ExactPath) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Dictionary where Key == ExactPath {
  subscript(path: String) -> Value? {
    get { self[ExactPath(path)] }
    set { self[ExactPath(path)] = newValue }
  }
}
