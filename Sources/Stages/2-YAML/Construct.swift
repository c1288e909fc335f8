package import ImageIR

/// The value that PyYAML's SafeLoader constructs of a scalar, or why it refuses (`0o8`, `2023-02-30`, bad
/// base64).
package func construct(_ text: String, as type: ScalarType) -> Result<LateValue, ConstructionFailure> {
  switch type {
  case .null: .success(.null)
  case .boolean: constructBoolean(text)
  case .integer: constructInteger(text)
  case .float: constructFloat(text)
  case .timestamp: Timestamp(Array(text.utf8)[...])?.value ?? .refused("it is no date or time")
  case .string: .success(.string(LateText(text)))
  case .binary: constructBytes(text)
  case .merge, .value: .refused("it has no value of its own")
  case .collection, .set, .orderedMap, .pairs: .refused("it is no collection")
  }
}

/// Why a scalar of a given type has no value, in words that follow "the value is refused:".
package struct ConstructionFailure: Error {
  package let reason: String
}

extension Result where Failure == ConstructionFailure {
  static func refused(_ reason: String) -> Self { .failure(ConstructionFailure(reason: reason)) }
}

private func constructBoolean(_ text: String) -> Result<LateValue, ConstructionFailure> {
  switch text.lowercased() {
  case "yes", "true", "on": .success(.bool(true))
  case "no", "false", "off": .success(.bool(false))
  default: .refused("it is neither true nor false")
  }
}

/// Digits that Python removes first, so that `1_000` is 1000; then its sign.
struct SignedText {
  let isNegative: Bool
  let digits: ArraySlice<UInt8>

  /// - Returns: nil for an empty text.
  init?(_ text: String) {
    let bytes = text.utf8.filter { $0 != UInt8(ascii: "_") }
    guard let first = bytes.first else { return nil }
    isNegative = first == UInt8(ascii: "-")
    digits = bytes.dropFirst(isNegative || first == UInt8(ascii: "+") ? 1 : 0)
  }
}

/// Without the white space that Python's `int` and `float` pass over.
func stripped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = text.drop(while: isPythonSpace)
  while let last = rest.last, isPythonSpace(last) { rest.removeLast() }
  return rest
}

private func isPythonSpace(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte || 0x1C...0x1F ~= byte
}
