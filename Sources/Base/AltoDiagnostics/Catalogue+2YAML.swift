extension Code {
  static var yaml: [Code] { [] }
}
