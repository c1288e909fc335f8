extension Code {
  static var template: [Code] { [] }
}
