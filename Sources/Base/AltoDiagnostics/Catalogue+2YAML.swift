extension Code {
  static var yaml: [Code] { yamlSyntax + yamlCharacters + yamlStructure + yamlLimits }
}
