extension Code {
  static var check: [Code] {
    keyCodes + valueCodes + infraCodes + imageCodes + entrypointCodes + projectCodes + matrixCodes
  }
}
