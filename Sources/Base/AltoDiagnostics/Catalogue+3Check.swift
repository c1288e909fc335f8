extension Code {
  static var check: [Code] { [] }
}
