extension Code {
  static var files: [Code] { [] }
}
