package import ImageIR

/// The type that PyYAML's SafeLoader gives a plain scalar with this text.
package func resolve(plain text: some Collection<UInt8>) -> ScalarType {
  fatalError("placeholder")
}

/// The value that PyYAML's SafeLoader constructs of a scalar, or why it refuses (`0o8`, `2023-02-30`, bad base64).
package func construct(_ text: String, as type: ScalarType) -> Result<LateValue, ConstructionFailure> {
  fatalError("placeholder")
}

/// Why a scalar of a given type has no value, in words.
package struct ConstructionFailure: Error {
  package let reason: String
}
