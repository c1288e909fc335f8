/// What a catalogue entry shows to explain itself.
package enum Example: Sendable {
  /// A whole alto.yml. Tests compile it in the example project: `main.py` (functions `run` and `train`), `src/app.py`,
  /// `notebook.ipynb`, `requirements.txt`, a folder `image` with a Dockerfile, a file `data.csv`.
  case document(StaticString)
  /// Bytes that cannot stand in a string literal.
  case bytes([UInt8])
  /// What the user did, in words: something that no alto.yml alone can show. Covered by a test of its own.
  case situation(StaticString)
}
